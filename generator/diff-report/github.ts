/** The report as commands to GitHub's runner: annotations on the pages of a pull request. */
import type { Change, Level } from "../diff/change.ts";
import { neutralText } from "../report/neutral-text.ts";
import { countLine, type DiffReport, mainPlace } from "./report.ts";

const commands: Readonly<Record<Level, string>> = { breaking: "error", warning: "warning", info: "notice" };

/** Behind `::`; the runner takes a line feed for the end of the command. */
function data(text: string): string {
  return neutralText(text).replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** Before `::`, where commas and colons part what is there. */
function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

function annotation(report: DiffReport, change: Change): string {
  const place = mainPlace(change, report);
  // A place on the old pages is none in the checkout that the annotation would stand on.
  const at =
    place === null || place.isOld
      ? ""
      : `file=${property(place.page)},line=${place.line},col=${place.column},endLine=${place.endLine},`;
  return `::${commands[change.level]} ${at}title=${property(change.id)}::${data(change.message)}`;
}

export function githubDiff(report: DiffReport): string {
  const lines = report.changes.map((change) => annotation(report, change));
  return `${[...lines, `API changes: ${countLine(report.changes)}`].join("\n")}\n`;
}
