import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { filesIn, tempFolder } from "../testing/temp-folder.ts";
import { makeFolder } from "./make-folder.ts";

test("makes all folders of a path, and tells the uppermost that it made", () => {
  const root = tempFolder();
  expect(makeFolder(join(root, "a/b/c"))).toBe(join(root, "a"));
  expect(existsSync(join(root, "a/b/c"))).toBe(true);
  expect(makeFolder(join(root, "a/b/d"))).toBe(join(root, "a/b/d"));
  expect(makeFolder(join(root, "a/b"))).toBeUndefined();
});

test("a file in the way is an error, and stays", () => {
  const root = tempFolder({ a: "mine" });
  expect(() => makeFolder(join(root, "a"))).toThrow("EEXIST");
  expect(() => makeFolder(join(root, "a/b"))).toThrow("ENOTDIR");
  expect(filesIn(root)).toEqual({ a: "mine" });
});

test.runIf(process.platform === "linux")("where nobody can make a folder, it ends", () => {
  expect(() => makeFolder("/proc/apipage/sdk")).toThrow("ENOENT");
});
