/**
 * Which properties each interface declares itself, and which it inherits.
 *
 * Pages repeat inherited properties, sometimes with another type. TypeScript allows a derived interface to repeat a
 * property only with a type that the inherited one accepts. The rule, for a property that an ancestor declares too:
 *
 * 1. The page says that it is inherited, or both are declared alike: the derived interface leaves it out.
 * 2. The derived type is acceptable: it is declared again. If the inherited one is always there, so is this one.
 * 3. Otherwise it is declared again and taken out of the base: `extends Omit<Base, "name">`. What derives from such a
 *    type does not count as the base type any more.
 */
import type { EnumType, ObjectType, Property } from "../model/api-model.ts";
import { isAssignable } from "./assignable.ts";

/** A property as an interface shows it. */
export interface DeclaredProperty {
  readonly property: Property;
  readonly isOptional: boolean;
}

export interface ResolvedType {
  readonly type: ObjectType;
  /** `id` of the base type, `null` where it is not in the model. */
  readonly base: string | null;
  readonly properties: readonly DeclaredProperty[];
  /** Names that have to be taken out of the base type. */
  readonly omitted: readonly string[];
}

/** Things by their `id`. */
export interface Lookup<T> {
  get(id: string): T | undefined;
}

export interface Inheritance {
  readonly types: Lookup<ResolvedType>;
  /** All properties of a type, the ancestors' first, as its interface shows them. */
  membersOf(id: string): readonly DeclaredProperty[];
  /** Whether objects of a type may have members that no page declares: it says so, or one of its base types does. */
  isOpen(id: string): boolean;
  /** Whether nothing is said of such a type but perhaps its key: what else its objects have is up to them. */
  isNameless(id: string): boolean;
  /** `id`s of all types that derive from a type, sorted as the types are. */
  descendantsOf(id: string): readonly string[];
}

/** More types than these that derive from one are not listed where a value may be of any of them. */
export const maxListedDerivedTypes = 12;

/**
 * More types than these that derive from one make no union: a root that everything derives from says nothing about what
 * may come.
 */
export const maxFamily = 60;

type Members = ReadonlyMap<string, DeclaredProperty>;

/** Resolves the types of a model. Base types that are missing or lead back to their type count as none. */
export function resolveInheritance(
  types: readonly ObjectType[],
  enums: readonly EnumType[],
): Inheritance & { readonly types: ReadonlyMap<string, ResolvedType> } {
  const byId = new Map(types.map((type) => [type.id, type]));
  const enumsById = new Map(enums.map((type) => [type.id, type]));
  const bases = new Map(types.map((type) => [type.id, baseOf(type, byId)]));

  // Whether a property fits can depend on other types fitting. Each round sees the cuts of the last one, and only adds
  // to them, so that it ends.
  const cut = new Set<string>();
  for (;;) {
    const extendsType = (id: string, ancestor: string): boolean => {
      for (let at: string | null | undefined = id; at; at = bases.get(at)) {
        if (at === ancestor) return true;
        if (cut.has(at)) return false;
      }
      return false;
    };
    const result = resolveOnce(types, bases, { enums: enumsById, extendsType });
    const found = [...result.types.values()].filter(({ type, omitted }) => omitted.length > 0 && !cut.has(type.id));
    if (found.length === 0)
      return {
        ...result,
        descendantsOf: descendants(types, bases),
        isOpen: (id) => isOpen(id, byId, bases),
        isNameless: (id) => isOpen(id, byId, bases) && namesOf(result.membersOf(id)).length <= 1,
      };
    for (const { type } of found) cut.add(type.id);
  }
}

