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
  /** False under `--dry-run` and `--check`: the files are counted all the same. */
  readonly written: boolean;
  /** Under `--check`: the paths that would change, within the output folder. */
  readonly check?: Readonly<Record<"added" | "changed" | "removed", readonly string[]>>;
  /** What has changed in the API since the last run; `null` where that cannot be told. */
  readonly surface: object | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** The report as text with a final line feed. */
export function jsonReport(report: Omit<JsonReport, "schema">): string {
  return neutralJson({ schema: 1, ...report });
}
