/** Flags that several commands share. */
import { type Command, Option } from "commander";
import { configPaths, type LoadOptions, loadConfig } from "../config/load-config.ts";
import { resolveSettings, type SettingFlags, type Settings } from "../config/settings.ts";
import type { CliIo } from "./io.ts";

export interface CommonFlags extends SettingFlags {
  readonly config?: string;
  readonly color?: boolean;
  readonly quiet?: boolean;
}

export function docsOption(): Option {
  return new Option("--docs <dir>", "folder of the pages (default: docs of the config, or docs-input)");
}

/** Adds the flags that every command has. */
export function withCommonOptions(command: Command): Command {
  return command
    .addOption(
      new Option("--config <file>", "config file (default: apipage.config.ts, .mts, .js, .mjs or .json, if there)"),
    )
    .addOption(new Option("--color", "colour the output even where it is not a terminal"))
    .addOption(new Option("--no-color", "do not colour the output; so does the variable NO_COLOR"));
}

/** Adds the flags of commands that read pages. */
export function withCacheOptions(command: Command): Command {
  return command
    .option(
      "--cache-dir <dir>",
      "folder of what is kept for the next run (default: cacheDir of the config, or .cache/apipage in the nearest node_modules)",
    )
    .option("--no-cache", "keep nothing for the next run, and use nothing that was kept");
}

/** Config, flags and defaults together. Throws a `RunError` of kind `usage`. */
export async function settingsFor(flags: CommonFlags, io: CliIo, options: LoadOptions = {}): Promise<Settings> {
  const { config, folder } = await loadConfig(io.cwd, flags.config ?? null, options);
  return resolveSettings(config, folder, flags, io.cwd);
}

/** Paths of the files that say what {@link settingsFor} gives, there or not. */
export function configFilesFor({ config }: CommonFlags, { cwd }: CliIo): readonly string[] {
  return configPaths(cwd, config ?? null);
}
