/** The report for programs. */
import { neutralJson } from "../report/neutral-json.ts";
import type { LintReport } from "./report.ts";

/** As text with a final line feed. Pages are named within the docs folder. */
export function jsonLint({ docs, pages, findings, counts, known, stale }: LintReport): string {
  return neutralJson({
    schema: 1,
    docs,
    pages: pages.length,
    counts: counts.findings,
    known,
    stale,
    findings: findings.map(({ diagnostic, fingerprint }) => ({ ...diagnostic, fingerprint })),
  });
}
