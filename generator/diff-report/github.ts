/** The report as commands to GitHub's runner: annotations on the pages of a pull request. */
import type { Change, Level } from "../diff/change.ts";
import { githubCommand } from "../report/github-command.ts";
import { countLine, type DiffReport, mainPlace } from "./report.ts";

const commands = { breaking: "error", warning: "warning", info: "notice" } as const satisfies Record<Level, string>;

function annotation(report: DiffReport, change: Change): string {
  const place = mainPlace(change, report);
  // A place on the old pages is none in the checkout that the annotation would stand on.
  const at = place === null || place.isOld ? null : place;
  return githubCommand(commands[change.level], at, change.id, change.message);
}

export function githubDiff(report: DiffReport): string {
  const lines = report.changes.map((change) => annotation(report, change));
  return `${[...lines, `API changes: ${countLine(report.changes)}`].join("\n")}\n`;
}
