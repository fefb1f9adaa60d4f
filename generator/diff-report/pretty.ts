/** The report for people, on a terminal. */
import picocolors from "picocolors";
import type { Change, Level } from "../diff/change.ts";
import { neutralText } from "../report/neutral-text.ts";
import { byResource, closingLines, type DiffReport, mainPlace } from "./report.ts";

/** Every text of a page passes `neutralText`, here and last: escape sequences in a name must not act. */
export function prettyDiff(report: DiffReport, color: boolean): string {
  const { red, yellow, blue, dim, bold } = picocolors.createColors(color);
  const paint: Readonly<Record<Level, (text: string) => string>> = { breaking: red, warning: yellow, info: blue };
  const line = (change: Change): string => {
    const place = mainPlace(change, report);
    const where = place === null ? "" : `${place.isOld ? "was at " : ""}${place.page}:${place.line}:${place.column}`;
    const aside = [change.id, change.emitted.join(", "), where].filter((text) => text !== "").map(neutralText);
    return `  ${paint[change.level](change.level.padEnd(8))} ${neutralText(change.message)}\n           ${dim(aside.join(" · "))}`;
  };
  const groups = byResource(report.changes).map(
    ({ resource, changes }) => `${bold(neutralText(resource))}\n${changes.map(line).join("\n")}\n\n`,
  );
  return `${groups.join("")}${closingLines(report).map(neutralText).join("\n")}\n`;
}
