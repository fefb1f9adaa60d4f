import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { RunError } from "../run-error.ts";
import { tempFolder } from "../testing/temp-folder.ts";
import { openDocs } from "./docs-set.ts";

test("holds the text of every page by its path, in order", () => {
  const folder = tempFolder({ "b.md": "B", "a/c.md": "C", "picture.png": "" });
  const docs = openDocs(folder);
  expect([...docs.texts]).toEqual([
    ["a/c.md", "C"],
    ["b.md", "B"],
  ]);
  expect(docs.diagnostics).toEqual([]);
});

test("turns each unreadable page into a diagnostic with its place, and keeps the others", () => {
  const folder = tempFolder({ "a.md": "A", "latin.md": Uint8Array.from([0x0a, 0x0a, 0xe4]) });
  symlinkSync("/etc/hostname", join(folder, "link.md"));
  const docs = openDocs(folder);
  expect([...docs.texts.keys()]).toEqual(["a.md"]);
  expect(docs.diagnostics).toEqual([
    {
      code: "file-not-utf8",
      severity: "error",
      message: "Unexpected bytes, expected UTF-8 text: the page is left out",
      place: { page: "latin.md", line: 3, column: 1, endLine: 3, endColumn: 1 },
      related: null,
    },
    {
      code: "file-unreadable",
      severity: "error",
      message: "Cannot read the file: it is a symbolic link",
      place: { page: "link.md", line: 1, column: 1, endLine: 1, endColumn: 1 },
      related: null,
    },
  ]);
});

test("the docs folder itself may be a symbolic link", () => {
  const folder = tempFolder({ "docs/a.md": "A" });
  symlinkSync(join(folder, "docs"), join(folder, "link"));
  expect(openDocs(join(folder, "link")).root).toBe(join(folder, "docs"));
});

test.each([
  ["is missing", {}, "docs", 'there is no docs folder "docs": name the folder with --docs'],
  ["is a file", { docs: "" }, "docs", '"docs" is not a folder: name the folder of all pages with --docs'],
  ["is empty", {}, "", 'the docs folder "docs" is empty: name the folder of the pages with --docs'],
  [
    "holds no page",
    { "docs/a.txt": "", "docs/b/c.rst": "" },
    "docs",
    'the docs folder "docs" holds no .md page among its files (2): name the folder of the pages with --docs',
  ],
])("says what to do where the folder %s", (_, files, name, message) => {
  const folder = join(tempFolder(files), name);
  const open = () => openDocs(folder, "docs");
  expect(open).toThrow(new RunError("unreadable", message));
});
