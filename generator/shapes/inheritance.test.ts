import { describe, expect, it } from "vitest";
import type { ObjectType, Property } from "../model/api-model.ts";
import {
  enumRef,
  enumType,
  listOf,
  object,
  objectType,
  primitive,
  property,
  text,
} from "../model/sample-model.fixture.ts";
import { resolveInheritance } from "./inheritance.ts";

const enums = [enumType("small", ["a"]), enumType("large", ["a", "b"])];

const derived = (name: string, base: string, properties: readonly Property[]): ObjectType =>
  objectType(name, properties, { baseType: `lib.${base}` });

/** What a type declares and takes out of its base, by name. */
function declared(types: readonly ObjectType[], name: string) {
  const type = resolveInheritance(types, enums).types.get(`lib.${name}`);
  return {
    own: type?.properties.map(({ property: { name: own }, isOptional }) => `${own}${isOptional ? "?" : ""}`),
    omitted: type?.omitted,
  };
}

describe("resolveInheritance", () => {
  it("declares as optional what has to be asked for, and what only an example shows", () => {
    const types = [
      objectType("a", [
        property("x"),
        property("y", text, { returned: "onSelect" }),
        property("z", object("a"), { isNavigation: true }),
        property("e", text, { evidence: "example" }),
      ]),
    ];
    expect(declared(types, "a").own).toEqual(["x", "y?", "z?", "e?"]);
  });

  it("leaves out what the page calls inherited, if the ancestor declares it", () => {
    const inherited = { inheritedFrom: "lib.a" };
    const types = [
      objectType("a", [property("x")]),
      derived("b", "a", [property("x", primitive("Int32"), inherited), property("y", text, inherited)]),
    ];
    expect(declared(types, "b")).toEqual({ own: ["y"], omitted: [] });
  });

  it("leaves out what is declared alike above, over several steps", () => {
    const types = [
      objectType("a", [property("x")]),
      derived("b", "a", []),
      derived("c", "b", [property("x"), property("x", primitive("Date"))]),
    ];
    expect(declared(types, "c")).toEqual({ own: [], omitted: [] });
  });

  it("declares again what is narrower, and keeps it present", () => {
    const types = [
      objectType("a", [property("x"), property("y", object("a")), property("z", text, { isNullable: true })]),
      derived("b", "a", [
        property("x", enumRef("small"), { returned: "onSelect" }),
        property("y", object("b")),
        property("z", text, { isNullable: false }),
      ]),
    ];
    expect(declared(types, "b")).toEqual({ own: ["x", "y", "z"], omitted: [] });
  });

  it("takes out of the base what does not fit", () => {
    const types = [
      objectType("a", [property("x"), property("y", enumRef("small")), property("z")]),
      derived("b", "a", [
        property("x", primitive("Int32")),
        property("y", enumRef("large")),
        property("z", text, { isNullable: true }),
      ]),
    ];
    expect(declared(types, "b")).toEqual({ own: ["x", "y", "z"], omitted: ["x", "y", "z"] });
  });

  it("takes annotations out of the base that are of another type than the root has them", () => {
    const types = [
      objectType("a", [property("x", text, { isNullable: false })], { kind: "entity" }),
      derived("b", "a", [
        property("@odata.type", text, { isNullable: false }),
        property("@odata.etag", text, { isNullable: true }),
        property("@odata.id", object("a")),
      ]),
      derived("c", "b", [property("@odata.type", primitive("Int32"))]),
    ];
    expect(declared(types, "b")).toEqual({
      own: ["@odata.type", "@odata.etag", "@odata.id"],
      omitted: ["@odata.etag"],
    });
    expect(declared(types, "c")).toEqual({ own: ["@odata.type"], omitted: ["@odata.type"] });
  });

  it("takes for never null what is so above, where the page of the derived type does not say", () => {
    const types = [
      objectType("a", [
        property("x", text, { isNullable: false }),
        property("y"),
        property("z", text, { isNullable: false }),
      ]),
      derived("b", "a", [
        property("x", enumRef("small")),
        property("y", enumRef("small")),
        property("z", primitive("Int32")),
        property("@odata.etag"),
      ]),
    ];
    const { types: resolved } = resolveInheritance(types, enums);
    expect(resolved.get("lib.b")?.properties.map(({ property: { name, isNullable } }) => [name, isNullable])).toEqual([
      ["x", false],
      ["y", null],
      ["z", null],
      ["@odata.etag", false],
    ]);
  });

  it("does not count a type as its base where something was taken out", () => {
    const types = [
      objectType("a", [property("x")]),
      derived("b", "a", [property("x", primitive("Int32"))]),
      objectType("holder", [property("one", object("a")), property("many", listOf(object("a")))]),
      derived("special", "holder", [property("one", object("b")), property("many", listOf(object("b")))]),
    ];
    expect(declared(types, "special")).toEqual({ own: ["one", "many"], omitted: ["one", "many"] });
  });

  it("ignores bases that are missing or lead back", () => {
    const types = [derived("a", "b", []), derived("b", "a", []), derived("c", "nowhere", [])];
    expect([...resolveInheritance(types, []).types.values()].map(({ base }) => base)).toEqual([null, null, null]);
  });

  it("lists members from the root on, and descendants", () => {
    const types = [
      objectType("a", [property("x")]),
      derived("b", "a", [property("y")]),
      derived("c", "b", [property("z")]),
    ];
    const inheritance = resolveInheritance(types, []);
    expect(inheritance.membersOf("lib.c").map(({ property: { name } }) => name)).toEqual(["x", "y", "z"]);
    expect(inheritance.descendantsOf("lib.a")).toEqual(["lib.b", "lib.c"]);
    expect(inheritance.descendantsOf("lib.c")).toEqual([]);
  });
});
