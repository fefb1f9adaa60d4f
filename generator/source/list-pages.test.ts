import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { tempFolder } from "../testing/temp-folder.ts";
import { isPagePath, listPages } from "./list-pages.ts";

test("lists pages of all levels in code unit order, with forward slashes", () => {
  const folder = tempFolder({ "b.md": "", "a/z.md": "", "a/B.md": "", "a-b.md": "", "ä.md": "", "notes.txt": "" });
  expect(listPages(folder)).toEqual({
    pages: ["a-b.md", "a/B.md", "a/z.md", "b.md", "ä.md"],
    otherFiles: 1,
    unreadable: [],
  });
});

test("knows a page by its extension in any letter case, and a folder that is called like one", () => {
  const folder = tempFolder({ "UPPER.MD": "", "folder.md/inner.md": "" });
  expect(listPages(folder).pages).toEqual(["UPPER.MD", "folder.md/inner.md"]);
});

test("leaves out hidden folders and node_modules", () => {
  const folder = tempFolder({ ".git/x.md": "", "node_modules/p/README.md": "", "a.md": "" });
  expect(listPages(folder)).toEqual({ pages: ["a.md"], otherFiles: 0, unreadable: [] });
});

test("leaves out hidden files, such as the lock of an editor", () => {
  const folder = tempFolder({ "a.md": "", "._a.md": "\xff", ".md": "", "b/.hidden.md": "" });
  symlinkSync("someone@somewhere.1234", join(folder, ".#a.md"));
  expect(listPages(folder)).toEqual({ pages: ["a.md"], otherFiles: 4, unreadable: [] });
  expect(["a.md", "b/a.md", ".#a.md", "b/.#a.md", ".b/a.md", "b.c/a.md"].filter(isPagePath)).toEqual([
    "a.md",
    "b/a.md",
    "b.c/a.md",
  ]);
});

test("does not follow a link to a folder, but lists a link to a page", () => {
  const outside = tempFolder({ "secret.md": "" });
  const folder = tempFolder({ "a.md": "" });
  symlinkSync(outside, join(folder, "linked"));
  symlinkSync(join(outside, "secret.md"), join(folder, "link.md"));
  symlinkSync(folder, join(folder, "circle"));
  expect(listPages(folder)).toEqual({ pages: ["a.md", "link.md"], otherFiles: 2, unreadable: [] });
});

test("throws for a folder that is not there", () => {
  expect(() => listPages(join(tempFolder(), "none"))).toThrow("ENOENT");
});

test("says which folder it could not list", () => {
  const folder = tempFolder({ "a.md": "" });
  mkdirSync(join(folder, "closed"), { mode: 0o000 });
  // Root may list anything: then there is nothing to say.
  const isRoot = process.getuid?.() === 0;
  expect(listPages(folder).unreadable).toEqual(isRoot ? [] : [{ path: "closed", reason: "permission denied" }]);
});
