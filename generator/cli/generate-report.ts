/** What `apipage generate` prints at its end. */
import type { Severity } from "../diagnostics/codes.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { surfaceLines, surfaceReport } from "../diff-report/surface-summary.ts";
import type { PreparedGeneration } from "../open-generation.ts";
import { type Drift, findDrift, isDrift } from "../output/drift.ts";
import { jsonReport } from "../report/json-report.ts";
import { prettyReport } from "../report/pretty-report.ts";
import { type FileCounts, fileLines, summaryLines } from "../report/pretty-summary.ts";
import { severityPaint, wantsColor } from "./color.ts";
import { type GenerateFlags, isLookOnly } from "./generate-flags.ts";
import type { CliIo } from "./io.ts";

// A person reads the first screen; a first run on a large set has thousands of messages.
const shownMessages = 30;

function shownDiagnostics(
  diagnostics: readonly Diagnostic[],
  { verbose, quiet }: GenerateFlags,
): readonly Diagnostic[] {
  if (verbose) return diagnostics;
  const of = (wanted: Severity): Diagnostic[] => diagnostics.filter(({ severity }) => severity === wanted);
  return [...of("error"), ...(quiet ? [] : of("warning"))];
}

/** Prints those that the flags ask for. */
export function printDiagnostics(diagnostics: readonly Diagnostic[], flags: GenerateFlags, io: CliIo): void {
  const messages = prettyReport(shownDiagnostics(diagnostics, flags), {
    color: wantsColor(flags.color, io.env, io.stderr),
    limit: flags.verbose ? Number.POSITIVE_INFINITY : shownMessages,
  });
  if (messages !== "") io.stderr.write(`${messages}\n\n`);
}

function printSummary(run: PreparedGeneration, files: FileCounts, flags: GenerateFlags, io: CliIo): void {
  const lines = summaryLines(run.summary, severityPaint(wantsColor(flags.color, io.env, io.stdout)));
  const shown = Math.min(shownDiagnostics(run.diagnostics, flags).length, shownMessages);
  const isMoreToSee = !flags.verbose && run.diagnostics.length > shown;
  const hints = [
    ...(isMoreToSee ? ["         --verbose lists them all, with their places"] : []),
    ...(run.diagnostics.length > 0 ? ["         apipage explain CODE tells what one of them means"] : []),
  ];
  const below = [...surfaceLines(run.surface), ...fileLines(files, run.plan.shown, isLookOnly(flags))];
  io.stdout.write(`${[...lines, ...hints, ...below].join("\n")}\n`);
}

function printJson(
  run: PreparedGeneration,
  files: FileCounts,
  drift: Drift | null,
  flags: GenerateFlags,
  io: CliIo,
): void {
  io.stdout.write(
    jsonReport({
      summary: run.summary,
      files,
      written: !isLookOnly(flags),
      ...(drift === null ? {} : { check: { added: drift.added, changed: drift.changed, removed: drift.removed } }),
      surface: surfaceReport(run.surface),
      diagnostics: run.diagnostics,
    }),
  );
}

/** Prints what a run has found and done. True where `--check` asked, and the output folder is not as it should be. */
export async function reportGeneration(run: PreparedGeneration, flags: GenerateFlags, io: CliIo): Promise<boolean> {
  const { added, changed, unchanged, removed, lost } = run.plan;
  const files = {
    added: added.length,
    changed: changed.length,
    unchanged: unchanged.length,
    removed: removed.length,
    lost,
  };
  const drift = flags.check === undefined ? null : findDrift(run.plan);
  if (flags.format === "json") printJson(run, files, drift, flags, io);
  else {
    printDiagnostics(run.diagnostics, flags, io);
    if (drift !== null) {
      // What makes diffs is loaded where one is wanted.
      const { printDrift } = await import("./check-report.ts");
      printDrift(run.plan, drift, flags, io);
    }
    if (drift === null && !flags.quiet) printSummary(run, files, flags, io);
  }
  return drift !== null && isDrift(drift);
}
