import { describe, expect, it } from "vitest";
import type { EnumType, TypeRef } from "../model/api-model.ts";
import { enumRef, enumType, listOf, object, primitive, text } from "../model/sample-model.fixture.ts";
import { typeScope } from "./type-scope.fixture.ts";
import { type EnumStyle, type TypeScope, typeText } from "./type-text.ts";

const enums: readonly EnumType[] = [
  enumType("colour", ["red", "blue"]),
  enumType("topic", ["art", "unknownFutureValue"], { isEvolvable: true }),
  enumType("part", ["a", "b"], { isFlags: true }),
  enumType("stub", ["unknownFutureValue"], { isEvolvable: true }),
  enumType("empty", []),
];

function scopeOf(enumStyle: EnumStyle = "enum"): TypeScope {
  return typeScope({
    enumStyle,
    enums: new Map(enums.map((type) => [type.id, type])),
    derivedTypes: (id) => (id === "lib.shape" ? ["lib.circle", "lib.square"] : []),
  });
}

/** The values of an enum as a type. */
const members = (name: string): string => `\`$\{${name}}\``;

const literals: TypeRef = { kind: "literals", values: ["a", "b", "a"] };
const union: TypeRef = { kind: "union", options: [object("book"), object("film"), object("book")] };
const unknown: TypeRef = { kind: "unknown", text: "x" };

describe("typeText", () => {
  it.each<[string, TypeRef, string, string]>([
    ["a primitive", primitive("Int64"), "number", "number"],
    ["a date", primitive("DateTimeOffset"), "string", "string"],
    ["anything", primitive("Untyped"), "unknown", "unknown"],
    ["an object", object("book"), "Book", "Input<Book>"],
    ["an object with derived types", object("shape"), "Shape", "Input<Shape> | Input<Circle> | Input<Square>"],
    ["an object that is not there", object("missing"), "unknown", "unknown"],
    ["a list", listOf(object("book")), "Book[]", "readonly Input<Book>[]"],
    ["a list of lists", listOf(listOf(text)), "string[][]", "readonly (readonly string[])[]"],
    ["an enum", enumRef("colour"), members("Colour"), members("Colour")],
    [
      "an evolvable enum",
      enumRef("topic"),
      `${members("Topic")} | (string & {})`,
      `Exclude<${members("Topic")}, "unknownFutureValue">`,
    ],
    ["an evolvable enum without other members", enumRef("stub"), `${members("Stub")} | (string & {})`, members("Stub")],
    ["a flags enum", enumRef("part"), `${members("Part")} | (string & {})`, `${members("Part")} | (string & {})`],
    ["an enum without members", enumRef("empty"), "string", "string"],
    ["an enum that is not there", enumRef("missing"), "string", "string"],
    ["listed values", literals, "string", '"a" | "b" | (string & {})'],
    ["no listed values", { kind: "literals", values: [] }, "string", "string"],
    ["a list of listed values", listOf(literals), "string[]", 'readonly ("a" | "b" | (string & {}))[]'],
    ["a union", union, "Book | Film", "Input<Book> | Input<Film>"],
    ["a union with anything", { kind: "union", options: [text, unknown] }, "unknown", "unknown"],
    ["an unknown type", unknown, "unknown", "unknown"],
  ])("writes %s", (_, type, read, write) => {
    expect([typeText(type, scopeOf(), "read"), typeText(type, scopeOf(), "write")]).toEqual([read, write]);
  });

  it("names enums as they are in the other styles", () => {
    expect(typeText(enumRef("colour"), scopeOf("const"), "read")).toBe("Colour");
    expect(typeText(enumRef("topic"), scopeOf("union"), "read")).toBe("Topic | (string & {})");
  });

  it("adds null where it is stated, but not to what holds it already", () => {
    expect(typeText(text, scopeOf(), "read", { isNullable: true })).toBe("string | null");
    expect(typeText(listOf(text), scopeOf(), "read", { isNullable: true })).toBe("string[] | null");
    expect(typeText(unknown, scopeOf(), "read", { isNullable: true })).toBe("unknown");
  });

  it("breaks long unions into lines", () => {
    const values = ["one", "two", "three"].map((value) => value.repeat(10));
    expect(typeText({ kind: "literals", values }, scopeOf(), "write")).toBe(
      ["", ...values.map((value) => `| "${value}"`), "| (string & {})"].join("\n"),
    );
  });
});
