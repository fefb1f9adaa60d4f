import { describe, expect, it } from "vitest";
import type { Example, Operation } from "../model/api-model.ts";
import {
  example,
  header,
  listOf,
  model,
  object,
  objectType,
  operation,
  parameter,
  pathTemplate,
  preference,
  primitive,
  property,
  requestBody,
  response,
  text,
} from "../model/sample-model.fixture.ts";
import { declarationText, emittedText } from "./emitted.fixture.ts";
import { valueCode } from "./value-code.ts";

const types = [
  objectType("book", [
    property("id"),
    property("title"),
    property("authors", listOf(object("author")), { isNavigation: true }),
  ]),
  objectType("author", [property("name")]),
];

/** The example in the comment of a function, `null` if there is none. */
function shown(
  paths: Parameters<typeof operation>[1],
  examples: readonly Example[],
  more: Partial<Operation> = {},
): string | null {
  const operations = [operation("f", paths, { examples, ...more })];
  const text = declarationText(emittedText(model({ types, operations }), "operations/books.ts"), "f");
  const lines = /@example\n \* ```ts\n(.*?)\n \* ```\n/s.exec(text)?.[1];
  return lines === undefined ? null : lines.replace(/^ \* ?/gm, "");
}

const list: Partial<Operation> = {
  response: response({ envelope: "collection", type: object("book") }),
  query: { named: ["select", "expand", "filter", "orderby", "top", "count"], isGeneric: false },
};

const post = { method: "POST", body: requestBody({ type: object("book") }) } as const;

describe("the example of a function", () => {
  it("is a call with its arguments in the order of the request", () => {
    expect(shown(["/books"], [example("GET", "/books")])).toBe("await f(client);");
    expect(shown(["/books/{bookId}"], [example("GET", "/books/it%27s")])).toBe('await f(client, { bookId: "it\'s" });');
    const request = example(
      "GET",
      "/books?$top=2&$count=true&$orderby=title%20desc,id&$filter=title%20eq%20'a'&$select=id,title",
    );
    expect(shown(["/books"], [request], list)).toBe(`await f(client, {
  top: 2,
  count: true,
  orderBy: ["title desc", "id"],
  filter: "title eq 'a'",
  select: ["id", "title"],
});`);
  });

  it("has values of the types of parameters", () => {
    const paths = [pathTemplate("/find(pages={pages},topic={topic})", { pages: "literal", topic: "quoted" })];
    const more = {
      pathParameters: [parameter("pages", primitive("Int32")), parameter("topic")],
      queryParameters: [parameter("isNew", primitive("Boolean"), { wireName: "is-new" })],
    };
    expect(shown(paths, [example("GET", "/find(pages=3,topic='a''b')?is-new=true")], more)).toBe(
      'await f(client, { pages: 3, topic: "a\'b", isNew: true });',
    );
  });

  it("expands by relationship, with the options of each", () => {
    const request = example("GET", "/books?$expand=authors($select=name;$top=1),shelf");
    expect(shown(["/books"], [request], list)).toBe(
      'await f(client, { expand: { authors: { select: ["name"], top: 1 }, shelf: true } });',
    );
  });

  it("expands by text where no relationships are known", () => {
    const more = { response: response({ type: text }), query: { named: ["expand"], isGeneric: false } } as const;
    expect(shown(["/books"], [example("GET", "/books?$expand=a,b($top=1)")], more)).toBe(
      'await f(client, { expand: ["a,b($top=1)"] });',
    );
  });

  it("names the path where the parameters do not tell it", () => {
    const paths = ["/books/{bookId}", "/archive/{bookId}", "/archive"];
    expect(shown(paths, [example("GET", "/books/1")])).toBe('await f(client, { bookId: "1" });');
    expect(shown(paths, [example("GET", "/archive/1")])).toBe(
      'await f(client, { bookId: "1", path: "/archive/{bookId}" });',
    );
    expect(shown(paths, [example("GET", "/archive")])).toBe("await f(client);");
  });

  it("gives as options of the call what the page does not say", () => {
    const request = example("GET", "/books?$skip=5&deep=it's&$expand=authors", {
      headers: { "accept-language": "fr" },
    });
    expect(shown(["/books"], [request])).toBe(`await f(client, {}, {
  query: { $skip: "5", deep: "it's", $expand: "authors" },
  headers: { "accept-language": "fr" },
});`);
  });

  it("gives relationships as an option of the call where the arguments cannot have them", () => {
    const more = {
      response: response({ type: object("author") }),
      query: { named: ["select", "expand"], isGeneric: false },
    } as const;
    expect(shown(["/authors"], [example("GET", "/authors?$select=name&$expand=books($top=1)")], more)).toBe(
      'await f(client, { select: ["name"] }, { query: { $expand: "books($top=1)" } });',
    );
  });
});

