import { expect, test } from "vitest";
import { enumType, model, objectType } from "../model/sample-model.fixture.ts";
import { Lookups } from "./lookups.ts";
import { createModelView, type ModelView, typeKey } from "./model-view.ts";

test("what is looked at counts for all that is being made, and for nothing else", () => {
  const lookups = new Lookups();
  lookups.note("before");
  const { value, looked } = lookups.watch(() => {
    lookups.note("outer");
    const inner = lookups.watch(() => lookups.note("inner"));
    expect([...inner.looked]).toEqual(["inner"]);
    lookups.note("outer");
    return 7;
  });
  expect([value, [...looked]]).toEqual([7, ["outer", "inner"]]);
  expect([...lookups.watch(() => {}).looked]).toEqual([]);
});

test("what is made once counts for everyone who asks for it", () => {
  const lookups = new Lookups();
  let count = 0;
  const squareOf = lookups.once((number: number) => {
    count++;
    lookups.note(`number ${number}`);
    return number * number;
  });
  const twice = lookups.once((number: number) => 2 * squareOf(number));
  expect([squareOf(3), twice(3), count]).toEqual([9, 18, 1]);
  const { value, looked } = lookups.watch(() => twice(3));
  expect([value, [...looked], count]).toEqual([18, ["number 3"], 1]);
});

test("a thing that cannot be made ends what it was looking at", () => {
  const lookups = new Lookups();
  const fail = (): never => {
    lookups.note("inner");
    throw new Error("no");
  };
  const { looked } = lookups.watch(() => {
    expect(() => lookups.watch(fail)).toThrow("no");
    lookups.note("outer");
  });
  expect([...looked]).toEqual(["inner", "outer"]);
});

const looks: Readonly<Record<string, (view: ModelView, id: string) => unknown>> = {
  types: ({ inheritance }, id) => inheritance.types.get(id),
  membersOf: ({ inheritance }, id) => inheritance.membersOf(id),
  isOpen: ({ inheritance }, id) => inheritance.isOpen(id),
  isNameless: ({ inheritance }, id) => inheritance.isNameless(id),
  enums: ({ enums }, id) => enums.get(id),
};

test.each(Object.entries(looks))("%s: which type was asked for is noted, also where there is none", (_, look) => {
  const view = createModelView(model({ types: [objectType("book", [])], enums: [enumType("size", ["a"])] }));
  for (const id of ["lib.book", "lib.size", "lib.none"])
    expect([...view.lookups.watch(() => look(view, id)).looked]).toEqual([typeKey(id)]);
});

test("what is told of all types at once is not noted", () => {
  const view = createModelView(model({ types: [objectType("book", [])] }));
  const { value, looked } = view.lookups.watch(() => [
    view.overview.types.get("lib.book")?.type.name,
    view.inheritance.descendantsOf("lib.book"),
  ]);
  expect([value, looked.size]).toEqual([["book", []], 0]);
});
