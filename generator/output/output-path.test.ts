import { expect, test } from "vitest";
import { isOutputPath } from "./output-path.ts";

test.each(["api.json", "models/users.ts", "golden/a_b-c.test.ts", "a/b/c/D9.ts", "__proto__"])("%s is fine", (path) => {
  expect(isOutputPath(path)).toBe(true);
});

test.each([
  "",
  "/etc/passwd",
  "../a.ts",
  "a/../b.ts",
  "a//b.ts",
  "a/",
  "./a.ts",
  ".npmrc",
  "a/.hidden",
  "a\\b.ts",
  "C:x.ts",
  "a b.ts",
  "ä.ts",
  "a\0.ts",
  "a\n.ts",
  "trailing.",
  "con",
  "NUL.ts",
  "a/com1.json",
  `${"x".repeat(201)}`,
])("%j is refused", (path) => {
  expect(isOutputPath(path)).toBe(false);
});
