import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createValueChecker } from "../conformance/check-value.ts";
import { createOperationIndex } from "../examples/operation-index.ts";
import type { ApiModel, Example, HttpMethod } from "../model/api-model.ts";
import {
  enumRef,
  enumType,
  example,
  header,
  libraryModel,
  model,
  object,
  objectType,
  operation,
  optionRule,
  parameter,
  pathTemplate,
  place,
  primitive,
  property,
  requestBody,
  response,
  text,
} from "../model/sample-model.fixture.ts";
import { resolveInheritance } from "../shapes/inheritance.ts";
import { createModelView } from "../shapes/model-view.ts";
import { bodyOf, placeAt, plannedGolden, plannedSent, said } from "./golden.fixture.ts";
import { planGoldens } from "./plan-goldens.ts";
import { planBareCall, planRequest, type RequestContext } from "./plan-request.ts";

const bookType = objectType("book", [property("title"), property("pages", primitive("Int32"))]);
const getBook = operation("getBook", ["/books/{bookId}"], { response: response({ type: object("book") }) });
const createBook = operation("createBook", ["/books"], {
  method: "POST",
  kind: "create",
  body: requestBody({ type: object("book"), properties: [property("title", text, { isRequired: true })] }),
});

/** A request with the text of its body as the page has it. */
function posting(path: string, body: string, method: HttpMethod = "POST"): Example {
  const { request, ...rest } = example(method, path);
  if (request === null) throw new Error("an example has a request");
  return { ...rest, request: { ...request, body: bodyOf(body) } };
}

function contextOf(parts: ApiModel): RequestContext {
  return {
    index: createOperationIndex(parts),
    checker: createValueChecker(createModelView(parts)),
    types: {
      inheritance: resolveInheritance(parts.types, parts.enums),
      enums: new Map(parts.enums.map((type) => [type.id, type])),
    },
  };
}

describe("a request that a call makes", () => {
  it("is the call with its values, and nothing stands against it", () => {
    const golden = plannedSent(getBook, example("GET", "/books/b1"));
    expect(golden.operation.name).toBe("getBook");
    expect(golden.call.parameters).toEqual([{ name: "bookId", value: "b1", isTyped: true, isPlaceholder: false }]);
    expect(golden).toMatchObject({
      body: null,
      missing: [],
      unknownNames: [],
      allowances: [],
      contradictions: [],
      difference: null,
    });
    expect(golden.verdicts).toEqual(new Map([["bookId", "fine"]]));
  });

  it("is one of another function, where that documents the path", () => {
    const golden = plannedSent(getBook, posting("/books", '{ "title": "Tides" }'), { others: [createBook] });
    expect(golden.operation.name).toBe("createBook");
    expect(golden.contradictions).toEqual([]);
  });

  it("may be written in another way, which is noted and not held against it", () => {
    const golden = plannedSent(getBook, example("GET", "/Books('b1')"));
    expect(golden.allowances.map(({ code }) => code).sort()).toEqual(["key-form", "letter-case"]);
    expect(golden.difference).toBeNull();
  });
});

describe("a request that no call makes", () => {
  it.each([
    [
      "PUT",
      "/shelves/1",
      "example-path-differs",
      "No operation has the path of PUT https://library.example/v1/shelves/1",
    ],
    [
      "DELETE",
      "/books/1",
      "example-method-differs",
      "Unexpected DELETE https://library.example/v1/books/1, expected GET",
    ],
  ] as const)("says why, without a stop: %s %s", (method, path, code, message) => {
    const { request } = plannedGolden(getBook, example(method, path));
    expect(request).toMatchObject({ kind: "unsent", reason: { code, message, place } });
  });

  it("has a URL that cannot be read", () => {
    const { request } = example("GET", "");
    const sentence = { ...request, url: "" } as NonNullable<typeof request>;
    const planned = planRequest(getBook, sentence, contextOf(model({ operations: [getBook] })));
    expect(planned).toMatchObject({ kind: "unsent", reason: { code: "example-url-invalid" } });
  });

  it("stands on a page without a path", () => {
    const nowhere = operation("nowhere", []);
    const books = operation("listBooks", ["/books"]);
    const request = example("GET", "/books").request as NonNullable<Example["request"]>;
    const unsent = { kind: "unsent", reason: { code: "request-missing", place: nowhere.place } };
    // Even if another page has the path: there is no file that the test could stand in.
    for (const operations of [[nowhere], [nowhere, books]])
      expect(planRequest(nowhere, request, contextOf(model({ operations })))).toMatchObject(unsent);
    const broken = planRequest(nowhere, { ...request, url: "" }, contextOf(model({ operations: [nowhere, books] })));
    expect(broken).toMatchObject({ kind: "unsent", reason: { code: "example-url-invalid" } });
  });
});

