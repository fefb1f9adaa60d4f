/** What `apipage generate --watch` prints of a run after the first: what is new. */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { countLine } from "../diff-report/report.ts";
import type { PreparedGeneration } from "../open-generation.ts";
import { neutralText } from "../report/neutral-text.ts";
import type { GenerateFlags } from "./generate-flags.ts";
import { printDiagnostics } from "./generate-report.ts";
import type { CliIo } from "./io.ts";

export interface Round {
  readonly run: PreparedGeneration;
  /** What the last run that came to its end has found. */
  readonly found: readonly Diagnostic[];
  /** What has changed, in words of the user's. */
  readonly changed: readonly string[];
  readonly milliseconds: number;
}

/** The same finding on another line is no new one. */
function keyOf({ code, severity, message, place }: Diagnostic): string {
  return JSON.stringify([code, severity, message, place?.page]);
}

/** Of the first ones, those that the others do not have, as often as they have them. */
function without(diagnostics: readonly Diagnostic[], others: readonly Diagnostic[]): readonly Diagnostic[] {
  const counts = new Map<string, number>();
  for (const other of others) counts.set(keyOf(other), (counts.get(keyOf(other)) ?? 0) + 1);
  return diagnostics.filter((one) => {
    const left = counts.get(keyOf(one)) ?? 0;
    counts.set(keyOf(one), left - 1);
    return left <= 0;
  });
}

function timeOfDay(): string {
  const now = new Date();
  return [now.getHours(), now.getMinutes(), now.getSeconds()].map((part) => String(part).padStart(2, "0")).join(":");
}

function roundLine({ run, changed, milliseconds }: Round, appeared: number, gone: number): string {
  const { added, changed: rewritten, removed, shown } = run.plan;
  const what = changed.length === 1 ? neutralText(changed[0] ?? "") : `${changed.length} files`;
  const isSame = added.length + rewritten.length + removed.length === 0;
  const counts = `${added.length} new, ${rewritten.length} changed, ${removed.length} removed in ${neutralText(shown)}`;
  const parts = [
    isSame ? `${neutralText(shown)} is up to date` : counts,
    ...(run.surface === null || run.surface.length === 0 ? [] : [`API: ${countLine(run.surface)}`]),
    ...(appeared + gone === 0 ? [] : [`findings: ${appeared} new, ${gone} gone`]),
  ];
  return `${timeOfDay()} ${what}: ${parts.join("; ")} (${Math.round(milliseconds)} ms)`;
}

/** Prints the findings that are new, and one line. */
export function reportRound(round: Round, flags: GenerateFlags, io: CliIo): void {
  const { diagnostics } = round.run;
  const appeared = without(diagnostics, round.found);
  const gone = without(round.found, diagnostics);
  printDiagnostics(appeared, flags, io);
  if (!flags.quiet) io.stdout.write(`${roundLine(round, appeared.length, gone.length)}\n`);
}
