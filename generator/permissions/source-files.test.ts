import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { tempFolder } from "../testing/temp-folder.ts";
import { listSourceFiles } from "./source-files.ts";

function list(folder: string, ...paths: readonly string[]) {
  const { files, ...rest } = listSourceFiles(paths.map((shown) => ({ path: join(folder, shown), shown })));
  return { files: files.map((file) => file.slice(folder.length + 1)), ...rest };
}

describe("listSourceFiles", () => {
  test("lists all that runs, sorted, and nothing else", () => {
    const code = ["a.ts", "b/c.tsx", "b/d.mts", "b/e.cts", "f.js", "g.jsx", "h.mjs", "i.cjs"];
    const other = ["a.d.ts", "a.d.mts", "b.css", "c.json", "node_modules/x/a.ts", ".cache/a.ts", "README.md"];
    const folder = tempFolder(Object.fromEntries([...code, ...other].map((path) => [`src/${path}`, ""])));
    expect(list(folder, "src").files).toEqual(code.map((path) => `src/${path}`).sort());
  });

  test("takes several folders and files, each file once", () => {
    const folder = tempFolder({ "a/x.ts": "", "b/y.ts": "", "c/z.ts": "" });
    const { files, folders } = list(folder, "a", "b/y.ts", "a/x.ts");
    expect(files).toEqual(["a/x.ts", "b/y.ts"]);
    expect(folders).toEqual([join(folder, "a"), join(folder, "b")]);
  });

  test("counts code that is inside of other files", () => {
    const folder = tempFolder({ "src/a.vue": "", "src/b.vue": "", "src/c.svelte": "", "src/d.html": "" });
    expect([...list(folder, "src").embedded]).toEqual([
      [".vue", 2],
      [".svelte", 1],
    ]);
  });

  test.skipIf(process.platform === "win32")("does not follow links below a folder, and names those to code", () => {
    const folder = tempFolder({ "src/a.ts": "", "elsewhere/b.ts": "" });
    symlinkSync("../elsewhere", join(folder, "src/more"));
    symlinkSync("../elsewhere/b.ts", join(folder, "src/b.ts"));
    symlinkSync("../elsewhere", join(folder, "src/node_modules"));
    symlinkSync(".", join(folder, "src/round"));
    symlinkSync("nowhere", join(folder, "src/notes.md"));
    const { files, links } = list(folder, "src");
    expect(files).toEqual(["src/a.ts"]);
    expect(links.map((path) => path.slice(folder.length + 5))).toEqual(["b.ts", "more", "round"]);
  });

  test.each([
    ["nowhere", "unreadable", 'there is no "nowhere": name the folder of your code with --used'],
    ["a.ts/x", "unreadable", 'cannot read "a.ts/x": not a folder'],
    ["a.css", "usage", '"a.css" is neither a folder nor a file of code: name one with --used'],
  ])("refuses %s", (path, kind, message) => {
    const folder = tempFolder({ "a.ts": "", "a.css": "" });
    expect(() => list(folder, path)).toThrow(expect.objectContaining({ kind, message }));
  });
});
