/** Every exit code of the command line, and what it means. */
import type { RunErrorKind } from "../run-error.ts";

export const exitCodes = {
  fine: 0,
  findings: 1,
  usage: 2,
  unreadable: 3,
  internal: 4,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export const exitCodeMeanings: Readonly<Record<keyof typeof exitCodes, string>> = {
  fine: "done",
  findings:
    "errors on pages in lint or under --strict, warnings over --max-warnings, changes under --fail-on, an output that is not up to date under --check, edits in the output folder that would be lost, or a golden that fails",
  usage: "a flag or the config file is wrong",
  unreadable: "a file or a folder cannot be read or written, or a port is taken",
  internal: "a bug in apipage",
};

export const exitCodeByError: Readonly<Record<RunErrorKind, ExitCode>> = {
  usage: exitCodes.usage,
  conflict: exitCodes.findings,
  unreadable: exitCodes.unreadable,
};
