/** The last lines of a run, for people. */
import type { Severity } from "../diagnostics/codes.ts";
import { neutralText } from "./neutral-text.ts";
import type { FindingCounts, MessageCounts, ModelCounts, PageCounts, Summary } from "./summary.ts";

export interface FileCounts {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly removed: number;
  /** Of the changed and removed ones, those whose content apipage had not written: `--force` did away with it. */
  readonly lost: readonly string[];
}

/** Colours a severity's count; gives the text back as it is where colours are off. */
export type Paint = (severity: Severity, text: string) => string;

/** A number of things: `1 page`, `2 pages`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** A line of a summary. */
export function row(label: string, text: string): string {
  return `${label.padEnd(9)}${text}`;
}

/** How often each code was reported, one a line, the gravest first. */
function codeLines({ codes }: FindingCounts, paint: Paint): string[] {
  const width = Math.max(0, ...codes.map(({ code }) => code.length));
  return codes.map(
    ({ code, severity, count }) =>
      `  ${paint(severity, severity.padEnd(8))} ${code.padEnd(width)} ${String(count).padStart(6)}`,
  );
}

/** What the pages describe, in numbers. */
export function modelLine({ types, inferredTypes, enums, operations, examples }: ModelCounts): string {
  const inferred = inferredTypes > 0 ? ` (${inferredTypes} inferred)` : "";
  return row(
    "Model",
    `${counted(types, "type")}${inferred}, ${counted(enums, "enum")}, ${counted(operations, "operation")}, ${counted(examples, "example")}`,
  );
}

/** How many of the documented messages the functions send and read as the pages say. */
export function goldenLine({ goldens }: Pick<Summary, "goldens">): string {
  const text = ({ found, passing }: MessageCounts, noun: string): string => `${passing} of ${counted(found, noun)}`;
  const listed = goldens.requests.listed + goldens.responses.listed;
  const others = listed === 0 ? "" : `, ${listed} at odds with their pages`;
  return row("Goldens", `${text(goldens.requests, "request")}, ${text(goldens.responses, "response")}${others}`);
}

/** How many pages there are, by what they are about. */
export function pagesLine({ all, api, resource, enum: enums, prose, included }: PageCounts): string {
  const more = included > 0 ? `, ${included} included` : "";
  return row("Pages", `${all}: ${api} api, ${resource} resource, ${enums} enum, ${prose} other${more}`);
}

/** How much was found, by severity and by code. */
export function findingLines(counts: FindingCounts, paint: Paint): string[] {
  const { error, warning, note } = counts.findings;
  const found = (
    [
      ["error", error],
      ["warning", warning],
      ["note", note],
    ] as const
  )
    .map(([severity, count]) => (count > 0 ? paint(severity, counted(count, severity)) : counted(count, severity)))
    .join(", ");
  return [row("Findings", found), ...codeLines(counts, paint)];
}

/** Pages, model and findings of a run. */
export function summaryLines(summary: Summary, paint: Paint): string[] {
  return [pagesLine(summary.pages), modelLine(summary), goldenLine(summary), ...findingLines(summary, paint)];
}

// Over a folder that lost its manifest, all of them may be meant.
const namedLosses = 20;

/**
 * What happened to the output folder, and what `--force` has overwritten there.
 *
 * @param isLook nothing was written: it is what would happen
 */
export function fileLines(
  { added, changed, unchanged, removed, lost }: FileCounts,
  out: string,
  isLook: boolean,
): string[] {
  const folder = neutralText(out);
  if (added + changed + removed === 0) return [row("Files", `${folder} is up to date (${counted(unchanged, "file")})`)];
  const more = lost.length > namedLosses ? `, and ${lost.length - namedLosses} more` : "";
  const names = lost.slice(0, namedLosses).map(neutralText).join(", ");
  const counts = `${added} new, ${changed} changed, ${unchanged} unchanged, ${removed} removed in ${folder}`;
  const overwritten = isLook ? "to be overwritten" : "overwritten";
  return [
    row("Files", isLook ? `${counts}: a dry run, nothing was written` : counts),
    ...(lost.length === 0 ? [] : [row("", `${overwritten} by --force, and not written by apipage: ${names}${more}`)]),
  ];
}
