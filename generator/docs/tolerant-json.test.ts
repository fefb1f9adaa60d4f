import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultLimits } from "./limits.ts";
import { timeOf } from "./reading.fixture.ts";
import { parseTolerantJson } from "./tolerant-json.ts";

describe("JSON of pages", () => {
  it("is read as it is where it is strict", () => {
    expect(parseTolerantJson('{"a": [1, "b", null]}')).toEqual({
      ok: true,
      value: { a: [1, "b", null] },
      repair: null,
    });
  });

  it.each<[string, string, unknown, string]>([
    ["a trailing comma", '{"a": 1,}', { a: 1 }, "comments or trailing commas"],
    // trap 41
    ["a block comment", '{"a": 1 /* from base */}', { a: 1 }, "comments or trailing commas"],
    ["a line comment", '{"a": 1 // one\n}', { a: 1 }, "comments or trailing commas"],
    ["a missing comma", '{"a": 1\n"b": 2}', { a: 1, b: 2 }, "missing commas"],
    ["a missing comma in a list", '["a" "b"]', ["a", "b"], "missing commas"],
    ["a line break in a string", '{"a": "x\ny"}', { a: "x\ny" }, "line breaks in strings or no-break spaces"],
    ["a tab in a string", '{"a": "x\ty"}', { a: "x\ty" }, "line breaks in strings or no-break spaces"],
    ["no-break spaces", '{\u00a0"a": 1}', { a: 1 }, "line breaks in strings or no-break spaces"],
    ["typographic quotes", "{\u201ca\u201d: \u201cb\u201d}", { a: "b" }, "typographic quotes"],
  ])("may have %s", (_, text, value, repair) => {
    expect(parseTolerantJson(text)).toEqual({ ok: true, value, repair });
  });

  it.each([
    ["", "ValueExpected in its line 1"],
    ["{\n  Vendor\n}", "InvalidSymbol in its line 2"],
    ['{"a": ...}', "InvalidSymbol in its line 1"],
    ["NaN", "InvalidSymbol in its line 1"],
    ["{'a': 1}", "InvalidSymbol in its line 1"],
    ['{"a": 1} and more', "InvalidSymbol in its line 1"],
  ])("%j is none", (text, reason) => {
    expect(parseTolerantJson(text)).toEqual({ ok: false, reason });
  });

  it("keeps keys of the language as plain members", () => {
    const reading = parseTolerantJson('{"__proto__": {"x": 1}, "constructor": 2}');
    expect(reading.ok && Object.entries(reading.value as object)).toEqual([
      ["__proto__", { x: 1 }],
      ["constructor", 2],
    ]);
    expect(Object.hasOwn(Object.prototype, "x")).toBe(false);
  });

  it("does not count brackets in strings as nesting", () => {
    expect(parseTolerantJson(`{"a": "${"[{".repeat(1_000)}"}`)).toMatchObject({ ok: true });
  });

  it("is refused where it is too long or too deep, whatever its strings pretend", () => {
    const deep = (count: number) => `${"[".repeat(count)}${"]".repeat(count)}`;
    expect(parseTolerantJson(deep(defaultLimits.jsonDepth))).toMatchObject({ ok: true });
    const tooDeep = { ok: false, reason: `nested more than ${defaultLimits.jsonDepth} deep` };
    expect(parseTolerantJson(deep(defaultLimits.jsonDepth + 1))).toEqual(tooDeep);
    expect(parseTolerantJson(`["${"]".repeat(50_000)}", ${deep(50_000)}]`)).toEqual(tooDeep);
    expect(parseTolerantJson(`[1,, ${deep(50_000)}]`)).toEqual(tooDeep);
    expect(parseTolerantJson(" ".repeat(defaultLimits.jsonLength + 1))).toEqual({
      ok: false,
      reason: `${defaultLimits.jsonLength + 1} characters`,
    });
  });

  it("has numbers that JavaScript holds, or says that it has not", () => {
    expect(parseTolerantJson('{"a":[1e400,-1e400],"__proto__":1e999}')).toEqual({
      ok: true,
      value: JSON.parse(`{"a":[${Number.MAX_VALUE},-${Number.MAX_VALUE}],"__proto__":${Number.MAX_VALUE}}`),
      repair: "numbers out of range",
    });
    expect(parseTolerantJson("12345678901234567890")).toMatchObject({ repair: "whole numbers that JavaScript rounds" });
    expect(parseTolerantJson("[9007199254740991, 0.12345678901234567]")).toMatchObject({ repair: null });
  });

  it("of any value is read back as that value", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        fc.pre(!/\d{16}/.test(JSON.stringify(value)));
        expect(parseTolerantJson(JSON.stringify(value, null, 2))).toEqual({
          ok: true,
          value: JSON.parse(JSON.stringify(value)),
          repair: null,
        });
      }),
    );
  });

  it("of any text never throws", () => {
    const piece = fc.constantFrom(
      '"',
      "{",
      "}",
      "[",
      "]",
      ",",
      ":",
      "//",
      "/*",
      "*/",
      "\\",
      "\n",
      "1",
      "true",
      "\u201c",
      "a",
      " ",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        expect(parseTolerantJson(pieces.join(""))).toHaveProperty("ok");
      }),
    );
  });

  it("is read in linear time", () => {
    for (const text of [
      '"'.repeat(60_000),
      "{".repeat(60_000),
      "/*".repeat(60_000),
      `{"a":${" ".repeat(60_000)}x`,
      "\\".repeat(60_000),
    ])
      expect(timeOf(() => parseTolerantJson(text))).toBeLessThan(1_000);
  });
});
