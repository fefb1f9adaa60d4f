import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { tempFolder } from "../testing/temp-folder.ts";
import { normalised, readTextFile } from "./read-text.ts";

test("reads UTF-8, takes away the byte order mark and makes line feeds of all line ends", () => {
  const folder = tempFolder({ "a.md": "\u{feff}# Größe\r\n\r\ntext\rend\n" });
  expect(readTextFile(join(folder, "a.md"))).toEqual({ kind: "text", text: "# Größe\n\ntext\nend\n" });
});

test("keeps the number of lines", () => {
  expect(normalised("a\r\n\r\nb\r\rc\n\nd").split("\n")).toEqual(["a", "", "b", "", "c", "", "d"]);
});

test.each([
  ["a byte of Latin-1 in line 2", [0x61, 0x0a, 0xfc, 0x0a], 2],
  ["UTF-16", [0xff, 0xfe, 0x61, 0x00], 1],
  ["a sequence that is cut off at the end", [0x61, 0x0a, 0x61, 0x0a, 0xc3], 3],
  ["a surrogate", [0xed, 0xa0, 0x80], 1],
])("refuses %s and says which line", (_, bytes, line) => {
  const folder = tempFolder({ "a.md": Uint8Array.from(bytes) });
  expect(readTextFile(join(folder, "a.md"))).toEqual({ kind: "notUtf8", line });
});

test("keeps NUL bytes: they are text, and the parser's to deal with", () => {
  const folder = tempFolder({ "a.md": "a\0b" });
  expect(readTextFile(join(folder, "a.md"))).toEqual({ kind: "text", text: "a\0b" });
});

test("looks at the size before it reads: the limit itself is fine, one byte more is not", () => {
  const folder = tempFolder({ "a.md": "12345678", "b.md": "123456789" });
  expect(readTextFile(join(folder, "a.md"), 8)).toEqual({ kind: "text", text: "12345678" });
  expect(readTextFile(join(folder, "b.md"), 8)).toEqual({ kind: "tooLarge", size: 9 });
});

test("does not follow a symbolic link", () => {
  const folder = tempFolder({ "a.md": "text" });
  symlinkSync(join(folder, "a.md"), join(folder, "link.md"));
  expect(readTextFile(join(folder, "link.md"))).toEqual({ kind: "unreadable", reason: "it is a symbolic link" });
});

test("refuses folders and files that are not there", () => {
  const folder = tempFolder();
  mkdirSync(join(folder, "x.md"));
  expect(readTextFile(join(folder, "x.md"))).toEqual({ kind: "unreadable", reason: "it is not a regular file" });
  expect(readTextFile(join(folder, "y.md"))).toEqual({ kind: "unreadable", reason: "no such file" });
});

test.skipIf(process.platform === "win32")("does not wait for a writer at the end of a FIFO", () => {
  const folder = tempFolder();
  execFileSync("mkfifo", [join(folder, "pipe.md")]);
  expect(readTextFile(join(folder, "pipe.md"))).toEqual({ kind: "unreadable", reason: "it is not a regular file" });
});
