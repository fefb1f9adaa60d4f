import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Operation, Property, RequestBody, TypeRef } from "../model/api-model.ts";
import {
  enumRef,
  enumType,
  listOf,
  model,
  object,
  objectType,
  operation,
  primitive,
  property,
  requestBody,
  text,
} from "../model/sample-model.fixture.ts";
import { createModelView } from "../shapes/model-view.ts";
import { createValueChecker } from "./check-value.ts";

const number = primitive("Int32");

const types = [
  objectType(
    "book",
    [
      property("id", text, { isReadOnly: true }),
      property("title"),
      property("pages", number, { isNullable: true }),
      property("genre", enumRef("genre")),
      property("mood", enumRef("mood")),
      property("tags", enumRef("tags")),
      property("cover", object("cover")),
      property("covers", listOf(object("cover"))),
      property("either", { kind: "union", options: [number, object("cover")] }),
      property("anything", primitive("Untyped")),
    ],
    { kind: "entity", key: ["id"] },
  ),
  objectType("cover", [property("width", number)]),
  objectType("hardCover", [property("cloth")], { baseType: "lib.cover" }),
  objectType("box", [property("size")], { isOpen: true }),
  objectType("words", []),
];
const enums = [
  enumType("genre", ["novel", "poem"]),
  enumType("mood", ["sad", "unknownFutureValue"], { isEvolvable: true }),
  enumType("tags", ["a", "b"], { isFlags: true }),
];
const checker = createValueChecker(createModelView(model({ types, enums })));

const said = (value: unknown, type: TypeRef = object("book")) =>
  checker.check(value, type, "read").map(({ code, path, message }) => `${code} ${path.join("/")}: ${message}`);

describe("a value of one of several types", () => {
  const either: TypeRef = { kind: "union", options: [object("cover"), object("hardCover")] };

  it("is compared with the one that has its members", () => {
    expect(said({ cloth: "red" }, either)).toEqual([]);
    expect(said({ cloth: 1 }, either)).toEqual(["example-value-type cloth: `cloth` is a number, expected String"]);
  });

  it("may have members of each, and of none of them is undeclared what another has", () => {
    const both: TypeRef = { kind: "union", options: [object("cover"), object("book")] };
    expect(said({ width: 1, title: "x" }, both)).toEqual([]);
    expect(said({ width: 1, title: "x", colour: "red" }, both)).toEqual([
      "example-member-undeclared colour: `colour` is in no table",
    ]);
  });
});

