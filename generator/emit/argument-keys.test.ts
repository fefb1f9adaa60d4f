import { expect, test } from "vitest";
import { uniqueKey } from "./argument-keys.ts";

test("the first key that is free, or the first one with a number", () => {
  const taken = new Set(["body"]);
  expect(
    [["body", "requestBody"], ["body", "requestBody"], ["body"]].map((keys) => uniqueKey(keys as [string], taken)),
  ).toEqual(["requestBody", "body2", "body3"]);
});

test("what every object has is called otherwise", () => {
  const keys = ["__proto__", "toString", "valueOf", "hasOwnProperty", "constructor", "toStringValue"];
  const taken = new Set<string>();
  expect(keys.map((key) => uniqueKey([key], taken))).toEqual([
    "proto",
    "toStringValue",
    "valueOfValue",
    "hasOwnPropertyValue",
    "constructorValue",
    "toStringValue2",
  ]);
});
