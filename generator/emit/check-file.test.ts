import { describe, expect, it } from "vitest";
import { checkFile } from "./check-file.ts";
import type { Declaration, MemberDeclaration, SourceFile } from "./declarations.ts";
import { fileName, outputPath } from "./file-names.ts";
import { printFile } from "./print-file.ts";
import { code, identifier } from "./text.ts";

const member = (name: string, more: Partial<MemberDeclaration> = {}): MemberDeclaration => ({
  name,
  type: code`string`,
  isOptional: false,
  isReadonly: false,
  comment: null,
  ...more,
});

const declarations: readonly Declaration[] = [
  {
    kind: "interface",
    name: identifier("A"),
    base: code`B`,
    members: [member("x"), member("y-z", { isOptional: true, isReadonly: true })],
    indexSignature: null,
    comment: null,
  },
  { kind: "enum", name: identifier("E"), members: [{ key: "a", value: "a'", comment: null }], comment: null },
  { kind: "const", name: identifier("C"), members: [{ key: "__proto__", value: "b", comment: null }], comment: null },
  { kind: "alias", name: identifier("T"), type: code`string`, comment: null },
  {
    kind: "operation",
    name: identifier("f"),
    type: code`Made<A>`,
    factory: identifier("make"),
    spec: [
      { name: "name", value: { text: "f" } },
      { name: "paths", value: { list: [{ text: "/a/{x}" }, { text: "/it's" }] } },
      { name: "query", value: { members: [{ name: "__proto__", value: { text: "y-z" } }] } },
      { name: "encode", value: { members: [{ name: "x", value: { code: code`join(",")` } }] } },
      { name: "scopes", value: { members: [{ name: "all", value: { list: [] } }] } },
    ],
    comment: null,
  },
];
const file: SourceFile = {
  path: outputPath("models", fileName("a")),
  imports: [code`import type { B } from "./b.js";`],
  declarations,
};
const text = printFile(file);

describe("checkFile", () => {
  it("accepts what was asked for", () => {
    expect(() => checkFile(file, text)).not.toThrow();
  });

  it.each([
    ["a syntax error", "export type T =", "export type = ="],
    ["another statement", "export type T", "evil();\nexport type T"],
    ["a missing statement", "export type T = string;", ""],
    ["another name", "export enum E", "export enum F"],
    ["another member", "  x: string;", "  x: string;\n  y: string;"],
    ["another modifier", "readonly ", ""],
    ["a missing base", " extends B", ""],
    ["another value", '"a\'"', '"b"'],
    ["a method", "  x: string;", "  x(): string;"],
    ["a value that is no string", '["__proto__"]: "b"', '["__proto__"]: evil()'],
    ["another name of a function", "const f", "const g"],
    ["another factory", "make(", "evil("],
    ["a factory that is no name", "make(", "make.evil("],
    ["a further argument of the factory", "});", "}, evil());"],
    ["no factory", "make({", "({"],
    ["a function that is made twice", "= /*@__PURE__*/ make(", "= make(), g = make("],
    ["a factory behind another expression", "= /*@__PURE__*/ make(", "= evil() ?? make("],
    ["another value in the data of a function", 'name: "f"', 'name: "g"'],
    ["code instead of a value", 'name: "f"', "name: evil()"],
    ["a template instead of a value", 'name: "f"', "name: `f`"],
    ["code instead of a list", 'paths: ["/a/{x}", "/it\'s"]', "paths: evil()"],
    ["code within a list", '"/it\'s"]', "evil()]"],
    ["a longer list", '"/it\'s"]', '"/it\'s", "/b"]'],
    ["a spread list", '"/it\'s"]', "...evil()]"],
    ["another name in the data of a function", '["__proto__"]: "y-z"', '__proto__x: "y-z"'],
    ["a computed name", '["__proto__"]: "y-z"', '[evil()]: "y-z"'],
    ["a further member", 'name: "f",', 'name: "f", more: "g",'],
    ["a spread member", 'name: "f",', 'name: "f", ...evil(),'],
    ["a getter", 'name: "f",', 'get name() { return "f"; },'],
    ["a value that is said to be of another type", 'name: "f"', 'name: "f" as Evil'],
    ["a value instead of code", 'join(",")', '","'],
    ["another import", "import type", "evil();\nimport type"],
  ])("refuses %s", (_, from, to) => {
    const changed = text.replace(from, to);
    expect(changed).not.toBe(text);
    expect(() => checkFile(file, changed)).toThrow("The text of models/a.ts does not say what it should: ");
  });
});

describe("printFile", () => {
  it("separates declarations by blank lines", () => {
    expect(text.split("\n").slice(2).join("\n")).toBe(`import type { B } from "./b.js";

export interface A extends B {
  x: string;
  readonly "y-z"?: string;
}

export enum E {
  a = "a'",
}

export const C = {
  ["__proto__"]: "b",
} as const;

export type T = string;

export const f: Made<A> = /*@__PURE__*/ make({
  name: "f",
  paths: ["/a/{x}", "/it's"],
  query: { ["__proto__"]: "y-z" },
  encode: { x: join(",") },
  scopes: { all: [] },
});
`);
  });
});
