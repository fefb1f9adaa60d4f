/** `apipage model`: the linked model as JSON, for other tools. */
import { Command } from "commander";
import { type CommonFlags, docsOption, settingsFor, withCommonOptions } from "./common-options.ts";
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
  const [{ linkDocs }, { writeFileBeside }] = await Promise.all([
    import("../link-docs.ts"),
    import("../output/write-file-beside.ts"),
  ]);
  const progress = createProgress(io.stderr, flags.quiet !== true);
  let text: string;
  try {
    text = `${JSON.stringify(linkDocs(settings, progress.listener).model, null, 2)}\n`;
  } finally {
    progress.stop();
  }
  if (out === "-") io.stdout.write(text);
  else await io.uninterrupted(() => writeFileBeside(io.cwd, out, text));
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
    .option("-q, --quiet", "no progress bar");
  return withCommonOptions(command)
    .addHelpText("after", examples)
    .action(async (flags: ModelFlags) => done(await modelCommand(flags, io)));
}
