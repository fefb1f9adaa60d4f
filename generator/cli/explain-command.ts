/** `apipage explain`: what an id in a report means. */
import { Command } from "commander";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import type { CliIo } from "./io.ts";

const examples = `
Examples:
  apipage explain type-unresolved     a finding on a page
  apipage explain property-removed    a change between two sets of pages
  apipage explain                     lists all ids`;

/** The command for the program; `done` gets its exit code. */
export function createExplainCommand(io: CliIo, done: (code: ExitCode) => void): Command {
  return new Command("explain")
    .summary("tell what an id in a report means")
    .description(
      "Prints the page about a finding on pages, or about a change that apipage diff reports: what it means, why it matters, what to do.",
    )
    .argument("[id]", "the id, as reports have it")
    .addHelpText("after", examples)
    .action(async (id: string | undefined) => {
      const { explain, explainable } = await import("../explain.ts");
      io.stdout.write(id === undefined ? explainable() : explain(id));
      done(exitCodes.fine);
    });
}
