/** What the reports of `apipage lint` are made of. */
import type { SourcePlace } from "../diagnostics/place.ts";
import type { BaselineEntry } from "../lint/baseline.ts";
import type { Finding } from "../lint/finding.ts";
import type { FindingCounts, PageCounts } from "../report/summary.ts";

export interface LintReport {
  /** The docs folder as the user named it. */
  readonly docs: string;
  /** What goes before the path of a page to make a path that the user has: `docs/api/`; empty where there is none. */
  readonly prefix: string;
  /** Paths of the pages that were looked at. */
  readonly pages: readonly string[];
  readonly pageCounts: PageCounts;
  /** Those to be shown, sorted by place. */
  readonly findings: readonly Finding[];
  /** Of all that the baseline does not have, shown or not. */
  readonly counts: FindingCounts;
  /** Findings that the baseline has; they are nowhere else in the report. */
  readonly known: number;
  /** Entries of the baseline whose finding is not there any more. */
  readonly stale: readonly BaselineEntry[];
  readonly toolVersion: string;
}

/** A place with the path of its page from where the user is. */
export function placeFor({ prefix }: LintReport, place: SourcePlace): SourcePlace {
  return { ...place, page: prefix + place.page };
}

/** What is wrong with the baseline, as one sentence an entry. */
export function staleSentence({ code, page, message }: BaselineEntry): string {
  return `${code} ${page === "" ? "on all pages" : page} is in the baseline and was not found: ${message}`;
}
