import { resolve } from "node:path";
import { expect, test } from "vitest";
import { isWithin, pathWithin } from "./path-within.ts";

test.each([
  ["docs/api/lamp.md", "api/lamp.md"],
  ["docs/..lamp.md", "..lamp.md"],
  ["docs/a/../lamp.md", "lamp.md"],
  ["docs", null],
  ["lamp.md", null],
  ["docsapi/lamp.md", null],
  ["docs/../lamp.md", null],
])("%s is in the docs folder as %s", (path, expected) => {
  expect(pathWithin(resolve("docs"), resolve(path))).toBe(expected);
});

test.each([
  ["docs/api", true],
  ["docs", true],
  ["docs/.", true],
  ["docsapi", false],
  [".", false],
  ["docs/..", false],
])("%s is the docs folder or in it: %s", (path, expected) => {
  expect(isWithin(resolve("docs"), resolve(path))).toBe(expected);
});
