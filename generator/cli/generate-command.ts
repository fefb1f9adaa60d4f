/** `apipage generate`: pages in, an SDK out. */
import { Command, Option } from "commander";
import type { Severity } from "../diagnostics/codes.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { PreparedGeneration } from "../generate.ts";
import { severityPaint, wantsColor } from "./color.ts";
import { type CommonFlags, docsOption, settingsFor, withCacheOptions, withCommonOptions } from "./common-options.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import type { CliIo } from "./io.ts";
import { createProgress } from "./progress-bar.ts";

interface GenerateFlags extends CommonFlags {
  readonly strict?: boolean;
  readonly force?: boolean;
  readonly verbose?: boolean;
  readonly format: "pretty" | "json";
}

const examples = `
Examples:
  apipage generate                                      read docs-input/, write generated/
  apipage generate --docs docs/api --out src/api        any other folders
  apipage generate --only "resources/*.md" api/user     part of the pages, and what these need
  apipage generate --strict                             for CI: fail where a page has an error`;

// A person reads the first screen; a first run on a large set has thousands of messages.
const shownMessages = 30;

async function report(run: PreparedGeneration, outShown: string, flags: GenerateFlags, io: CliIo): Promise<void> {
  const [{ prettyReport }, { summarise }, pretty, { jsonReport }, { surfaceLines, surfaceReport }] = await Promise.all([
    import("../report/pretty-report.ts"),
    import("../report/summary.ts"),
    import("../report/pretty-summary.ts"),
    import("../report/json-report.ts"),
    import("../diff-report/surface-summary.ts"),
  ]);
  const { added, changed, unchanged, removed, lost } = run.plan;
  const files = {
    added: added.length,
    changed: changed.length,
    unchanged: unchanged.length,
    removed: removed.length,
    lost,
  };
  const summary = summarise(run);
  if (flags.format === "json") {
    io.stdout.write(jsonReport(summary, files, surfaceReport(run.surface), run.diagnostics));
    return;
  }
  const of = (severity: Severity): Diagnostic[] => run.diagnostics.filter((one) => one.severity === severity);
  const shown = flags.verbose ? run.diagnostics : [...of("error"), ...(flags.quiet ? [] : of("warning"))];
  const messages = prettyReport(shown, {
    color: wantsColor(flags.color, io.env, io.stderr),
    limit: flags.verbose ? Number.POSITIVE_INFINITY : shownMessages,
  });
  if (messages !== "") io.stderr.write(`${messages}\n\n`);
  if (flags.quiet) return;
  const lines = pretty.summaryLines(summary, severityPaint(wantsColor(flags.color, io.env, io.stdout)));
  const isMoreToSee = !flags.verbose && run.diagnostics.length > Math.min(shown.length, shownMessages);
  const hints = [
    ...(isMoreToSee ? ["         --verbose lists them all, with their places"] : []),
    ...(run.diagnostics.length > 0 ? ["         apipage explain CODE tells what one of them means"] : []),
  ];
  io.stdout.write(
    `${[...lines, ...hints, ...surfaceLines(run.surface), ...pretty.fileLines(files, outShown)].join("\n")}\n`,
  );
}

async function generateCommand(flags: GenerateFlags, io: CliIo): Promise<ExitCode> {
  const settings = await settingsFor(flags, io);
  const [{ prepareGeneration }, { writeOutput }] = await Promise.all([
    import("../generate.ts"),
    import("../output/write-output.ts"),
  ]);
  const progress = createProgress(io.stderr, flags.quiet !== true);
  let run: PreparedGeneration;
  try {
    run = await prepareGeneration(settings, { onProgress: progress.listener, force: flags.force ?? false });
    progress.listener("write", 0, 0);
    await io.uninterrupted(() => writeOutput(run.plan));
  } finally {
    progress.stop();
  }
  await report(run, settings.out.shown, flags, io);
  return flags.strict && run.diagnostics.some(({ severity }) => severity === "error")
    ? exitCodes.findings
    : exitCodes.fine;
}

/** The command for the program; `done` gets its exit code. */
export function createGenerateCommand(io: CliIo, done: (code: ExitCode) => void): Command {
  const command = new Command("generate")
    .summary("write an SDK for the pages of a folder")
    .description("Reads every markdown page of a folder and writes a TypeScript SDK for the API that they describe.")
    .addOption(docsOption())
    .option("--out <dir>", "folder of the SDK (default: out of the config, or generated)")
    .option("--only <pattern...>", "only what these pages declare, and what that needs: globs or beginnings of paths")
    .option("--strict", "exit with 1 where a page has an error; the SDK is written all the same")
    .option(
      "--force",
      "write into a folder that is not apipage's, OVERWRITING files there that have the names of generated ones, and lose edits in generated files; the summary names them",
    )
    .addOption(new Option("--format <format>", "form of the report").choices(["pretty", "json"]).default("pretty"))
    .option("--verbose", "list warnings and notes as well")
    .option("-q, --quiet", "print errors only, no summary and no progress bar");
  return withCommonOptions(withCacheOptions(command))
    .addHelpText("after", examples)
    .action(async (flags: GenerateFlags) => done(await generateCommand(flags, io)));
}
