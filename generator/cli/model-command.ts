/** `apipage model`: the linked model as JSON, for other tools. */
import { Command } from "commander";
import type { LinkedDocs } from "../link-docs.ts";
import { type CommonFlags, docsOption, settingsFor, withCacheOptions, withCommonOptions } from "./common-options.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import type { CliIo } from "./io.ts";
import { createProgress } from "./progress-bar.ts";

interface ModelFlags extends Omit<CommonFlags, "out"> {
  readonly out: string;
}

const examples = `
Examples:
  apipage model --out api.json --docs docs/api
  apipage model --out - | jq '.operations[].id'`;

async function modelCommand({ out, ...flags }: ModelFlags, io: CliIo): Promise<ExitCode> {
  const settings = await settingsFor(flags, io);
  const [{ linkDocs }, { writeFileBeside }, { modelCounts }, { modelLine }, { neutralText }] = await Promise.all([
    import("../link-docs.ts"),
    import("../output/write-file-beside.ts"),
    import("../report/summary.ts"),
    import("../report/pretty-summary.ts"),
    import("../report/neutral-text.ts"),
  ]);
  const progress = createProgress(io.stderr, flags.quiet !== true);
  let linked: LinkedDocs;
  try {
    linked = linkDocs(settings, progress.listener);
  } finally {
    progress.stop();
  }
  const text = `${JSON.stringify(linked.model, null, 2)}\n`;
  if (out === "-") {
    io.stdout.write(text);
    return exitCodes.fine;
  }
  await io.uninterrupted(() => writeFileBeside(io.cwd, out, text));
  // The standard output is for models.
  if (!flags.quiet) io.stderr.write(`${modelLine(modelCounts(linked.model))} in ${neutralText(out)}\n`);
  return exitCodes.fine;
}

/** The command for the program; `done` gets its exit code. */
export function createModelCommand(io: CliIo, done: (code: ExitCode) => void): Command {
  const command = new Command("model")
    .summary("write the model of the API as JSON")
    .description("Links the pages of a folder into one model, types, enums and operations, and writes it as JSON.")
    .requiredOption("--out <file>", "file to write; - is the standard output")
    .addOption(docsOption())
    .option("--only <pattern...>", "only what these pages declare, and what that needs: globs or beginnings of paths")
    .option("-q, --quiet", "print errors only, no summary and no progress bar");
  return withCommonOptions(withCacheOptions(command))
    .addHelpText("after", examples)
    .action(async (flags: ModelFlags) => done(await modelCommand(flags, io)));
}