describe("what a call cannot send as the example has it", () => {
  it("is a path that differs in one place", () => {
    const golden = plannedSent(
      operation("listParts", ["/books/{bookId}/parts/all"]),
      example("GET", "/books/b1/pieces/all"),
    );
    expect(golden.difference).toMatchObject({ code: "example-address-differs", place });
    expect(golden.difference?.message).not.toMatch(/\.$/);
  });

  it("is a query option that comes twice", () => {
    const list = operation("listBooks", ["/books"], { query: { named: ["top"], isGeneric: false } });
    const golden = plannedSent(list, example("GET", "/books?$top=1&$top=2"));
    expect(said([golden.difference])).toEqual(["example-query-differs: $top comes twice, the second time as 2"]);
    expect(plannedSent(list, example("GET", "/books?$top=1")).difference).toBeNull();
  });

  it("is what the path itself asks for and the example does not", () => {
    const counted = pathTemplate("/books", {}, [{ name: "$count", value: "true" }]);
    const list = operation("countBooks", [counted]);
    expect(said([plannedSent(list, example("GET", "/books")).difference])).toEqual([
      "example-query-differs: The path itself sends $count=true",
    ]);
    expect(plannedSent(list, example("GET", "/books?$count=true")).difference).toBeNull();
  });

  it("is a body where there is none; an empty one says nothing", () => {
    const golden = plannedSent(getBook, posting("/books/b1", '{ "a": 1 }', "GET"));
    expect(said([golden.difference])).toEqual(["example-body-unexpected: The operation takes no body"]);
    expect(plannedSent(getBook, posting("/books/b1", "{}", "GET")).difference).toBeNull();
  });

  it("is a sentence in the place of an object, for which there is no body then", () => {
    const golden = plannedSent(createBook, posting("/books", "The book goes here."));
    expect(golden.difference).toEqual({
      code: "example-json-invalid",
      message: "The body of the request is not JSON, as the page says that it is",
      place: placeAt(20),
    });
    expect(golden.body).toBeNull();
    expect(golden.missing).toEqual([{ kind: "body", name: "" }]);
  });

  it("is no sentence where text or content is sent", () => {
    for (const body of [
      requestBody({ kind: "text", contentType: "text/plain" }),
      requestBody({ kind: "binary", contentType: "image/png" }),
      requestBody({ textType: "text/html", properties: [property("title", text, { isRequired: true })] }),
    ]) {
      const send = operation("send", ["/books"], { method: "POST", body });
      const golden = plannedSent(send, posting("/books", "<p>Tides</p>"));
      expect([golden.difference, golden.contradictions]).toEqual([null, []]);
    }
  });
});

describe("what stands against a body", () => {
  const types = [bookType];

  it("is told with its place on the page", () => {
    const golden = plannedSent(
      createBook,
      posting("/books", '{\n  "title": "Tides",\n  "pages": "many",\n  "size": 1\n}'),
      {
        types,
      },
    );
    expect(golden.contradictions).toEqual([
      {
        code: "example-value-type",
        message: "`pages` is a string, expected Int32",
        place: { page: "api/sample.md", line: 22, column: 3, endLine: 22, endColumn: 18 },
      },
      {
        code: "example-member-undeclared",
        message: "`size` is in no table",
        place: { page: "api/sample.md", line: 23, column: 3, endLine: 23, endColumn: 12 },
      },
    ]);
    expect(golden.difference).toBeNull();
  });

  it("is a required member that is not there; the place is the object's", () => {
    const golden = plannedSent(createBook, posting("/books", '{ "pages": 7 }'), { types });
    expect(golden.contradictions).toEqual([
      {
        code: "example-member-missing",
        message: "`title` is required, and not sent",
        place: { page: "api/sample.md", line: 20, column: 1, endLine: 20, endColumn: 15 },
      },
    ]);
  });

  it("is nothing where a text only stands for a value", () => {
    const golden = plannedSent(createBook, posting("/books", '{ "title": "Tides", "pages": "{pages}" }'), { types });
    expect(golden.contradictions).toEqual([]);
    expect(golden.body?.placeholders).toEqual([["pages"]]);
  });

  it("is not told where the page shows that the service refuses it", () => {
    const bad = posting("/books", '{ "pages": 7 }');
    const refusal = { status: 400, headers: [], body: null, isTruncated: false, type: null, place };
    const refused = plannedSent(createBook, { ...bad, responses: [refusal] }, { types });
    expect(refused.contradictions).toEqual([]);
    // What is not there has to be marked all the same.
    expect(refused.body?.contradictions.map(({ code }) => code)).toEqual(["example-member-missing"]);
    const accepted = { ...refusal, status: 201 };
    const both = plannedSent(createBook, { ...bad, responses: [refusal, accepted] }, { types });
    expect(both.contradictions).toHaveLength(1);
  });
});

