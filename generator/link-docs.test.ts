import { expect, test } from "vitest";
import type { Config } from "./config/config.ts";
import { resolveSettings } from "./config/settings.ts";
import { linkDocs } from "./link-docs.ts";
import { RunError } from "./run-error.ts";
import { samplePages, samplePagesIn } from "./testing/sample-pages.ts";
import { tempFolder } from "./testing/temp-folder.ts";

function link(files: Readonly<Record<string, string | Uint8Array>>, config: Config = {}) {
  const folder = tempFolder(files);
  return linkDocs(resolveSettings({ docs: "docs", ...config }, folder, {}, folder));
}

const docs = samplePagesIn("docs");

test("reads and links all pages of a folder", () => {
  const { pages, model } = link(docs);
  expect(pages.map(({ path }) => path)).toEqual(Object.keys(samplePages).sort());
  expect(model.operations.map(({ id }) => id)).toEqual(["api/clock-get", "api/clock-list", "api/face-get"]);
  expect(model.types.map(({ id }) => id)).toEqual(["sample.time.clock", "sample.time.face"]);
});

test("`only` keeps names and types as they are in the whole, and reports on its own pages", () => {
  const bad = {
    ...docs,
    "docs/resources/other.md": "# other resource type\n\n## Properties\n\n|Nothing|Here|\n|--|--|\n|a|b|\n",
  };
  const all = link(bad);
  const part = link(bad, { only: ["api/clock-list.md"] });
  expect(part.pages.map(({ path }) => path)).toEqual(["api/clock-list.md"]);
  expect(part.model.operations).toEqual(all.model.operations.filter(({ id }) => id === "api/clock-list"));
  expect(part.diagnostics).toEqual(all.diagnostics.filter(({ place }) => place?.page === "api/clock-list.md"));
  expect(all.diagnostics.some(({ place }) => place?.page === "resources/other.md")).toBe(true);
});

test("a pattern that matches no page is refused", () => {
  expect(() => link(docs, { only: ["api/", "apis/"] })).toThrow(
    new RunError("usage", '--only "apis/" matches no page of "docs": give a glob or the beginning of a path'),
  );
});

const latin = { "docs/api/bad.md": Uint8Array.from([0x23, 0x0a, 0xe4]), "docs/api/worse.md": Uint8Array.from([0xff]) };

test("a page that is not text ends the run, and the message says how to go on without it", () => {
  const message =
    "api/bad.md:2: Unexpected bytes, expected UTF-8 text (and 1 more): nothing was written; mend the file, or set " +
    'diagnostics: { "file-not-utf8": "warning" } in the config to go on without it';
  expect(() => link({ ...docs, ...latin })).toThrow(new RunError("unreadable", message));
});

test("unless the config says that such pages may be left out", () => {
  const { diagnostics, model } = link({ ...docs, ...latin }, { diagnostics: { "file-not-utf8": "warning" } });
  expect(
    diagnostics.filter(({ code }) => code === "file-not-utf8").map(({ severity, place }) => [severity, place?.page]),
  ).toEqual([
    ["warning", "api/bad.md"],
    ["warning", "api/worse.md"],
  ]);
  expect(model.operations).toHaveLength(3);
});

test("diagnostics are sorted by place and have the severities of the config", () => {
  const { diagnostics } = link(
    { "docs/b.md": "text\n", "docs/a.md": "text\n" },
    { diagnostics: { "page-no-reference": "error", "title-missing": "off" } },
  );
  expect(diagnostics.map(({ code, severity, place }) => `${place?.page} ${code} ${severity}`)).toEqual([
    "a.md page-no-reference error",
    "b.md page-no-reference error",
  ]);
});

test("a file that a page includes is part of it: that it has no title is no finding", () => {
  const page =
    samplePages["api/clock-list.md"]?.replace(/\|Permission type[^#]+/u, "[!INCLUDE [p](../includes/p.md)]\n\n") ?? "";
  const table =
    "|Permission type|Permissions (from least to most privileged)|\n|:--|:--|\n|Application|Clock.Read.All|\n";
  const { diagnostics, includedFiles } = link({
    ...docs,
    "docs/api/clock-list.md": page,
    "docs/includes/p.md": table,
    "docs/includes/q.md": table,
  });
  expect(includedFiles).toBe(1);
  expect(new Set(diagnostics.map(({ place }) => place?.page))).not.toContain("includes/p.md");
  expect(diagnostics.some(({ place, code }) => place?.page === "includes/q.md" && code === "page-no-reference")).toBe(
    true,
  );
});

test.each([
  [
    { "sample.time.clok": "Watch" },
    '"sample.time.clok" is no type, enum or operation of the pages, did you mean "sample.time.clock"?',
  ],
  [
    { "api/clock-get.md": "getIt" },
    '"api/clock-get.md" is no type, enum or operation of the pages, did you mean "api/clock-get"?',
  ],
  [{ clock: "Watch" }, '"clock" is no type, enum or operation of the pages, did you mean "sample.time.clock"?'],
  [
    { "sample.time.clock": "Watch", zzz: "Z" },
    '"zzz" is no type, enum or operation of the pages, a name-collision message gives the key to use',
  ],
  [{ "sample.time.clock": "class" }, '"class", given for "sample.time.clock", cannot be declared in TypeScript'],
])("names %j: refused", (names, message) => {
  expect(() => link(docs, { names })).toThrow(new RunError("usage", `names: ${message}`));
});

test("names of types, enums and operations are taken, also where `only` leaves their pages out", () => {
  const names = { "sample.time.clock": "Watch", "sample.time.clockMood": "Mood", "api/face-get": "lookAtFace" };
  const { model } = link(docs, { names });
  expect(model.types[0]?.sdkName).toBe("Watch");
  expect(model.enums[0]?.sdkName).toBe("Mood");
  expect(model.operations[2]?.name).toBe("lookAtFace");
  expect(() => link(docs, { names, only: ["api/clock-list.md"] })).not.toThrow();
});

test("words of the config are understood on pages", () => {
  const page = "# x resource type\n\n## Columns\n\n|Column|Kind|Description|\n|--|--|--|\n|a|words|Text.|\n";
  const synonyms = {
    sections: { properties: ["columns"] },
    columns: { name: ["column"], type: ["kind"] },
    primitives: { String: ["words"] },
  };
  const [type] = link({ "docs/resources/x.md": page }, { synonyms }).model.types;
  expect(type?.properties.map(({ name, type: ref }) => [name, ref])).toEqual([
    ["a", { kind: "primitive", name: "String" }],
  ]);
});

test("progress is told page by page", () => {
  const folder = tempFolder(docs);
  const events: string[] = [];
  linkDocs(resolveSettings({ docs: "docs" }, folder, {}, folder), (phase, done, total) =>
    events.push(`${phase} ${done}/${total}`),
  );
  expect(events).toEqual(["read 1/5", "read 2/5", "read 3/5", "read 4/5", "read 5/5", "link 0/0"]);
});
