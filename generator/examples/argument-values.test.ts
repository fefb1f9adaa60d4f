import { describe, expect, test } from "vitest";
import type { PrimitiveName, TypeRef } from "../model/api-model.ts";
import { type NamedArgument, pathArgument, queryArgument } from "./argument-values.ts";
import { parameter, primitive } from "./examples.fixture.ts";

function ofQuery(text: string, type: TypeRef): unknown {
  const { value, isTyped } = queryArgument({ ...parameter("a"), type }, text);
  return isTyped ? value : [value];
}

const listOf = (name: PrimitiveName): TypeRef => ({ kind: "collection", of: primitive(name) });

test.each<[string, TypeRef, unknown]>([
  ["5", primitive("String"), "5"],
  ["5", primitive("Int32"), 5],
  ["-5", primitive("Int64"), -5],
  ["9007199254740993", primitive("Int64"), ["9007199254740993"]],
  ["5.5", primitive("Int32"), ["5.5"]],
  ["5.50", primitive("Double"), 5.5],
  ["1e3", primitive("Double"), 1000],
  ["", primitive("Int32"), [""]],
  ["TRUE", primitive("Boolean"), true],
  ["false", primitive("Boolean"), false],
  ["yes", primitive("Boolean"), ["yes"]],
  ["2020-01-01", primitive("Date"), "2020-01-01"],
  ["red", { kind: "literals", values: ["blue"] }, "red"],
  ["red", { kind: "enum", id: "sample.color" }, "red"],
  ["5", { kind: "union", options: [primitive("Int32"), primitive("String")] }, 5],
  ["x", { kind: "union", options: [primitive("Int32"), primitive("String")] }, "x"],
  ["a, b", listOf("String"), ["a", "b"]],
  ["1,2", listOf("Int32"), [1, 2]],
  ["1,x", listOf("Int32"), ["1,x"]],
])("query parameter %s", (text, type, expected) => {
  expect(ofQuery(text, type)).toEqual(expected);
});

describe("path parameters", () => {
  const argument = (value: NamedArgument["value"], more: Partial<NamedArgument> = {}): NamedArgument => ({
    name: "a",
    value,
    isPlaceholder: false,
    isTyped: true,
    ...more,
  });

  test.each<[Parameters<typeof pathArgument>[2], string | null, TypeRef, NamedArgument]>([
    ["segment", "a%2Fb", primitive("String"), argument("a/b")],
    ["segment", "'a'", primitive("String"), argument("'a'")],
    ["segment", "7", primitive("Int32"), argument(7)],
    ["path", "7", primitive("Int32"), argument("7")],
    ["quoted", "'it''s'", primitive("String"), argument("it's")],
    ["quoted", '"a"', primitive("String"), argument("a")],
    ["quoted", "a", primitive("String"), argument("a")],
    ["quoted", "'5'", primitive("Int32"), argument(5)],
    ["literal", "5", primitive("Int32"), argument(5)],
    ["literal", "'5'", primitive("Int32"), argument(5)],
    ["literal", "%5B1%2C2%5D", listOf("Int32"), argument([1, 2])],
    ["literal", "[x", listOf("String"), argument("[x")],
    ["segment", "1,2", listOf("String"), argument("1,2")],
    ["segment", "%7Bid%7D", primitive("String"), argument("{id}", { isPlaceholder: true })],
    ["literal", "<n>", primitive("Int32"), argument("<n>", { isPlaceholder: true, isTyped: false })],
    ["segment", null, primitive("String"), argument("{a}", { isPlaceholder: true })],
    ["literal", null, primitive("Int32"), argument("{a}", { isPlaceholder: true, isTyped: false })],
  ])("%s %s", (encoding, capture, type, expected) => {
    expect(pathArgument("a", type, encoding, capture)).toEqual(expected);
  });
});
