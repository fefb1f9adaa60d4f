import { describe, expect, it } from "vitest";
import type { ObjectType } from "../model/api-model.ts";
import {
  enumRef,
  enumType,
  listOf,
  model,
  object,
  objectType,
  primitive,
  property,
  text,
} from "../model/sample-model.fixture.ts";
import { declarationText, emittedText } from "./emitted.fixture.ts";

const enums = [enumType("condition", ["new", "used"])];

function written(types: readonly ObjectType[], name: string): string {
  return declarationText(emittedText(model({ types, enums }), "models/all.ts"), name);
}

describe("interfaceDeclaration", () => {
  it("says of members what the page says", () => {
    const book = objectType(
      "book",
      [
        property("id", text, { isReadOnly: true, description: "Key of the book." }),
        property("condition", enumRef("condition"), { isNullable: true, deprecation: { text: "Use state instead." } }),
        property("due", primitive("DateTimeOffset"), { description: "When it has to be back." }),
        property("lent", primitive("Date"), { description: "The day in ISO 8601 format." }),
        property("cover", primitive("Binary")),
        property("notes", listOf(text), { returned: "onSelect" }),
        property("owner", object("person"), { isNavigation: true, isNullable: false }),
        property("place", { kind: "unknown", text: "?" }),
      ],
      { description: "A book.\nOf paper.", isOpen: true },
    );
    expect(written([book, objectType("person", [])], "Book")).toBe(`/**
 * A book.
 * Of paper.
 *
 * Open: instances may have further members.
 */
export interface Book {
  /** Key of the book. */
  readonly id: string;
  /** @deprecated Use state instead. */
  condition: \`\${Condition}\` | null;
  /** When it has to be back. (ISO 8601 date and time) */
  due: string;
  /** The day in ISO 8601 format. */
  lent: string;
  /** Base64. */
  cover: string;
  notes?: string[];
  owner?: Person;
  place: unknown;
}`);
  });

  it("extends the base type, whose root carries annotations", () => {
    const entity = { kind: "entity" } as const;
    const types = [
      objectType("entity", [property("id")], { ...entity, isAbstract: true }),
      objectType("book", [property("id"), property("title")], { ...entity, baseType: "lib.entity" }),
      objectType("film", [], { ...entity, baseType: "lib.entity" }),
    ];
    expect(written(types, "Entity")).toBe(`/** Abstract: instances are of a derived type. */
export interface Entity {
  /** Name of the type of this very instance, which may be a derived one. */
  "@odata.type"?: string;
  /** Version, for conditional requests. */
  readonly "@odata.etag"?: string;
  id: string;
}`);
    expect(written(types, "Book")).toBe("export interface Book extends Entity {\n  title: string;\n}");
    expect(written(types, "Film")).toBe("export interface Film extends Entity {}");
  });

  it("leaves an annotation to the page that declares it", () => {
    const types = [objectType("a", [property("@odata.etag", text, { description: "Own." })], { kind: "entity" })];
    expect(written(types, "A")).toBe('export interface A {\n  /** Own. */\n  "@odata.etag": string;\n}');
  });

  it("takes an annotation out of the base that a page declares with another type", () => {
    const types = [
      objectType("a", [property("x")], { kind: "entity" }),
      objectType("b", [property("@odata.type"), property("@odata.etag", text, { isNullable: true })], {
        kind: "entity",
        baseType: "lib.a",
      }),
    ];
    expect(written(types, "B")).toBe(
      'export interface B extends Omit<A, "@odata.etag"> {\n  "@odata.type": string;\n  "@odata.etag": string | null;\n}',
    );
  });

  it("takes out of the base what does not fit", () => {
    const types = [
      objectType("a", [property("x"), property("it's")]),
      objectType("b", [property("x", primitive("Int32")), property("it's", object("a"))], { baseType: "lib.a" }),
    ];
    expect(written(types, "B")).toBe(
      'export interface B extends Omit<A, "x" | "it\'s"> {\n  x: number;\n  "it\'s": A;\n}',
    );
  });

  it("breaks long unions into lines", () => {
    const ids = ["first", "second", "third", "fourth"].map((word) => `${word}PossibleAlternative`);
    const options = ids.map((id) => object(id));
    const types = ids.map((id) => objectType(id, []));
    expect(
      written([objectType("a", [property("x", { kind: "union", options }, { isNullable: true })]), ...types], "A"),
    ).toBe(`export interface A {
  x:
    | FirstPossibleAlternative
    | SecondPossibleAlternative
    | ThirdPossibleAlternative
    | FourthPossibleAlternative
    | null;
}`);
  });
});
