/** Types and enums of two versions, the renamed ones included. */
import type { EnumType, ObjectType, Property } from "../model/api-model.ts";
import { typeRefText } from "../model/type-ref-text.ts";
import { type Matches, matchBy } from "./matches.ts";
import type { Side } from "./side.ts";
import { overlap } from "./similarity.ts";

function sameButCase(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id.toLowerCase() === b.id.toLowerCase() ? 1 : 0;
}

/** The same name in another namespace, with content to show that it is the same. */
function sameName(a: { readonly name: string }, b: { readonly name: string }): boolean {
  return a.name.toLowerCase() === b.name.toLowerCase();
}

// With fewer members, two types may well be alike by chance: `id` and `displayName` are what many have.
const tellingMembers = 3;
const renamedOverlap = 0.75;
const movedOverlap = 0.5;

function shape({ properties }: ObjectType): ReadonlySet<string> {
  return new Set(properties.map(({ name, type }: Property) => `${name}: ${typeRefText(type)}`));
}

function fitBy(namesAgree: boolean, a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const share = overlap(a, b);
  if (namesAgree) return share >= movedOverlap ? 1 + share : 0;
  return Math.min(a.size, b.size) >= tellingMembers && share >= renamedOverlap ? share : 0;
}

export function matchTypes(old: Side, current: Side): Matches<ObjectType> {
  const shapes = new Map<ObjectType, ReadonlySet<string>>();
  for (const type of [...old.model.types, ...current.model.types]) shapes.set(type, shape(type));
  const shapeOf = (type: ObjectType): ReadonlySet<string> => shapes.get(type) ?? new Set();
  return matchBy(old.model.types, current.model.types, ({ id }) => id, [
    sameButCase,
    (a, b) => fitBy(sameName(a, b), shapeOf(a), shapeOf(b)),
  ]);
}

function values({ members }: EnumType): ReadonlySet<string> {
  return new Set(members.map(({ value }) => value));
}

export function matchEnums(old: Side, current: Side): Matches<EnumType> {
  return matchBy(old.model.enums, current.model.enums, ({ id }) => id, [
    sameButCase,
    (a, b) => fitBy(sameName(a, b), values(a), values(b)),
  ]);
}
