import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { modelOf, resourcePage } from "./pages.fixture.ts";
import { parseModel } from "./parse-model.ts";

const { model } = modelOf({
  "resources/order.md": resourcePage("order", ["|id|String|The id.|", "|tags|String collection||"]),
});

describe("a model read back", () => {
  it("is what was written", () => {
    expect(parseModel(JSON.stringify(model))).toEqual(model);
  });

  it.each([
    ["", "it is not JSON, or was cut short"],
    [JSON.stringify(model).slice(0, -40), "it is not JSON, or was cut short"],
    ["[]", "it is no model: it has no schema"],
    ["null", "it is no model: it has no schema"],
    ['{"openapi":"3.1.0"}', "it is no model: it has no schema"],
    ['{"schema":2}', "its schema is 2, and this version reads 1: write it again with apipage model"],
    ['{"schema":1}', "it is no model: defaultNamespace is not a text"],
    [JSON.stringify({ ...model, types: {} }), "it is no model: types is not a list"],
    [
      JSON.stringify({ ...model, types: [{ ...model.types[0], properties: [null] }] }),
      "it is no model: properties is not an object",
    ],
    [JSON.stringify({ ...model, operations: [{}] }), "it is no model: id is not a text"],
  ])("number %# is refused with a reason", (text, reason) => {
    expect(() => parseModel(text)).toThrow(reason);
  });

  it("is refused where its types are nested without end", () => {
    const deep = Array.from({ length: 10_000 }, () => '{"kind":"collection","of":').join("");
    const [order] = model.types;
    const text = JSON.stringify({
      ...model,
      types: [{ ...order, properties: [{ ...order?.properties[0], type: "HERE" }] }],
    });
    const hostile = text.replace('"HERE"', () => `${deep}1${"}".repeat(10_000)}`);
    expect(() => parseModel(hostile)).toThrow(
      "it is no model: type of a collection is not a type of a depth that can be read",
    );
  });

  it("never fails in another way", () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(() =>
          parseModel(`{"schema":1,"types":[${json}],"enums":${json},"defaultNamespace":"","baseUrl":null}`),
        ).toThrow(/^it is no model: /u);
      }),
    );
  });
});
