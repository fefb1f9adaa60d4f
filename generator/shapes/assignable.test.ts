import { describe, expect, it } from "vitest";
import { typeErrors } from "../emit/emitted.fixture.ts";
import { typeScope } from "../emit/type-scope.fixture.ts";
import { typeText } from "../emit/type-text.ts";
import type { TypeRef } from "../model/api-model.ts";
import { enumRef, enumType, listOf, object, primitive, text } from "../model/sample-model.fixture.ts";
import { type AssignabilityScope, isAssignable } from "./assignable.ts";

const enums = [
  enumType("small", ["a"]),
  enumType("large", ["a", "b"]),
  enumType("open", ["a"], { isEvolvable: true }),
  enumType("empty", []),
];
const enumsById = new Map(enums.map((type) => [type.id, type]));
const scope: AssignabilityScope = {
  enums: enumsById,
  extendsType: (id, ancestor) => id === "lib.derived" && ancestor === "lib.base",
};

const types: readonly TypeRef[] = [
  text,
  primitive("Int32"),
  primitive("Double"),
  primitive("Boolean"),
  primitive("Date"),
  primitive("Untyped"),
  { kind: "unknown", text: "" },
  object("base"),
  object("derived"),
  object("other"),
  enumRef("small"),
  enumRef("large"),
  enumRef("open"),
  enumRef("empty"),
  { kind: "literals", values: ["a", "c"] },
  { kind: "union", options: [text, object("base")] },
  { kind: "union", options: [object("derived"), primitive("Int32")] },
  listOf(text),
  listOf(enumRef("small")),
  listOf(object("base")),
  listOf(object("derived")),
  listOf(primitive("Untyped")),
];

const declarations = `
interface Base { base: string }
interface Derived extends Base { derived: string }
interface Other { other: number }
type Small = "a"; type Large = "a" | "b"; type Open = "a";
`;

const textScope = typeScope({ enumStyle: "union", enums: enumsById });

describe("isAssignable", () => {
  it("says of all pairs what TypeScript says", () => {
    const pairs = types.flatMap((from) => types.map((to) => ({ from, to })));
    const lines = pairs.map(({ from, to }, index) => {
      const [a, b] = [typeText(from, textScope, "read"), typeText(to, textScope, "read")];
      return `export const p${index}: ${b} = null! as ${a};`;
    });
    const errors = typeErrors([], { "pairs.ts": `${declarations}${lines.join("\n")}` });
    const start = declarations.split("\n").length;
    const refused = new Set(errors.map((error) => Number(/:(\d+):/.exec(error)?.[1]) - start));
    const wrong = pairs.filter(({ from, to }, index) => isAssignable(from, to, scope) === refused.has(index));
    expect(wrong).toEqual([]);
  });
});
