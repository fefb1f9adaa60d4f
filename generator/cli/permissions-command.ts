/** `apipage permissions`: the least privileged set of permissions for what a program uses of an SDK. */
import { realpathSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import { Command, Option } from "commander";
import type { FolderSetting } from "../config/settings.ts";
import type { PermissionScheme } from "../docs/vocabulary.ts";
import { RunError } from "../run-error.ts";
import { wantsColor } from "./color.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import type { CliIo } from "./io.ts";

interface PermissionsFlags {
  readonly used: readonly string[];
  readonly sdk?: string;
  readonly scheme?: PermissionScheme;
  readonly case?: readonly string[];
  readonly tsconfig?: string;
  readonly format: "pretty" | "json";
  readonly color?: boolean;
}

const schemes: readonly PermissionScheme[] = ["delegatedWork", "delegatedPersonal", "application"];

const details = `
The SDK is found by the imports. A function counts as used where its name stands as a value; types, imports and
re-exports alone do not count. What cannot be told is noted. The code is parsed, never run.

--format json prints
  { schema: 1, sdk, files, uses: [{ function, file, line, column, count }],
    schemes: { [scheme]: { scopes, because, unsupported, undocumented, assumed, isExact } },
    cases: { [function]: [case] }, notes: [{ code, message, file, line }] }
where the members of a scheme are those that permissions.least of the SDK gives.

Examples:
  apipage permissions --used src
  apipage permissions --used src scripts/sync.ts --scheme application
  apipage permissions --used src --case "getCalendar=group calendar"
  apipage permissions --used src --format json | jq .schemes.delegatedWork.scopes`;

function setting(cwd: string, flag: string, name: string): FolderSetting {
  // resolve() would take an empty text, an unset variable of a script most likely, for the current folder.
  if (flag.trim() === "") throw new RunError("usage", `--${name} is empty: name a path`);
  return { path: resolve(cwd, flag), shown: flag };
}

/** Names paths relative to a folder where that is shorter to read. */
function shownIn(cwd: string): (path: string) => string {
  return (path) => {
    const near = relative(cwd, path);
    if (near === "") return ".";
    return (near.startsWith(`..${sep}`) || near === ".." ? path : near).split(sep).join("/");
  };
}

async function permissionsCommand(flags: PermissionsFlags, io: CliIo): Promise<ExitCode> {
  const optional = (flag: string | undefined, name: string): FolderSetting | null =>
    flag === undefined ? null : setting(io.cwd, flag, name);
  const cwd = realpathSync(io.cwd);
  const options = {
    used: flags.used.map((path) => setting(io.cwd, path, "used")),
    sdk: optional(flags.sdk, "sdk"),
    tsconfig: optional(flags.tsconfig, "tsconfig"),
    cases: flags.case ?? [],
    schemes: flags.scheme === undefined ? schemes : [flags.scheme],
    cwd,
    show: shownIn(cwd),
  };
  // This brings a TypeScript compiler along.
  const { usedPermissions } = await import("../permissions/used-permissions.ts");
  const result = usedPermissions(options);
  const { jsonPermissions, prettyNotes, prettyPermissions } = await import("../permissions/permissions-report.ts");
  if (flags.format === "json") {
    io.stdout.write(jsonPermissions(result));
    return exitCodes.fine;
  }
  const notes = prettyNotes(result, wantsColor(flags.color, io.env, io.stderr));
  if (notes !== "") io.stderr.write(notes);
  io.stdout.write(prettyPermissions(result, flags.used, wantsColor(flags.color, io.env, io.stdout)));
  return exitCodes.fine;
}

/** The command for the program; `done` gets its exit code. */
export function createPermissionsCommand(io: CliIo, done: (code: ExitCode) => void): Command {
  return new Command("permissions")
    .summary("tell which permissions a program needs")
    .description(
      "Reads the code of a program, finds the functions of an SDK that it uses, and prints the least privileged permissions that they need together, with the reasons.",
    )
    .requiredOption("--used <path...>", "folders and files of the program")
    .option("--sdk <dir>", "folder of the SDK (default: the one that the code imports)")
    .addOption(new Option("--scheme <scheme>", "who calls (default: all three)").choices(schemes))
    .option("--case <function=case...>", "what a function is used for, where its page has a table for each case")
    .option("--tsconfig <file>", "tsconfig with the paths of imports (default: the nearest tsconfig.json)")
    .addOption(new Option("--format <format>", "form of the output").choices(["pretty", "json"]).default("pretty"))
    .addOption(new Option("--color", "colour the output even where it is not a terminal"))
    .addOption(new Option("--no-color", "do not colour the output; so does the variable NO_COLOR"))
    .addHelpText("after", details)
    .action(async (flags: PermissionsFlags) => done(await permissionsCommand(flags, io)));
}
