/** Which permissions a consumer's code needs: its uses of an SDK, and the least privileged set for them. */
import type { FolderSetting } from "../config/settings.ts";
import type { PermissionScheme } from "../docs/vocabulary.ts";
import { RunError } from "../run-error.ts";
import { consumerOptions } from "./compiler-options.ts";
import { type ConsumerProgram, createConsumerProgram } from "./consumer-program.ts";
import {
  declaresFunctions,
  loadPermissionTable,
  openSdk,
  pathWithin,
  SdkFinder,
  type SdkFolder,
} from "./sdk-folder.ts";
import { createPermissions, type LeastPermissions, type PermissionTable, type PermissionUse } from "./solver.ts";
import { listSourceFiles } from "./source-files.ts";
import { readingNotes, type UsageNote, usageNotes } from "./usage-notes.ts";
import { findUsedFunctions, type UsedFunctions } from "./used-functions.ts";

export interface UsedPermissionsOptions {
  /** Folders and files of the consumer. */
  readonly used: readonly FolderSetting[];
  /** Folder of the SDK; `null`: the one that the code imports. */
  readonly sdk: FolderSetting | null;
  /** `null`: the one that is nearest to the code. */
  readonly tsconfig: FolderSetting | null;
  /** Cases of functions whose pages tell cases apart, as `function=case`. */
  readonly cases: readonly string[];
  readonly schemes: readonly PermissionScheme[];
  /** Real path of the current folder. */
  readonly cwd: string;
  /** Names a path to people. */
  readonly show: (path: string) => string;
}

export interface UseOfFunction {
  readonly function: string;
  /** The first place, as `show` names it. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** How often it is used. */
  readonly count: number;
}

export interface UsedPermissions {
  /** The folder of the SDK as `show` names it; `null` where the code imports none. */
  readonly sdk: string | null;
  /** Number of files that were read. */
  readonly files: number;
  /** Sorted by name of the function. */
  readonly uses: readonly UseOfFunction[];
  readonly schemes: ReadonlyMap<PermissionScheme, LeastPermissions>;
  /** The cases of the functions whose pages tell cases apart, for those that are used. */
  readonly cases: ReadonlyMap<string, readonly string[]>;
  readonly notes: readonly UsageNote[];
}

/**
 * Reads code and finds what it needs. Nothing of the code or of the SDK is run.
 *
 * @throws RunError if a folder or file that was named is not there or not what it should be, if the code uses several
 * SDKs, or if a case is named that there is not.
 */
export function usedPermissions(options: UsedPermissionsOptions): UsedPermissions {
  const { used, tsconfig, cwd, show } = options;
  const named = options.sdk === null ? null : loadSdk(openSdk(options.sdk.path, options.sdk.shown), options.sdk.shown);
  const listing = listSourceFiles(used);
  const finder = new SdkFinder();
  const isOfSdk = (file: string): boolean =>
    named === null ? finder.find(file) !== null : pathWithin(named.folder, file) !== null;
  // The SDK may lie among the code that uses it.
  const files = listing.files.filter((file) => !isOfSdk(file));
  if (files.length === 0 && listing.files.length > 0)
    throw new RunError("usage", `"${used[0]?.shown}" is an SDK: name the folder of the code that uses it with --used`);
  const consumer = consumerOptions(tsconfig, listing.folders[0] ?? cwd, show);
  const program = createConsumerProgram({
    files,
    folders: [cwd, ...listing.folders, ...(consumer.folder === null ? [] : [consumer.folder])],
    sdk: named?.folder ?? null,
    finder,
    options: consumer.options,
    cwd,
  });
  const sdk = named ?? importedSdk(program, used[0]?.shown ?? "", show);
  const table = sdk?.table ?? {};
  const functions = findUsedFunctions({
    checker: program.program.getTypeChecker(),
    sources: program.sources,
    isFunction: (file, name) =>
      sdk !== null && Object.hasOwn(table, name) && declaresFunctions(pathWithin(sdk.folder, file) ?? ""),
  });
  const names = [...functions.uses.keys()].sort();
  const calls = withCases(names, table, options.cases);
  const permissions = createPermissions(table);
  return {
    sdk: sdk?.shown ?? null,
    files: program.count,
    uses: names.flatMap((name) => useOf(name, functions, show) ?? []),
    schemes: new Map(options.schemes.map((scheme) => [scheme, permissions.least(calls, scheme)])),
    cases: new Map(names.flatMap((name) => casesEntry(name, table))),
    notes: [...usageNotes(functions, show), ...readingNotes(listing, program, show)],
  };
}

interface Sdk {
  readonly folder: SdkFolder;
  /** As messages name it. */
  readonly shown: string;
  readonly table: PermissionTable;
}

function loadSdk(folder: SdkFolder, shown: string): Sdk {
  return { folder, shown, table: loadPermissionTable(folder, shown) };
}

/** The SDK that the code imports; `null` where there is none. */
function importedSdk({ sdks }: ConsumerProgram, used: string, show: (path: string) => string): Sdk | null {
  const [first, ...others] = [...sdks.values()];
  if (first === undefined) return null;
  if (others.length === 0) return loadSdk(first, show(first.root));
  const list = [...sdks.keys()].sort().map((root) => `"${show(root)}"`);
  throw new RunError("usage", `"${used}" uses several SDKs, ${list.join(" and ")}: name one with --sdk`);
}

function casesOf(name: string, table: PermissionTable): readonly string[] {
  return (table[name] ?? []).flatMap(({ appliesTo }) => appliesTo ?? []);
}

function casesEntry(name: string, table: PermissionTable): readonly (readonly [string, readonly string[]])[] {
  const cases = casesOf(name, table);
  return cases.length > 1 ? [[name, cases]] : [];
}

/** The functions as they are asked for: those for which cases were named once for each case. */
function withCases(
  names: readonly string[],
  table: PermissionTable,
  wanted: readonly string[],
): readonly PermissionUse[] {
  const byName = new Map<string, string[]>();
  for (const text of wanted) {
    const [, name = "", appliesTo = ""] = /^([^=]+)=(.*)$/su.exec(text) ?? [];
    const cases = Object.hasOwn(table, name) ? casesOf(name, table) : [];
    if (!cases.includes(appliesTo)) {
      const expected = cases.map((one) => `"${name}=${one}"`).join(" or ");
      const why =
        cases.length > 0 ? `expected ${expected}` : "expected the name of a function with several cases before =";
      throw new RunError("usage", `there is no case "${text}": ${why}`);
    }
    byName.set(name, [...(byName.get(name) ?? []), appliesTo]);
  }
  return names.flatMap((name): readonly PermissionUse[] => {
    const of = { spec: { name } };
    return byName.get(name)?.map((appliesTo) => ({ of, appliesTo })) ?? [of];
  });
}

function useOf(name: string, { uses }: UsedFunctions, show: (path: string) => string): UseOfFunction | null {
  const [first, ...others] = uses.get(name) ?? [];
  if (first === undefined) return null;
  const { file, line, column } = first;
  return { function: name, file: show(file), line, column, count: others.length + 1 };
}
