import { describe, expect, it } from "vitest";
import { readExpand } from "../examples/expand-grammar.ts";
import type { ExampleOption } from "../examples/query-arguments.ts";
import type { ApiModel, ObjectType, OperationResponse } from "../model/api-model.ts";
import {
  example,
  libraryModel,
  listOf,
  model,
  object,
  objectType,
  operation,
  primitive,
  property,
  response,
} from "../model/sample-model.fixture.ts";
import { maxFamily, resolveInheritance } from "../shapes/inheritance.ts";
import { unknownNameReason, unknownNames } from "./selection-names.ts";

const author = (name: string, ...more: Parameters<typeof property>[1][]) =>
  property(name, more[0] ?? listOf(object("author")), { isNavigation: true });

const types: readonly ObjectType[] = [
  objectType("book", [property("title"), property("shelf", object("shelf")), author("authors")]),
  objectType("audioBook", [property("duration")], { baseType: "lib.book" }),
  objectType("author", [property("name"), author("friends"), author("home", object("shelf"))]),
  objectType("shelf", [property("room")]),
  objectType("bag", [property("id")], { isOpen: true }),
];

const list: Partial<OperationResponse> = { envelope: "collection", type: object("book") };

function typesOf({ types: all, enums }: Pick<ApiModel, "types" | "enums">) {
  return { inheritance: resolveInheritance(all, enums) };
}

function unknown(given: Partial<OperationResponse>, options: readonly ExampleOption[], all = types): readonly string[] {
  const found = unknownNames(
    operation("get", ["/books"], { response: response(given) }),
    options,
    typesOf(model({ types: all })),
  );
  return found.map(({ option, name, type, isAbsent }) => `${option} ${name} ${type}${isAbsent ? "" : " (there)"}`);
}

const select = (...value: readonly string[]): ExampleOption => ({ name: "select", value, text: value.join() });
const orderby = (...value: readonly string[]): ExampleOption => ({ name: "orderby", value, text: value.join() });

function expand(text: string): ExampleOption {
  const value = readExpand(text);
  if (value === null) throw new Error(`unexpected ${text}`);
  return { name: "expand", value, text };
}

describe("names in select", () => {
  it("are properties, of the type or of one that derives from it", () => {
    expect(unknown(list, [select("title", "shelf", "duration")])).toEqual([]);
    expect(unknown(list, [select("titel", "Title", "toString", "__proto__")])).toEqual([
      "select titel lib.book",
      "select Title lib.book",
      "select toString lib.book",
      "select __proto__ lib.book",
    ]);
  });

  it("are no annotations, which interfaces may have whatever the pages say", () => {
    expect(unknown(list, [select("@odata.type", "title@note")])).toEqual([
      "select @odata.type lib.book (there)",
      "select title@note lib.book (there)",
    ]);
  });

  it("are no relationships, though these are there", () => {
    expect(unknown(list, [select("authors")])).toEqual(["select authors lib.book (there)"]);
  });

  it("may be any of a type of which nothing is known", () => {
    expect(unknown({ type: object("bag") }, [select("x"), orderby("y")])).toEqual([]);
    const filled = [...types, objectType("toolbag", [property("tools")], { baseType: "lib.bag" })];
    expect(unknown({ type: object("bag") }, [select("x", "tools")], filled)).toEqual(["select x lib.bag"]);
  });

  it("are those of the type alone where too many derive from it", () => {
    const many = (count: number): readonly ObjectType[] =>
      Array.from({ length: count }, (_, at) => objectType(`b${at}`, [property(`p${at}`)], { baseType: "lib.book" }));
    const [few, more] = [maxFamily - 1, maxFamily].map((count) => [...types, ...many(count)]);
    expect(unknown(list, [select("p0", "title")], few)).toEqual([]);
    expect(unknown(list, [select("p0", "title")], more)).toEqual(["select p0 lib.book"]);
  });
});

describe("names in orderby", () => {
  it("come before a direction or a path", () => {
    expect(unknown(list, [orderby("title desc", "shelf/room", "size asc", "site/room")])).toEqual([
      "orderby size lib.book",
      "orderby site lib.book",
    ]);
  });
});

describe("names in expand", () => {
  it("are relationships", () => {
    expect(unknown(list, [expand("authors")])).toEqual([]);
    expect(unknown(list, [expand("writers,shelf")])).toEqual([
      "expand writers lib.book",
      "expand shelf lib.book (there)",
    ]);
  });

  it("have names of the related type inside", () => {
    expect(unknown(list, [expand("authors($select=name,title;$orderby=name desc,age;$expand=friends,books)")])).toEqual(
      ["expand title lib.author", "expand age lib.author", "expand books lib.author"],
    );
    expect(unknown(list, [expand("authors($expand=friends($select=title))")])).toEqual(["expand title lib.author"]);
  });

  it("are any where the type has no relationships, but not further inside", () => {
    expect(unknown({ type: object("shelf") }, [expand("books")])).toEqual([]);
    expect(unknown(list, [expand("authors($expand=home($expand=room,walls))")])).toEqual([
      "expand room lib.shelf (there)",
      "expand walls lib.shelf",
    ]);
  });
});

describe("results without names", () => {
  it("are values, lists of values, content, nothing, and what may be nothing", () => {
    const options = [select("x"), orderby("x"), expand("x")];
    for (const given of [
      {},
      { type: primitive("String") },
      { envelope: "collection", type: primitive("String") },
      { envelope: "collection", type: null },
      { content: "binary", type: object("book") },
      { content: "none", statuses: [204] },
      { type: object("book"), statuses: [200, 204] },
    ] as const)
      expect(unknown(given, options)).toEqual([]);
    expect(unknown({ envelope: "value", type: object("book") }, options)).toHaveLength(3);
    expect(unknown({ ...list, statuses: [200, 204] }, options)).toHaveLength(3);
    expect(unknown({ ...list, type: listOf(object("book")) }, options)).toHaveLength(3);
    expect(unknown(list, [{ name: "top", value: 1, text: "1" }])).toEqual([]);
  });
});

describe("unknownNameReason", () => {
  it("names the type as its page does, or by its id", () => {
    const { request } = example("GET", "/books");
    if (request === null) throw new Error("an example has a request");
    const scope = typesOf(libraryModel());
    const reason = (option: "select" | "expand", type: string): unknown =>
      unknownNameReason({ option, name: "x", type, isAbsent: true }, request, scope);
    const { place } = request;
    const code = "example-name-unknown";
    expect(reason("select", "lib.book")).toEqual({ code, place, message: "`x` in `$select` is no property of book" });
    expect(reason("expand", "lib.none")).toEqual({
      code,
      place,
      message: "`x` in `$expand` is no relationship or property of lib.none",
    });
  });
});
