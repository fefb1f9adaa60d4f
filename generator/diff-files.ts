/** The files that a comparison reads and writes beside its report: the baseline, and a change log. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { accept, type Baseline, baselineText, noBaseline, parseBaseline } from "./diff/baseline.ts";
import type { Change } from "./diff/change.ts";
import { changelogSection, withSection } from "./diff-report/markdown.ts";
import type { DiffReport } from "./diff-report/report.ts";
import { writeFileBeside } from "./output/write-file-beside.ts";
import { readNamedFile } from "./read-named-file.ts";
import { RunError } from "./run-error.ts";

/**
 * The accepted changes.
 *
 * @param name `undefined` where there is no baseline
 * @param mayBeNew the file is about to be written: then it need not be there
 */
export function readBaseline(cwd: string, name: string | undefined, mayBeNew: boolean): Baseline {
  if (name === undefined) {
    if (mayBeNew) throw new RunError("usage", "--accept needs --baseline: name the file that keeps what is accepted");
    return noBaseline;
  }
  if (mayBeNew && !existsSync(resolve(cwd, name))) return noBaseline;
  const parsed = parseBaseline(readNamedFile(cwd, name));
  if (typeof parsed === "string") throw new RunError("usage", `"${name}" is no baseline: ${parsed}`);
  return parsed;
}

/** Accepts changes for a reason. Entries whose change is not there any more go. */
export function updateBaseline(
  cwd: string,
  name: string,
  all: readonly Change[],
  changes: readonly Change[],
  reason: string,
): void {
  if (reason.trim() === "") throw new RunError("usage", "--accept is empty: say why the changes are accepted");
  const found = new Set(all.map(({ fingerprint }) => fingerprint));
  const { accepted } = readBaseline(cwd, name, true);
  const current = { schema: 1, accepted: accepted.filter(({ fingerprint }) => found.has(fingerprint)) } as const;
  writeFileBeside(cwd, name, baselineText(accept(current, changes, reason.trim())));
}

/** Puts a section at the top of a change log; the file is made where there is none. */
export function updateChangelog(cwd: string, name: string, report: DiffReport, date: string): void {
  const before = existsSync(resolve(cwd, name)) ? readNamedFile(cwd, name) : "";
  writeFileBeside(cwd, name, withSection(before, changelogSection(report, date)));
}
