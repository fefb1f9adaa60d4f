import { symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { tempFolder } from "../testing/temp-folder.ts";
import { locatePage } from "./locate-page.ts";

const folder = () => tempFolder({ "docs/api/lamp.md": "Text.\n", "README.md": "Text.\n" });
const docsOf = (cwd: string, name = "docs") => ({ path: join(cwd, name), shown: name });

describe("a page", () => {
  test("is known by its path within the docs folder, named or found", () => {
    const cwd = folder();
    for (const isDocsNamed of [true, false])
      for (const file of ["docs/api/lamp.md", join(cwd, "docs/api/lamp.md"), "docs/api/../api/lamp.md"])
        expect(locatePage(file, cwd, { docs: docsOf(cwd), isDocsNamed })).toEqual({
          root: join(cwd, "docs"),
          path: "api/lamp.md",
        });
  });

  test("is known by its path within the working folder where no docs folder is named", () => {
    const cwd = folder();
    expect(locatePage("README.md", cwd, { docs: docsOf(cwd), isDocsNamed: false })).toEqual({
      root: cwd,
      path: "README.md",
    });
    expect(locatePage("new/lamp.md", cwd, { docs: docsOf(cwd, "none"), isDocsNamed: false })).toEqual({
      root: cwd,
      path: "new/lamp.md",
    });
  });

  test("elsewhere has its own folder", () => {
    const cwd = folder();
    const outside = join(dirname(cwd), "lamp.md");
    expect(locatePage(outside, cwd, { docs: docsOf(cwd), isDocsNamed: false })).toEqual({
      root: dirname(cwd),
      path: "lamp.md",
    });
  });

  test("without a file stands in the working folder", () => {
    const cwd = folder();
    expect(locatePage(undefined, cwd, { docs: docsOf(cwd), isDocsNamed: false })).toEqual({
      root: cwd,
      path: "page.md",
    });
  });

  test("is found through links to folders", () => {
    const cwd = folder();
    symlinkSync(join(cwd, "docs"), join(cwd, "link"), "junction");
    const place = { root: join(cwd, "docs"), path: "api/lamp.md" };
    expect(locatePage("link/api/lamp.md", cwd, { docs: docsOf(cwd), isDocsNamed: true })).toEqual(place);
    expect(locatePage("docs/api/lamp.md", cwd, { docs: docsOf(cwd, "link"), isDocsNamed: true })).toEqual(place);
  });
});

test.each(["README.md", "docs", "docs/.git/x.md", "docs/node_modules/x.md", "docs/lamp.txt", "docsapi/lamp.md"])(
  "%s is no page of a docs folder that is named",
  (file) => {
    const cwd = folder();
    expect(locatePage(file, cwd, { docs: docsOf(cwd), isDocsNamed: true })).toBeNull();
  },
);

test("a docs folder that is named has to be there", () => {
  const cwd = folder();
  for (const name of ["dosc", "README.md"])
    expect(() => locatePage("docs/api/lamp.md", cwd, { docs: docsOf(cwd, name), isDocsNamed: true })).toThrow(
      `there is no docs folder "${name}": name the folder of all pages as docs`,
    );
});