describe("check", () => {
  it("finds nothing in a value of the type, or in a part of one", () => {
    const book = { id: "1", title: "x", pages: null, genre: "poem", mood: "new", tags: "a,b", cover: { width: 1 } };
    expect(said(book)).toEqual([]);
    expect(said({ ...book, covers: [{ width: 2 }, {}], either: 3, anything: [{}], "@odata.id": 1 })).toEqual([]);
    expect(said({})).toEqual([]);
  });

  it("says where a value is of another kind", () => {
    expect(said({ title: 1, cover: "none", covers: {}, either: true })).toEqual([
      "example-value-type title: `title` is a number, expected String",
      "example-value-type cover: `cover` is a string, expected cover",
      "example-value-type covers: `covers` is an object, expected a list",
      "example-value-type either: `either` is a boolean, expected Int32",
    ]);
    expect(said({ covers: [{ width: "3" }] })).toEqual([
      "example-value-type covers/0/width: `covers[0].width` is a string, expected Int32",
    ]);
    expect(said([], object("book"))).toEqual(["example-value-type : The body is a list, expected book"]);
  });

  it("says which text is no member of a closed enum, and which one is meant", () => {
    expect(said({ genre: "Poem" })).toEqual([
      "example-value-enum genre: `genre` is `Poem`, no member of genre, perhaps `poem`",
    ]);
    expect(said({ genre: "essay" })).toEqual(["example-value-enum genre: `genre` is `essay`, no member of genre"]);
  });

  it("wants null to be said", () => {
    expect(said({ title: null })).toEqual([
      "example-value-null title: `title` is `null`, and no page says that it may be",
    ]);
    const lenient = createValueChecker(createModelView(model({ types, enums })), { isLenient: true });
    expect(lenient.check({ title: null, id: null }, object("book"), "read").map(({ path }) => path)).toEqual([["id"]]);
  });

  it("says which members are in no table", () => {
    expect(said({ Title: "x", cover: { height: 2 } })).toEqual([
      "example-member-undeclared Title: `Title` is in no table, perhaps `title`",
      "example-member-undeclared cover/height: `cover.height` is in no table",
    ]);
  });

  it("lets open types have any, and those without a single declared one", () => {
    expect(said({ colour: 1 }, object("box"))).toEqual([]);
    expect(said({ colour: 1 }, object("words"))).toEqual([]);
    expect(checker.conformance({ size: "s", colour: 1 }, object("box"), "read").further).toEqual([
      { path: [], names: ["colour"] },
    ]);
  });

  it("knows the entity tag of what may have one", () => {
    const wrong = (path: string): string => `example-value-type ${path}: \`${path}\` is a number, expected String`;
    const value = (etag: unknown) => ({ "@odata.etag": etag, cover: { "@odata.etag": etag } });
    expect(said(value('W/"1"'))).toEqual([]);
    // A complex type has none, as long as no page shows one.
    expect(said(value(1))).toEqual([wrong("@odata.etag")]);
    expect(said(value(null))).toEqual([
      "example-value-null @odata.etag: `@odata.etag` is `null`, and no page says that it may be",
    ]);
    const tagged = types.map((type) => (type.name === "cover" ? { ...type, hasEtag: true } : type));
    const { check } = createValueChecker(createModelView(model({ types: tagged, enums })));
    for (const name of ["cover", "hardCover"])
      expect(check({ "@odata.etag": [null] }, object(name), "read").map(({ path }) => path)).toEqual([["@odata.etag"]]);
  });

  it("follows the derived type that an object names, and no other", () => {
    const cover = { "@odata.type": "#lib.hardCover", width: 1, cloth: "red" };
    expect(said({ cover })).toEqual([]);
    expect(checker.conformance({ cover }, object("book"), "read").derived).toEqual([
      { path: ["cover"], id: "lib.hardCover" },
    ]);
    expect(said({ cover: { ...cover, "@odata.type": "#lib.box" } })).toEqual([
      "example-member-undeclared cover/cloth: `cover.cloth` is in no table",
    ]);
  });

  it("tells placeholders from contradictions, and still takes them for none of the values", () => {
    const value = { genre: "String", pages: "Number of pages value", cover: "<cover>", title: "String" };
    const { contradictions, placeholders } = checker.conformance(value, object("book"), "read");
    expect({ contradictions, placeholders }).toEqual({
      contradictions: [],
      placeholders: [["genre"], ["pages"], ["cover"]],
    });
    expect(said({ genre: "String" })).toEqual([
      "example-value-type genre: `genre` is `String`, which only stands for a value",
    ]);
  });

  it("never throws, and finds nothing where anything goes", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        checker.check(value, object("book"), "read");
        expect(checker.check(value, primitive("Untyped"), "write")).toEqual([]);
      }),
    );
  });
});

