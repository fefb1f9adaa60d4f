/** What pages say of one enum, and whether a list of values is meant by it. */
import type { EnumDeclaration } from "../docs/page.ts";
import type { RowSource } from "./property-sources.ts";
import { nameKey } from "./qualified-name.ts";

/** The member that API guidelines reserve for values that are added later; in lower case. */
export const sentinel = "unknownfuturevalue";

/** The member that stands for "no value": a table that lists it describes a property, as no enum can have it. */
export const noValue = "null";

export interface TableEvidence {
  readonly declaration: EnumDeclaration;
  readonly page: string;
}

export interface ListEvidence {
  readonly values: readonly string[];
  readonly isMultiple: boolean;
  readonly source: RowSource;
}

export interface EnumEvidence {
  readonly id: string;
  readonly name: string;
  readonly namespace: string;
  readonly isAnonymous: boolean;
  readonly tables: TableEvidence[];
  readonly lists: ListEvidence[];
}

/** The enum that an `Enumeration` cell makes: type and property name, joined. */
export function anonymousEnumName(owner: string, property: string): string {
  return `${owner}${property.charAt(0).toUpperCase()}${property.slice(1)}`;
}

/**
 * Lists of capitalised words are free texts of a service far more often than enums: of the 102 properties of the 2021
 * corpus that list values behind `String` and that can be checked, 55 of 57 capitalised ones are plain strings.
 */
export function isFreeText(values: readonly string[]): boolean {
  return values.filter((value) => /^[a-z]/.test(value)).length * 2 <= values.length;
}

/** Names that an enum of a property may have: first or last words of its owner, then its own name. */
export function enumNamesFor(owner: string | null, property: string): string[] {
  if (owner === null) return [];
  const words = owner.match(/[A-Z]?[a-z\d]+|[A-Z]+(?![a-z])/g) ?? [owner];
  const first = words.map((_, i) => anonymousEnumName(words.slice(0, words.length - i).join(""), property));
  const last = words.slice(1).map((_, i) => anonymousEnumName(words.slice(i + 1).join(""), property));
  return [...first, ...last];
}

/** The listed values are most of the members, and nothing else. */
export function covers(values: readonly string[], members: readonly string[]): boolean {
  const known = new Set(members.map(nameKey));
  known.delete(sentinel);
  const listed = new Set(values.map(nameKey));
  listed.delete(sentinel);
  return listed.size > 0 && listed.size * 2 >= known.size && [...listed].every((value) => known.has(value));
}

export function coversMembers(values: readonly string[], evidence: EnumEvidence): boolean {
  return covers(values, [
    ...evidence.tables.flatMap(({ declaration }) => declaration.members.map((member) => member.value)),
    ...evidence.lists.flatMap((list) => list.values),
  ]);
}
