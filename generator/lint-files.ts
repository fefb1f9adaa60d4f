/** The file that lint reads and writes: its baseline. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { type Baseline, baselineText, noBaseline, parseBaseline, updated } from "./lint/baseline.ts";
import type { LintedDocs } from "./lint-docs.ts";
import { writeFileBeside } from "./output/write-file-beside.ts";
import { readNamedFile } from "./read-named-file.ts";
import { RunError } from "./run-error.ts";

/** An entry takes some 300 bytes. */
const maxBaselineBytes = 64 * 1024 * 1024;

/**
 * What is known. Throws a {@link RunError} for a file that is not there, cannot be read or is damaged.
 *
 * @param name `undefined` where there is no baseline
 * @param mayBeNew the file is about to be written: then it need not be there
 */
export function readLintBaseline(cwd: string, name: string | undefined, mayBeNew: boolean): Baseline {
  if (name === undefined) {
    if (mayBeNew)
      throw new RunError("usage", "--update-baseline needs --baseline: name the file that keeps what is known");
    return noBaseline;
  }
  if (!existsSync(resolve(cwd, name))) {
    if (mayBeNew) return noBaseline;
    throw new RunError("unreadable", `there is no baseline "${name}": --update-baseline makes it`);
  }
  const parsed = parseBaseline(readNamedFile(cwd, name, maxBaselineBytes));
  if (typeof parsed !== "string") return parsed;
  throw new RunError(
    "usage",
    `"${name}" is no baseline of lint: ${parsed}; mend it, or remove it and make it anew with --update-baseline`,
  );
}

/** Writes the baseline anew, and gives it back. A file that would not change is not touched. */
export function updateLintBaseline(cwd: string, name: string, linted: LintedDocs, before: Baseline): Baseline {
  const now = updated(linted.findings, before, linted.isLooked);
  const text = baselineText(now);
  const path = resolve(cwd, name);
  if (!existsSync(path) || readNamedFile(cwd, name, maxBaselineBytes) !== text) writeFileBeside(cwd, name, text);
  return now;
}
