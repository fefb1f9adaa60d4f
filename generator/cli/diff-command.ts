/** `apipage diff`: what changed in the API between two versions of its docs. */
import { Command, InvalidArgumentError, Option } from "commander";
import { type Area, areas, type Level, levels } from "../diff/change.ts";
import type { DiffDocsResult } from "../diff-docs.ts";
import type { DiffReport } from "../diff-report/report.ts";
import { wantsColor } from "./color.ts";
import { type CommonFlags, settingsFor, withCommonOptions } from "./common-options.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import type { CliIo } from "./io.ts";
import { createProgress } from "./progress-bar.ts";

const formats = ["pretty", "json", "markdown", "html", "sarif", "github", "junit"] as const;

type DiffFormat = (typeof formats)[number];

interface DiffFlags extends CommonFlags {
  readonly format: DiffFormat;
  readonly out?: string;
  readonly failOn?: Level;
  readonly area?: readonly Area[];
  readonly path?: readonly string[];
  readonly type?: readonly string[];
  readonly level: Level;
  readonly withDocs?: boolean;
  readonly baseline?: string;
  readonly accept?: string;
  readonly changelog?: string;
  readonly date?: string;
}

const details = `
A side is a folder of pages, a folder at a git revision (main:docs/api, from the root of the repository), or a model that
apipage model or apipage generate wrote (api.json), at a revision too (HEAD~1:generated/api.json).

Levels: breaking, a program that keeps to the old pages can fail; warning, the pages do not decide it; info, neither.
apipage explain <id> tells what a change means.

Examples:
  apipage diff docs/v1 docs/v2
  apipage diff main:docs/api docs/api --fail-on breaking
  apipage diff HEAD~1:generated/api.json generated/api.json --format markdown
  apipage diff old.json new.json --type user --path "/users/**"
  apipage diff old.json new.json --format html --out changes.html
  apipage diff old.json new.json --baseline accepted.json --accept "agreed in the review of May"
  apipage diff old.json new.json --changelog CHANGELOG.md`;

async function render(report: DiffReport, flags: DiffFlags, io: CliIo): Promise<string> {
  switch (flags.format) {
    case "json":
      return (await import("../diff-report/json.ts")).jsonDiff(report);
    case "markdown":
      return (await import("../diff-report/markdown.ts")).markdownDiff(report);
    case "sarif":
      return (await import("../diff-report/sarif.ts")).sarifDiff(report);
    case "github":
      return (await import("../diff-report/github.ts")).githubDiff(report);
    case "junit":
      return (await import("../diff-report/junit.ts")).junitDiff(report, flags.failOn ?? "breaking");
    case "html": {
      const [{ htmlDiff }, { loadHtmlTemplates }] = await Promise.all([
        import("../diff-report/html.ts"),
        import("../diff-report/html-templates.ts"),
      ]);
      return htmlDiff(report, loadHtmlTemplates());
    }
    default: {
      const color = flags.out === undefined && wantsColor(flags.color, io.env, io.stdout);
      return (await import("../diff-report/pretty.ts")).prettyDiff(report, color);
    }
  }
}

/** What goes to files beside the report. */
async function writeFiles({ all, report }: DiffDocsResult, flags: DiffFlags, io: CliIo): Promise<void> {
  const { updateBaseline, updateChangelog } = await import("../diff-files.ts");
  if (flags.baseline !== undefined && flags.accept !== undefined)
    await io.uninterrupted(() => updateBaseline(io.cwd, flags.baseline ?? "", all, report.changes, flags.accept ?? ""));
  if (flags.changelog !== undefined) {
    const date = flags.date ?? new Date().toISOString().slice(0, 10);
    await io.uninterrupted(() => updateChangelog(io.cwd, flags.changelog ?? "", report, date));
  }
}

async function diffCommand(old: string, current: string, flags: DiffFlags, io: CliIo): Promise<ExitCode> {
  const settings = await settingsFor({ ...(flags.config === undefined ? {} : { config: flags.config }) }, io);
  const [{ diffDocs }, { readBaseline }, { writeFileBeside }, { isAtLeast }] = await Promise.all([
    import("../diff-docs.ts"),
    import("../diff-files.ts"),
    import("../output/write-file-beside.ts"),
    import("../diff/select-changes.ts"),
  ]);
  const baseline = readBaseline(io.cwd, flags.baseline, flags.accept !== undefined);
  const progress = createProgress(io.stderr, flags.quiet !== true);
  let result: DiffDocsResult;
  try {
    result = await diffDocs({
      old,
      new: current,
      cwd: io.cwd,
      settings,
      baseline,
      selection: {
        areas: flags.area ?? [],
        paths: flags.path ?? [],
        types: flags.type ?? [],
        level: flags.level,
        docs: flags.withDocs ?? false,
      },
      onProgress: progress.listener,
    });
  } finally {
    progress.stop();
  }
  const text = await render(result.report, flags, io);
  const { out } = flags;
  if (out === undefined || out === "-") io.stdout.write(text);
  else await io.uninterrupted(() => writeFileBeside(io.cwd, out, text));
  await writeFiles(result, flags, io);
  const { failOn } = flags;
  const fails =
    failOn !== undefined &&
    flags.accept === undefined &&
    result.report.changes.some(({ level }) => isAtLeast(level, failOn));
  return fails ? exitCodes.findings : exitCodes.fine;
}

function dateArgument(text: string): string {
  // Month 13 is a date of the next year to Date: only a date that comes back as it went in is one.
  const date = new Date(`${text}T00:00:00Z`);
  if (!/^\d{4}-\d\d-\d\d$/u.test(text) || Number.isNaN(date.getTime()) || !date.toISOString().startsWith(text))
    throw new InvalidArgumentError("expected a date like 2026-01-31");
  return text;
}

/** The command for the program; `done` gets its exit code. */
export function createDiffCommand(io: CliIo, done: (code: ExitCode) => void): Command {
  const command = new Command("diff")
    .summary("tell what changed in the API between two versions of the docs")
    .description("Compares the API that two versions of the docs describe, and tells which changes break a program.")
    .argument("<old>", "the older side: a folder, revision:folder, or a model")
    .argument("<new>", "the newer side")
    .addOption(new Option("--format <format>", "form of the report").choices(formats).default("pretty"))
    .option("--out <file>", "write the report to a file")
    .addOption(new Option("--fail-on <level>", "exit with 1 where a change is at least as grave").choices(levels))
    .addOption(new Option("--level <level>", "only changes that are at least as grave").choices(levels).default("info"))
    .addOption(new Option("--area <area...>", "only changes of these areas").choices(areas))
    .option("--path <pattern...>", "only changes of requests with these paths: globs or beginnings")
    .option("--type <name...>", "only changes of these types and enums")
    .option("--with-docs", "changes of wording and examples as well, and of what only the pages have lost")
    .addOption(new Option("--baseline <file>", "file of the changes that have been accepted, with reasons"))
    .option("--accept <reason>", "add what is reported to the baseline, for this reason")
    .option("--changelog <file>", "put a section with the changes at the top of this file")
    .addOption(new Option("--date <date>", "date of that section (default: today)").argParser(dateArgument))
    .option("-q, --quiet", "no progress bar");
  return withCommonOptions(command)
    .addHelpText("after", details)
    .action(async (old: string, current: string, flags: DiffFlags) => done(await diffCommand(old, current, flags, io)));
}
