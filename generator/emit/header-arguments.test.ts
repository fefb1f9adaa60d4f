import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { HeaderParameter } from "../model/api-model.ts";
import { header, model, operation, preference } from "../model/sample-model.fixture.ts";
import { codeText, dataOf, declarationText, emittedText } from "./emitted.fixture.ts";

function file(headers: readonly HeaderParameter[]): string {
  return emittedText(model({ operations: [operation("getBook", ["/book"], { headers })] }), "operations/books.ts");
}

describe("headers", () => {
  it("are arguments of text, with the values that are listed", () => {
    const text = file([
      header("If-Match", { isRequired: true, description: "Version that is meant." }),
      header("X-Mode", { values: ["fast", "it's", "fast"] }),
      header("X'Odd`"),
    ]);
    expect(codeText(text, "GetBookArgs")).toBe(`export interface GetBookArgs {
  /**
   * Version that is meant.
   *
   * Header \`If-Match\`.
   */
  ifMatch: string;
  /** Header \`X-Mode\`. */
  xMode?: "fast" | "it's" | (string & {});
  /** Header \`X'Odd\`\`. */
  "x'odd\`"?: string;
}`);
    expect(
      codeText(text, "getBook"),
    ).toContain(`  headers: { "If-Match": "ifMatch", "X-Mode": "xMode", "X'Odd\`": "x'odd\`" },
});`);
  });

  it("are none of those that the client sends, no second one of a name, and nothing that is no name", () => {
    const names = [
      "Authorization",
      "content-type",
      "Content-Length",
      "HOST",
      "X-A",
      "x-a",
      "a b",
      "a:b",
      "a\nb",
      "",
      "ä",
    ];
    expect(codeText(file(names.map((name) => header(name))), "GetBookArgs")).toBe(
      "export interface GetBookArgs {\n  /** Header `X-A`. */\n  xA?: string;\n}",
    );
  });

  it("take a range as two numbers", () => {
    const text = file([header("Range", { values: ["bytes=0-9"] })]);
    expect(codeText(text, "GetBookArgs")).toContain("  range?: readonly [first: number, last?: number];\n");
    expect(codeText(text, "getBook")).toContain('  headers: { Range: "range" },\n  encode: { range: byteRange },\n');
    expect(text).toContain('import { byteRange } from "../runtime/byte-range.js";\n');
  });
});

describe("preferences", () => {
  const prefer = header("Prefer", {
    description: "What is preferred.",
    preferences: [
      preference("time.zone", { key: "timeZone", isQuoted: true, description: "Zone of all times." }),
      preference("return", { values: ["minimal", "it's", "minimal"] }),
      preference("odata.maxpagesize", { key: "maxPageSize", kind: "number" }),
      preference("wait", { kind: "flag" }),
      preference("a-b", { isQuoted: true, values: ["x"] }),
    ],
  });

  it("are named, or given as the text of the header", () => {
    const text = file([prefer]);
    expect(codeText(text, "GetBookArgs")).toBe(`export interface GetBookArgs {
  /**
   * What is preferred.
   *
   * Header \`Prefer\`.
   */
  prefer?: GetBookPreferences | string;
}`);
    expect(declarationText(text, "GetBookPreferences")).toBe(`/** What {@link getBook} may be asked to prefer. */
export interface GetBookPreferences {
  /** Zone of all times. */
  timeZone?: string;
  return?: "minimal" | "it's" | (string & {});
  maxPageSize?: number;
  wait?: true;
  "a-b"?: "x" | (string & {});
}`);
  });

  it("are written by an encoder that is made of their tokens", () => {
    const text = file([prefer]);
    expect(codeText(text, "getBook")).toContain(`  headers: { Prefer: "prefer" },
  encode: {
    prefer: /*@__PURE__*/ preferText({
      timeZone: "time.zone=\\"*\\"",
      return: "return=*",
      maxPageSize: "odata.maxpagesize=*",
      wait: "wait",
      "a-b": "a-b=\\"*\\"",
    }),
  },
});`);
    expect(text).toContain('import { preferText } from "../runtime/prefer.js";\n');
  });

  it("make a short encoder on one line", () => {
    expect(codeText(file([header("Prefer", { isRequired: true, preferences: [preference("wait")] })]), "getBook")).toBe(
      `export const getBook: ApiFunction<GetBookArgs, unknown> = /*@__PURE__*/ jsonOperation({
  name: "getBook",
  method: "GET",
  paths: ["/book"],
  headers: { Prefer: "prefer" },
  encode: { prefer: /*@__PURE__*/ preferText({ wait: "wait=*" }) },
});`,
    );
  });

  it("mean to the encoder what the page says, whatever texts it has", () => {
    const hostile = fc.oneof(
      fc.constantFrom("__proto__", "constructor", "it's", "*/", `\`$\{evil()}\``, "});", "\u2028"),
      fc.string({ unit: "binary" }),
    );
    fc.assert(
      fc.property(hostile, hostile, (key, token) => {
        const text = file([header("Prefer", { preferences: [preference(token, { key })] })]);
        const table = Object.fromEntries([[key, `${token}=*`]]);
        // As JSON, as matchers pass over `__proto__`.
        expect(JSON.stringify(dataOf(text).get("getBook")?.["encode"])).toBe(
          JSON.stringify({ prefer: { maker: "preferText", args: [table] } }),
        );
      }),
      { numRuns: 10 },
    );
  });
});