function resolveOnce(
  types: readonly ObjectType[],
  bases: ReadonlyMap<string, string | null>,
  scope: Parameters<typeof isAssignable>[2],
): Pick<Inheritance, "membersOf"> & { readonly types: ReadonlyMap<string, ResolvedType> } {
  const byId = new Map(types.map((type) => [type.id, type]));
  const resolved = new Map<string, ResolvedType>();
  const members = new Map<string, Members>();
  const lists = new Map<string, readonly DeclaredProperty[]>();

  const resolve = (id: string): Members => {
    const known = members.get(id);
    const type = byId.get(id);
    if (known !== undefined) return known;
    if (type === undefined) return new Map();
    const base = bases.get(id) ?? null;
    const inherited = base === null ? new Map<string, DeclaredProperty>() : resolve(base);
    const own = new Map<string, DeclaredProperty>();
    const omitted: string[] = [];
    for (const property of type.properties) {
      if (own.has(property.name)) continue;
      const declared = { property, isOptional: isOptional(property) };
      const stated = inherited.get(property.name);
      const above = stated ?? (base === null ? undefined : annotationAbove(property));
      const verdict = above === undefined ? "new" : compare(declared, above, scope);
      if (verdict === "inherited" && stated !== undefined) continue;
      if (verdict === "incompatible") omitted.push(property.name);
      own.set(property.name, above === undefined || verdict === "incompatible" ? declared : fitting(declared, above));
    }
    resolved.set(id, { type, base, properties: [...own.values()], omitted });
    const all = new Map([...inherited, ...own]);
    members.set(id, all);
    return all;
  };

  for (const { id } of types) lists.set(id, [...resolve(id).values()]);
  return { types: resolved, membersOf: (id) => lists.get(id) ?? [] };
}

/** Annotations that the root of a hierarchy has, whatever the pages say: texts that are never `null`. */
const annotations: ReadonlySet<string> = new Set(["@odata.type", "@odata.etag"]);

function annotationAbove(property: Property): DeclaredProperty | undefined {
  if (!annotations.has(property.name)) return undefined;
  const type = { kind: "primitive", name: "String" } as const;
  return { property: { ...property, type, isNullable: false }, isOptional: true };
}

/** A property that is declared again: there if the inherited one is, and not `null` where that never is. */
function fitting(own: DeclaredProperty, above: DeclaredProperty): DeclaredProperty {
  const isNeverNull = own.property.isNullable === null && above.property.isNullable === false;
  return {
    property: isNeverNull ? { ...own.property, isNullable: false } : own.property,
    isOptional: own.isOptional && above.isOptional,
  };
}

function compare(
  own: DeclaredProperty,
  above: DeclaredProperty,
  scope: Parameters<typeof isAssignable>[2],
): "inherited" | "compatible" | "incompatible" {
  const [property, inherited] = [own.property, above.property];
  if (property.inheritedFrom !== null) return "inherited";
  const fits = isAssignable(property.type, inherited.type, scope);
  const addsNull = property.isNullable === true && inherited.isNullable !== true;
  if (!fits || addsNull) return "incompatible";
  const saysNotNull = property.isNullable === false && inherited.isNullable === true;
  return isAssignable(inherited.type, property.type, scope) && !saysNotNull ? "inherited" : "compatible";
}

/**
 * A property is there unless it has to be asked for, with `$expand` or by name with `$select`, or is known from an
 * example alone.
 */
export function isOptional(property: Property): boolean {
  return property.isNavigation || property.returned === "onSelect" || property.evidence === "example";
}

function baseOf(type: ObjectType, byId: ReadonlyMap<string, ObjectType>): string | null {
  if (type.baseType === null || !byId.has(type.baseType)) return null;
  const seen = new Set([type.id]);
  for (let at: string | null = type.baseType; at !== null; at = byId.get(at)?.baseType ?? null) {
    if (seen.has(at)) return null;
    seen.add(at);
  }
  return type.baseType;
}

function namesOf(members: readonly DeclaredProperty[]): readonly string[] {
  return members.map(({ property }) => property.name).filter((name) => !name.includes("@"));
}

function isOpen(
  id: string,
  types: ReadonlyMap<string, ObjectType>,
  bases: ReadonlyMap<string, string | null>,
): boolean {
  for (let at: string | null | undefined = id; at; at = bases.get(at)) if (types.get(at)?.isOpen === true) return true;
  return false;
}

function descendants(
  types: readonly ObjectType[],
  bases: ReadonlyMap<string, string | null>,
): (id: string) => readonly string[] {
  const below = new Map<string, string[]>();
  for (const { id } of types) {
    for (let at = bases.get(id); at; at = bases.get(at)) {
      const list = below.get(at);
      if (list === undefined) below.set(at, [id]);
      else list.push(id);
    }
  }
  return (id) => below.get(id) ?? [];
}
