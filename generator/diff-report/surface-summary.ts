/** The part of the summary of a generation that says what changed in the API. */
import type { Change, Level } from "../diff/change.ts";
import { isAtLeast } from "../diff/select-changes.ts";
import { neutralText } from "../report/neutral-text.ts";
import { countByLevel, countLine } from "./report.ts";

// A person reads it in the description of a pull request; apipage diff has the rest.
const shownChanges = 20;

const order: readonly Level[] = ["breaking", "warning", "info"];

/** No line where there was nothing to compare with. */
export function surfaceLines(changes: readonly Change[] | null): string[] {
  if (changes === null) return [];
  if (changes.length === 0) return ["Surface  has not changed since the last run"];
  const sorted = order.flatMap((level) => changes.filter((change) => change.level === level));
  const rest = changes.length - shownChanges;
  return [
    `Surface  ${countLine(changes)} since the last run`,
    ...sorted.slice(0, shownChanges).map(({ level, message }) => `  ${level.padEnd(8)} ${neutralText(message)}`),
    ...(rest > 0 ? [`  … and ${rest} more: apipage diff lists them all`] : []),
  ];
}

export interface SurfaceReport {
  readonly counts: Readonly<Record<Level, number>>;
  /** Those that are not only info. */
  readonly grave: readonly Change[];
}

/** The same for programs. */
export function surfaceReport(changes: readonly Change[] | null): SurfaceReport | null {
  if (changes === null) return null;
  return { counts: countByLevel(changes), grave: changes.filter(({ level }) => isAtLeast(level, "warning")) };
}
