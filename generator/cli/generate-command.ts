/** `apipage generate`: pages in, an SDK out. */
import { Command, Option } from "commander";
import { docsOption, settingsFor, withCacheOptions, withCommonOptions } from "./common-options.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { checkForms, type GenerateFlags } from "./generate-flags.ts";
import { generateOnce } from "./generate-once.ts";
import type { CliIo } from "./io.ts";

const examples = `
Examples:
  apipage generate                                      read docs-input/, write generated/
  apipage generate --docs docs/api --out src/api        any other folders
  apipage generate --only "resources/*.md" api/user     part of the pages, and what these need
  apipage generate --watch                              while pages are written: go on until Ctrl-C
  apipage generate --strict                             for CI: fail where a page has an error
  apipage generate --check                              for CI: fail where the SDK is not what its pages give`;

async function generateCommand(flags: GenerateFlags, io: CliIo): Promise<ExitCode> {
  if (flags.watch) {
    const { watchGeneration } = await import("./watch-generation.ts");
    return watchGeneration(flags, io);
  }
  const settings = await settingsFor(flags, io);
  const run = await generateOnce(settings, flags, io, { showsProgress: flags.quiet !== true });
  const { reportGeneration } = await import("./generate-report.ts");
  const isDrift = await reportGeneration(run, flags, io);
  const isStrictError = flags.strict && run.diagnostics.some(({ severity }) => severity === "error");
  return isDrift || isStrictError ? exitCodes.findings : exitCodes.fine;
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
    .addOption(
      new Option(
        "--check [form]",
        "write nothing, print what would change, and exit with 1 if anything would: as a diff, or just the names",
      )
        .choices(checkForms)
        .preset("diff")
        .conflicts(["force", "dryRun"]),
    )
    .option("--dry-run", "write nothing, and say what would be done")
    .addOption(
      new Option("--watch", "run again whenever pages, templates or the config file change, until Ctrl-C").conflicts([
        "check",
        "dryRun",
      ]),
    )
    .addOption(new Option("--format <format>", "form of the report").choices(["pretty", "json"]).default("pretty"))
    .option("--verbose", "list warnings and notes as well")
    .option("-q, --quiet", "print errors only, no summary and no progress bar");
  return withCommonOptions(withCacheOptions(command))
    .addHelpText("after", examples)
    .action(async (flags: GenerateFlags) => done(await generateCommand(flags, io)));
}
