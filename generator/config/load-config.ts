/** Finds and loads the config file. A config file is code and runs: it is trusted as the rest of the build is. */
import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, extname, isAbsolute, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { RunError } from "../run-error.ts";
import type { Config } from "./config.ts";

const fileNames = ["ts", "mts", "js", "mjs", "json"].map((extension) => `apipage.config.${extension}`);

export interface LoadedConfig {
  readonly config: Config;
  /** What the paths in `config` are relative to. */
  readonly folder: string;
  /** `null` where there is no config file. */
  readonly file: string | null;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** Paths of the files that a config is looked for in, the first one that is there. */
export function configPaths(cwd: string, named: string | null): readonly string[] {
  return named === null ? fileNames.map((name) => join(cwd, name)) : [resolve(cwd, named)];
}

function findConfig(cwd: string, named: string | null): string | null {
  if (named === null) return configPaths(cwd, null).find(isFile) ?? null;
  const path = isAbsolute(named) ? named : resolve(cwd, named);
  if (!isFile(path)) throw new RunError("usage", `there is no config file "${named}"`);
  if (!fileNames.some((name) => extname(name) === extname(path)))
    throw new RunError("usage", `cannot load the config "${named}": expected a .ts, .mts, .js, .mjs or .json file`);
  return path;
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split("\n", 1)[0] ?? "";
}

/** Without a default export the module itself comes back: a native one, or what a translated file has for it. */
function isModule(value: unknown): boolean {
  return Object.prototype.toString.call(value) === "[object Module]" || Object.hasOwn(Object(value), "__esModule");
}

function isInstalledFor(path: string): boolean {
  try {
    return isFile(createRequire(path).resolve("apipage"));
  } catch {
    return false;
  }
}

let editions = 0;

/**
 * The default export of a config file as it is now, whatever was loaded from there before: Node.js keeps modules by their
 * address for good. What a TypeScript file exports is always loaded anew.
 */
async function importAnew(path: string): Promise<unknown> {
  if (extname(path) === ".json") return JSON.parse(readFileSync(path, "utf8").replace(/^\u{feff}/u, ""));
  if (!/^\.m?js$/u.test(extname(path))) return importConfig(path);
  delete createRequire(path).cache[path];
  editions += 1;
  let exported: unknown;
  try {
    exported = await import(`${pathToFileURL(path).href}?edition=${editions}`);
  } catch (error) {
    // The package that runs, where none is installed: the translator knows it, and never keeps what it has translated.
    if (/["']apipage["']/u.test(readFileSync(path, "utf8")) && !isInstalledFor(path)) return importConfig(path);
    throw error;
  }
  return isModule(exported) ? Reflect.get(Object(exported), "default") : exported;
}

/** The default export of a config file, as it is; `undefined` where it has none. */
async function importConfig(path: string): Promise<unknown> {
  // Loading brings a TypeScript translator along, checking a schema library: not for runs without a config file.
  const [{ loadConfig: loadWithC12 }, apipage] = await Promise.all([import("c12"), import("../index.ts")]);
  let exported: unknown;
  await loadWithC12({
    name: "apipage",
    cwd: dirname(path),
    configFile: path,
    // One file, and nothing besides: no rc files, no .env, no package.json, no layers from elsewhere, no network.
    rcFile: false,
    globalRc: false,
    dotenv: false,
    envName: false,
    packageJson: false,
    extend: false,
    giget: false,
    // `apipage` is this very package, wherever the config lies: in a checkout there is no other, and no build of it.
    jitiOptions: { fsCache: false, virtualModules: { apipage } },
    // The default merger drops keys that checking has to see.
    merger: (...sources: unknown[]) => {
      exported = sources.find((source) => source !== undefined && source !== null);
      return {};
    },
  });
  return isModule(exported) ? undefined : exported;
}

export interface LoadOptions {
  /** The file has been loaded before in this process, and has changed since. Default: false. */
  readonly isAnew?: boolean;
}

/**
 * Loads `named`, or the `apipage.config.*` of the folder `cwd`, or nothing where there is none.
 * Throws a {@link RunError} of kind `usage` where the file is missing, cannot be run, or says something unknown.
 */
export async function loadConfig(
  cwd: string,
  named: string | null,
  { isAnew = false }: LoadOptions = {},
): Promise<LoadedConfig> {
  const path = findConfig(cwd, named);
  if (path === null) return { config: {}, folder: cwd, file: null };
  const shown = named ?? basename(path);
  let exported: unknown;
  try {
    exported = await (isAnew ? importAnew(path) : importConfig(path));
  } catch (error) {
    throw new RunError("usage", `cannot load the config "${shown}": ${firstLine(error)}`);
  }
  const { checkConfig } = await import("./check-config.ts");
  return { config: checkConfig(exported, shown), folder: dirname(path), file: path };
}
