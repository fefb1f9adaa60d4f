import fc from "fast-check";
import { expect, test } from "vitest";
import { inPath, inQuery, splitOutside } from "./split-outside.ts";

test.each([
  ["a/b", "/", ["a", "b"]],
  ["f(x='a/b')/c", "/", ["f(x='a/b')", "c"]],
  ["{a/b}/<c/d>", "/", ["{a/b}", "<c/d>"]],
  ["f(x='it''s a/b')/c", "/", ["f(x='it''s a/b')", "c"]],
])("in paths: %s", (text, separator, parts) => {
  expect(splitOutside(text, separator, inPath)).toEqual(parts);
});

test.each([
  ["a eq 'x & y'&b=1", "&", ["a eq 'x & y'", "b=1"]],
  ['"x, y",z', ",", ['"x, y"', "z"]],
  ["a,f(b,c),d", ",", ["a", "f(b,c)", "d"]],
])("in queries: %s", (text, separator, parts) => {
  expect(splitOutside(text, separator, inQuery)).toEqual(parts);
});

test("takes quotes and brackets that do not close for plain characters", () => {
  expect(splitOutside("it's/here", "/", inPath)).toEqual(["it's", "here"]);
  expect(splitOutside("f(x/y", "/", inPath)).toEqual(["f(x", "y"]);
});

test("loses nothing", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."ab'\"(){}<>,/&") }), (text) => {
      expect(splitOutside(text, ",", inPath).join(",")).toBe(text);
      expect(splitOutside(text, ",", inQuery).join(",")).toBe(text);
    }),
  );
});
