/** What a run works with: config, flags and defaults put together, every path absolute. */
import { isAbsolute, relative, resolve, sep } from "node:path";
import type { DiagnosticCode } from "../diagnostics/codes.ts";
import { defaultLimits, type Limits } from "../docs/limits.ts";
import type { VocabularyAdditions } from "../docs/synonyms.ts";
import { RunError } from "../run-error.ts";
import type { Config, EnumStyle, ImportExtension, Nullability, ParserChoice, SeveritySetting } from "./config.ts";

export interface FolderSetting {
  readonly path: string;
  /** As messages name it. */
  readonly shown: string;
}

export interface Settings {
  readonly docs: FolderSetting;
  readonly out: FolderSetting;
  /** Page patterns, relative to the docs folder; empty: all pages. */
  readonly only: readonly string[];
  /** `null`: by the project that the output goes into. */
  readonly enumStyle: EnumStyle | null;
  /** `null`: by the package that the output goes into. */
  readonly golden: boolean | null;
  readonly importExtension: ImportExtension;
  readonly nullability: Nullability;
  readonly pageUrl: string | null;
  readonly docsVersion: string | null;
  readonly templates: FolderSetting | null;
  readonly parser: ParserChoice;
  /** Absolute; `false` for none, `null` for the one in the node_modules nearest to the output. */
  readonly cacheDir: string | false | null;
  readonly synonyms: VocabularyAdditions;
  /** A map, as its keys are names from pages. */
  readonly names: ReadonlyMap<string, string>;
  readonly baseUrl: string | null;
  readonly defaultNamespace: string | null;
  readonly limits: Limits;
  readonly severities: ReadonlyMap<DiagnosticCode, SeveritySetting>;
}

/** What the command line says; it wins over the config. */
export interface SettingFlags {
  readonly docs?: string | undefined;
  readonly out?: string | undefined;
  readonly only?: readonly string[] | undefined;
  readonly golden?: boolean | undefined;
  readonly cacheDir?: string | undefined;
  readonly cache?: boolean | undefined;
}

const defaultDocs = "docs-input";
const defaultOut = "generated";

/** A path as a message names it: relative where that is shorter to read. */
function shownPath(cwd: string, path: string): string {
  const near = relative(cwd, path);
  if (near === "") return ".";
  return near.startsWith(`..${sep}`) || near === ".." || isAbsolute(near) ? path : near;
}

function folder(cwd: string, flag: string | undefined, name: string, base: string, configured: string): FolderSetting {
  if (flag === undefined) {
    const path = resolve(base, configured);
    return { path, shown: shownPath(cwd, path) };
  }
  // resolve() would take an empty text, an unset variable of a script most likely, for the current folder.
  if (flag.trim() === "") throw new RunError("usage", `--${name} is empty: name a folder`);
  return { path: resolve(cwd, flag), shown: flag };
}

// The shell completes file names from where one stands: `--only docs/api/user-list.md` means a page of `docs`.
function withinDocs(pattern: string, docs: FolderSetting, cwd: string): string {
  const start = relative(cwd, docs.path).split(sep).join("/");
  const plain = pattern.replaceAll("\\", "/").replace(/^(?:\.\/)+/u, "");
  return start !== "" && plain.startsWith(`${start}/`) ? plain.slice(start.length + 1) : plain;
}

function cacheFolder(
  configured: Config["cacheDir"],
  base: string,
  { cache, cacheDir }: SettingFlags,
  cwd: string,
): Settings["cacheDir"] {
  if (cache === false) return false;
  if (cacheDir !== undefined) return folder(cwd, cacheDir, "cache-dir", base, "").path;
  return configured === undefined || configured === false ? (configured ?? null) : resolve(base, configured);
}

/**
 * @param config a checked config
 * @param base what paths in `config` are relative to
 * @param cwd what paths in `flags` are relative to
 */
export function resolveSettings(config: Config, base: string, flags: SettingFlags, cwd: string): Settings {
  const docs = folder(cwd, flags.docs, "docs", base, config.docs ?? defaultDocs);
  const templates = config.templates === undefined ? null : resolve(base, config.templates);
  return {
    docs,
    out: folder(cwd, flags.out, "out", base, config.out ?? defaultOut),
    only: flags.only?.map((pattern) => withinDocs(pattern, docs, cwd)) ?? config.only ?? [],
    enumStyle: config.enumStyle ?? null,
    golden: flags.golden ?? config.golden ?? null,
    importExtension: config.importExtension ?? ".js",
    nullability: config.nullability ?? "documented",
    pageUrl: config.pageUrl ?? null,
    docsVersion: config.docsVersion ?? null,
    templates: templates === null ? null : { path: templates, shown: shownPath(cwd, templates) },
    parser: config.parser ?? "auto",
    cacheDir: cacheFolder(config.cacheDir, base, flags, cwd),
    synonyms: config.synonyms ?? {},
    names: new Map(Object.entries(config.names ?? {})),
    baseUrl: config.baseUrl ?? null,
    defaultNamespace: config.defaultNamespace ?? null,
    limits: { ...defaultLimits, ...config.limits },
    severities: new Map(Object.entries(config.diagnostics ?? {}) as [DiagnosticCode, SeveritySetting][]),
  };
}
