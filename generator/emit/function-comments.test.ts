import fc from "fast-check";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import type { Operation, OperationError, PermissionSet } from "../model/api-model.ts";
import { grant, operation } from "../model/sample-model.fixture.ts";
import { commentCode } from "./comment-text.ts";
import { functionComment } from "./function-comments.ts";
import { type Code, code, stringLiteral } from "./text.ts";

function written(
  more: Partial<Operation> = {},
  options: { readonly pageUrl?: string; readonly call?: Code; readonly paths?: readonly string[] } = {},
): string {
  const { pageUrl = null, call = null, paths = ["/books/{bookId}"] } = options;
  const text = functionComment(operation("getBook", paths, { title: "Get book", ...more }), { pageUrl, call });
  return text === null ? "" : commentCode(text);
}

const error = (value: string | null): OperationError => ({ status: 400, code: value, text: "" });
const set = (...grants: PermissionSet["grants"]): PermissionSet => ({ appliesTo: null, grants });

/** The paragraph or tag that begins with a word. */
const part = (comment: string, start: string): string | undefined =>
  comment
    .split(/\n \*\n|\n \* (?=@)|\n \*\/$/)
    .map((one) =>
      one
        .replace(/^\/\*\*\n/, "")
        .replace(/^ \* /gm, "")
        .replaceAll("\n", " "),
    )
    .find((one) => one.startsWith(start));

describe("the comment of a function", () => {
  it("says what the page says, which request is sent, who may send it, how a call looks, and what may go wrong", () => {
    const comment = written(
      {
        description: "Read one book\nof the library.",
        permissions: [set(grant("delegatedWork", ["Book.Read"]), grant("application", ["Book.Read.All"]))],
        errors: [error("notFound"), error("lent")],
        deprecation: { text: "Use the other one." },
      },
      { pageUrl: "https://docs.example/{path}", call: code`await getBook(client);` },
    );
    expect(comment).toBe(`/**
 * Get book
 *
 * Read one book
 * of the library.
 *
 * \`GET /books/{bookId}\`
 *
 * Least permissions: \`Book.Read\` (delegated), \`Book.Read.All\` (application).
 *
 * @example
 * \`\`\`ts
 * await getBook(client);
 * \`\`\`
 * @throws ApiError with one of the codes \`notFound\`, \`lent\`
 * @see https://docs.example/api/getBook
 * @deprecated Use the other one.
 */`);
  });

  it("is short where there is little to say", () => {
    expect(written({ description: "Get book" })).toBe(`/**
 * Get book
 *
 * \`GET /books/{bookId}\`
 *
 * Documented in \`api/getBook.md\`.
 *
 * @throws ApiError
 */`);
  });

  it("lists up to four paths, each once", () => {
    const paths = ["/a", "/b", "/a", "/c", "/d"];
    expect(written({}, { paths })).toContain(" * - `GET /a`\n * - `GET /b`\n * - `GET /c`\n * - `GET /d`\n *\n");
    expect(written({}, { paths: [...paths, "/e", "/f"] })).toContain(" * - `GET /d`\n * - 2 more\n *\n");
  });
});

describe("the line of permissions", () => {
  const line = (...permissions: readonly PermissionSet[]): string | undefined =>
    part(written({ permissions }), "Least");

  it("names the least privileged ones of each scheme, and where there are none", () => {
    const grants = [
      grant("delegatedWork", ["Book.Read+Shelf.Read", "Book.ReadWrite"]),
      grant("delegatedPersonal", [], { isSupported: false }),
      grant("application", ["Book.Read.All"]),
    ];
    expect(line(set(...grants))).toBe(
      "Least permissions: `Book.Read` and `Shelf.Read` (delegated), not supported (delegated, personal account), `Book.Read.All` (application).",
    );
  });

  it("tells of further tables", () => {
    expect(line(set(grant("application", ["A"])), set(grant("application", ["B"])))).toBe(
      "Least permissions: `A` (application); others in special cases.",
    );
  });

  it("is absent where no permission is named", () => {
    expect(line()).toBeUndefined();
    expect(line(set())).toBeUndefined();
    expect(line(set(grant("application", [])))).toBeUndefined();
    expect(line(set(grant("application", [], { isSupported: false })))).toBeUndefined();
    expect(line(set(grant("application", [], { scopes: ["A"], text: "For books: A" })))).toBeUndefined();
  });
});

