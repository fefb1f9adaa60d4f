/** `apipage golden`: the documented examples put to the test. */
import { Command, Option } from "commander";
import type { GoldenRun } from "../run-goldens.ts";
import { severityPaint, wantsColor } from "./color.ts";
import { type CommonFlags, docsOption, settingsFor, withCacheOptions, withCommonOptions } from "./common-options.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import type { CliIo } from "./io.ts";
import { createProgress } from "./progress-bar.ts";

interface GoldenFlags extends CommonFlags {
  readonly format: "pretty" | "json";
  readonly verbose?: boolean;
}

const examples = `
Generates an SDK aside, compiles and runs the tests that it has for the examples of the pages, and says which examples
are at odds with their pages. Nothing is written. It exits with 1 where a golden fails that should hold, which is a
mistake of apipage or of a template; what the pages themselves contradict is listed, and does not fail.

Examples:
  apipage golden --docs docs/api
  apipage golden --verbose                     list every example that is at odds with its page
  apipage golden --format json | jq .byCode

--format json:
  { "requests": { "found", "passing", "listed" }, "responses": { … }, "byCode": { CODE: number },
    "foreign", "withPlaceholders", "withAllowances", "tests", "problems": [text],
    "listed": [{ "kind", "code", "page", "line", "column", "message", "operation", "example" }] }`;

async function goldenCommand(flags: GoldenFlags, io: CliIo): Promise<ExitCode> {
  const settings = await settingsFor(flags, io);
  const [{ runGoldens }, { goldenJson }, { goldenLines }] = await Promise.all([
    import("../run-goldens.ts"),
    import("../report/golden-json.ts"),
    import("../report/pretty-goldens.ts"),
  ]);
  const progress = createProgress(io.stderr, flags.quiet !== true);
  let run: GoldenRun;
  try {
    run = await runGoldens(settings, progress.listener);
  } finally {
    progress.stop();
  }
  if (flags.format === "json") io.stdout.write(goldenJson(run));
  else {
    const paint = severityPaint(wantsColor(flags.color, io.env, io.stdout));
    const lines = goldenLines(run, { isVerbose: flags.verbose === true, paint });
    io.stdout.write(`${lines.join("\n")}\n`);
  }
  return run.problems.length > 0 || run.account.byCode.has("golden-failed") ? exitCodes.findings : exitCodes.fine;
}

/** The command for the program; `done` gets its exit code. */
export function createGoldenCommand(io: CliIo, done: (code: ExitCode) => void): Command {
  const command = new Command("golden")
    .summary("test the examples of the pages")
    .description("Puts the examples of the pages to the test: requests that the SDK sends, responses that it reads.")
    .addOption(docsOption())
    .option("--only <pattern...>", "only the examples of these pages: globs or beginnings of paths")
    .addOption(new Option("--format <format>", "form of the report").choices(["pretty", "json"]).default("pretty"))
    .option("--verbose", "list every example that is at odds with its page")
    .option("-q, --quiet", "no progress bar");
  return withCommonOptions(withCacheOptions(command))
    .addHelpText("after", examples)
    .action(async (flags: GoldenFlags) => done(await goldenCommand(flags, io)));
}
