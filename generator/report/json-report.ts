/** Diagnostics and numbers of a run for programs. */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { neutralJson } from "./neutral-json.ts";
import type { FileCounts } from "./pretty-summary.ts";
import type { Summary } from "./summary.ts";

export interface JsonReport {
  /** Version of this shape. */
  readonly schema: 1;
  readonly summary: Summary;
  readonly files: FileCounts;
  /** What has changed in the API since the last run; `null` where that cannot be told. */
  readonly surface: object | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** The report as text with a final line feed. */
export function jsonReport(
  summary: Summary,
  files: FileCounts,
  surface: object | null,
  diagnostics: readonly Diagnostic[],
): string {
  const report: JsonReport = { schema: 1, summary, files, surface, diagnostics };
  return neutralJson(report);
}
