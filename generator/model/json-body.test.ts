import { expect, it } from "vitest";
import { bodyShape, bodyType, wrappedValue } from "./json-body.ts";

it.each([
  [{ value: [1] }, "collection"],
  [{ "@odata.context": "x", value: [] }, "collection"],
  [[1], "collection"],
  [{ value: { id: "1" } }, "value"],
  [{ value: "x" }, "value"],
  [{ id: "1", value: "x" }, "object"],
  [{ id: "1", value: [] }, "object"],
  [{ id: "1" }, "object"],
  ["x", "other"],
  [null, "other"],
])("%j is a body of the kind %j", (json, shape) => {
  expect(bodyShape(json)).toBe(shape);
});

it("finds the type of the object or of the first item", () => {
  expect(bodyType({ "@odata.type": "#a.b" })).toBe("#a.b");
  expect(bodyType({ value: [{ "@odata.type": "#a.b" }] })).toBe("#a.b");
  expect(bodyType({ value: { "@odata.type": "#a.b" } })).toBe("#a.b");
  expect(bodyType([{}])).toBeNull();
  expect(bodyType({ "@odata.type": 1 })).toBeNull();
});

it("looks at own members only", () => {
  expect(wrappedValue(JSON.parse('{ "__proto__": { "value": 1 } }'))).toBeUndefined();
});
