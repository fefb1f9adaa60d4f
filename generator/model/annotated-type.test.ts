import { expect, it } from "vitest";
import { annotatedType } from "./annotated-type.ts";

const place = { page: "x.md", line: 1, column: 1, endLine: 1, endColumn: 1 };

it.each([
  ["#sample.shop.widget", { kind: "named", name: "widget", namespace: "sample.shop", isCollection: false }],
  ["widget", { kind: "named", name: "widget", namespace: null }],
  ["Collection(sample.widget)", { kind: "named", name: "widget", isCollection: true }],
  ["collection(#sample.widget)", { kind: "named", isCollection: true }],
  ["Edm.String", { kind: "primitive", primitive: "String" }],
  ["Collection(Edm.Int32)", { kind: "primitive", primitive: "Int32", isCollection: true }],
])("reads %j", (text, expected) => {
  expect(annotatedType(text, place)).toMatchObject(expected);
});

it.each(["sample.widget; X", "Collection(", "", "a b", "sample.", "Collection(Collection(x))"])(
  "refuses %j",
  (text) => {
    expect(annotatedType(text, place)).toBeNull();
  },
);
