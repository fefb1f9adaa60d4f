import fc from "fast-check";
import { expect, test } from "vitest";
import { isSameJson } from "./same-json.ts";

test.each([
  [{ a: 1, b: [true, null] }, { b: [true, null], a: 1 }, true],
  [[1, 2], [2, 1], false],
  [{ a: undefined }, {}, false],
  [{}, [], false],
  [{ a: 1 }, { b: 1 }, false],
  [null, undefined, false],
  [JSON.parse('{"__proto__":1}'), JSON.parse('{"__proto__":1}'), true],
  [JSON.parse('{"__proto__":{}}'), { toString: {} }, false],
  ["1", 1, false],
  [undefined, undefined, true],
])("%j and %j: %s", (a, b, expected) => {
  expect(isSameJson(a, b)).toBe(expected);
  expect(isSameJson(b, a)).toBe(expected);
});

test("a value is the same as its copy, whatever the order of members", () => {
  const reversed = (value: unknown): unknown => {
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value.map(reversed);
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([name, member]) => [name, reversed(member)]),
    );
  };
  fc.assert(fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => isSameJson(value, reversed(value))));
});

test("depth does not matter", () => {
  const deep = (levels: number): unknown => JSON.parse("[".repeat(levels) + "]".repeat(levels));
  expect(isSameJson(deep(5_000), deep(5_000))).toBe(true);
  expect(isSameJson(deep(5_000), deep(4_999))).toBe(false);
});
