import { expect, test } from "vitest";
import type { PageReading } from "../docs/read-page.ts";
import { tempFolder } from "../testing/temp-folder.ts";
import { CacheFolder } from "./cache-folder.ts";
import { PageStore } from "./page-store.ts";
import { TextDigests } from "./text-digests.ts";

const reading = (reason: string): PageReading => ({
  page: null,
  diagnostics: [{ code: "page-failed", severity: "error", message: reason, place: null, related: null }],
});

const texts = new Map([
  ["a.md", "# A\n\n[!INCLUDE [note](note.md)]\n"],
  ["b.md", "# B\n"],
  ["note.md", "A note.\n"],
]);

/** A folder in which a run has kept the readings of these texts. */
function filled(of: ReadonlyMap<string, string> = texts, maker = "1"): CacheFolder {
  const folder = new CacheFolder(tempFolder());
  const store = new PageStore(folder, "docs", maker, new TextDigests(of));
  for (const path of of.keys()) {
    expect(store.find(path)).toBeNull();
    store.add(path, reading(path), path === "a.md" ? ["note.md", "absent.md"] : []);
  }
  store.save();
  return folder;
}

/** Paths of the readings that a later run finds. */
function found(folder: CacheFolder, now: ReadonlyMap<string, string>, { docs = "docs", maker = "1" } = {}): string[] {
  const store = new PageStore(folder, docs, maker, new TextDigests(now));
  return [...now.keys()].filter((path) => store.find(path) !== null);
}

test("readings are found with what they include", () => {
  const store = new PageStore(filled(), "docs", "1", new TextDigests(texts));
  expect(store.find("a.md")).toEqual({ reading: reading("a.md"), includes: ["note.md", "absent.md"] });
  expect(store.find("b.md")).toEqual({ reading: reading("b.md"), includes: [] });
});

test("texts that are read the same have the same readings", () => {
  const folder = filled();
  const digestOf = (now: ReadonlyMap<string, string>, added: Readonly<Record<string, string>> = {}): string | null => {
    const store = new PageStore(folder, "docs", "1", new TextDigests(now));
    for (const path of now.keys()) {
      const includes = path === "a.md" ? ["note.md", "absent.md"] : [];
      if (!store.has(path) && added[path] !== undefined) store.add(path, reading(added[path]), includes);
    }
    return store.digestOfReadings();
  };
  const before = digestOf(texts);
  expect(before).not.toBeNull();
  const changed = new Map([...texts, ["b.md", "# B2\n"]]);
  expect(digestOf(changed)).toBeNull();
  expect(digestOf(changed, { "b.md": "b.md" })).toBe(before);
  expect(digestOf(changed, { "b.md": "other" })).not.toBe(before);
  const note = new Map([...texts, ["note.md", "Another.\n"]]);
  expect(digestOf(note, { "note.md": "note.md" })).toBeNull();
  expect(digestOf(note, { "note.md": "note.md", "a.md": "a.md" })).toBe(before);
  expect(digestOf(new Map([...texts].slice(0, 2)))).not.toBe(before);
});

test("another docs folder and another program have readings of their own", () => {
  const folder = filled();
  expect(found(folder, texts)).toEqual(["a.md", "b.md", "note.md"]);
  expect(found(folder, texts, { docs: "others" })).toEqual([]);
  expect(found(folder, texts, { maker: "2" })).toEqual([]);
});

test.each<[string, readonly (readonly [string, string])[], readonly string[]]>([
  ["a page", [["b.md", "# B2\n"]], ["a.md", "note.md"]],
  ["what a page includes", [["note.md", "Another.\n"]], ["b.md"]],
  ["an included file that was absent", [["absent.md", "Here.\n"]], ["b.md", "note.md"]],
])("a change of %s is noticed", (_, changes, expected) => {
  expect(found(filled(), new Map([...texts, ...changes]))).toEqual(expected);
});

test("an included file that went is noticed, and a page that went is forgotten", () => {
  const folder = filled();
  const left = new Map([...texts].filter(([path]) => path !== "note.md"));
  expect(found(folder, left)).toEqual(["b.md"]);
  const store = new PageStore(folder, "docs", "1", new TextDigests(left));
  store.find("b.md");
  store.save();
  expect(found(folder, texts)).toEqual(["b.md"]);
});

test.each([
  ['{ "a": -0 }', false],
  ['{ "a": [-0.0] }', false],
  ['{ "a": 1e400 }', false],
  [`{ "a": ${"9".repeat(310)} }`, false],
  ['{ "a": -0.5, "b": -10, "c": "2021-00-01", "d": 1e30 }', true],
])("a text with %s is kept: %s", (text, isKept) => {
  const page = new Map([["a.md", text]]);
  const folder = new CacheFolder(tempFolder());
  const store = new PageStore(folder, "docs", "1", new TextDigests(page));
  store.add("a.md", reading("a.md"), []);
  store.save();
  expect(found(folder, page)).toEqual(isKept ? ["a.md"] : []);
});
