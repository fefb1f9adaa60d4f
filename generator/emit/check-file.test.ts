import { describe, expect, it } from "vitest";
import { checkFile } from "./check-file.ts";
import type { Declaration, MemberDeclaration, SourceFile } from "./declarations.ts";
import { fileName, outputPath } from "./file-names.ts";
import { createPrinter } from "./print-file.ts";
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
    kind: "function",
    name: identifier("f"),
    isExported: true,
    parameters: [code`a: A`],
    returnType: code`void`,
    statements: [code`return;`],
    comment: null,
  },
];
const file: SourceFile = {
  path: outputPath("models", fileName("a")),
  imports: [code`import type { B } from "./b.js";`],
  declarations,
};
const text = createPrinter()(file);

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
    ["another parameter", "a: A", "a: A, b: A"],
    ["a statement in a function", "return;", "evil(); return;"],
    ["a value that is no string", '["__proto__"]: "b"', '["__proto__"]: evil()'],
    ["another import", "import type", "evil();\nimport type"],
  ])("refuses %s", (_, from, to) => {
    const changed = text.replace(from, to);
    expect(changed).not.toBe(text);
    expect(() => checkFile(file, changed)).toThrow("The text of models/a.ts does not say what it should: ");
  });
});

describe("createPrinter", () => {
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

export function f(a: A): void {
  return;
}
`);
  });
});