describe("codes of errors", () => {
  it("are named once, up to twelve", () => {
    const codes = Array.from({ length: 14 }, (_, index) => `e${index}`);
    const throws = (errors: readonly OperationError[]): string | undefined => part(written({ errors }), "@throws");
    expect(throws([error(null)])).toBe("@throws ApiError");
    expect(throws([...codes.slice(0, 12), "e0"].map(error))).toBe(
      `@throws ApiError with one of the codes ${codes
        .slice(0, 12)
        .map((one) => `\`${one}\``)
        .join(", ")}`,
    );
    expect(throws(codes.map(error))).toMatch(/`e10`, `e11`, …$/);
  });
});

describe("the link to the page", () => {
  const link = (pageUrl: string, page: string): string | undefined => part(written({ page }, { pageUrl }), "@see");

  it.each([
    ["https://docs.example/{name}?view=v1", "v1/api/book-get.md", "https://docs.example/book-get?view=v1"],
    ["https://docs.example/{path}.md", "v1/api/book-get.MD", "https://docs.example/v1/api/book-get.md"],
    ["https://docs.example/{path}/{name}", "a.md", "https://docs.example/a/a"],
    ["https://docs.example/all", "a.md", "https://docs.example/all"],
    ["https://docs.example/{path}", "a b/{name}/$&/é*.md", "https://docs.example/a%20b/%7Bname%7D/%24%26/%C3%A9%2A"],
    [
      "https://docs.example/{path}",
      "x */ y\n@internal {@link z}.md",
      "https://docs.example/x%20%2A/%20y%0A%40internal%20%7B%40link%20z%7D",
    ],
    ["https://docs.example/{name}", "\uD800.md", "https://docs.example/%EF%BF%BD"],
    ["https://docs.example/{name}", "?a#b.md", "https://docs.example/%3Fa%23b"],
  ])("of %s for %j is %s", (pageUrl, page, url) => {
    expect(link(pageUrl, page)).toBe(`@see ${url}`);
    expect(written({ page }, { pageUrl })).not.toContain("Documented in");
  });
});

describe("hostile text", () => {
  const nasty = [
    "*/",
    "@internal",
    " @x y",
    "{@link javascript:x}",
    "`",
    "``",
    "@ts-ignore",
    "# sourceMappingURL=x",
    "\n",
    "\\",
    "eslint-disable",
    "/*",
    "*",
  ];
  const hostile = fc.oneof(
    fc.array(fc.constantFrom(...nasty, "a"), { maxLength: 5 }).map((parts) => parts.join("")),
    fc.string({ unit: "binary" }),
  );

  it("makes no tag, no link and no pragma, and does not end the comment", () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 8, maxLength: 8 }), fc.boolean(), (texts, hasUrl) => {
        const [title = "", description = "", scope = "", errorCode = "", page = "", path = "", call = "", word = ""] =
          texts;
        const comment = written(
          {
            title,
            description,
            page,
            permissions: [set(grant("application", [scope]))],
            errors: [error(errorCode)],
            deprecation: { text: word },
          },
          {
            paths: [`/x${path}`, "/y"],
            call: code`await f(client, { a: ${stringLiteral(call)} });`,
            ...(hasUrl && { pageUrl: "https://docs.example/{path}/{name}" }),
          },
        );
        const source = ts.createSourceFile("a.ts", `${comment}\nexport const f = 1;`, ts.ScriptTarget.Latest, true);
        const [statement, ...others] = source.statements;
        expect(others).toEqual([]);
        const tags = statement === undefined ? [] : ts.getJSDocTags(statement);
        expect(tags.map(({ tagName }) => tagName.text)).toEqual([
          "example",
          "throws",
          ...(hasUrl ? ["see"] : []),
          "deprecated",
        ]);
        const all = [...tags, ...(statement === undefined ? [] : ts.getJSDocCommentsAndTags(statement))];
        const links = all.flatMap(({ comment: parts }) => (typeof parts === "string" ? [] : (parts ?? [])));
        expect(links.filter(({ kind }) => kind !== ts.SyntaxKind.JSDocText)).toEqual([]);
        expect([...(Reflect.get(source, "pragmas") as Map<string, unknown>).keys()]).toEqual([]);
        expect(comment).not.toMatch(/sourceMappingURL=|[\r\u2028\u2029\u202E]/);
      }),
      { numRuns: 200 },
    );
  });
});
