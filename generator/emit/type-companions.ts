/** Which object types have further declarations beside their interface. */
import type { ApiModel, TypeRef } from "../model/api-model.ts";
import { type Inheritance, maxFamily } from "../shapes/inheritance.ts";

export interface TypeCompanions {
  /** Whether there is something to expand: the type has relationships, own or inherited. */
  hasRelationships(id: string): boolean;
  /** Whether a call without `select` gives less than the whole type. */
  hasDefault(id: string): boolean;
  /** Whether an object of the type may be of one of a few derived types, whose properties may be selected then. */
  hasFamily(id: string): boolean;
  /** Names of the properties that have to be asked for with `select`, own and inherited. */
  selectOnly(id: string): readonly string[];
}

export function createCompanions({ types, operations }: ApiModel, inheritance: Inheritance): TypeCompanions {
  // What nothing can be selected of needs no union.
  const selected = new Set<string>();
  const note = (type: TypeRef | null): void => {
    if (type?.kind === "collection") note(type.of);
    else if (type?.kind === "object") selected.add(type.id);
  };
  for (const { properties } of types) for (const { isNavigation, type } of properties) if (isNavigation) note(type);
  for (const { response } of operations) note(response.type);

  const selectOnly = (id: string): readonly string[] =>
    inheritance
      .membersOf(id)
      .filter(({ property }) => property.returned === "onSelect" && !property.isNavigation)
      .map(({ property }) => property.name);
  return {
    hasRelationships: (id) => inheritance.membersOf(id).some(({ property }) => property.isNavigation),
    hasDefault: (id) => selectOnly(id).length > 0,
    hasFamily(id) {
      const count = inheritance.descendantsOf(id).length;
      return selected.has(id) && count > 0 && count <= maxFamily;
    },
    selectOnly,
  };
}
