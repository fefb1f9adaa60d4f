import fc from "fast-check";
import { expect, it } from "vitest";
import { bodyOf, placeAt } from "../golden/golden.fixture.ts";
import type { ApiModel, Example, Operation } from "../model/api-model.ts";
import {
  enumRef,
  header,
  libraryModel,
  listOf,
  object,
  objectType,
  operation,
  optionRule,
  parameter,
  primitive,
  property,
  response,
} from "../model/sample-model.fixture.ts";
import { sdkIn, typeErrors } from "./emitted.fixture.ts";

/** The library with what is hard to write as code: members that every object has, a hierarchy, all kinds of arguments. */
function hardLibrary(): ApiModel {
  const library = libraryModel();
  const more = [
    property("toString"),
    property("owner", object("author"), { isNavigation: true }),
    property("kids", listOf(object("shelf")), { isNavigation: true }),
  ];
  const list: Partial<Operation> = {
    queryParameters: [
      parameter("size", primitive("Int32"), { isRequired: true }),
      parameter("mood", enumRef("condition")),
    ],
    headers: [header("If-Match", { isRequired: true })],
    query: { named: ["select", "expand", "orderby", "filter", "top", "count", "search"], isGeneric: false },
    optionRules: [optionRule(["search"], { headers: ["If-Match"], options: ["count"] })],
  };
  return {
    ...library,
    types: [
      ...library.types.map((type) =>
        type.name === "shelf" ? { ...type, properties: [...type.properties, ...more] } : type,
      ),
      objectType("poet", [property("poems", primitive("Int32"))], { baseType: "lib.author" }),
      objectType("card", [property("id")], { isOpen: true, kind: "entity", key: ["id"] }),
    ],
    operations: [
      ...library.operations.map((one) => (one.name === "listBooks" ? { ...one, ...list } : one)),
      operation("deltaBooks", ["/books/delta"], {
        kind: "delta",
        response: response({ envelope: "collection", type: object("book") }),
      }),
      operation("listCards", ["/cards"], {
        query: { named: ["select", "orderby"], isGeneric: false },
        response: response({ envelope: "collection", type: object("card") }),
      }),
      operation("askBook", ["/books/ask"], { response: response({ type: primitive("Untyped") }) }),
      operation("findBook", ["/books/next"], { response: response({ statuses: [200, 204], type: object("book") }) }),
      operation("copyBook", ["/books/{bookId}/copy"], {
        method: "POST",
        kind: "action",
        response: response({
          statuses: [202],
          type: object("book"),
          longRunning: { header: "Location", statusType: null, resultType: object("book") },
        }),
      }),
    ],
  };
}

const names = fc.constantFrom(
  ..."title condition pageCount publishedDate authors shelf room topics toString constructor x id until note".split(
    " ",
  ),
  ..."duration @odata.type @odata.etag a@b name value owner kids".split(" "),
);
const leaf = fc.constantFrom<unknown>(null, 1, true, 1.5, "new", "{id}", "String", "art", "unknownFutureValue");
const types = fc.constantFrom(
  {},
  {},
  ...["#lib.audioBook", "#lib.book", "#lib.author", "#lib.poet", "#none"].map((name) => ({ "@odata.type": name })),
);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 4 }, leaf, fc.array(tie("value"), { maxLength: 3 }), tie("members")),
  members: fc
    .tuple(fc.dictionary(names, tie("value"), { noNullPrototype: true }), types)
    .map(([members, type]) => ({ ...members, ...type })),
}));
const poet = value.map((poems) => ({ "@odata.type": "#lib.poet", name: "Ada", poems }));

/** Closer to a book than what is made of names at random. */
const book = fc
  .tuple(
    fc.record(
      { title: fc.string(), shelf: value, authors: fc.array(fc.oneof(poet, value), { maxLength: 2 }) },
      { requiredKeys: [] },
    ),
    types,
  )
  .map(([members, type]) => ({ ...members, ...type }));
const near = fc.oneof(value, book);
const json = (shape: (one: unknown) => unknown = (one) => one): fc.Arbitrary<string> =>
  near.map((one) => JSON.stringify(shape(one)));

const paths = fc.constantFrom(
  ..."/books /books /branches/7/books /books/1 /Books('1') /books/1/lend /books/{id}/cover/$value /nothing /cards /books/delta /books/next /books/1/copy".split(
    " ",
  ),
  "/books/find(topic='art',pages=2)",
  "/books/find(topic='x',pages=b)",
);
const queries = fc.uniqueArray(
  fc.constantFrom(
    ..."$select=title,x,authors $select=title $select=toString,@odata.type $orderby=title,foo $top=1 $top=x".split(" "),
    ..."$expand=authors($select=x) $expand=authors $expand=shelf,foo $count=true $search=a $filter=a".split(" "),
    ..."size=1 size=x size={size} mood=new mood=bad q=1".split(" "),
  ),
  { maxLength: 4 },
);
const requests = fc.record({
  method: fc.constantFrom("GET", "GET", "POST", "PATCH", "PUT", "DELETE"),
  url: fc
    .tuple(paths, queries)
    .map(([path, query]) => `https://library.example/v1${path}${query.length === 0 ? "" : `?${query.join("&")}`}`),
  headers: fc.constantFrom([], [{ name: "if-match", value: "*" }]),
  body: fc.option(fc.oneof(fc.constant("a sentence"), json()).map((text) => bodyOf(text))),
  place: fc.constant(placeAt(1)),
});
const responses = fc.record({
  status: fc.constantFrom(200, 200, 200, 201, 204, 302, 400),
  headers: fc.constantFrom([], [{ name: "location", value: "https://library.example/v1/books/2" }]),
  body: fc.option(
    fc
      .oneof(
        fc.constant("text"),
        json(),
        json((one) => ({ value: one })),
        json((one) => ({ value: [one] })),
      )
      .map((text) => bodyOf(text)),
  ),
  isTruncated: fc.constant(false),
  type: fc.constant(null),
  place: fc.constant(placeAt(2)),
});

it("any examples are goldens that the compiler takes, whatever they contradict", () => {
  const library = hardLibrary();
  const messages = fc.tuple(fc.option(requests, { freq: 8 }), fc.array(responses, { maxLength: 3 }));
  // One run of the compiler for many examples; always the same ones, as it would take too long to make them smaller.
  const samples = fc.sample(messages, { numRuns: 1000, seed: 31 });
  const all = samples.map(
    ([request, given], at): Example => ({ name: `example${at}`, title: null, request, responses: given }),
  );
  const operations = library.operations.map((one, at) => ({
    ...one,
    examples: all.filter((_, index) => index % library.operations.length === at),
  }));
  const files = sdkIn("sdk", { ...library, operations });
  const tests = files.find(({ path }) => path === "sdk/golden/books.test.ts")?.text ?? "";
  // All that is to be tested occurs.
  const marks = "absent contradiction further incomplete lacks placeholder sent shown undeclared unset".split(" ");
  const readings = "bodiless changes content differs empty expanded failure handle listed nothing page redirect value";
  const unused = [...marks, ...readings.split(" ")].filter((name) => !new RegExp(`\\b${name}[<(]`).test(tests));
  expect(unused).toEqual([]);
  expect(typeErrors(files)).toEqual([]);
}, 60_000);
