/** The command line of `npm run bench`. */
import { parseArgs } from "node:util";

/** What can be measured by itself. */
export const parts = ["ours", "peers", "growth"] as const;
export type Part = (typeof parts)[number];

export interface Options {
  readonly runs: number;
  readonly only: ReadonlySet<Part>;
  readonly isJson: boolean;
  readonly isStrict: boolean;
  readonly isHelp: boolean;
}

export const usage = `Usage: npm run -s bench -- [options]

Measures how fast apipage generates, and how fast others do, on this machine.

Options:
  --runs <number>  how often everything is run; the median counts (default: 5)
  --only <part>    ours, peers or growth; may be given more than once (default: all)
  --json           print one JSON value instead of tables
  --strict         exit with 1 where a figure misses what is needed, or was not measured
  -h, --help       print this

Examples:
  npm run -s bench
  npm run -s bench -- --only ours --runs 3
  npm run -s bench -- --json > bench.json`;

function isPart(text: string): text is Part {
  return (parts as readonly string[]).includes(text);
}

/** Throws an `Error` that says what is wrong with the arguments. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      runs: { type: "string", default: "5" },
      only: { type: "string", multiple: true, default: [...parts] },
      json: { type: "boolean", default: false },
      strict: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (!/^[1-9]\d{0,2}$/u.test(values.runs)) {
    throw new Error(`Unexpected --runs ${values.runs}, expected a number from 1 to 999`);
  }
  const strange = values.only.find((part) => !isPart(part));
  if (strange !== undefined) throw new Error(`Unexpected --only ${strange}, expected ${parts.join(", ")}`);
  return {
    runs: Number(values.runs),
    only: new Set(values.only.filter(isPart)),
    isJson: values.json,
    isStrict: values.strict,
    isHelp: values.help,
  };
}
