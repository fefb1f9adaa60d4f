/** Types and enums of two versions, the renamed ones included. */
import type { EnumType, ObjectType, Property } from "../model/api-model.ts";
import { typeRefText } from "../model/type-ref-text.ts";
import { type Attempt, type Matches, matchBy } from "./matches.ts";
import type { Side } from "./side.ts";
import { overlap } from "./similarity.ts";

/** Only the letter case of the name differs. */
const sameButCase: Attempt<{ readonly id: string }> = { key: ({ id }) => id.toLowerCase(), score: () => 1 };

// With fewer members, two types may well be alike by chance: `id` and `displayName` are what many have.
const tellingMembers = 3;
const renamedOverlap = 0.75;
const movedOverlap = 0.5;

function shape({ properties }: ObjectType): ReadonlySet<string> {
  return new Set(properties.map(({ name, type }: Property) => `${name}: ${typeRefText(type)}`));
}

/** The same name in another namespace, or another name; the content has to show that it is the same thing. */
function byContent<T extends { readonly name: string }>(contentOf: (one: T) => ReadonlySet<string>): Attempt<T>[] {
  return [
    {
      key: ({ name }) => name.toLowerCase(),
      score: (a, b) => {
        const share = overlap(contentOf(a), contentOf(b));
        return share >= movedOverlap ? share : 0;
      },
    },
    {
      score: (a, b) => {
        const [before, after] = [contentOf(a), contentOf(b)];
        const share = Math.min(before.size, after.size) >= tellingMembers ? overlap(before, after) : 0;
        return share >= renamedOverlap ? share : 0;
      },
    },
  ];
}

export function matchTypes(old: Side, current: Side): Matches<ObjectType> {
  const shapes = new Map<ObjectType, ReadonlySet<string>>();
  // Of the few that are left over: most types are found by their id.
  const shapeOf = (type: ObjectType): ReadonlySet<string> => {
    const made = shapes.get(type) ?? shape(type);
    shapes.set(type, made);
    return made;
  };
  return matchBy(old.model.types, current.model.types, ({ id }) => id, [sameButCase, ...byContent(shapeOf)]);
}

function values({ members }: EnumType): ReadonlySet<string> {
  return new Set(members.map(({ value }) => value));
}

export function matchEnums(old: Side, current: Side): Matches<EnumType> {
  return matchBy(old.model.enums, current.model.enums, ({ id }) => id, [sameButCase, ...byContent(values)]);
}
