import { expect, test } from "vitest";
import type { ApiModel, Operation } from "../model/api-model.ts";
import {
  example,
  listOf,
  model,
  object,
  objectType,
  operation,
  property,
  response,
} from "../model/sample-model.fixture.ts";
import { createModelView, operationKey, typeKey } from "../shapes/model-view.ts";
import { answer } from "./golden.fixture.ts";
import { createGoldenPlanner } from "./plan-goldens.ts";

/** What is looked at for the goldens of an operation, on the first and on a second time. */
function lookedAt(parts: Partial<ApiModel>, owner: Operation): readonly string[] {
  const view = createModelView(model(parts));
  const goldensOf = createGoldenPlanner(view);
  const [first, second] = [1, 2].map(() => [...view.lookups.watch(() => goldensOf(owner)).looked].sort());
  expect(second).toEqual(first);
  return first ?? [];
}

test("goldens are made of all operations that their requests may call", () => {
  const owner = { ...operation("createBook", ["/books"]), examples: [example("GET", "/books/7")] };
  const called = operation("getBook", ["/books/{bookId}"]);
  const other = operation("listReaders", ["/readers"]);
  const looked = lookedAt({ operations: [owner, called, other] }, owner);
  expect(looked).toContain(operationKey(called));
  expect(looked).not.toContain(operationKey(other));
});

test("goldens are made of the types whose values their responses show, to any depth", () => {
  const types = [
    objectType("book", [property("authors", listOf(object("author")))]),
    objectType("author", [property("name")]),
    objectType("reader", [property("name")]),
  ];
  const shown = example("GET", "/books/7");
  const owner = {
    ...operation("getBook", ["/books/{bookId}"], { response: response({ type: object("book") }) }),
    examples: [{ ...shown, responses: [answer(200, '{ "authors": [{ "name": "A" }] }')] }],
  };
  const looked = lookedAt({ types, operations: [owner] }, owner);
  expect(looked).toEqual(expect.arrayContaining(["lib.book", "lib.author"].map(typeKey)));
  expect(looked).not.toContain(typeKey("lib.reader"));
});
