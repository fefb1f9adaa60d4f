/** The last lines of a run, for people. */
import type { Severity } from "../diagnostics/codes.ts";
import { neutralText } from "./neutral-text.ts";
import type { Summary } from "./summary.ts";

export interface FileCounts {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly removed: number;
}

/** Colours a severity's count; gives the text back as it is where colours are off. */
export type Paint = (severity: Severity, text: string) => string;

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function row(label: string, text: string): string {
  return `${label.padEnd(9)}${text}`;
}

/** How often each code was reported, one a line, the gravest first. */
export function codeLines({ codes }: Summary, paint: Paint): string[] {
  const width = Math.max(0, ...codes.map(({ code }) => code.length));
  return codes.map(
    ({ code, severity, count }) =>
      `  ${paint(severity, severity.padEnd(8))} ${code.padEnd(width)} ${String(count).padStart(6)}`,
  );
}

/** Pages, model and findings of a run. */
export function summaryLines(summary: Summary, paint: Paint): string[] {
  const { pages, types, inferredTypes, enums, operations, examples, findings } = summary;
  const inferred = inferredTypes > 0 ? ` (${inferredTypes} inferred)` : "";
  const found = (
    [
      ["error", findings.error],
      ["warning", findings.warning],
      ["note", findings.note],
    ] as const
  )
    .map(([severity, count]) => (count > 0 ? paint(severity, counted(count, severity)) : counted(count, severity)))
    .join(", ");
  const included = pages.included > 0 ? `, ${pages.included} included` : "";
  return [
    row(
      "Pages",
      `${pages.all}: ${pages.api} api, ${pages.resource} resource, ${pages.enum} enum, ${pages.prose} other${included}`,
    ),
    row(
      "Model",
      `${counted(types, "type")}${inferred}, ${counted(enums, "enum")}, ${counted(operations, "operation")}, ${counted(examples, "example")}`,
    ),
    row("Findings", found),
    ...codeLines(summary, paint),
  ];
}

/** What happened to the output folder. */
export function fileLine({ added, changed, unchanged, removed }: FileCounts, out: string): string {
  const folder = neutralText(out);
  if (added + changed + removed === 0) return row("Files", `${folder} is up to date (${counted(unchanged, "file")})`);
  return row("Files", `${added} new, ${changed} changed, ${unchanged} unchanged, ${removed} removed in ${folder}`);
}
