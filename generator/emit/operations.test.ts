import { describe, expect, it } from "vitest";
import type { ApiModel, Operation } from "../model/api-model.ts";
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
} from "../model/sample-model.fixture.ts";
import { declaredNames, emittedText } from "./emitted.fixture.ts";

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
      'import type { ApiFunction } from "../runtime/function-types.js";',
      'import { jsonOperation } from "../runtime/results.js";',
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
 * @throws ApiError
 * @deprecated Use the other one.
 */
export const updateBook: ApiFunction<UpdateBookArgs, Book> = /*@__PURE__*/ jsonOperation({
  name: "updateBook",
  method: "PATCH",
  paths: ["/books/{bookId}"],
  headers: { "If-Match": "ifMatch", Prefer: "prefer" },
  json: "body",
});`);
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
 *
 * @throws ApiError
 */
export const listBooks: OptionalListFunction<ListBooksArgs, Book> = /*@__PURE__*/ listOperation({
  name: "listBooks",
  method: "GET",
  paths: [
    "/branches/{branchId}/shelves/{shelfId}/books",
    "/branches/{branchId}/books",
    "/books",
    "/archive/books",
  ],
  choice: "path",
  query: { $top: "top" },
});`);
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
    expect(written([find])).toContain(`({
  name: "findBooks",
  method: "GET",
  paths: [
    "/root:/{+file}:/find(topic={'topic'},pages={=pages},list={=list})?$expand=a%26b",
  ],
  query: { from: "from", "x-tags": "tags" },
});`);
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
    expect(written([clash])).toContain(`({
  name: "clash",
  method: "POST",
  paths: ["/{select}/{body}/{path}", "/{body}/{path}/{select}"],
  choice: "pathTemplate",
  query: { top: "top", ["__proto__"]: "proto", $filter: "filtered", $select: "$select" },
  headers: { Top: "topHeader", "X-Y": "x-y" },
  content: "requestBody",
  contentType: "text/csv",
});`);
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
  it_s: string;
  "a-b2"?: string;
  /** Header \`X-A\`. */
  xA?: string;
}`);
    expect(written(operations)).toContain(`  paths: ["/{a-b}/{proto}/{it_s}"],
  query: { "a-b": "a-b2" },
  headers: { "X-A": "xA" },
});`);
  });

  it("keep clear of each other's names, and of those that they import", () => {
    const types = ["getPathArgs", "apiFunction", "client", "exclude"].map((name) => objectType(name, []));
    const operations = [
      operation("path", ["/a"], { response: response({ type: object("apiFunction") }) }),
      operation("getPath", ["/{id}"], { response: response({ type: object("getPathArgs") }) }),
      operation("jsonOperation", ["/c"], { response: response({ type: object("client") }) }),
      operation("listOperation", ["/c"], { response: response({ type: object("exclude") }) }),
    ];
    expect(imports(operations, { types })).toEqual([
      'import type {\n  ApiFunction as ApiFunction2,\n  Client,\n  Exclude as Exclude2,\n  GetPathArgs as GetPathArgs2,\n} from "../models/all.js";',
      'import type { ApiFunction, OptionalApiFunction } from "../runtime/function-types.js";',
      'import type { NoArgs } from "../runtime/input.js";',
      'import { jsonOperation as jsonOperation2 } from "../runtime/results.js";',
    ]);
    const file = written(operations, { types });
    expect(file).toContain("path: OptionalApiFunction<NoArgs, ApiFunction2> = /*@__PURE__*/ jsonOperation2({");
    expect(file).toContain("getPath: ApiFunction<GetPathArgs, GetPathArgs2> =");
    expect(file).toContain("jsonOperation: OptionalApiFunction<NoArgs, Client> =");
    expect(file).toContain("listOperation: OptionalApiFunction<NoArgs, Exclude2> =");
  });

  it("leave out what has no request, and share a file where resources share its name", () => {
    const operations = [
      operation("a", [], { resource: "x" }),
      operation("b", ["/b"], { resource: "Y Z" }),
      operation("c", ["/c"], { resource: "y-z" }),
    ];
    const file = emittedText(model({ operations }), "operations/y-z.ts");
    expect(declaredNames(file)).toEqual(["b", "c"]);
    expect(() => emittedText(model({ operations }), "operations/x.ts")).toThrow("There is no operations/x.ts");
  });

  it("offer what a general grant of OData options means for the result", () => {
    const query = { named: [], isGeneric: true } as const;
    const types = [
      ...(parts.types ?? []),
      objectType("shelf", [property("room"), property("books", listOf(object("book")), { isNavigation: true })]),
    ];
    const keys = (more: Partial<Operation>): string[] =>
      [...written([operation("f", ["/a"], { query, ...more })], { types }).matchAll(/^ {2}(?!options)(\w+)\?:/gm)].map(
        ([, key]) => key ?? "",
      );
    expect(keys({ response: response({ type: object("shelf") }) })).toEqual(["select", "expand"]);
    // Where nothing is known that could be expanded, only what the page names is offered.
    expect(keys({ response: response({ type: object("book") }) })).toEqual(["select"]);
    expect(keys({ response: response({ type: { kind: "unknown", text: "?" } }) })).toEqual(["select"]);
    expect(keys({ response: response({ envelope: "collection", type: object("shelf") }) })).toEqual([
      "select",
      "expand",
      "filter",
      "search",
      "orderBy",
      "top",
      "skip",
      "count",
    ]);
    expect(keys({ method: "DELETE", response: response({ content: "none" }) })).toEqual([]);
  });

  it("read as a whole", () => {
    const file = emittedText(libraryModel(), "operations/books.ts");
    expect(declaredNames(file)).toEqual([
      ...["CreateBookArgs", "CreateBookBody", "createBook"],
      ...["DeleteBookArgs", "deleteBook"],
      ...["FindBooksArgs", "findBooks"],
      ...["GetBookArgs", "getBook"],
      ...["GetBookCoverArgs", "getBookCover"],
      ...["LendBookArgs", "LendBookBody", "lendBook"],
      ...["ListBooksCommonArgs", "ListBooksArgs", "listBooks"],
      ...["ReplaceBookCoverArgs", "replaceBookCover"],
      ...["UpdateBookArgs", "UpdateBookBody", "updateBook"],
    ]);
    expect(file.match(/\bany\b|\bas\b(?! const)/g)).toBeNull();
  });
});
