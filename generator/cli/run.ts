/** The command line: arguments in, exit code out. Everything that a user types and sees passes through here. */
import { Command, CommanderError } from "commander";
import { neutralText } from "../report/neutral-text.ts";
import { RunError } from "../run-error.ts";
import { toolVersion } from "../tool-version.ts";
import { createDiffCommand } from "./diff-command.ts";
import { type ExitCode, exitCodeByError, exitCodeMeanings, exitCodes } from "./exit-codes.ts";
import { createExplainCommand } from "./explain-command.ts";
import { createGenerateCommand } from "./generate-command.ts";
import { createGoldenCommand } from "./golden-command.ts";
import { createInspectCommand } from "./inspect-command.ts";
import type { CliIo } from "./io.ts";
import { createLintCommand } from "./lint-command.ts";
import { createMockCommand } from "./mock-command.ts";
import { createModelCommand } from "./model-command.ts";
import { createPermissionsCommand } from "./permissions-command.ts";

function exitCodeTable(): string {
  const lines = Object.entries(exitCodes).map(
    ([name, code]) => `  ${code}  ${exitCodeMeanings[name as keyof typeof exitCodes]}`,
  );
  return `\nExit codes:\n${lines.join("\n")}`;
}

function createProgram(io: CliIo, done: (code: ExitCode) => void): Command {
  const program = new Command("apipage")
    .description("Typed TypeScript SDKs from markdown API reference pages.")
    .version(toolVersion(), "-V, --version", "print the version")
    .helpCommand("help [command]", "explain a command")
    .addHelpText(
      "after",
      "\nExample:\n  apipage generate --docs docs/api --out src/api\n\napipage <command> --help tells more.",
    )
    .addHelpText("after", exitCodeTable());
  const commands = [
    createGenerateCommand,
    createDiffCommand,
    createExplainCommand,
    createGoldenCommand,
    createInspectCommand,
    createLintCommand,
    createMockCommand,
    createModelCommand,
    createPermissionsCommand,
  ];
  for (const create of commands) program.addCommand(create(io, done));
  for (const command of [program, ...program.commands])
    command.exitOverride().configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      // Said by `failure`, in one line.
      outputError: () => {},
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  return program;
}

/**
 * Refuses a flag in place of another flag's argument. The parser would take it for the argument: `--only --docs x` would
 * select the pages named `--docs`. What really begins with a dash can be given as `--docs=-x` or `./-x`.
 */
function refuseFlagsAsArguments(program: Command, args: readonly string[]): void {
  const command = program.commands.find((one) => one.name() === args[0]);
  if (command === undefined) return;
  for (const [index, arg] of args.entries()) {
    if (arg === "--") return;
    const option = command.options.find(({ required, long, short }) => required && (arg === long || arg === short));
    if (option !== undefined && /^-./u.test(args[index + 1] ?? ""))
      command.error(`error: option '${option.flags}' argument missing`, { exitCode: exitCodes.usage });
  }
}

/** Prints what ended the run, and gives the exit code for it. */
function failure(error: unknown, io: CliIo): ExitCode {
  const say = (text: string): unknown => io.stderr.write(`apipage: ${text}\n`);
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return exitCodes.fine;
    // Without a command, the help has been printed.
    if (error.code !== "commander.help") {
      const [problem = "", ...hint] = error.message.replace(/^error: /u, "").split("\n");
      const near = /Did you mean (.+?)\?/u.exec(hint.join(" "))?.[1];
      say(`${neutralText(problem)}${near === undefined ? "" : `, did you mean ${near}?`} (--help lists what there is)`);
    }
    return exitCodes.usage;
  }
  if (error instanceof RunError) {
    say(neutralText(error.message));
    return exitCodeByError[error.kind];
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  say(`this is a bug in apipage, please report it with the lines below\n${detail}`);
  return exitCodes.internal;
}

/**
 * Runs one command line. Never throws and never ends the process.
 *
 * @param args without the names of node and of the script
 */
export async function run(args: readonly string[], io: CliIo): Promise<ExitCode> {
  let code: ExitCode = exitCodes.fine;
  try {
    const program = createProgram(io, (result) => {
      code = result;
    });
    refuseFlagsAsArguments(program, args);
    await program.parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    return failure(error, io);
  }
}
