/** How a consumer's imports are to be resolved: what its tsconfig says of that, and nothing else of it. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { ts } from "ts-morph";
import type { FolderSetting } from "../config/settings.ts";
import { RunError } from "../run-error.ts";

export interface ConsumerOptions {
  readonly options: ts.CompilerOptions;
  /** Folder of the tsconfig; `null` where there is none. */
  readonly folder: string | null;
}

/** What imports lead to is all that is asked: no types are looked up, and all ways to write an import are fine. */
const fixedOptions: ts.CompilerOptions = {
  allowJs: true,
  allowImportingTsExtensions: true,
  checkJs: false,
  composite: false,
  incremental: false,
  importHelpers: false,
  isolatedModules: false,
  jsx: ts.JsxEmit.Preserve,
  maxNodeModuleJsDepth: 0,
  module: ts.ModuleKind.ESNext,
  moduleDetection: ts.ModuleDetectionKind.Force,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  noEmit: true,
  noLib: true,
  noResolve: false,
  plugins: [],
  typeRoots: [],
  types: [],
};

/** Of all that a tsconfig may say, what tells where an import leads. */
const resolutionOptions = [
  "baseUrl",
  "customConditions",
  "moduleSuffixes",
  "paths",
  // Not in the public types: what `paths` are relative to where there is no `baseUrl`.
  "pathsBasePath",
  "rootDirs",
] as const;

/**
 * Reads a tsconfig with what it extends.
 *
 * @param named the file that the user named; `null`: the nearest `tsconfig.json` or `jsconfig.json`
 * @param start folder to look for one from, upwards
 * @param show names a path to people
 * @throws RunError if the file is not there, or is not JSON.
 */
export function consumerOptions(
  named: FolderSetting | null,
  start: string,
  show: (path: string) => string,
): ConsumerOptions {
  if (named !== null && !existsSync(named.path))
    throw new RunError("unreadable", `there is no "${named.shown}": name a tsconfig with --tsconfig`);
  const path = named?.path ?? nearest(start);
  if (path === undefined) return { options: fixedOptions, folder: null };
  return { options: readOptions(path, show), folder: dirname(path) };
}

function nearest(start: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    const found = ["tsconfig.json", "jsconfig.json"].map((name) => join(folder, name)).find(existsSync);
    if (found !== undefined || dirname(folder) === folder) return found;
  }
}

function readOptions(path: string, show: (path: string) => string): ts.CompilerOptions {
  const parsed = parse(path, show);
  if (parsed.options.paths !== undefined) return resolution(parsed.options);
  // A tsconfig that only names others has its paths there.
  for (const reference of parsed.projectReferences ?? []) {
    const other = ts.resolveProjectReferencePath(reference);
    const options = existsSync(other) ? parse(other, show).options : {};
    if (options.paths !== undefined) return resolution(options);
  }
  return resolution(parsed.options);
}

function parse(path: string, show: (path: string) => string): ts.ParsedCommandLine {
  const { config, error } = ts.readConfigFile(path, ts.sys.readFile);
  if (error !== undefined) {
    const reason = ts.flattenDiagnosticMessageText(error.messageText, " ");
    throw new RunError("usage", `cannot read "${show(path)}": ${reason}`);
  }
  // Which files it is for does not matter, and to look for them takes time.
  const host: ts.ParseConfigHost = { ...ts.sys, readDirectory: () => [] };
  return ts.parseJsonConfigFileContent(config, host, dirname(path), undefined, path);
}

function resolution(options: ts.CompilerOptions): ts.CompilerOptions {
  const wanted = resolutionOptions.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]]]));
  return { ...fixedOptions, ...Object.fromEntries(wanted) };
}
