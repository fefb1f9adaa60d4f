import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { RunError } from "../run-error.ts";
import { filesIn, tempFolder } from "../testing/temp-folder.ts";
import { writeFileBeside } from "./write-file-beside.ts";

test("writes a new file, and replaces an old one", () => {
  const folder = tempFolder();
  writeFileBeside(folder, "api.json", "1");
  writeFileBeside(folder, "api.json", "2");
  expect(filesIn(folder)).toEqual({ "api.json": "2" });
});

test("refuses a folder and a symbolic link", () => {
  const folder = tempFolder({ "other.json": "other" });
  mkdirSync(join(folder, "a"));
  symlinkSync(join(folder, "other.json"), join(folder, "b"));
  for (const name of ["a", "b"])
    expect(() => writeFileBeside(folder, name, "x")).toThrow(
      new RunError("usage", `cannot write "${name}": it is not a regular file`),
    );
  expect(filesIn(folder)).toEqual({ b: "other", "other.json": "other" });
});

test("makes the folders above", () => {
  const folder = tempFolder();
  writeFileBeside(folder, "a/b/api.json", "1");
  expect(filesIn(folder)).toEqual({ "a/b/api.json": "1" });
});

test("says why it cannot write", () => {
  const folder = tempFolder({ file: "" });
  expect(() => writeFileBeside(folder, "file/api.json", "x")).toThrow(
    new RunError("unreadable", 'cannot write "file/api.json": not a folder'),
  );
  expect(filesIn(folder)).toEqual({ file: "" });
});
