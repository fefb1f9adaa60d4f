import { expect, test } from "vitest";
import { changedModels } from "../emit/changed-models.fixture.ts";
import { fullModel } from "../emit/full-model.fixture.ts";
import type { ApiModel } from "../model/api-model.ts";
import { enumMember, enumType, model, objectType, operation, property } from "../model/sample-model.fixture.ts";
import { diffModels } from "./diff-models.ts";
import { isSameSurface } from "./same-surface.ts";
import { everything, selectChanges } from "./select-changes.ts";

test("where the surface is the same, no rule but those about wording finds anything", () => {
  const base = fullModel();
  let same = 0;
  for (const [place, changed] of changedModels(base)) {
    if (!isSameSurface(base, changed)) continue;
    same++;
    const changes = selectChanges(diffModels(base, changed), { ...everything, docs: false });
    expect({ place, changes }).toEqual({ place, changes: [] });
  }
  expect(same).toBeGreaterThan(20);
});

const place = { page: "a.md", line: 3, column: 1, endLine: 3, endColumn: 2 };

function library(more: Partial<ApiModel> = {}): ApiModel {
  return model({
    types: [objectType("book", [property("title", undefined, { place })]), objectType("author", [])],
    enums: [enumType("size", ["small"])],
    operations: [operation("getBook", ["/books/{bookId}"])],
    ...more,
  });
}

test.each<[string, Partial<ApiModel>]>([
  ["nothing", {}],
  ["the order of types", { types: library().types.toReversed() }],
  [
    "a description, and the line of its place",
    {
      types: library().types.map((type) => ({
        ...type,
        properties: type.properties.map((one) => ({ ...one, description: "New.", place: { ...place, line: 9 } })),
      })),
    },
  ],
])("%s is no change of the surface", (_, changed) => {
  expect(isSameSurface(library(), library(changed))).toBe(true);
});

test.each<[string, Partial<ApiModel>]>([
  ["the base URL", { baseUrl: null }],
  ["a type less", { types: library().types.slice(0, 1) }],
  ["a type twice", { types: [...library().types.slice(0, 1), ...library().types.slice(0, 1)] }],
  ["another type", { types: [...library().types.slice(0, 1), objectType("reader", [])] }],
  ["a property", { types: [objectType("book", []), objectType("author", [])] }],
  ["a member of an enum", { enums: [{ ...enumType("size", []), members: [enumMember("large")] }] }],
  ["a path", { operations: [operation("getBook", ["/book/{bookId}"])] }],
  ["the page of an operation", { operations: [operation("getBook", ["/books/{bookId}"], { page: "b.md" })] }],
])("%s is one", (_, changed) => {
  expect(isSameSurface(library(), library(changed))).toBe(false);
  expect(isSameSurface(library(changed), library())).toBe(false);
});
