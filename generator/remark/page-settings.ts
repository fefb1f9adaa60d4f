/** The settings that a page is read by: options of the plugin over the config file. */
import type { LoadedConfig } from "../config/load-config.ts";
import { loadConfig } from "../config/load-config.ts";
import { resolveSettings, type Settings } from "../config/settings.ts";
import type { RemarkOptions } from "./options.ts";

export interface PageSettings extends Settings {
  /** The user has said where the pages are: then other files are none. */
  readonly isDocsNamed: boolean;
}

// Remark sets up its plugins anew for every file, and a config in TypeScript takes a while to load. Node keeps modules
// for good: a config that changes counts when the process, an editor's server for instance, starts again.
const loaded = new Map<string, Promise<LoadedConfig>>();

/** Loads from `cwd` only, as the command line does: a page must not bring its own config, which is code. */
function configOf(cwd: string, named: string | null): Promise<LoadedConfig> {
  const key = JSON.stringify([cwd, named]);
  const config = loaded.get(key) ?? loadConfig(cwd, named);
  loaded.set(key, config);
  return config;
}

/** Throws a `RunError` where the options or the config are wrong. */
export async function pageSettings(given: RemarkOptions | undefined, cwd: string): Promise<PageSettings> {
  const { config: named, docs, ...options } = given === undefined ? {} : await checked(given);
  const { config, folder } = await configOf(cwd, named ?? null);
  const settings = resolveSettings({ ...config, ...options }, folder, { docs }, cwd);
  return { ...settings, isDocsNamed: docs !== undefined || config.docs !== undefined };
}

async function checked(options: RemarkOptions): Promise<RemarkOptions> {
  const { checkOptions } = await import("./check-options.ts");
  return checkOptions(options);
}
