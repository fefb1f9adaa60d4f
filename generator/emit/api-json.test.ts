import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apiJson } from "./api-json.ts";

describe("apiJson", () => {
  it("sorts keys, keeps lists, puts what is short on one line", () => {
    const long = "x".repeat(120);
    expect(apiJson({ b: [3, 1, { d: null, c: "x" }], a: {}, c: { text: long, list: [long] } })).toBe(
      [
        "{",
        ' "a": {},',
        ' "b": [3, 1, {"c": "x", "d": null}],',
        ' "c": {',
        '  "list": [',
        `   "${long}"`,
        "  ],",
        `  "text": "${long}"`,
        " }",
        "}",
        "",
      ].join("\n"),
    );
  });

  it("shows what would not be seen", () => {
    const value = { "a\u202E": "\u2028\u0085\u200B\u{E0001}" };
    expect(apiJson(value)).toBe('{"a\\u202E": "\\u2028\\u0085\\u200B\\uDB40\\uDC01"}\n');
    expect(JSON.parse(apiJson(value))).toEqual(value);
  });

  it("reads back as it was, `__proto__` too", () => {
    const value = JSON.parse('{"x":{"__proto__":{"y":1}}}') as object;
    expect(apiJson(value)).toBe('{"x": {"__proto__": {"y": 1}}}\n');
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (data) => {
        expect(JSON.parse(apiJson(data))).toEqual(JSON.parse(JSON.stringify(data)));
      }),
    );
  });
});