describe("what stands against arguments", () => {
  const numbered = operation("getPage", ["/pages/{number}"], {
    pathParameters: [parameter("number", primitive("Int32"), { isRequired: true })],
    queryParameters: [parameter("size", enumRef("size"))],
  });
  const enums = [enumType("size", ["small", "large"])];

  it("is a value of another type", () => {
    const golden = plannedSent(numbered, example("GET", "/pages/seven?size=huge"), { enums });
    expect(golden.verdicts).toEqual(
      new Map([
        ["number", "wrong"],
        ["size", "wrong"],
      ]),
    );
    expect(golden.contradictions).toEqual([
      { code: "example-argument-type", message: "`number` is `seven`, which is not of its type", place },
      { code: "example-argument-type", message: "`size` is `huge`, which is not of its type", place },
    ]);
  });

  it("is not what stands for a value", () => {
    const golden = plannedSent(numbered, example("GET", "/pages/{number}?size={size}"), { enums });
    expect([...golden.verdicts.values()]).toEqual(["placeholder", "placeholder"]);
    expect(golden.contradictions).toEqual([]);
  });
});

describe("arguments that are required and not there", () => {
  it("are query parameters", () => {
    const find = operation("find", ["/find"], { queryParameters: [parameter("q", text, { isRequired: true })] });
    const golden = plannedSent(find, example("GET", "/find"));
    expect(golden.missing).toEqual([{ kind: "query", name: "q" }]);
    expect(said(golden.contradictions)).toEqual([
      "example-argument-missing: The query parameter `q` is required, and not sent",
    ]);
    expect(plannedSent(find, example("GET", "/find?q=1")).missing).toEqual([]);
  });

  it("are headers, but none that clients send by themselves, and each once", () => {
    const headers = [
      header("If-Match", { isRequired: true }),
      header("if-match", { isRequired: true }),
      header("Authorization", { isRequired: true }),
      header("Prefer"),
    ];
    const remove = operation("remove", ["/books"], { method: "DELETE", headers });
    const golden = plannedSent(remove, example("DELETE", "/books"));
    expect(golden.missing).toEqual([{ kind: "header", name: "ifMatch" }]);
    expect(said(golden.contradictions)).toEqual([
      "example-argument-missing: The header `ifMatch` is required, and not sent",
    ]);
    expect(plannedSent(remove, example("DELETE", "/books", { headers: { "If-Match": "*" } })).missing).toEqual([]);
  });

  it("are what a query option demands beside it, only with that option, and each once", () => {
    const list = operation("list", ["/books"], {
      query: { named: ["search", "count", "filter"], isGeneric: false },
      headers: [header("ConsistencyLevel")],
      optionRules: [
        optionRule(["search"], { headers: ["consistencylevel"], options: ["count"] }),
        optionRule(["search", "filter"], { headers: ["ConsistencyLevel", "Unknown"] }),
      ],
    });
    const missing = (url: string, headers = {}): unknown => plannedSent(list, example("GET", url, { headers })).missing;
    expect(missing("/books")).toEqual([]);
    expect(missing("/books?$filter=a eq 1")).toEqual([]);
    expect(missing("/books?$search=a&$filter=a eq 1")).toEqual([
      { kind: "option", name: "count" },
      { kind: "header", name: "consistencylevel" },
    ]);
    expect(missing("/books?$search=a&$count=true", { ConsistencyLevel: "eventual" })).toEqual([]);
    expect(said(plannedSent(list, example("GET", "/books?$search=a")).contradictions)).toEqual([
      "example-argument-missing: The option `$count` is required, and not sent",
      "example-argument-missing: The header `consistencylevel` is required, and not sent",
    ]);
  });

  it("are bodies with something required in them", () => {
    const golden = plannedSent(createBook, example("POST", "/books"));
    expect(golden.missing).toEqual([{ kind: "body", name: "" }]);
    expect(said(golden.contradictions)).toEqual(["example-argument-missing: The body is required, and not sent"]);
    const empty = operation("start", ["/start"], { method: "POST", body: requestBody({ kind: "parameters" }) });
    expect(plannedSent(empty, example("POST", "/start")).missing).toEqual([]);
  });

  it("say nothing where they are raw content, which no page can show", () => {
    const body = requestBody({ kind: "binary", contentType: "image/png" });
    const golden = plannedSent(operation("put", ["/cover"], { method: "PUT", body }), example("PUT", "/cover"));
    expect(golden.missing).toEqual([{ kind: "body", name: "" }]);
    expect(golden.contradictions).toEqual([]);
  });
});

