import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apiJson } from "./api-json.ts";

describe("apiJson", () => {
  it("sorts keys, keeps lists, indents by one", () => {
    expect(apiJson({ b: [3, 1, { d: null, c: "x" }], a: {} })).toBe(
      '{\n "a": {},\n "b": [\n  3,\n  1,\n  {\n   "c": "x",\n   "d": null\n  }\n ]\n}\n',
    );
  });

  it("reads back as it was, `__proto__` too", () => {
    const value = JSON.parse('{"x":{"__proto__":{"y":1}}}') as object;
    expect(apiJson(value)).toBe('{\n "x": {\n  "__proto__": {\n   "y": 1\n  }\n }\n}\n');
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (data) => {
        expect(JSON.parse(apiJson(data))).toEqual(JSON.parse(JSON.stringify(data)));
      }),
    );
  });
});
