import { resolve } from "node:path";
import { expect, test } from "vitest";
import { pathWithin } from "./path-within.ts";

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
