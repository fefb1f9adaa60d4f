/** The report as commands to GitHub's runner: annotations on the pages of a pull request. */
import type { Severity } from "../diagnostics/codes.ts";
import { githubCommand } from "../report/github-command.ts";
import { countLine } from "./count-line.ts";
import { type LintReport, placeFor, staleSentence } from "./report.ts";

const commands = { error: "error", warning: "warning", note: "notice" } as const satisfies Record<Severity, string>;

export function githubLint(report: LintReport): string {
  const lines = report.findings.map(({ diagnostic: { code, severity, message, place } }) =>
    githubCommand(commands[severity], place === null ? null : placeFor(report, place), code, message),
  );
  const stale = report.stale.map((entry) => githubCommand("warning", null, "baseline", staleSentence(entry)));
  return `${[...lines, ...stale, countLine(report)].join("\n")}\n`;
}
