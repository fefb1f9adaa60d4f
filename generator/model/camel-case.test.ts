import fc from "fast-check";
import { expect, it } from "vitest";
import { camelCase, uncapitalised, wordsOf } from "./camel-case.ts";

it.each([
  ["user-id", "userId"],
  ["tenant id", "tenantId"],
  ["ID", "id"],
  ["URLSource", "urlSource"],
  ["iOSWidget", "iOSWidget"],
  ["Größe der Teile", "groEDerTeile"],
  ["2nd part", "_2ndPart"],
  ["__proto__", "proto"],
  ["!?", ""],
])("%j is %j", (text, name) => {
  expect(camelCase(wordsOf(text))).toBe(name);
});

it("makes a small first letter", () => {
  expect(["Widget", "ABC", "ABCd", "x"].map(uncapitalised)).toEqual(["widget", "abc", "abCd", "x"]);
});

it("gives an identifier or nothing, whatever the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(camelCase(wordsOf(text))).toMatch(/^(?:[A-Za-z_][A-Za-z0-9]*)?$/);
    }),
  );
});
