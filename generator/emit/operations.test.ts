import { describe, expect, it } from "vitest";
import type { ApiModel, Operation } from "../model/api-model.ts";
import { emittedText } from "./emitted.fixture.ts";
import {
  enumRef,
  enumType,
  header,
  libraryModel,
  listOf,
  model,
  object,
  objectType,
  operation,
  parameter,
  pathTemplate,
  primitive,
  property,
  requestBody,
  response,
  text,
} from "./sample-model.fixture.ts";

const parts: Partial<ApiModel> = {
  types: [objectType("book", [property("id", text, { isReadOnly: true }), property("title")], { key: ["id"] })],
  enums: [enumType("topic", ["art", "history"])],
};

/** The file of operations, without its imports. */
function written(operations: readonly Operation[], more: Partial<ApiModel> = {}): string {
  const file = emittedText(model({ ...parts, ...more, operations }), "operations/books.ts");
  return file.replace(/^import [^;]*;\n/gm, "").trim();
}

const imports = (operations: readonly Operation[], more: Partial<ApiModel> = {}): readonly string[] =>
  emittedText(model({ ...parts, ...more, operations }), "operations/books.ts").match(/^import [^;]*;$/gm) ?? [];

describe("operation files", () => {
  it("hold a function with the types of its arguments and body", () => {
    const update = operation("updateBook", ["/books/{bookId}"], {
      title: "Update book",
      description: "Change what is known of a book.",
      method: "PATCH",
      kind: "update",
      deprecation: { text: "Use the other one." },
      pathParameters: [parameter("bookId", text, { description: "Key of the book.", alternatives: ["id", "isbn"] })],
      headers: [
        header("If-Match", { isRequired: true }),
        header("Prefer", { values: ["return=minimal"], description: "What to give." }),
        header("Authorization"),
      ],
      body: requestBody({ type: object("book"), description: "The members to change." }),
      response: response({ type: object("book") }),
    });
    expect(imports([update])).toEqual([
      'import type { Book } from "../models/all.js";',
      'import type { Client } from "../runtime/client.js";',
      'import { path } from "../runtime/path.js";',
      'import type { RequestOptions } from "../runtime/request.js";',
      'import { sendJson } from "../runtime/results.js";',
    ]);
    expect(written([update])).toBe(`/** Arguments of {@link updateBook}. */
export interface UpdateBookArgs {
  /**
   * Key of the book.
   *
   * One of \`id\` or \`isbn\`.
   */
  bookId: string;
  /** Header \`If-Match\`. */
  ifMatch: string;
  /**
   * What to give.
   *
   * Header \`Prefer\`.
   */
  prefer?: "return=minimal" | (string & {});
  body: UpdateBookBody;
}

/** What {@link updateBook} may change. */
export interface UpdateBookBody {
  [name: \`\${string}@\${string}\`]: unknown;
  title?: string | null;
}

/**
 * Update book
 *
 * Change what is known of a book.
 *
 * \`PATCH /books/{bookId}\`
 *
 * Documented in \`api/updateBook.md\`.
 *
 * @deprecated Use the other one.
 */
export function updateBook(
  client: Client,
  args: UpdateBookArgs,
  options?: RequestOptions,
): Promise<Book> {
  return sendJson(client, options, {
    method: "PATCH",
    path: path\`/books/\${args.bookId}\`,
    headers: { "If-Match": args.ifMatch, Prefer: args.prefer },
    json: args.body,
  });
}`);
  });

  it("choose the path by the arguments", () => {
    const list = operation(
      "listBooks",
      ["/books", "/branches/{branchId}/books", "/archive/books", "/branches/{branchId}/shelves/{shelfId}/books"],
      {
        kind: "list",
        query: { named: ["top"], isGeneric: false },
        response: response({ envelope: "collection", type: object("book") }),
      },
    );
    expect(written([list])).toBe(`/** What all paths of {@link listBooks} take. */
export interface ListBooksCommonArgs {
  /** Greatest number of items on a page. */
  top?: number;
}

/** Arguments of {@link listBooks}: those of one of its paths. */
export type ListBooksArgs = ListBooksCommonArgs &
  (
    /** \`/branches/{branchId}/shelves/{shelfId}/books\` */
    | {
        branchId: string;
        shelfId: string;
        path?: "/branches/{branchId}/shelves/{shelfId}/books";
      }
    /** \`/branches/{branchId}/books\` */
    | { branchId: string; shelfId?: never; path?: "/branches/{branchId}/books" }
    /** \`/books\`, \`/archive/books\` */
    | { branchId?: never; shelfId?: never; path?: "/books" | "/archive/books" }
  );

/**
 * ListBooks
 *
 * - \`GET /books\`
 * - \`GET /branches/{branchId}/books\`
 * - \`GET /archive/books\`
 * - \`GET /branches/{branchId}/shelves/{shelfId}/books\`
 *
 * Documented in \`api/listBooks.md\`.
 */
export function listBooks(
  client: Client,
  args: ListBooksArgs = {},
  options?: ListOptions,
): Pages<Book> {
  return listPages(client, options, {
    method: "GET",
    path: listBooksPath(args),
    query: { $top: args.top },
  });
}

function listBooksPath(args: ListBooksArgs): Path {
  if (args.branchId !== undefined && args.shelfId !== undefined) {
    return path\`/branches/\${args.branchId}/shelves/\${args.shelfId}/books\`;
  }
  if (args.branchId !== undefined) return path\`/branches/\${args.branchId}/books\`;
  if (args.path === "/archive/books") return path\`/archive/books\`;
  return path\`/books\`;
}`);
  });

  it("encode parameters as the path demands, with the query that it fixes", () => {
    const find = operation(
      "findBooks",
      [
        pathTemplate(
          "/root:/{file}:/find(topic={topic},pages={pages},list={list})",
          { file: "path", topic: "quoted", pages: "literal", list: "literal" },
          [
            { name: "$expand", value: "a&b" },
            { name: "from", value: { parameter: "from" } },
          ],
        ),
      ],
      {
        kind: "function",
        pathParameters: [
          parameter("file", primitive("Int32")),
          parameter("topic", enumRef("topic")),
          parameter("pages", primitive("Int32")),
          parameter("list", listOf(text)),
        ],
        queryParameters: [
          parameter("from", primitive("Date"), { isRequired: true }),
          parameter("tags", listOf(text), { wireName: "x-tags" }),
        ],
        response: response({ envelope: "value", type: primitive("Boolean") }),
      },
    );
    expect(written([find])).toContain(`export interface FindBooksArgs {
  file: string;
  topic: \`\${Topic}\`;
  pages: number;
  list: readonly string[];
  from: string;
  tags?: readonly string[];
}`);
    expect(written([find])).toContain(`  return sendValue(client, options, {
    method: "GET",
    path: path\`/root:/\${segments(args.file)}:/find(topic=\${quoted(args.topic)},pages=\${literal(args.pages)},list=\${literal(args.list)})?$expand=a%26b\`,
    query: { from: args.from, "x-tags": args.tags },
  });`);
  });

  it.each<[string, Partial<Operation>, string, string]>([
    ["nothing", { response: response({ statuses: [204], content: "none" }) }, "Promise<void>", "sendVoid"],
    ["text", { response: response({ content: "text" }) }, "Promise<string>", "sendText"],
    ["raw content", { response: response({ content: "binary" }) }, "Promise<Content>", "sendContent"],
    [
      "what a redirect leads to",
      { response: response({ statuses: [302], content: "none" }) },
      "Promise<Content>",
      "sendContent",
    ],
    [
      "a value that may be missing",
      { response: response({ statuses: [200, 204], type: object("book") }) },
      "Promise<Book | undefined>",
      "sendJson",
    ],
    ["anything", { response: response() }, "Promise<unknown>", "sendJson"],
    [
      "a list of primitives",
      { response: response({ envelope: "collection", type: text }) },
      "Pages<string>",
      "listPages",
    ],
    [
      "a list named as such",
      { response: response({ envelope: "collection", type: listOf(object("book")) }) },
      "Pages<Book>",
      "listPages",
    ],
    [
      "a list without an envelope",
      { response: response({ type: listOf(object("book")) }) },
      "Promise<Book[]>",
      "sendJson",
    ],
  ])("give %s", (_, more, type, sender) => {
    const file = written([operation("f", ["/f"], more)]).replace(
      /\(\n {2}(.*),\n {2}(.*),\n {2}(.*),\n\)/,
      "($1, $2, $3)",
    );
    expect(file).toContain(
      `(client: Client, _args: NoArgs = {}, options?: ${sender === "listPages" ? "ListOptions" : "RequestOptions"}): ${type} {`,
    );
    expect(file).toContain(`return ${sender}(client, options, {`);
  });

  it("leave no key of the arguments to chance", () => {
    const clash = operation("clash", ["/{select}/{body}/{path}", "/{body}/{path}/{select}"], {
      queryParameters: [
        parameter("top"),
        parameter("__proto__", text, { wireName: "__proto__" }),
        parameter("filtered", text, { wireName: "$filter" }),
      ],
      query: { named: ["select", "top", "filter"], isGeneric: false },
      headers: [header("Top"), header("X-Y", { name: "x-y" })],
      method: "POST",
      body: requestBody({ kind: "text", contentType: "text/csv" }),
    });
    expect(written([clash])).toContain(`export interface ClashArgs {
  select: string;
  body: string;
  path: string;
  top?: string;
  proto?: string;
  filtered?: string;
  /** Properties to return. */
  $select?: readonly string[];
  /** Header \`Top\`. */
  topHeader?: string;
  /** Header \`X-Y\`. */
  "x-y"?: string;
  requestBody: string;
  /** Which of the paths to take, the first one by default. */
  pathTemplate?: "/{select}/{body}/{path}" | "/{body}/{path}/{select}";
}`);
    expect(written([clash])).toContain(`    query: {
      top: args.top,
      ["__proto__"]: args.proto,
      $filter: args.filtered,
      $select: args.$select,
    },
    headers: { Top: args.topHeader, "X-Y": args["x-y"] },
    content: args.requestBody,
    contentType: "text/csv",`);
  });

  it("take parameters of any name, and each key of a request once", () => {
    const odd = ["a-b", "__proto__", "it's"];
    const parts = odd.flatMap((name) => ["/", { parameter: name, encoding: "segment" } as const]);
    const operations = [
      operation("f", [{ ...pathTemplate("/odd"), parts }], {
        queryParameters: [parameter("a-b"), parameter("again", text, { wireName: "a-b" })],
        headers: [header("X-A"), header("x-a", { name: "other" }), header("bad name")],
      }),
    ];
    expect(written(operations)).toContain(`export interface FArgs {
  "a-b": string;
  proto: string;
  "it's": string;
  "a-b2"?: string;
  /** Header \`X-A\`. */
  xA?: string;
}`);
    expect(written(operations)).toContain(`    path: path\`/\${args["a-b"]}/\${args.proto}/\${args["it's"]}\`,
    query: { "a-b": args["a-b2"] },
    headers: { "X-A": args.xA },`);
  });

  it("keep clear of each other's names, and of those that they import", () => {
    const types = [objectType("getPathArgs", []), objectType("promise", []), objectType("client", [])];
    const operations = [
      operation("path", ["/a"], { response: response({ type: object("promise") }) }),
      operation("getPath", ["/{id}"], { response: response({ type: object("getPathArgs") }) }),
      operation("sendJson", ["/c"], { response: response({ type: object("client") }) }),
    ];
    expect(imports(operations, { types })).toEqual([
      'import type {\n  Client as Client2,\n  GetPathArgs as GetPathArgs2,\n  Promise as Promise2,\n} from "../models/all.js";',
      'import type { Client } from "../runtime/client.js";',
      'import type { NoArgs } from "../runtime/input.js";',
      'import { path as path2 } from "../runtime/path.js";',
      'import type { RequestOptions } from "../runtime/request.js";',
      'import { sendJson as sendJson2 } from "../runtime/results.js";',
    ]);
  });

  it("leave out what has no request, and share a file where resources share its name", () => {
    const operations = [
      operation("a", [], { resource: "x" }),
      operation("b", ["/b"], { resource: "Y Z" }),
      operation("c", ["/c"], { resource: "y-z" }),
    ];
    const file = emittedText(model({ operations }), "operations/y-z.ts");
    expect(file.match(/export function \w+/g)).toEqual(["export function b", "export function c"]);
    expect(() => emittedText(model({ operations }), "operations/x.ts")).toThrow("There is no operations/x.ts");
  });

  it("offer what a general grant of OData options means for the result", () => {
    const query = { named: [], isGeneric: true } as const;
    const keys = (operations: readonly Operation[]): string[] =>
      [...written(operations).matchAll(/^ {2}(?!options)(\w+)\?:/gm)].map(([, key]) => key ?? "");
    expect(keys([operation("one", ["/a"], { query, response: response({ type: object("book") }) })])).toEqual([
      "select",
      "expand",
    ]);
    expect(
      keys([operation("all", ["/a"], { query, response: response({ envelope: "collection", type: object("book") }) })]),
    ).toEqual(["select", "expand", "filter", "search", "orderBy", "top", "skip", "count"]);
    expect(
      keys([operation("remove", ["/a"], { query, method: "DELETE", response: response({ content: "none" }) })]),
    ).toEqual([]);
  });

  it("read as a whole", () => {
    const file = emittedText(libraryModel(), "operations/books.ts");
    expect(file.match(/^export function \w+/gm)).toEqual(
      [
        "createBook",
        "deleteBook",
        "findBooks",
        "getBook",
        "getBookCover",
        "lendBook",
        "listBooks",
        "replaceBookCover",
        "updateBook",
      ].map((name) => `export function ${name}`),
    );
    expect(file.match(/\bany\b|\bas\b(?! const)/g)).toBeNull();
  });
});
