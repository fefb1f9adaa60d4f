import { describe, expect, it } from "vitest";
import type { ObjectType, Operation } from "../model/api-model.ts";
import {
  listOf,
  model,
  object,
  objectType,
  operation,
  property,
  response,
  text,
} from "../model/sample-model.fixture.ts";
import { resolveInheritance } from "../shapes/inheritance.ts";
import { createCompanions } from "./type-companions.ts";

function companions(types: readonly ObjectType[], operations: readonly Operation[] = []) {
  return createCompanions(model({ types, operations }), resolveInheritance(types, []));
}

const link = (target: string) => property("link", object(target), { isNavigation: true });

describe("hasRelationships", () => {
  it("is about own and inherited ones", () => {
    const types = [
      objectType("base", [link("other")]),
      objectType("derived", [property("a")], { baseType: "lib.base" }),
      objectType("other", [property("base", object("base"))]),
    ];
    const { hasRelationships } = companions(types);
    expect(["base", "derived", "other", "missing"].map((name) => hasRelationships(`lib.${name}`))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe("selectOnly", () => {
  it("names the properties that have to be asked for, the inherited ones first", () => {
    const types = [
      objectType("base", [property("a", text, { returned: "onSelect" }), property("b", text, { returned: "default" })]),
      objectType(
        "derived",
        [
          property("c", text, { returned: "onSelect" }),
          property("link", object("base"), { isNavigation: true, returned: "onSelect" }),
          property("d"),
        ],
        { baseType: "lib.base" },
      ),
      objectType("plain", [property("a")]),
    ];
    const { selectOnly, hasDefault } = companions(types);
    expect(["base", "derived", "plain"].map((name) => selectOnly(`lib.${name}`))).toEqual([["a"], ["a", "c"], []]);
    expect(["base", "derived", "plain"].map((name) => hasDefault(`lib.${name}`))).toEqual([true, true, false]);
  });
});

describe("hasFamily", () => {
  const types = [
    objectType("base", []),
    objectType("derived", [], { baseType: "lib.base" }),
    objectType("holder", [property("plain", object("base"))]),
  ];
  const answer = (type: Parameters<typeof response>[0]) => operation("f", ["/f"], { response: response(type) });

  it("is about types of which something can be selected: of results, or behind relationships", () => {
    expect(companions(types).hasFamily("lib.base")).toBe(false);
    expect(companions(types, [answer({ type: object("base") })]).hasFamily("lib.base")).toBe(true);
    expect(companions(types, [answer({ type: listOf(object("base")) })]).hasFamily("lib.base")).toBe(true);
    expect(companions([...types, objectType("a", [link("base")])]).hasFamily("lib.base")).toBe(true);
    expect(companions(types, [answer({ type: object("derived") })]).hasFamily("lib.derived")).toBe(false);
  });

  it("ends where a type is the root of everything", () => {
    const many = (count: number): ObjectType[] =>
      Array.from({ length: count }, (_, index) => objectType(`d${index}`, [], { baseType: "lib.base" }));
    const hasFamily = (count: number): boolean =>
      companions([objectType("base", []), ...many(count)], [answer({ type: object("base") })]).hasFamily("lib.base");
    expect([hasFamily(60), hasFamily(61)]).toEqual([true, false]);
  });
});
