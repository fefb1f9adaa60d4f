/** Enums of the model, made of the evidence for them. */
import type { EnumMemberRow } from "../docs/page.ts";
import type { EnumMember, EnumType } from "./api-model.ts";
import { deprecated } from "./deprecation.ts";
import { type EnumEvidence, type ListEvidence, sentinel } from "./enum-evidence.ts";
import type { ModelReport } from "./model-report.ts";
import { byCodeUnit, nameKey } from "./qualified-name.ts";
import type { SdkNames } from "./type-names.ts";

/** The enum, or `null` where no source gives it a member. */
export function buildEnumType(evidence: EnumEvidence, names: SdkNames, report: ModelReport): EnumType | null {
  const members = reconcile(evidence, report);
  const [first] = members;
  if (!first) return null;
  const tables = evidence.tables;
  const places = new Map<string, EnumType["places"][number]>();
  for (const { declaration } of tables)
    if (!places.has(declaration.place.page)) places.set(declaration.place.page, declaration.place);
  if (places.size === 0) places.set(first.place.page, first.place);
  const isMultiple =
    tables.some((table) => table.declaration.isMultiple) || evidence.lists.some((list) => list.isMultiple);
  if (evidence.isAnonymous && evidence.lists[0])
    report.add("enum-anonymous", evidence.lists[0].source.row.place, {
      name: evidence.lists[0].source.row.name.value,
      given: evidence.name,
    });
  return {
    id: evidence.id,
    name: evidence.name,
    namespace: evidence.namespace,
    sdkName: names.nameOf(evidence.id),
    members,
    isFlags: isMultiple || hasFlagNumbers(members),
    isEvolvable: members.some((member) => nameKey(member.value) === sentinel),
    source: tables.length > 0 ? "table" : evidence.isAnonymous ? "anonymous" : "inline",
    description: tables.find((table) => table.declaration.description)?.declaration.description ?? null,
    deprecation: null,
    places: [...places.values()].sort((a, b) => byCodeUnit(a.page, b.page)),
  };
}

/** Powers of two beyond what counting from 0 would give. */
function hasFlagNumbers(members: readonly EnumMember[]): boolean {
  const numbers = members.flatMap((member) => (member.number === null || member.number === 0 ? [] : [member.number]));
  const isPower = (n: number): boolean => n > 0 && Number.isInteger(Math.log2(n));
  return numbers.length >= 3 && numbers.every(isPower) && Math.max(...numbers) >= 4;
}

function overlaps(a: readonly string[], b: readonly string[]): boolean {
  const keys = new Set(a.map(nameKey));
  return b.some((value) => keys.has(nameKey(value)));
}

function listMembers(list: ListEvidence): EnumMemberRow[] {
  return list.values.map((value) => ({
    value,
    number: null,
    description: null,
    deprecation: null,
    place: list.source.row.place,
  }));
}

/**
 * One list of members. Tables come first, in page order, then lists in descriptions; members that a later source adds
 * are kept. A table that shares nothing with any list is a table of something else under a wrong heading (two on real
 * pages hold members pasted from a neighbour): the lists are right then.
 */
function reconcile(evidence: EnumEvidence, report: ModelReport): EnumMember[] {
  const lists = evidence.lists.map((list) => list.values);
  const tables = evidence.tables.filter(({ declaration }) => {
    const values = declaration.members.map((member) => member.value);
    const isForeign = lists.length > 0 && !lists.some((list) => overlaps(values, list));
    if (isForeign)
      report.add("enum-conflict", declaration.place, {
        name: evidence.name,
        difference: "the table shares no member with the lists in descriptions",
      });
    return !isForeign;
  });
  const found = new Map<string, EnumMemberRow>();
  const add = (rows: readonly EnumMemberRow[], isFirst: boolean): void => {
    for (const row of rows) {
      const key = nameKey(row.value);
      const known = found.get(key);
      if (!known) {
        if (!isFirst && found.size > 0)
          report.add("enum-conflict", row.place, {
            name: evidence.name,
            difference: `\`${row.value}\` is listed here only`,
          });
        found.set(key, row);
      } else if (known.description === null && row.description !== null)
        found.set(key, { ...known, description: row.description });
    }
  };
  for (const [i, { declaration }] of tables.entries()) add(declaration.members, i === 0);
  for (const [i, list] of evidence.lists.entries()) add(listMembers(list), tables.length === 0 && i === 0);
  const rows = [...found.values()];
  const end = rows.findIndex((row) => nameKey(row.value) === sentinel);
  return rows.map((row, i) => ({
    value: row.value,
    number: row.number,
    description: row.description,
    isAfterSentinel: end >= 0 && i > end,
    deprecation: deprecated(row.deprecation),
    place: row.place,
  }));
}
