import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { JsonRenderer } from "./json-renderer.ts";

function jsonOf(value: unknown): string {
  return new JsonRenderer().render(value, 0);
}

describe("JsonRenderer", () => {
  it("sorts keys, keeps lists, puts what is short on one line", () => {
    const long = "x".repeat(120);
    expect(jsonOf({ b: [3, 1, { d: null, c: "x" }], a: {}, c: { text: long, list: [long] } })).toBe(
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
      ].join("\n"),
    );
  });

  it("shows what would not be seen", () => {
    const value = { "a\u202E": "\u2028\u0085\u200B\u{E0001}" };
    expect(jsonOf(value)).toBe('{"a\\u202E": "\\u2028\\u0085\\u200B\\uDB40\\uDC01"}');
    expect(JSON.parse(jsonOf(value))).toEqual(value);
  });

  it("reads back as it was, `__proto__` too", () => {
    const value = JSON.parse('{"x":{"__proto__":{"y":1}}}') as object;
    expect(jsonOf(value)).toBe('{"x": {"__proto__": {"y": 1}}}');
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (data) => {
        expect(JSON.parse(jsonOf(data))).toEqual(JSON.parse(JSON.stringify(data)));
      }),
    );
  });

  it("writes other objects in the stead of some, except of what is foreign", () => {
    const renderer = new JsonRenderer({
      shown: (object, key) => ("at" in object ? { key, at: `${object.at}!` } : object),
      foreignKey: "json",
    });
    const value = { list: [{ at: 1 }, [{ at: 2 }]], json: { at: 3, x: [{ at: 4 }] }, last: { at: 5 } };
    expect(JSON.parse(renderer.render(value, 0))).toEqual({
      list: [{ key: "list", at: "1!" }, [{ key: "list", at: "2!" }]],
      json: value.json,
      last: { key: "last", at: "5!" },
    });
  });
});
