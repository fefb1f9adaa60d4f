/** A scope of types for tests of single types: names are those of the ids, nothing is imported. */
import { identifier } from "./text.ts";
import type { TypeScope } from "./type-text.ts";

/** Ids with `missing` in them are in no model. */
export function typeScope(more: Partial<TypeScope> = {}): TypeScope {
  return {
    enumStyle: "enum",
    enums: new Map(),
    isNullable: (stated) => stated ?? false,
    typeName: (id) =>
      id.includes("missing") ? null : identifier(id.replace(/^lib\.(.)/, (_, first: string) => first.toUpperCase())),
    hasRelationships: () => false,
    relationshipsName: () => null,
    familyName: () => null,
    familyType: () => null,
    defaultName: () => null,
    inputName: () => identifier("Input"),
    derivedTypes: () => [],
    ...more,
  };
}