describe("checkBody", () => {
  const withBody = (more: Partial<RequestBody>, op: Partial<Operation> = {}): Operation =>
    operation("createBook", ["/books"], { method: "POST", kind: "create", body: requestBody(more), ...op });
  const book: Partial<RequestBody> = { kind: "resource", type: object("book") };
  const rows = (...properties: Property[]): Partial<RequestBody> => ({ kind: "parameters", type: null, properties });
  const saidOf = (op: Operation, value: unknown) => checker.checkBody(op, value).map(({ message }) => message);

  it("wants what the page requires", () => {
    const op = withBody(rows(property("title", text, { isRequired: true }), property("pages", number)));
    expect(saidOf(op, { title: "x" })).toEqual([]);
    expect(saidOf(op, { pages: 3 })).toEqual(["`title` is required, and not sent"]);
  });

  it("takes what the resource has but for what the service gives", () => {
    expect(saidOf(withBody(book), { title: "x", genre: "poem", "cover@odata.bind": "/covers/1" })).toEqual([]);
    expect(saidOf(withBody(book), { id: "1" })).toEqual(["`id` is in no table"]);
  });

  it("takes lists for flags, and no sentinel", () => {
    expect(saidOf(withBody(book), { tags: ["a", "b"] })).toEqual([]);
    expect(saidOf(withBody(book), { mood: "unknownFutureValue" })).toEqual([
      "`mood` is `unknownFutureValue`, no member of mood",
    ]);
  });

  it("lets an update clear what may be absent", () => {
    expect(saidOf(withBody(book, { method: "PATCH", kind: "update" }), { title: null })).toEqual([]);
    expect(saidOf(withBody(book), { title: null })).toHaveLength(1);
  });

  it("takes members of derived types", () => {
    const cover = withBody({ kind: "resource", type: object("cover") });
    expect(saidOf(cover, { "@odata.type": "#lib.hardCover", width: 1, cloth: "red" })).toEqual([]);
    expect(saidOf(cover, { cloth: "red" })).toEqual([]);
    expect(saidOf(cover, { linen: "red" })).toEqual(["`linen` is in no table"]);
  });

  it("takes no members that the service alone gives, of derived types neither", () => {
    const all = [
      objectType("note", [property("text"), property("size", number, { isReadOnly: true })]),
      objectType("sticker", [property("colour"), property("age", number, { isReadOnly: true })], {
        baseType: "lib.note",
      }),
    ];
    const create = withBody({ kind: "resource", type: object("note") });
    const found = (value: object): readonly string[] =>
      createValueChecker(createModelView(model({ types: all })))
        .checkBody(create, value)
        .map(({ message }) => message);
    const refused = ["`size` is in no table", "`age` is in no table"];
    expect(found({ text: "a", colour: "red", size: 1, age: 2 })).toEqual(refused);
    expect(found({ "@odata.type": "#lib.sticker", colour: "red", size: 1, age: 2 })).toEqual(refused);
  });

  it("says what of a derived type the emitted body does not name, as there are too many of them", () => {
    const many = Array.from({ length: 13 }, (_, index) =>
      objectType(`kind${index}`, [property(`own${index}`)], { baseType: "lib.base" }),
    );
    const all = [objectType("base", [property("id")]), ...many];
    const op = withBody({ kind: "resource", type: object("base") });
    const value = { "@odata.type": "#lib.kind3", own3: "x", id: "1" };
    const found = createValueChecker(createModelView(model({ types: all }))).bodyConformance(op, value);
    expect(found?.contradictions).toEqual([]);
    expect(found?.further).toEqual([{ path: [], names: ["@odata.type", "own3"] }]);
    const few = createValueChecker(createModelView(model({ types: all.slice(0, 13) }))).bodyConformance(op, value);
    expect(few?.further).toEqual([]);
  });

  it("knows bodies that are lists, and those that are no objects", () => {
    expect(saidOf(withBody({ kind: "resource", type: listOf(object("cover")) }), [{ width: 1 }])).toEqual([]);
    expect(saidOf(withBody(book), [])).toEqual(["The body is a list, expected an object"]);
  });

  it("says nothing of raw content", () => {
    expect(checker.bodyConformance(withBody({ kind: "binary", type: null }), {})).toBeNull();
    expect(saidOf(withBody({ kind: "binary", type: null }), {})).toEqual([]);
  });
});
