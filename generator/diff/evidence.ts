/**
 * How good the evidence is that something is gone from the API, and not just from the pages. Pages are rewritten, split
 * and lost all the time; a diff that calls each of these a removal is not read.
 */
import type { EnumType, ObjectType, Operation, Property } from "../model/api-model.ts";
import { nameKey } from "../model/qualified-name.ts";
import type { Pair } from "./matches.ts";
import type { Side } from "./side.ts";

/** Deeper than any documented body; a hostile one must not end the run. */
const maxDepth = 40;

function collectKeys(value: unknown, keys: Set<string>, depth: number): void {
  if (typeof value !== "object" || value === null || depth > maxDepth) return;
  if (Array.isArray(value)) {
    for (const item of value) collectKeys(item, keys, depth + 1);
    return;
  }
  for (const [key, member] of Object.entries(value)) {
    keys.add(nameKey(key));
    collectKeys(member, keys, depth + 1);
  }
}

/** Name of a type without its namespace, or of the resource that a page is about: the beginning of its file name. */
function subjectsOf({ page, body, response }: Operation): string[] {
  const stem = page.slice(page.lastIndexOf("/") + 1);
  const ids = [body?.type, response.type].flatMap((type) => (type?.kind === "object" ? [type.id] : []));
  return [...stem.split("-"), ...ids.map((id) => id.slice(id.lastIndexOf(".") + 1))].map(nameKey);
}

export interface Evidence {
  /** A property of a type that stays is gone: its page was edited, and nothing else shows it. */
  readonly isPropertyGone: (owner: Pair<ObjectType>, property: Property) => boolean;
  /** A member of an enum that stays is gone. */
  readonly isMemberGone: (owner: Pair<EnumType>, member: EnumType["members"][number]) => boolean;
  /** What had been announced is believed when it happens, even where the whole page went. */
  readonly wasAnnounced: (one: ObjectType | EnumType | Operation) => boolean;
}

export function createEvidence(current: Side): Evidence {
  let bySubject: ReadonlyMap<string, readonly Operation[]> | null = null;
  const known = new Map<string, ReadonlySet<string>>();

  const operationsAbout = (subject: string): readonly Operation[] => {
    if (bySubject === null) {
      const index = new Map<string, Operation[]>();
      for (const operation of current.model.operations)
        for (const one of new Set(subjectsOf(operation))) {
          const list = index.get(one) ?? [];
          index.set(one, list);
          list.push(operation);
        }
      bySubject = index;
    }
    return bySubject.get(subject) ?? [];
  };

  /** Keys in bodies, and segments of paths, of the operations that are about a type. Few types are ever asked for. */
  const shownKeys = (subject: string): ReadonlySet<string> => {
    const found = known.get(subject);
    if (found !== undefined) return found;
    const keys = new Set<string>();
    for (const { examples, body, paths } of operationsAbout(subject)) {
      for (const { request, responses } of examples)
        for (const message of [request, ...responses]) collectKeys(message?.body?.json, keys, 0);
      for (const property of body?.properties ?? []) keys.add(nameKey(property.name));
      for (const { parts } of paths)
        for (const part of parts)
          if (typeof part === "string") for (const one of part.split("/")) keys.add(nameKey(one));
    }
    known.set(subject, keys);
    return keys;
  };

  /** The page still declares the type; or it is the only page that did, and has another name now. */
  const isPageThere = (page: string, owner: Pair<ObjectType> | Pair<EnumType>): boolean =>
    owner.new.places.some((place) => place.page === page) ||
    (owner.old.places.length === 1 && owner.new.places.length === 1);

  return {
    isPropertyGone: (owner, property) => {
      if (property.deprecation !== null) return true;
      if (property.evidence !== "table" || property.isUnrepresented === true) return false;
      if (!isPageThere(property.place.page, owner)) return false;
      return !shownKeys(nameKey(owner.new.name)).has(nameKey(property.name));
    },
    isMemberGone: (owner, member) => member.deprecation !== null || isPageThere(member.place.page, owner),
    wasAnnounced: (one) =>
      one.deprecation !== null ||
      // Pages seldom deprecate an enum as a whole, but each of its members.
      ("members" in one && one.members.length > 0 && one.members.every(({ deprecation }) => deprecation !== null)),
  };
}
