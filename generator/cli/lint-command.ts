/** `apipage lint`: what is wrong with the pages, for builds of documentation. */
import { Command, InvalidArgumentError, Option } from "commander";
import type { LintedDocs, Shown } from "../lint-docs.ts";
import type { LintReport } from "../lint-report/report.ts";
import { severityPaint, wantsColor } from "./color.ts";
import { type CommonFlags, docsOption, settingsFor, withCacheOptions, withCommonOptions } from "./common-options.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import type { CliIo } from "./io.ts";
import { createProgress } from "./progress-bar.ts";

const formats = ["pretty", "json", "sarif", "github", "junit"] as const;

interface LintFlags extends CommonFlags {
  readonly format: (typeof formats)[number];
  readonly out?: string;
  readonly maxWarnings?: number;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  readonly verbose?: boolean;
}

const details = `
Reads and links the pages, as apipage generate does, and writes no SDK. Whether the examples keep to the tables of their
pages is not looked at: apipage golden tells. The config says what an error is: diagnostics: { "row-width": "error" }.

It exits with 1 where there is an error, or more warnings than --max-warnings allows. Notes fail nothing.

A baseline keeps what is known: it is neither reported nor counted. An entry is found again by its code, page and
message, wherever on the page that is; give it a "reason", it stays. Entries whose finding is gone are stale: they are
warnings, so --max-warnings 0 fails until --update-baseline takes them out.

Examples:
  apipage lint --docs docs/api
  apipage lint --only api/user "resources/*.md" --verbose
  apipage lint --max-warnings 0
  apipage lint --baseline lint-baseline.json --update-baseline
  apipage lint --baseline lint-baseline.json --format github
  apipage lint --format sarif --out lint.sarif

--format json:
  { "schema": 1, "docs", "pages", "counts": { "error", "warning", "note" }, "known", "stale": [entry],
    "findings": [{ "code", "severity", "message", "place", "related", "fingerprint" }] }`;

function shownBy({ quiet, verbose }: LintFlags): Shown {
  return quiet ? "error" : verbose ? "note" : "warning";
}

async function render(report: LintReport, flags: LintFlags, io: CliIo): Promise<string> {
  switch (flags.format) {
    case "json":
      return (await import("../lint-report/json.ts")).jsonLint(report);
    case "github":
      return (await import("../lint-report/github.ts")).githubLint(report);
    case "junit":
      return (await import("../lint-report/junit.ts")).junitLint(report);
    case "sarif": {
      const [{ sarifLint }, { templateText }] = await Promise.all([
        import("../lint-report/sarif.ts"),
        import("../templates-folder.ts"),
      ]);
      return sarifLint(report, (code) => templateText(`explain/${code}.md`));
    }
    default: {
      const color = flags.out === undefined && wantsColor(flags.color, io.env, io.stdout);
      const { prettyLint } = await import("../lint-report/pretty.ts");
      return prettyLint(report, { color, paint: severityPaint(color), isQuiet: flags.quiet === true });
    }
  }
}

/** What is wrong with the number of warnings, if it is limited; `null` where nothing is. */
function tooManyWarnings({ counts, stale }: LintReport, maxWarnings: number | undefined): string | null {
  const warnings = counts.findings.warning + stale.length;
  if (maxWarnings === undefined || warnings <= maxWarnings) return null;
  const which = stale.length > 0 ? ` (${stale.length} of them stale entries of the baseline)` : "";
  return `too many warnings: ${warnings}${which}, and --max-warnings allows ${maxWarnings}`;
}

async function lintCommand(flags: LintFlags, io: CliIo): Promise<ExitCode> {
  const { config, docs, only, out, baseline: name, updateBaseline = false } = flags;
  const settings = await settingsFor({ ...(config === undefined ? {} : { config }), docs, only }, io);
  const [{ lintDocs, lintReport }, { readLintBaseline, updateLintBaseline }, { writeFileBeside }] = await Promise.all([
    import("../lint-docs.ts"),
    import("../lint-files.ts"),
    import("../output/write-file-beside.ts"),
  ]);
  let baseline = readLintBaseline(io.cwd, name, updateBaseline);
  const progress = createProgress(io.stderr, flags.quiet !== true);
  let linted: LintedDocs;
  try {
    linted = lintDocs(settings, progress.listener);
  } finally {
    progress.stop();
  }
  if (updateBaseline && name !== undefined)
    baseline = await io.uninterrupted(() => updateLintBaseline(io.cwd, name, linted, baseline));
  const report = lintReport(linted, baseline, settings, io.cwd, shownBy(flags));
  const text = await render(report, flags, io);
  if (out === undefined || out === "-") io.stdout.write(text);
  else await io.uninterrupted(() => writeFileBeside(io.cwd, out, text));
  const problem = tooManyWarnings(report, flags.maxWarnings);
  if (problem !== null) io.stderr.write(`apipage: ${problem}\n`);
  return problem !== null || report.counts.findings.error > 0 ? exitCodes.findings : exitCodes.fine;
}

function countArgument(text: string): number {
  if (!/^\d{1,9}$/u.test(text)) throw new InvalidArgumentError("expected a whole number, 0 or more");
  return Number(text);
}

/** The command for the program; `done` gets its exit code. */
export function createLintCommand(io: CliIo, done: (code: ExitCode) => void): Command {
  const command = new Command("lint")
    .summary("tell what is wrong with the pages")
    .description("Reads and links the pages of a folder, and tells what is wrong with them.")
    .addOption(docsOption())
    .option("--only <pattern...>", "only what is found on these pages: globs or beginnings of paths")
    .addOption(new Option("--format <format>", "form of the report").choices(formats).default("pretty"))
    .option("--out <file>", "write the report to a file")
    .addOption(
      new Option("--max-warnings <number>", "exit with 1 where there are more warnings").argParser(countArgument),
    )
    .option("--baseline <file>", "file of the findings that are known")
    .option("--update-baseline", "write all errors and warnings to that file, and take out what is stale")
    .option("--verbose", "list notes as well")
    .option("-q, --quiet", "list errors only, no summary and no progress bar");
  return withCommonOptions(withCacheOptions(command))
    .addHelpText("after", details)
    .action(async (flags: LintFlags) => done(await lintCommand(flags, io)));
}
