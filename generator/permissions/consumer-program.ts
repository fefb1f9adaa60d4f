/**
 * A consumer's code, parsed, with its imports resolved as far as they lead to the SDK.
 *
 * The compiler is used for what is hard to do without it, which is scopes and re-exports. It gets no libraries and no
 * packages, so that it has little to read, and nothing is type-checked.
 */
import { realpathSync } from "node:fs";
import { relative, sep } from "node:path";
import { ts } from "ts-morph";
import { readTextFile } from "../source/read-text.ts";
import { mayExportFunctions, pathWithin, type SdkFinder, type SdkFolder } from "./sdk-folder.ts";

export interface ProgramInput {
  /** Real paths of the files to look at. */
  readonly files: readonly string[];
  /** Real paths of the folders in which imports are followed. */
  readonly folders: readonly string[];
  /** The one SDK that counts; `null`: each that is found. */
  readonly sdk: SdkFolder | null;
  readonly finder: SdkFinder;
  readonly options: ts.CompilerOptions;
  readonly cwd: string;
}

export interface ConsumerProgram {
  readonly program: ts.Program;
  /** Of the files to look at, those whose imports lead to an SDK, perhaps by way of other files. */
  readonly sources: readonly ts.SourceFile[];
  /** Number of the files to look at that could be read. */
  readonly count: number;
  /** The SDKs that were met, by their folder. */
  readonly sdks: ReadonlyMap<string, SdkFolder>;
  /** Why files could not be read. */
  readonly unread: ReadonlyMap<string, string>;
  /** Files that are imported and lie outside of the folders, by the file that imports them first. */
  readonly outside: ReadonlyMap<string, string>;
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && way !== path;
}

function isPackageFile(path: string): boolean {
  return path.includes("/node_modules/");
}

const unreadReasons = { notUtf8: "it is not UTF-8 text", tooLarge: "it is too large" } as const;

/** Reads the files and what they import. */
export function createConsumerProgram({ files, folders, sdk, finder, options, cwd }: ProgramInput): ConsumerProgram {
  const importers = new Map<string, Set<string>>();
  const sdks = new Map<string, SdkFolder>();
  const unread = new Map<string, string>();
  const outside = new Map<string, string>();
  const sdkOf = (path: string): SdkFolder | null =>
    sdk === null ? finder.find(path) : pathWithin(sdk, path) === null ? null : sdk;

  /** Whether the imports of a file lead on to the one that was found. */
  const isFollowed = (path: string, from: string): boolean => {
    const owner = sdkOf(path);
    if (owner !== null) {
      sdks.set(owner.root, owner);
      return mayExportFunctions(pathWithin(owner, path) ?? "");
    }
    if (isPackageFile(path)) return false;
    if (folders.some((folder) => isWithin(folder, path))) return true;
    if (!outside.has(path)) outside.set(path, from);
    return false;
  };

  const getSourceFile: ts.CompilerHost["getSourceFile"] = (name, version) => {
    const file = readTextFile(name);
    if (file.kind === "text") return ts.createSourceFile(name, file.text, version, sdkOf(name) !== null);
    unread.set(name, file.kind === "unreadable" ? file.reason : unreadReasons[file.kind]);
    return undefined;
  };

  const cache = ts.createModuleResolutionCache(cwd, (name) => name, options);
  const resolve = (literal: ts.StringLiteralLike, from: string): ts.ResolvedModuleFull | undefined => {
    const { resolvedModule } = ts.resolveModuleName(literal.text, from, options, ts.sys, cache);
    if (resolvedModule === undefined || !/^\.[cm]?[jt]sx?$/u.test(resolvedModule.extension)) return undefined;
    // Links are followed here, so that a file is looked at where it really lies.
    const path = realpathSync(resolvedModule.resolvedFileName).split(sep).join("/");
    if (!isFollowed(path, from)) return undefined;
    importers.set(path, (importers.get(path) ?? new Set()).add(from));
    return { resolvedFileName: path, extension: resolvedModule.extension, isExternalLibraryImport: false };
  };

  const host: ts.CompilerHost = {
    ...ts.sys,
    getSourceFile,
    getDefaultLibFileName: () => "lib.d.ts",
    writeFile: () => {},
    getCurrentDirectory: () => cwd,
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
    // What the SDK itself imports declares no functions; what it passes on may.
    resolveModuleNameLiterals: (literals, from) =>
      literals.map((literal) => ({
        resolvedModule: sdkOf(from) === null || isPassedOn(literal) ? resolve(literal, from) : undefined,
      })),
    resolveTypeReferenceDirectiveReferences: (references) =>
      references.map(() => ({ resolvedTypeReferenceDirective: undefined })),
  };
  const program = ts.createProgram([...files], options, host);
  const read = files.flatMap((file) => program.getSourceFile(file) ?? []);
  const reaching = leadingTo(
    [...importers.keys()].filter((path) => sdkOf(path) !== null),
    importers,
  );
  const sources = read.filter(({ fileName }) => reaching.has(fileName));
  return { program, sources, count: read.length, sdks, unread, outside };
}

/** All files from which imports lead to one of some files. */
function leadingTo(files: readonly string[], importers: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [...files];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    for (const importer of importers.get(file) ?? []) {
      if (found.has(importer)) continue;
      found.add(importer);
      waiting.push(importer);
    }
  }
  return found;
}

function isPassedOn(literal: ts.StringLiteralLike): boolean {
  return ts.isExportDeclaration(literal.parent);
}
