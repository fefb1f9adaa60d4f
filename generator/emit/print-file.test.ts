import fc from "fast-check";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { comment, prose } from "./comment-text.ts";
import type { OperationDeclaration, SpecMember, SpecValue } from "./declarations.ts";
import { fileName, outputPath } from "./file-names.ts";
import { fileHeader, printFile } from "./print-file.ts";
import { type Code, code, identifier } from "./text.ts";

/** The text of a file that makes one function. */
function written(spec: readonly SpecMember[], type: Code = code`ApiFunction<GetBookArgs, Book>`): string {
  const declaration: OperationDeclaration = {
    kind: "operation",
    name: identifier("getBook"),
    type,
    factory: identifier("make"),
    spec,
    comment: comment([prose("Get a book.")]),
  };
  const file = { path: outputPath("operations", fileName("books")), imports: [], declarations: [declaration] };
  return printFile(file).replace(`${fileHeader}\n\n`, "");
}

const text = (value: string): SpecValue => ({ text: value });

describe("a function", () => {
  it("has its type and its data, short values on one line", () => {
    const spec: readonly SpecMember[] = [
      { name: "name", value: text("getBook") },
      { name: "paths", value: { list: [text("/books/{bookId}"), text("/book")] } },
      { name: "query", value: { members: [{ name: "$select", value: text("select") }] } },
      { name: "headers", value: { members: [{ name: "If-Match", value: text("ifMatch") }] } },
      { name: "encode", value: { members: [{ name: "expand", value: { code: code`expandText` } }] } },
    ];
    expect(written(spec)).toBe(`/** Get a book. */
export const getBook: ApiFunction<GetBookArgs, Book> = /*@__PURE__*/ make({
  name: "getBook",
  paths: ["/books/{bookId}", "/book"],
  query: { $select: "select" },
  headers: { "If-Match": "ifMatch" },
  encode: { expand: expandText },
});
`);
  });

  it("has long values on lines of their own", () => {
    const long = "x".repeat(50);
    const spec: readonly SpecMember[] = [
      { name: "paths", value: { list: [text(`/${long}`), text(`/${long}/{bookId}`)] } },
      { name: "scopes", value: { members: [{ name: "application", value: { list: [text(long), text(long)] } }] } },
    ];
    expect(
      written(spec, code`ApiFunction<GetBookArgumentsOfAnUnusualLength, BookOfTheLibrary>`),
    ).toBe(`/** Get a book. */
export const getBook: ApiFunction<GetBookArgumentsOfAnUnusualLength, BookOfTheLibrary> =
  /*@__PURE__*/ make({
    paths: [
      "/${long}",
      "/${long}/{bookId}",
    ],
    scopes: {
      application: [
        "${long}",
        "${long}",
      ],
    },
  });
`);
  });

  it("says that a text is that text, where TypeScript would take it for any", () => {
    const members = ["constructor", "toString", "__proto__", "other"].map((name) => ({ name, value: text("key") }));
    expect(written([{ name: "query", value: { members } }])).toContain(
      '  query: {\n    constructor: "key" as const,\n    toString: "key" as const,\n    ["__proto__"]: "key",\n    other: "key",\n  },\n',
    );
  });

  it("begins behind the last line of its type", () => {
    expect(written([{ name: "name", value: text("getBook") }], code`ApiFunction<\n  GetBookArgs,\n  Book\n>`)).toBe(
      `/** Get a book. */
export const getBook: ApiFunction<
  GetBookArgs,
  Book
> = /*@__PURE__*/ make({
  name: "getBook",
});
`,
    );
  });

  it("is made of the very data that it was given, whatever texts are in it", () => {
    const hostile = fc.oneof(
      fc.constantFrom("__proto__", "constructor", "toString", "*/", `\`$\{evil()}\``, "'", '"', "\\", "\u2028", "});"),
      fc.string({ unit: "binary", maxLength: 20 }),
    );
    const value = fc.letrec<{ value: SpecValue; list: SpecValue; members: SpecValue }>((tie) => ({
      value: fc.oneof({ maxDepth: 2 }, hostile.map(text), tie("list"), tie("members")),
      list: fc.array(tie("value"), { maxLength: 3 }).map((list) => ({ list })),
      members: fc
        .uniqueArray(fc.record({ name: hostile, value: tie("value") }), { selector: ({ name }) => name, maxLength: 3 })
        .map((members) => ({ members })),
    })).members;
    fc.assert(
      fc.property(value, (spec) => {
        if (!("members" in spec)) return;
        const { outputText } = ts.transpileModule(written(spec.members), {
          compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
        });
        const exports: { getBook?: unknown } = {};
        new Function("exports", "make", outputText)(exports, (data: unknown) => data);
        expect(entriesOf(exports.getBook)).toEqual(entriesOf(plain(spec)));
      }),
      { numRuns: 30 },
    );
  });
});

/** The data as JavaScript has it. */
function plain(value: SpecValue): unknown {
  if ("text" in value) return value.text;
  if ("list" in value) return value.list.map(plain);
  return "members" in value
    ? Object.fromEntries(value.members.map((member) => [member.name, plain(member.value)]))
    : null;
}

/** Own members as pairs, as matchers pass over `__proto__`. */
function entriesOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(entriesOf);
  if (typeof value !== "object" || value === null) return value;
  return Object.entries(value).map(([name, member]) => [name, entriesOf(member)]);
}