describe("names that are not there", () => {
  it("are held against the request", () => {
    const list = operation("list", ["/books"], {
      query: { named: ["select"], isGeneric: false },
      response: response({ envelope: "collection", type: object("book") }),
    });
    const golden = plannedSent(list, example("GET", "/books?$select=title,size"), { types: [bookType] });
    expect(said(golden.contradictions)).toEqual(["example-name-unknown: `size` in `$select` is no property of book"]);
    expect(golden.unknownNames).toEqual([{ option: "select", name: "size", type: "lib.book", isAbsent: true }]);
  });
});

describe("a call for responses without a request", () => {
  it("has something for each parameter of the path, once, and misses the rest", () => {
    const find = operation("find", [pathTemplate("/a/{id}/b/{count}/c/{id}"), "/other/{id}"], {
      method: "POST",
      pathParameters: [parameter("id"), parameter("count", primitive("Int32"))],
      queryParameters: [parameter("q", text, { isRequired: true })],
      body: createBook.body,
    });
    const bare = planBareCall(find, contextOf(model({ operations: [find] })));
    expect(bare?.call.path.template).toBe("/a/{id}/b/{count}/c/{id}");
    expect(bare?.call.parameters.map(({ name, value }) => [name, value])).toEqual([
      ["id", "{id}"],
      ["count", "{count}"],
    ]);
    expect(bare?.verdicts).toEqual(
      new Map([
        ["id", "fine"],
        ["count", "placeholder"],
      ]),
    );
    expect(bare?.missing).toEqual([
      { kind: "query", name: "q" },
      { kind: "body", name: "" },
    ]);
  });

  it("is none where there is no path", () => {
    const nowhere = operation("nowhere", []);
    expect(planBareCall(nowhere, contextOf(model({ operations: [nowhere] })))).toBeNull();
  });
});

describe("planning", () => {
  const library = libraryModel();

  it("never throws, whatever a page shows, and finds places inside the page", () => {
    const methods = fc.constantFrom<HttpMethod>("GET", "POST", "PATCH", "PUT", "DELETE");
    const urls = fc.oneof(
      fc.string(),
      fc.webUrl({ withQueryParameters: true }),
      fc
        .tuple(
          fc.constantFrom(
            "/books",
            "/books/1",
            "/books/1/lend",
            "/books/find(topic='art',pages=2)",
            "/books/1/cover/$value",
          ),
          fc.constantFrom("", "?$select=", "?$expand=", "?$orderby=", "?$top="),
          fc.oneof(fc.string(), fc.constantFrom("title", "authors($select=x)", "__proto__", "constructor")),
        )
        .map(([path, query, value]) => `https://library.example/v1${path}${query}${query === "" ? "" : value}`),
    );
    const members = fc.dictionary(
      fc.constantFrom("title", "condition", "authors", "@odata.type", "toString", "__proto__", "until", "value"),
      fc.jsonValue(),
    );
    const bodies = fc.oneof(
      fc.constant(null),
      fc.string(),
      fc.jsonValue().map((value) => JSON.stringify(value)),
      members.map((value) => JSON.stringify(value, null, 2)),
    );
    fc.assert(
      fc.property(
        fc.nat(library.operations.length - 1),
        methods,
        urls,
        bodies,
        fc.integer({ min: 200, max: 599 }),
        bodies,
        (at, method, url, sent, status, given) => {
          const body = (text: string | null) => (text === null ? null : bodyOf(text));
          const request = { method, url, headers: [], body: body(sent), place };
          const response = { status, headers: [], body: body(given), isTruncated: false, type: null, place };
          const one: Example = { name: "one", title: null, request, responses: [response] };
          const operations = library.operations.map((each, index) => ({
            ...each,
            examples: index === at ? [one] : [],
          }));
          const goldens = planGoldens({ ...library, operations });
          expect(goldens).toHaveLength(1);
          for (const { request, responses } of goldens) {
            const own = request?.kind === "sent" ? [...request.contradictions, request.difference] : [request?.reason];
            for (const reason of [...own, ...responses.flatMap(({ reasons }) => reasons)]) {
              expect(reason?.message).not.toBe("");
              expect(reason?.place.page ?? place.page).toBe(place.page);
            }
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
