/** Differences between texts for people and for `patch`, limited to what a person reads in a build log. */
import { formatPatch, OMIT_HEADERS, structuredPatch } from "diff";
import picocolors from "picocolors";
import { neutralText } from "./neutral-text.ts";

export interface FileDifference {
  readonly path: string;
  /** `null` where there is no file. */
  readonly before: string | null;
  readonly after: string | null;
}

export const diffLimits = {
  /** Lines of all files together. */
  lines: 500,
  linesPerFile: 120,
  /** Lines that come or go in one file. What takes more is not even looked for: the time grows with the square. */
  edits: 1_000,
} as const;

type Colors = ReturnType<typeof picocolors.createColors>;

/** A line as it may be printed, its sign in front. Tabs stay: they do nothing but move on. */
function neutralLine(line: string): string {
  return line.slice(0, 1) + line.slice(1).split("\t").map(neutralText).join("\t");
}

function painted(line: string, { green, red, cyan }: Colors): string {
  const text = neutralLine(line);
  if (line.startsWith("@@")) return cyan(text);
  if (line.startsWith("+")) return green(text);
  return line.startsWith("-") ? red(text) : text;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function linesOf(text: string): string[] {
  return text === "" ? [] : text.replace(/\n$/u, "").split("\n");
}

/** How many lines of the second text the first one lacks, wherever they stand. */
function missingLines(text: readonly string[], other: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const line of text) counts.set(line, (counts.get(line) ?? 0) + 1);
  let missing = 0;
  for (const line of other) {
    const left = counts.get(line) ?? 0;
    if (left === 0) missing += 1;
    else counts.set(line, left - 1);
  }
  return missing;
}

/** All of a file that comes or goes: nothing needs to be searched for. */
function wholeFile(text: string, sign: "+" | "-"): readonly string[] {
  const lines = linesOf(text);
  if (lines.length === 0) return [];
  const header = sign === "+" ? `@@ -0,0 +1,${lines.length} @@` : `@@ -1,${lines.length} +0,0 @@`;
  const end = text.endsWith("\n") ? [] : ["\\ No newline at end of file"];
  return [header, ...lines.map((line) => sign + line), ...end];
}

/** Hunks of one file; `null` where it has too many changes to look for. */
function hunkLines(before: string | null, after: string | null): readonly string[] | null {
  if (before === null) return wholeFile(after ?? "", "+");
  if (after === null) return wholeFile(before, "-");
  const patch = structuredPatch("", "", before, after, undefined, undefined, {
    context: 3,
    maxEditLength: diffLimits.edits,
  });
  return patch === undefined ? null : linesOf(formatPatch(patch, OMIT_HEADERS));
}

/** How many lines differ at the least, where the least number of edits is not known. */
function changedLines(before: string, after: string): number {
  const [old, current] = [linesOf(before), linesOf(after)];
  return missingLines(current, old) + missingLines(old, current);
}

/**
 * A unified diff without a final line feed, `""` where no file is given. What is left out is counted.
 *
 * @param files read one after the other, and only as long as there is room
 * @param fileCount how many they are
 */
export function unifiedDiff(files: Iterable<FileDifference>, fileCount: number, color: boolean): string {
  const colors = picocolors.createColors(color);
  const out: string[] = [];
  let [room, shown]: [number, number] = [diffLimits.lines, 0];
  for (const file of files) {
    if (room <= 0) break;
    shown += 1;
    const path = neutralText(file.path);
    out.push(colors.bold(`--- ${file.before === null ? "/dev/null" : path}`));
    out.push(colors.bold(`+++ ${file.after === null ? "/dev/null" : path}`));
    const lines = hunkLines(file.before, file.after);
    // The two above count as well, so that many small files come to an end.
    room -= 2;
    if (lines === null) {
      const changes = counted(changedLines(file.before ?? "", file.after ?? ""), "line");
      out.push(colors.dim(`… at least ${changes} changed, too large to show`));
      room -= 1;
      continue;
    }
    const kept = lines.slice(0, Math.max(1, Math.min(room, diffLimits.linesPerFile)));
    room -= kept.length;
    out.push(...kept.map((line) => painted(line, colors)));
    const cut = lines.length - kept.length;
    if (cut > 0) out.push(colors.dim(`… ${counted(cut, "more line")} of this file`));
  }
  const rest = fileCount - shown;
  if (rest > 0) out.push(colors.dim(`… and ${counted(rest, "more file")}`));
  return out.join("\n");
}
