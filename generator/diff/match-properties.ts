/** The properties of a matched type, and of a body: which stayed, came, went or were renamed. */
import type { ObjectType, Property } from "../model/api-model.ts";
import { typeRefText } from "../model/type-ref-text.ts";
import { type Attempt, type Matches, matchBy, type Pair } from "./matches.ts";
import type { Side } from "./side.ts";
import { likeness, nameLikeness } from "./similarity.ts";

const sameDescription = 0.8;
// A row that stands where another stood, between the same neighbours, needs less to be that one under a new name.
const sameRowDescription = 0.5;
const sameName = 0.6;

interface Neighbours {
  readonly before: string | null;
  readonly after: string | null;
}

function neighbours(list: readonly Property[], property: Property): Neighbours {
  const at = list.indexOf(property);
  return { before: list[at - 1]?.name ?? null, after: list[at + 1]?.name ?? null };
}

const sameButCase: Attempt<Property> = { key: ({ name }) => name.toLowerCase(), score: () => 1 };

/**
 * Matches two lists. A property counts as renamed where only the letter case of its name differs, or where type and
 * description say so.
 */
export function matchPropertyLists(old: readonly Property[], current: readonly Property[]): Matches<Property> {
  const renamed = (a: Property, b: Property): number => {
    if (a.isNavigation !== b.isNavigation || typeRefText(a.type) !== typeRefText(b.type)) return 0;
    const alike = likeness(a.description, b.description);
    if (alike === null) return 0;
    const [was, is] = [neighbours(old, a), neighbours(current, b)];
    const isSameRow = was.before === is.before && was.after === is.after;
    const names = nameLikeness(a.name, b.name);
    const isRenamed =
      alike >= sameDescription || (isSameRow && alike >= sameRowDescription) || (names >= sameName && alike >= 0.6);
    return isRenamed ? alike + names : 0;
  };
  return matchBy(old, current, ({ name }) => name, [sameButCase, { score: renamed }]);
}

export interface OwnedProperty {
  readonly owner: Pair<ObjectType>;
  readonly property: Property;
}

export interface PropertyMatches {
  readonly pairs: readonly { readonly owner: Pair<ObjectType>; readonly pair: Pair<Property> }[];
  readonly added: readonly OwnedProperty[];
  readonly removed: readonly OwnedProperty[];
}

/**
 * Matches what the types declare themselves. What moved to an ancestor, or came from one, has not changed; what an
 * ancestor declares as well is the ancestor's change.
 */
export function matchProperties(types: readonly Pair<ObjectType>[], old: Side, current: Side): PropertyMatches {
  const pairs: { owner: Pair<ObjectType>; pair: Pair<Property> }[] = [];
  const added: OwnedProperty[] = [];
  const removed: OwnedProperty[] = [];
  for (const owner of types) {
    const before = old.allProperties(owner.old);
    const after = current.allProperties(owner.new);
    const matches = matchPropertyLists(owner.old.properties, owner.new.properties);
    const matched = new Set<Property>();
    for (const pair of matches.pairs) {
      // Under both names on one side, it is not renamed: the other one was there all along.
      if (pair.isRenamed && (after.has(pair.old.name) || before.has(pair.new.name))) continue;
      pairs.push({ owner, pair });
      matched.add(pair.old).add(pair.new);
    }
    for (const property of owner.new.properties)
      if (!matched.has(property) && !before.has(property.name) && !isAncestors(property, old, current))
        added.push({ owner, property });
    for (const property of owner.old.properties)
      if (!matched.has(property) && !after.has(property.name) && !isAncestors(property, old, current))
        removed.push({ owner, property });
  }
  return { pairs, added, removed };
}

/** Whether the ancestor that declares the property is there on both sides: then the change is reported of it. */
function isAncestors({ inheritedFrom }: Property, old: Side, current: Side): boolean {
  return inheritedFrom !== null && old.types.has(inheritedFrom) && current.types.has(inheritedFrom);
}
