/** Reading and linking alone: what is wrong with the pages, and nothing is made of them. */
import type { Settings } from "./config/settings.ts";
import { folderPrefix } from "./folder-prefix.ts";
import { linkDocs } from "./link-docs.ts";
import { type Baseline, judge } from "./lint/baseline.ts";
import { type Finding, findingsOf } from "./lint/finding.ts";
import type { LintReport } from "./lint-report/report.ts";
import type { ProgressListener } from "./progress.ts";
import { findingCounts, type PageCounts, pageCounts } from "./report/summary.ts";
import { toolVersion } from "./tool-version.ts";

/** The gravest that are shown: `error` alone, `warning` and above, or all. */
export type Shown = "error" | "warning" | "note";

const shownSeverities: Readonly<Record<Shown, readonly string[]>> = {
  error: ["error"],
  warning: ["error", "warning"],
  note: ["error", "warning", "note"],
};

export interface LintedDocs {
  readonly pages: readonly string[];
  readonly pageCounts: PageCounts;
  readonly findings: readonly Finding[];
  /** Whether something can be said of a page: all of them, or those that `only` names. */
  readonly isLooked: (page: string) => boolean;
}

/**
 * Reads and links the docs folder. A page that cannot be read as text is a finding like others. Throws a `RunError`
 * where there is no folder or a pattern of `only` matches nothing, or a key of `names` is no part of the model.
 */
export function lintDocs(settings: Settings, onProgress: ProgressListener = () => {}): LintedDocs {
  const { pages, includedFiles, diagnostics, isSelected } = linkDocs(settings, onProgress, { unreadable: "report" });
  return {
    pages: pages.map(({ path }) => path),
    pageCounts: pageCounts(pages, includedFiles),
    findings: findingsOf(diagnostics),
    isLooked: (page) => settings.only.length === 0 || isSelected(page),
  };
}

/** What to report, with a baseline taken into account. `cwd` is where the user is. */
export function lintReport(
  { pages, pageCounts, findings, isLooked }: LintedDocs,
  baseline: Baseline,
  { docs }: Settings,
  cwd: string,
  shown: Shown,
): LintReport {
  const { open, known, stale } = judge(findings, baseline, isLooked);
  return {
    docs: docs.shown,
    prefix: folderPrefix(cwd, docs.path),
    pages,
    pageCounts,
    findings: open.filter(({ diagnostic }) => shownSeverities[shown].includes(diagnostic.severity)),
    counts: findingCounts(open.map(({ diagnostic }) => diagnostic)),
    known,
    stale,
    toolVersion: toolVersion(),
  };
}
