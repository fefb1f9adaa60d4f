import fc from "fast-check";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import type { EnumType } from "../model/api-model.ts";
import { enumMember, enumType, model } from "../model/sample-model.fixture.ts";
import { emittedText, typeErrors } from "./emitted.fixture.ts";
import { memberKey } from "./enums.ts";
import type { EnumStyle } from "./type-text.ts";

const written = (type: EnumType, enumStyle: EnumStyle): string =>
  emittedText(model({ enums: [type] }), "models/all.ts", { enumStyle });

const condition = enumType(
  "condition",
  ["new", enumMember("worn out", { description: "Pages are loose.", deprecation: { text: "Use `new`." } })],
  {
    description: "How a book looks.",
    deprecation: { text: null },
  },
);

describe("enumDeclarations", () => {
  it("writes an enum", () => {
    expect(written(condition, "enum")).toBe(`/**
 * How a book looks.
 *
 * @deprecated
 */
export enum Condition {
  new = "new",
  /**
   * Pages are loose.
   *
   * @deprecated Use \`new\`.
   */
  "worn out" = "worn out",
}
`);
  });

  it("writes a constant and a type", () => {
    expect(written({ ...condition, deprecation: null }, "const")).toBe(`/** How a book looks. */
export const Condition = {
  new: "new",
  /**
   * Pages are loose.
   *
   * @deprecated Use \`new\`.
   */
  "worn out": "worn out",
} as const;

export type Condition = (typeof Condition)[keyof typeof Condition];
`);
  });

  it("writes a union", () => {
    expect(written({ ...condition, deprecation: null }, "union")).toBe(`/** How a book looks. */
export type Condition = "new" | "worn out";
`);
  });

  it("says what else may come", () => {
    expect(
      written(
        enumType("part", [enumMember("a", { isAfterSentinel: true })], { isFlags: true, isEvolvable: true }),
        "enum",
      ),
    ).toBe(`/**
 * Several values may stand in one string, separated by commas.
 *
 * Values will be added: expect others than these.
 */
export enum Part {
  /** Sent by the service only to callers that ask for all members. */
  a = "a",
}
`);
  });
});

describe("memberKey", () => {
  it.each([
    ["low", "low"],
    ["class", "class"],
    ["North America", "North America"],
    ["it's", "it_s"],
    ["a\\", "a_"],
    ["two\nlines", "two_lines"],
    ["*/", "_/"],
    ["</script>", "_/script_"],
    ["", "_"],
    [" ", "_ "],
    ["1", "_1"],
    ["-1", "_-1"],
    ["1.5", "_1.5"],
    ["1e21", "1e21"],
    ["Infinity", "_Infinity"],
    ["NaN", "_NaN"],
    ["0x10", "0x10"],
    ["01", "01"],
    ["__proto__", "___proto__"],
    ["constructor", "constructor"],
    ["x".repeat(10_000), "x".repeat(64)],
  ])("makes %j into %j", (value, key) => {
    expect(memberKey(value)).toBe(key);
  });
});

describe("any values", () => {
  const hostile = [
    "it's",
    "a\\",
    "two\nlines",
    "*/",
    "</script>",
    "",
    "-1",
    "0",
    "__proto__",
    "constructor",
    "toString",
    "a b",
    "a_b",
    `\`$\{X}\``,
    '"',
    "NaN",
    "1e21",
    "1e+21",
    "-0",
    "\uD800",
    "x".repeat(10_000),
  ];

  it("are legal members in every style", () => {
    const enums = [enumType("hostile", hostile)];
    for (const enumStyle of ["enum", "const", "union"] as const) {
      const use = `import type { Hostile } from "./models/all.js";\nexport const value: ${enumStyle === "enum" ? `\`$\{Hostile}\`` : "Hostile"} = "-1";`;
      const files = [{ path: "models/all.ts", text: emittedText(model({ enums }), "models/all.ts", { enumStyle }) }];
      expect(typeErrors(files, { "use.ts": use }, { erasableSyntaxOnly: enumStyle !== "enum" })).toEqual([]);
    }
  });

  it("evaluate to themselves, each under a key of its own", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(...hostile)), {
          minLength: 1,
          maxLength: 12,
        }),
        (values) => {
          for (const enumStyle of ["enum", "const"] as const) {
            const { outputText } = ts.transpileModule(written(enumType("any", values), enumStyle), {
              compilerOptions: { module: ts.ModuleKind.CommonJS },
            });
            const exports: { Any?: object } = {};
            new Function("exports", outputText)(exports);
            expect(Object.values(exports.Any ?? {})).toEqual(expect.arrayContaining(values));
            expect(Object.keys(exports.Any ?? {})).toHaveLength(values.length);
          }
        },
      ),
      { numRuns: 30 },
    );
  });
});
