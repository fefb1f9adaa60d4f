/** What the reports of a comparison are made of. */
import type { Advice } from "../diff/advice.ts";
import type { BaselineEntry } from "../diff/baseline.ts";
import type { Change, Level } from "../diff/change.ts";

export interface DiffSide {
  /** As the user named it. */
  readonly shown: string;
  /** What goes before the path of a page to make a path that the user has: `docs/api/`; empty where there is none. */
  readonly prefix: string;
}

export interface DiffReport {
  readonly old: DiffSide;
  readonly new: DiffSide;
  /** Those that were asked for, sorted by resource. */
  readonly changes: readonly Change[];
  /** About all that nobody has accepted, not only about what was asked for. */
  readonly advice: Advice;
  /** Changes of the docs alone that are not among `changes`. */
  readonly hiddenDocs: number;
  /** Further changes that were not asked for, by level, area, path or type. */
  readonly filtered: number;
  readonly accepted: number;
  readonly stale: readonly BaselineEntry[];
  readonly toolVersion: string;
}

export function countByLevel(changes: readonly Change[]): Readonly<Record<Level, number>> {
  const counts = { breaking: 0, warning: 0, info: 0 };
  for (const { level } of changes) counts[level] += 1;
  return counts;
}

export interface ChangeGroup {
  readonly resource: string;
  readonly changes: readonly Change[];
}

/** The changes by what they are grouped by, in their order; within a group the gravest first. */
export function byResource(changes: readonly Change[]): ChangeGroup[] {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const group = groups.get(change.resource) ?? [];
    groups.set(change.resource, group);
    group.push(change);
  }
  const rank: Readonly<Record<Level, number>> = { breaking: 0, warning: 1, info: 2 };
  return [...groups].map(([resource, group]) => ({
    resource,
    changes: [...group].sort((a, b) => rank[a.level] - rank[b.level]),
  }));
}

/** The place to look at: on the new pages, or on the old ones for what is gone. */
export function mainPlace({ oldPlace, newPlace }: Change, report: Pick<DiffReport, "old" | "new">) {
  if (newPlace !== null) return { ...newPlace, page: report.new.prefix + newPlace.page, isOld: false };
  return oldPlace === null ? null : { ...oldPlace, page: report.old.prefix + oldPlace.page, isOld: true };
}

export function countLine(changes: readonly Change[]): string {
  const { breaking, warning, info } = countByLevel(changes);
  return `${breaking} breaking, ${warning} ${warning === 1 ? "warning" : "warnings"}, ${info} info`;
}

/** The last lines of a report for people: what to do, and what is not shown. */
export function closingLines({ changes, advice, hiddenDocs, filtered, accepted, stale }: DiffReport): string[] {
  const next = advice.bump === "none" ? "no new version" : `a new ${advice.bump} version`;
  return [
    `Changes  ${countLine(changes)}`,
    `Version  ${next}: ${advice.reason}`,
    ...(hiddenDocs > 0 ? [`Hidden   ${hiddenDocs} of wording and the like: --with-docs shows them`] : []),
    ...(filtered > 0 ? [`Hidden   ${filtered} that were not asked for`] : []),
    ...(accepted > 0 ? [`Baseline ${accepted} accepted`] : []),
    ...stale.map(
      ({ id, path, reason }) => `Stale    ${id} ${path} is in the baseline ("${reason}") and not among the changes`,
    ),
  ];
}
