/** Base types, by the evidence of pages: annotation, prose, "Inherited from" in property descriptions. */

import { type SourcePlace, startOf } from "../diagnostics/place.ts";
import type { ResourcePage } from "../docs/page.ts";
import type { DeclaredType } from "./declared-types.ts";
import type { ModelReport } from "./model-report.ts";
import { nameKey } from "./qualified-name.ts";
import type { TypeIndex } from "./type-index.ts";

export interface BaseTypeEvidence {
  /** `id`, or `null` where the pages say that there is none, or say nothing. */
  readonly base: string | null;
  /** The pages say something, if only that there is none. */
  readonly isStated: boolean;
  readonly place: SourcePlace;
}

/** The types that property rows say to be inherited from, as ids. */
export function inheritedFromIds(page: ResourcePage, index: TypeIndex): string[] {
  const ids = new Set<string>();
  for (const row of [...page.type.properties, ...page.type.relationships]) {
    const from = row.description.inheritedFrom;
    if (!from) continue;
    const entry = index.resolve({ name: from.name, namespace: null, link: from.link }, page.path);
    if (entry?.kind === "object") ids.add(entry.id);
  }
  return [...ids];
}

/** What the pages of one type say, prose before annotation: an annotation is often copied or left at `null`. */
export function statedBaseType(type: DeclaredType, index: TypeIndex, report: ModelReport): BaseTypeEvidence {
  let found: { id: string; place: SourcePlace } | null = null;
  let deniedAt: SourcePlace | null = null;
  for (const page of type.pages) {
    const claims = [...page.type.baseTypes].sort((a, b) =>
      a.evidence === b.evidence ? 0 : a.evidence === "prose" ? -1 : 1,
    );
    for (const claim of claims) {
      if (claim.name === null) {
        deniedAt ??= claim.place;
        continue;
      }
      const entry = index.resolve({ name: claim.name, namespace: claim.namespace, link: claim.link }, page.path);
      if (entry?.kind !== "object" || nameKey(entry.id) === nameKey(type.id)) {
        if (!entry) report.add("base-type-unresolved", claim.place, { name: claim.name });
        continue;
      }
      if (!found) found = { id: entry.id, place: claim.place };
      else if (found.id !== entry.id)
        report.add(
          "base-type-conflict",
          claim.place,
          { name: found.id, other: entry.id },
          { place: found.place, message: "this one counts" },
        );
    }
  }
  const place = found?.place ?? deniedAt ?? type.pages[0]?.type.place ?? startOf("");
  return { base: found?.id ?? null, isStated: found !== null || deniedAt !== null, place };
}

/** The chain of ancestors of a type, nearest first; stops at a cycle. */
export function ancestorsOf(id: string, baseOf: (id: string) => string | null): string[] {
  const chain: string[] = [];
  const seen = new Set([id]);
  for (let base = baseOf(id); base !== null && !seen.has(base); base = baseOf(base)) {
    seen.add(base);
    chain.push(base);
  }
  return chain;
}

/** Of several types that members are inherited from, the one that derives from all others; `null` if there is none. */
export function nearestOf(ids: readonly string[], baseOf: (id: string) => string | null): string | null {
  return (
    ids.find((id) => {
      const ancestors = ancestorsOf(id, baseOf);
      return ids.every((other) => other === id || ancestors.includes(other));
    }) ?? null
  );
}
