/** The report for people, on a terminal. */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { neutralText } from "../report/neutral-text.ts";
import { prettyReport } from "../report/pretty-report.ts";
import { findingLines, type Paint, pagesLine, row } from "../report/pretty-summary.ts";
import { type LintReport, placeFor, staleSentence } from "./report.ts";

export interface PrettyLintOptions {
  readonly color: boolean;
  readonly paint: Paint;
  /** Errors alone, without a summary. */
  readonly isQuiet: boolean;
}

function shownFrom(report: LintReport, diagnostic: Diagnostic): Diagnostic {
  const { place, related } = diagnostic;
  return {
    ...diagnostic,
    place: place === null ? null : placeFor(report, place),
    related: related === null ? null : { ...related, place: placeFor(report, related.place) },
  };
}

function summaryLines(report: LintReport, paint: Paint): string[] {
  const { pageCounts, counts, findings, known, stale } = report;
  const { error, warning, note } = counts.findings;
  const hidden = error + warning + note - findings.length;
  return [
    pagesLine(pageCounts),
    ...findingLines(counts, paint),
    ...(hidden > 0 ? [row("", "--verbose lists the notes as well")] : []),
    ...(known > 0 ? [row("Baseline", `${known} known`)] : []),
    ...stale.map((entry) => row("Stale", paint("warning", neutralText(staleSentence(entry))))),
    ...(stale.length > 0 ? [row("", "--update-baseline takes stale entries out")] : []),
  ];
}

/** As text with a final line feed; `""` where there is nothing to say. */
export function prettyLint(report: LintReport, { color, paint, isQuiet }: PrettyLintOptions): string {
  const diagnostics = report.findings.map(({ diagnostic }) => shownFrom(report, diagnostic));
  const messages = prettyReport(diagnostics, { color, limit: Number.POSITIVE_INFINITY });
  const parts = [messages, isQuiet ? "" : summaryLines(report, paint).join("\n")].filter((part) => part !== "");
  return parts.length === 0 ? "" : `${parts.join("\n\n")}\n`;
}
