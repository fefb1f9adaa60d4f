/**
 * Members that responses show and no table declares. One example is often of another service version, or of another type
 * than its annotation says; what several pages show in the same way is part of the type, as a rule.
 */
import type { Property } from "./api-model.ts";
import { ancestorsOf } from "./base-types.ts";
import type { ExampleMember, TypedObject } from "./example-evidence.ts";
import { expressionOf } from "./json-types.ts";
import { byCodeUnit, nameKey } from "./qualified-name.ts";
import { referredIds } from "./referred-ids.ts";
import type { TypeIndex } from "./type-index.ts";

interface MemberShape {
  readonly id: string;
  readonly isOpen: boolean;
  readonly properties: readonly Property[];
}

export interface AddedMember {
  readonly id: string;
  readonly name: string;
  readonly member: ExampleMember;
}

type BaseOf = (id: string) => string | null;

/** So many pages have to show a member, and so large a share of the pages that show the type. */
const minimumPages = 2;
const minimumShare = 0.5;
/** A member that so many other types get in the same way may stand on one page only. */
const minimumSiblings = 2;

interface Candidate {
  readonly member: ExampleMember;
  readonly pages: Set<string>;
}

/** What each type declares, itself and through its ancestors; names in lower case. */
class Declarations {
  readonly #own = new Map<string, ReadonlySet<string>>();
  readonly #all = new Map<string, ReadonlySet<string>>();
  readonly #foreign = new Map<string, Set<string>>();

  constructor(types: readonly MemberShape[], baseOf: BaseOf) {
    for (const { id, properties } of types) this.#own.set(id, new Set(properties.map(({ name }) => nameKey(name))));
    for (const { id } of types) {
      const chain = [id, ...ancestorsOf(id, baseOf)];
      this.#all.set(id, new Set(chain.flatMap((ancestor) => [...(this.#own.get(ancestor) ?? [])])));
      // An example of a type may show a derived one.
      for (const ancestor of chain.slice(1)) this.#addForeign(ancestor, id);
    }
    // … or one that its members hold, flattened.
    for (const { id, properties } of types)
      for (const property of properties) for (const other of referredIds(property.type)) this.#addForeign(id, other);
  }

  #addForeign(id: string, other: string): void {
    const names = this.#foreign.get(id) ?? new Set<string>();
    this.#foreign.set(id, names);
    for (const name of this.#own.get(other) ?? []) names.add(name);
  }

  has(id: string, name: string): boolean {
    return this.#all.get(id)?.has(nameKey(name)) ?? false;
  }

  isForeign(id: string, name: string): boolean {
    return this.#foreign.get(id)?.has(nameKey(name)) ?? false;
  }

  /** Another type declares all members of the object, and this one not even half: the annotation names the wrong type. */
  fitsAnother(id: string, names: readonly string[]): boolean {
    if (names.filter((name) => this.has(id, name)).length * 2 >= names.length) return false;
    for (const [other, declared] of this.#all)
      if (other !== id && names.length > 1 && names.every((name) => declared.has(nameKey(name)))) return true;
    return false;
  }
}

function collect(objects: readonly TypedObject[], declarations: Declarations, index: TypeIndex) {
  const candidates = new Map<string, Map<string, Candidate>>();
  const pagesOf = new Map<string, Set<string>>();
  for (const object of objects) {
    // Objects that name their type stand inside others, and are derived types or of another version as often as not.
    if (!object.isResponse || !object.isAnnotated) continue;
    const [first] = object.members.values();
    if (!first) continue;
    const entry = index.resolve(expressionOf(object.type, first.place), object.page);
    if (entry?.kind !== "object") continue;
    pagesOf.set(entry.id, (pagesOf.get(entry.id) ?? new Set()).add(object.page));
    const names = [...object.members.keys()];
    const unknown = names.filter((name) => !declarations.has(entry.id, name));
    if (unknown.length === 0 || declarations.fitsAnother(entry.id, names)) continue;
    const found = candidates.get(entry.id) ?? new Map<string, Candidate>();
    candidates.set(entry.id, found);
    for (const name of unknown) {
      const member = object.members.get(name);
      if (!member) continue;
      const known = found.get(name);
      const isBetter = known === undefined || (known.member.shape.kind === "null" && member.shape.kind !== "null");
      const pages = known?.pages ?? new Set<string>();
      pages.add(object.page);
      if (isBetter) found.set(name, { member, pages });
    }
  }
  const isCommon = (id: string, { pages }: Candidate): boolean =>
    pages.size >= minimumPages && pages.size >= (pagesOf.get(id)?.size ?? 0) * minimumShare;
  return { candidates, isCommon };
}

/** The nearest types, other than the root, that so many of the types derive from. */
function sharedBases(ids: readonly string[], baseOf: BaseOf, root: string | null): string[] {
  const heirs = new Map<string, number>();
  for (const id of ids)
    for (const base of ancestorsOf(id, baseOf)) if (base !== root) heirs.set(base, (heirs.get(base) ?? 0) + 1);
  const shared = [...heirs].flatMap(([base, count]) => (count >= minimumSiblings ? [base] : []));
  return shared.filter((base) => !shared.some((other) => other !== base && ancestorsOf(other, baseOf).includes(base)));
}

/**
 * The members to add to types, sorted by type and name. A member that several types of one family lack goes to the base
 * type that they share, unless that is the root of all.
 */
export function membersOnlyInExamples(
  types: readonly MemberShape[],
  objects: readonly TypedObject[],
  index: TypeIndex,
  baseOf: BaseOf,
  root: string | null,
): AddedMember[] {
  const declarations = new Declarations(types, baseOf);
  const { candidates, isCommon } = collect(objects, declarations, index);
  const shownBy = new Map<string, string[]>();
  for (const [id, found] of candidates)
    for (const [name, candidate] of found)
      if (isCommon(id, candidate) && !declarations.isForeign(id, name))
        shownBy.set(name, [...(shownBy.get(name) ?? []), id]);

  const added: AddedMember[] = [];
  const lifted = new Map<string, Set<string>>();
  for (const [name, ids] of shownBy)
    for (const base of sharedBases(ids, baseOf, root)) {
      const from = ids.find((id) => ancestorsOf(id, baseOf).includes(base)) ?? base;
      const member = candidates.get(from)?.get(name)?.member;
      if (!member) continue;
      lifted.set(name, (lifted.get(name) ?? new Set()).add(base));
      added.push({ id: base, name, member });
    }
  const open = new Set(types.filter((type) => type.isOpen).map((type) => type.id));
  for (const [id, found] of candidates) {
    // Instances of an open type carry members of their own: only what its kin share is the type's.
    if (open.has(id)) continue;
    for (const [name, { member }] of found) {
      const bases = lifted.get(name);
      if (bases?.has(id) || ancestorsOf(id, baseOf).some((ancestor) => bases?.has(ancestor))) continue;
      const others = (shownBy.get(name) ?? []).filter((other) => other !== id);
      const isShown = (shownBy.get(name) ?? []).includes(id);
      if (isShown || (others.length >= minimumSiblings && !declarations.isForeign(id, name)))
        added.push({ id, name, member });
    }
  }
  return added.sort((a, b) => byCodeUnit(a.id, b.id) || byCodeUnit(a.name, b.name));
}
