import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ApiModel } from "../model/api-model.ts";
import { apiJson, createModelText } from "./api-json.ts";
import { fullModel } from "./full-model.fixture.ts";

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

describe("createModelText", () => {
  const textOf = (model: ApiModel): string => Buffer.from(createModelText(model).bytes).toString();

  it("writes a model as any other value", () => {
    const model = fullModel();
    expect(textOf(model)).toBe(apiJson(model));
    const empty = { ...model, types: [], enums: [], operations: [], baseUrl: null };
    expect(textOf(empty)).toBe(apiJson({ ...empty, note: "x".repeat(120) }).replace(/ "note".*\n/, ""));
  });

  it("puts a model that is larger than a part together again", () => {
    const model = fullModel();
    const [first] = model.types;
    if (first === undefined) throw new Error("a model without types");
    const types = Array.from({ length: 3000 }, (_, index) => ({ ...first, id: `${first.id}${index}é` }));
    expect(textOf({ ...model, types })).toBe(apiJson({ ...model, types }));
  });

  it("tells entries that differ from those that are the same", () => {
    const model = fullModel();
    const [one, other] = [createModelText(model), createModelText(structuredClone(model))];
    const [a, b] = model.operations;
    if (a === undefined || b === undefined) throw new Error("a model without operations");
    expect(one.digestOf(a)).not.toBe(one.digestOf(b));
    expect(() => other.digestOf(a)).toThrow(a.id);
    const changed = { ...a, description: "Changed." };
    const texts = createModelText({ ...model, operations: [changed, b] });
    expect(texts.digestOf(changed)).not.toBe(one.digestOf(a));
    expect(texts.digestOf(b)).toBe(one.digestOf(b));
  });
});
