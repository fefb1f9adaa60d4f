/** `apipage inspect`: what is understood of one page. */
import { Command, Option } from "commander";
import { wantsColor } from "./color.ts";
import { type CommonFlags, docsOption, settingsFor, withCommonOptions } from "./common-options.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import type { CliIo } from "./io.ts";

interface InspectFlags extends CommonFlags {
  readonly format: "pretty" | "json";
}

const examples = `
Examples:
  apipage inspect docs-input/api/user-list.md
  apipage inspect api/user-list.md --docs docs-input
  apipage inspect api/user-list.md --format json | jq .page.requests

Lines and columns stand on the left. What other pages say of the same types is not looked at.`;

async function inspectCommand(name: string, flags: InspectFlags, io: CliIo): Promise<ExitCode> {
  const settings = await settingsFor(flags, io);
  const { inspectPage } = await import("../inspect-page.ts");
  const { path, page, diagnostics } = inspectPage(settings, name, io.cwd, flags.docs !== undefined);
  if (flags.format === "json") {
    io.stdout.write(`${JSON.stringify({ schema: 1, page, diagnostics }, null, 2)}\n`);
    return exitCodes.fine;
  }
  const [{ pageOutline }, { renderOutline }, { prettyReport }, { neutralText }] = await Promise.all([
    import("../report/page-outline.ts"),
    import("../report/outline.ts"),
    import("../report/pretty-report.ts"),
    import("../report/neutral-text.ts"),
  ]);
  const color = wantsColor(flags.color, io.env, io.stdout);
  const kind = page === null ? "not read" : page.kind === "prose" ? "no reference page" : `${page.kind} page`;
  const parts = [
    `${neutralText(path)}: ${kind}`,
    page === null ? "" : renderOutline(pageOutline(page), path),
    prettyReport(diagnostics, { color, limit: Number.POSITIVE_INFINITY }),
  ];
  io.stdout.write(`${parts.filter((part) => part !== "").join("\n\n")}\n`);
  return exitCodes.fine;
}

/** The command for the program; `done` gets its exit code. */
export function createInspectCommand(io: CliIo, done: (code: ExitCode) => void): Command {
  const command = new Command("inspect")
    .summary("show what is understood of one page")
    .description("Reads one page and prints every fact found on it, with its place, and what is wrong with the page.")
    .argument("<page>", "the page: a file, or its path within the docs folder")
    .addOption(docsOption())
    .addOption(new Option("--format <format>", "form of the output").choices(["pretty", "json"]).default("pretty"));
  return withCommonOptions(command)
    .addHelpText("after", examples)
    .action(async (name: string, flags: InspectFlags) => done(await inspectCommand(name, flags, io)));
}
