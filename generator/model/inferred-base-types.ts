/**
 * Base types where no page states one. Most pages leave it out (662 of 1,023 types in the 2021 corpus), so that two
 * facts of the set itself have to do:
 *
 * - *The root.* Hand-written sets have one type that holds nothing but the key and that others are said to derive from.
 *   An entity type without stated base type derives from it: OData lets navigation properties lead to entity types
 *   only, keys stand on entity types only, and only resources have methods.
 * - *Strays.* A type that no member refers to and that has no methods can only be met where a base type is expected. It
 *   derives from the type that is referred to, has the same last word in its name, and whose members it all repeats.
 */
import type { Property, TypeRef } from "./api-model.ts";
import { ancestorsOf } from "./base-types.ts";
import { byCodeUnit } from "./qualified-name.ts";
import { referredIds } from "./referred-ids.ts";

export interface TypeShape {
  readonly id: string;
  readonly name: string;
  readonly properties: readonly Property[];
  readonly key: string | null;
  readonly hasMethods: boolean;
}

type BaseOf = (id: string) => string | null;

/** Fewer common members than this are no evidence: many types have a name and a description. */
const minimumRepeated = 3;

/** The type that holds only its key and is the base of most others; `null` in sets that have none. */
export function rootType(types: readonly TypeShape[], baseOf: BaseOf): TypeShape | null {
  const uses = new Map<string, number>();
  for (const { id } of types) {
    const base = baseOf(id);
    if (base !== null) uses.set(base, (uses.get(base) ?? 0) + 1);
  }
  const candidates = types.filter(
    ({ id, properties }) => baseOf(id) === null && properties.length === 1 && uses.has(id),
  );
  candidates.sort((a, b) => (uses.get(b.id) ?? 0) - (uses.get(a.id) ?? 0) || byCodeUnit(a.id, b.id));
  return candidates[0] ?? null;
}

function lastWord(name: string): string {
  return (/(?:[A-Z][a-z\d]*|^[a-z\d]+)$/.exec(name)?.[0] ?? name).toLowerCase();
}

function isSameType(a: TypeRef, b: TypeRef): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function repeatsAll(stray: TypeShape, base: TypeShape): boolean {
  const own = new Map(stray.properties.map((property) => [property.name, property.type]));
  return base.properties.every(({ name, type }) => {
    const given = own.get(name);
    return given !== undefined && isSameType(given, type);
  });
}

/** Base types for types that have none; pairs of id and base id. Types with a base type are left as they are. */
export function inferBaseTypes(types: readonly TypeShape[], baseOf: BaseOf): [string, string][] {
  const navigated = new Set<string>();
  const structural = new Set<string>();
  for (const { properties } of types)
    for (const property of properties)
      for (const id of referredIds(property.type)) (property.isNavigation ? navigated : structural).add(id);
  const root = rootType(types, baseOf);
  const keyName = root?.properties[0]?.name;
  const found: [string, string][] = [];
  for (const type of types) {
    if (baseOf(type.id) !== null || type.id === root?.id) continue;
    const hasKey = type.key !== null || type.properties.some((property) => property.name === keyName);
    const isReferred = navigated.has(type.id) || structural.has(type.id);
    if (!isReferred && !type.hasMethods) {
      const stray = types.find(
        (base) =>
          base.id !== type.id &&
          (navigated.has(base.id) || structural.has(base.id)) &&
          base.properties.length >= minimumRepeated &&
          lastWord(base.name) === lastWord(type.name) &&
          repeatsAll(type, base) &&
          !ancestorsOf(base.id, baseOf).includes(type.id),
      );
      if (stray) {
        found.push([type.id, stray.id]);
        continue;
      }
    }
    const isStructural = structural.has(type.id);
    const isEntity =
      navigated.has(type.id) ||
      (type.hasMethods && (hasKey || !isStructural)) ||
      (type.key !== null && hasKey && !isStructural);
    if (root && isEntity) found.push([type.id, root.id]);
  }
  return found;
}
