import {
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { tempFolder } from "../testing/temp-folder.ts";
import { CacheFolder, cacheFileName, maxAgeInDays } from "./cache-folder.ts";

const name = cacheFileName("pages", "docs");
const content = Buffer.from("what was read\n");

function filled(): { readonly path: string; readonly folder: CacheFolder } {
  const path = join(tempFolder(), "some", "cache");
  const folder = new CacheFolder(path);
  folder.write(name, [content]);
  return { path, folder };
}

test("what was written is read, by another run too", () => {
  const { path, folder } = filled();
  expect(folder.read(name)).toEqual(content);
  expect(new CacheFolder(path).read(name)).toEqual(content);
  expect(readdirSync(path)).toEqual([name]);
});

test("parts are written as one, however many there are and however large", () => {
  const { folder } = filled();
  const parts = [Buffer.from("a"), Buffer.alloc(3 * 1024 * 1024, "b"), ...Array.from("cdef", (c) => Buffer.from(c))];
  folder.write(name, parts);
  expect(Buffer.compare(folder.read(name) ?? Buffer.alloc(0), Buffer.concat(parts))).toBe(0);
  folder.write(name, []);
  expect(folder.read(name)).toEqual(Buffer.alloc(0));
});

test("a name is made of what the file is for", () => {
  expect(cacheFileName("pages", "a", "bc")).toMatch(/^pages-[\w-]{16}\.bin$/);
  expect(cacheFileName("pages", "a", "bc")).not.toBe(cacheFileName("pages", "ab", "c"));
});

test.each<[string, (file: string) => void]>([
  ["cut short", (file) => truncateSync(file, 20)],
  ["empty", (file) => truncateSync(file, 0)],
  [
    "one bit off",
    (file) =>
      writeFileSync(
        file,
        readFileSync(file).map((byte, index) => (index === 50 ? byte ^ 1 : byte)),
      ),
  ],
  ["something else", (file) => writeFileSync(file, "<<<<<<< HEAD")],
])("a file that is %s is as if it were absent", (_, damage) => {
  const { path, folder } = filled();
  damage(join(path, name));
  expect(folder.read(name)).toBeNull();
  folder.write(name, [content]);
  expect(folder.read(name)).toEqual(content);
});

test("no folder, no file: nothing to read", () => {
  expect(new CacheFolder(join(tempFolder(), "none")).read(name)).toBeNull();
});

test("where nothing can be written, nothing happens", () => {
  const outside = tempFolder({ file: "mine" });
  const folder = new CacheFolder(join(outside, "file", "cache"));
  folder.write(name, [content]);
  expect(folder.read(name)).toBeNull();
  expect(readFileSync(join(outside, "file"), "utf8")).toBe("mine");
});

test("a link in place of the folder is not written through", () => {
  const outside = tempFolder();
  const path = join(tempFolder(), "cache");
  symlinkSync(outside, path);
  new CacheFolder(path).write(name, [content]);
  expect(readdirSync(outside)).toEqual([]);
});

test("what no run has used for long is removed, whatever is not ours stays", () => {
  const { path, folder } = filled();
  const old = cacheFileName("pages", "old");
  const read = cacheFileName("pages", "read");
  for (const other of [old, read]) folder.write(other, [content]);
  writeFileSync(join(path, "notes.txt"), "mine");
  mkdirSync(join(path, "other"));
  const killed = `.${name}-01234567-89ab-cdef-0123-456789abcdef`;
  writeFileSync(join(path, killed), "half");
  const then = new Date(Date.now() - (maxAgeInDays + 1) * 24 * 60 * 60 * 1000);
  for (const other of [old, read, killed, "notes.txt", "other"]) utimesSync(join(path, other), then, then);
  // Reading counts as use.
  folder.read(read);
  folder.write(name, [content]);
  expect(readdirSync(path).sort()).toEqual(["notes.txt", "other", name, read].sort());
  expect(statSync(join(path, read)).mtimeMs).toBeGreaterThan(then.getTime());
});
