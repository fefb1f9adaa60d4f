import { counted } from "../report/pretty-summary.ts";
import type { LintReport } from "./report.ts";

/** What was found, in one line. */
export function countLine({ counts: { findings }, known, stale }: LintReport): string {
  const parts = [
    counted(findings.error, "error"),
    counted(findings.warning, "warning"),
    counted(findings.note, "note"),
    ...(known > 0 ? [`${known} known`] : []),
    ...(stale.length > 0 ? [`${stale.length} stale`] : []),
  ];
  return `Findings: ${parts.join(", ")}`;
}
