/** The permissions of operations: tables of pages in the model's shape, and how the permissions of a grant combine. */
import type { ApiPage, PermissionRow, PermissionTable } from "../docs/page.ts";
import type { PermissionGrant, PermissionSet } from "./api-model.ts";

function pairKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/**
 * Which permissions some cell of the set says to be needed together. It settles what "A, B and C" means: all together
 * where two of them are such a pair; A, or B and C where these two are the pair; else three ways to be permitted, as
 * tables go from the least to the most privileged.
 */
export class PermissionPairs {
  readonly #pairs = new Set<string>();

  constructor(pages: readonly ApiPage[]) {
    for (const row of pages.flatMap((page) => page.permissions.flatMap((table) => table.rows)))
      for (const alternative of row.isOpenList ? [] : row.alternatives)
        for (const [i, a] of alternative.entries())
          for (const b of alternative.slice(i + 1)) this.#pairs.add(pairKey(a, b));
  }

  alternativesOf({ alternatives, isOpenList }: PermissionRow): readonly (readonly string[])[] {
    if (!isOpenList) return alternatives;
    const all = alternatives.flat();
    const joined = all.flatMap((a, i) =>
      all.slice(i + 1).flatMap((b) => (this.#pairs.has(pairKey(a, b)) ? [[a, b]] : [])),
    );
    if (joined.length === 0) return all.map((scope) => [scope]);
    const written = alternatives.find((alternative) => alternative.length > 1) ?? [];
    const isAsWritten = joined.every((pair) => pair.every((scope) => written.includes(scope)));
    return isAsWritten ? alternatives : [all];
  }
}

function grantOf(row: PermissionRow, pairs: PermissionPairs): PermissionGrant {
  const { scheme, isSupported, scopes, text, place } = row;
  return { scheme, isSupported, scopes, alternatives: pairs.alternativesOf(row), text, place };
}

/** Two rows of one permission type. Where one cannot be read as alternatives, nothing can be said of both. */
function joined(a: PermissionGrant, b: PermissionGrant): PermissionGrant {
  const isReadable = [a, b].every(({ scopes, alternatives }) => scopes.length === 0 || alternatives.length > 0);
  const alternatives = new Map(
    [...a.alternatives, ...b.alternatives].map((each) => [[...each].sort().join(" "), each]),
  );
  return {
    ...a,
    isSupported: a.isSupported || b.isSupported,
    scopes: [...new Set([...a.scopes, ...b.scopes])],
    alternatives: isReadable ? [...alternatives.values()] : [],
    text: `${a.text}; ${b.text}`,
  };
}

function grantsOf(table: PermissionTable, pairs: PermissionPairs): PermissionGrant[] {
  const grants = new Map<string, PermissionGrant>();
  for (const row of table.rows) {
    const grant = grantOf(row, pairs);
    const known = grants.get(row.scheme);
    grants.set(row.scheme, known ? joined(known, grant) : grant);
  }
  return [...grants.values()];
}

/** Permissions in the order of the page, one grant for each permission type and table. */
export function buildPermissions(page: ApiPage, pairs: PermissionPairs): PermissionSet[] {
  return page.permissions.map((table) => ({ appliesTo: table.appliesTo, grants: grantsOf(table, pairs) }));
}
