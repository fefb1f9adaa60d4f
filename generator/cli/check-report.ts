/** What `apipage generate --check` prints: how the output folder differs from what its pages give. */
import { type Drift, isDrift } from "../output/drift.ts";
import type { OutputPlan } from "../output/plan-output.ts";
import { neutralText } from "../report/neutral-text.ts";
import { unifiedDiff } from "../report/unified-diff.ts";
import { wantsColor } from "./color.ts";
import type { GenerateFlags } from "./generate-flags.ts";
import type { CliIo } from "./io.ts";

function nameList(drift: Drift, folder: string): string {
  const lines = (["added", "changed", "removed"] as const).flatMap((what) =>
    drift[what].map((path) => `${what.padEnd(8)} ${folder}/${path}`),
  );
  return lines.join("\n");
}

/** What changed is the most telling. */
function* differences({ textsOf, changed, added, removed }: Drift, folder: string) {
  for (const path of [...changed, ...added, ...removed]) yield { path: `${folder}/${path}`, ...textsOf(path) };
}

/** The drift on the standard output, and one line about it on the error output. */
export function printDrift({ shown, manifest }: OutputPlan, drift: Drift, flags: GenerateFlags, io: CliIo): void {
  const [added, changed, removed] = [drift.added.length, drift.changed.length, drift.removed.length];
  const folder = neutralText(shown);
  if (!isDrift(drift)) {
    if (!flags.quiet) io.stdout.write(`"${folder}" is up to date (${manifest.files.size} files)\n`);
    return;
  }
  const isList = flags.check === "names";
  if (!flags.quiet) {
    const color = wantsColor(flags.color, io.env, io.stdout);
    const text = isList
      ? nameList(drift, folder)
      : unifiedDiff(differences(drift, folder), added + changed + removed, color);
    io.stdout.write(`${text}\n`);
  }
  const hint = isList || flags.quiet ? "" : "--check=names lists the files, ";
  io.stderr.write(
    `apipage: "${folder}" is not up to date: ${added} new, ${changed} changed, ${removed} removed; ${hint}apipage generate writes them\n`,
  );
}
