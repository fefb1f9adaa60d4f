import fc from "fast-check";
import { expect, test } from "vitest";
import type { ApiModel, SourcePlace } from "../model/api-model.ts";
import { parseModel } from "../model/parse-model.ts";
import {
  enumMember,
  enumType,
  example,
  model,
  objectType,
  operation,
  property,
} from "../model/sample-model.fixture.ts";
import { createModelText } from "./api-json.ts";
import { fullModel } from "./full-model.fixture.ts";

function textOf(of: ApiModel): string {
  return Buffer.from(createModelText(of).bytes).toString();
}

function placeAt(line: number, page = "a.md", lines = 0): SourcePlace {
  return { page, line, column: 1, endLine: line + lines, endColumn: 9 };
}

test("a model is read back as it was", () => {
  const whole = fullModel();
  expect(parseModel(textOf(whole))).toEqual(whole);
  const empty = { ...whole, types: [], enums: [], operations: [], baseUrl: null };
  expect(textOf(empty)).toBe(
    '{\n "baseUrl": null,\n "defaultNamespace": "lib",\n "enums": [],\n "operations": [],\n "schema": 1,\n "types": []\n}\n',
  );
});

test("a model that is larger than a part is put together again", () => {
  const types = Array.from({ length: 3000 }, (_, index) => objectType(`type${index}é`, [property("a")]));
  expect(parseModel(textOf(model({ types })))).toEqual(model({ types }));
});

test("entries that differ are told from those that are the same", () => {
  const whole = fullModel();
  const [one, other] = [createModelText(whole), createModelText(structuredClone(whole))];
  const [a, b] = whole.operations;
  if (a === undefined || b === undefined) throw new Error("a model without operations");
  expect(one.digestOf(a)).not.toBe(one.digestOf(b));
  expect(() => other.digestOf(a)).toThrow(a.id);
  const changed = { ...a, description: "Changed." };
  const texts = createModelText({ ...whole, operations: [changed, b] });
  expect(texts.digestOf(changed)).not.toBe(one.digestOf(a));
  expect(texts.digestOf(b)).toBe(one.digestOf(b));
});

/** A type whose table begins on a line, with a row for each name; some of its properties stand on another page. */
function typeAt(start: number, names: readonly string[]): ApiModel {
  const properties = names.map((name, index) => property(name, undefined, { place: placeAt(start + index) }));
  const shown = property("shown", undefined, { place: placeAt(7, "b.md", 3) });
  return model({ types: [objectType("book", [...properties, shown], { places: [placeAt(start - 4)] })] });
}

/** Lines of a text that another one does not have. */
function newLines(now: string, before: string): readonly string[] {
  const old = new Set(before.split("\n"));
  return now.split("\n").filter((line) => !old.has(line));
}

test("lines more on a page are a change where they are, and not of all that stands below", () => {
  const before = textOf(typeAt(20, ["a", "b", "c", "d"]));
  expect(newLines(textOf(typeAt(23, ["a", "b", "c", "d"])), before)).toEqual([
    '   "places": [{"after": 19, "column": 1, "endColumn": 9, "page": "a.md"}],',
  ]);
  expect(newLines(textOf(typeAt(20, ["a", "x", "b", "c", "d"])), before)).toEqual(['     "name": "x",']);
  expect(before).toContain('{"after": 7, "column": 1, "endColumn": 9, "lines": 3, "page": "b.md"}');
});

test("places are read back wherever they stand", () => {
  const line = fc.nat(5000);
  const place = fc.tuple(line, fc.constantFrom("a.md", "b/c.md", "__proto__"), fc.nat(40));
  fc.assert(
    fc.property(fc.array(place, { maxLength: 8 }), fc.array(place, { minLength: 1, maxLength: 8 }), (some, more) => {
      const places = more.map((one) => placeAt(...one));
      const properties = some.map((one, index) => property(`p${index}`, undefined, { place: placeAt(...one) }));
      const members = some.map((one, index) => enumMember(`m${index}`, { place: placeAt(...one) }));
      const [first = placeAt(1)] = places;
      const whole = model({
        types: [objectType("book", properties, { places }), objectType("other", properties, { places })],
        enums: [{ ...enumType("size", []), members, places }],
        operations: [operation("getBook", ["/books"], { place: first })],
      });
      expect(parseModel(textOf(whole))).toEqual(whole);
    }),
  );
});

test("what looks like a place in the JSON of an example is none", () => {
  const foreign = { place: placeAt(7), places: [{ after: 3, page: "x", column: 1, endColumn: 2 }] };
  const shown = { ...example("POST", "/books", { body: foreign }) };
  const whole = model({ operations: [operation("createBook", ["/books"], { method: "POST", examples: [shown] })] });
  expect(parseModel(textOf(whole))).toEqual(whole);
});