describe("headers of an example", () => {
  const headers = [
    header("If-Match"),
    header("Range"),
    header("Prefer", {
      preferences: [preference("time.zone", { key: "timeZone", isQuoted: true }), preference("wait", { kind: "flag" })],
    }),
  ];
  const call = (sent: object): string | null => shown(["/b"], [example("GET", "/b", { headers: sent })], { headers });

  it("are arguments, preferences by name", () => {
    expect(call({ "if-match": 'W/"1"', prefer: 'time.zone="UTC", wait' })).toBe(
      'await f(client, { ifMatch: "W/\\"1\\"", prefer: { timeZone: "UTC", wait: true } });',
    );
  });

  it("are the text of the header where a preference is not known", () => {
    expect(call({ prefer: 'time.zone="UTC", other' })).toBe(
      'await f(client, { prefer: "time.zone=\\"UTC\\", other" });',
    );
  });

  it("are a range as the argument takes it, or no example", () => {
    expect(call({ range: "bytes=0-9" })).toBe("await f(client, { range: [0, 9] });");
    expect(call({ range: "bytes=5-" })).toBe("await f(client, { range: [5] });");
    expect(call({ range: "bytes=-5" })).toBeNull();
    expect(call({ range: "bytes={first}-{last}" })).toBeNull();
  });

  it("are left to the client where they are its business", () => {
    expect(call({ authorization: "Bearer x", "content-type": "text/plain" })).toBe("await f(client);");
  });
});

describe("the body of an example", () => {
  it("is JSON as code", () => {
    const body = {
      title: "it's",
      pages: [1, -2.5, 1e21],
      isNew: false,
      shelf: null,
      "@odata.type": "#lib.book",
      more: {},
    };
    expect(shown(["/books"], [example("POST", "/books", { body })], post)).toBe(`await f(client, {
  body: {
    title: "it's",
    pages: [1, -2.5, 1e+21],
    isNew: false,
    shelf: null,
    "@odata.type": "#lib.book",
    more: {},
  },
});`);
  });

  it("is text, or a name that stands for raw content", () => {
    const sent = (body: Example["request"]): Example => ({ ...example("POST", "/b"), request: body });
    const request = example("POST", "/b").request;
    const raw =
      request === null ? null : { ...request, body: { text: "a\nb", mediaType: "text/csv", place: request.place } };
    expect(shown(["/b"], [sent(raw)], { method: "POST", body: requestBody({ kind: "text" }) })).toBe(
      'await f(client, { body: "a\\nb" });',
    );
    expect(shown(["/b"], [sent(raw)], { method: "POST", body: requestBody({ kind: "binary" }) })).toBe(
      "await f(client, { body: content });",
    );
    // What should be JSON and is not, cannot be shown as an object.
    expect(shown(["/b"], [sent(raw)], post)).toBeNull();
  });
});

describe("the choice of the example", () => {
  const [short, other] = [example("GET", "/books/1"), example("GET", "/books/2")];

  it("is the first that the function can send", () => {
    expect(shown(["/books/{id}"], [short, other])).toBe('await f(client, { id: "1" });');
    expect(shown(["/books/{id}"], [{ ...short, request: null }, other])).toBe('await f(client, { id: "2" });');
    expect(shown(["/books/{id}"], [example("POST", "/books/1"), example("GET", "/shelves/1"), other])).toBe(
      'await f(client, { id: "2" });',
    );
    expect(shown(["/books/{id}"], [example("GET", "/books/1", { body: { a: 1 } }), other])).toBe(
      'await f(client, { id: "2" });',
    );
    expect(shown(["/books/{id}"], [])).toBeNull();
  });

  it("passes over those that lack what the function demands", () => {
    const headers = [header("If-Match", { isRequired: true })];
    const whole = example("GET", "/books/2", { headers: { "if-match": "*" } });
    expect(shown(["/books/{id}"], [short, whole], { headers })).toBe('await f(client, { id: "2", ifMatch: "*" });');
    expect(shown(["/books/{id}"], [short], { headers })).toBeNull();
    expect(shown(["/b"], [example("POST", "/b")], post)).toBeNull();
    const queryParameters = [parameter("day", text, { isRequired: true })];
    expect(shown(["/b"], [example("GET", "/b")], { queryParameters })).toBeNull();
    const optional = requestBody({ kind: "parameters", properties: [property("a")] });
    expect(shown(["/b"], [example("POST", "/b")], { method: "POST", body: optional })).toBe("await f(client);");
  });

  it("passes over those that are too long to be read in a hover", () => {
    const body = (lines: number): object =>
      Object.fromEntries(Array.from({ length: lines }, (_, index) => [`member${index}`, "value"]));
    const lines = (count: number): string | null => shown(["/b"], [example("POST", "/b", { body: body(count) })], post);
    expect(lines(14)?.split("\n")).toHaveLength(18);
    expect(lines(15)).toBeNull();
    const letters = (count: number): string | null =>
      shown(["/books/{id}"], [example("GET", `/books/${"x".repeat(count)}`)]);
    const around = 'await f(client, {\n  id: "",\n});'.length;
    expect(letters(900 - around)).toHaveLength(900);
    expect(letters(901 - around)).toBeNull();
  });
});

describe("valueCode", () => {
  it.each<[unknown, string]>([
    ['a"b\u2028', '"a\\"b\\u2028"'],
    [-0.5, "-0.5"],
    [Number.NaN, "null"],
    [undefined, "null"],
    [[], "[]"],
    [{}, "{}"],
    [[[1], {}], "[[1], {}]"],
    [JSON.parse('{"__proto__":1,"a-b":2}'), '{ ["__proto__"]: 1, "a-b": 2 }'],
    [["x".repeat(45), "y".repeat(45)], `[\n  "${"x".repeat(45)}",\n  "${"y".repeat(45)}",\n]`],
  ])("writes %j", (value, code) => {
    expect(valueCode(value)).toBe(code);
  });
});
