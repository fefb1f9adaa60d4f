/** Type-checks emitted code as a consumer would, with the compilers and module resolutions that consumers have. */
import { type SpawnSyncReturns, spawn, spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { repositoryRoot } from "./corpus.ts";

/** The lowest one that can check an SDK, the one of this project, and the native one. */
export type CompilerVersion = "5.4" | "5.9" | "7";

/** How a consumer's imports find their files: as Node.js does, or as bundlers do. */
export type Resolution = "nodenext" | "bundler";

export type CompilerOptions = Readonly<Record<string, boolean | string | readonly string[]>>;

const compilers: Readonly<Record<CompilerVersion, string>> = {
  "5.4": "node_modules/typescript-5.4/bin/tsc",
  "5.9": "node_modules/typescript/bin/tsc",
  "7": "node_modules/typescript-7/bin/tsc",
};

const resolutions: Readonly<Record<Resolution, CompilerOptions>> = {
  nodenext: { module: "NodeNext", moduleResolution: "NodeNext" },
  bundler: { module: "ESNext", moduleResolution: "Bundler" },
};

/** Every flag that makes the compiler stricter. */
const strictOptions: CompilerOptions = {
  target: "ES2022",
  lib: ["ES2022", "DOM", "DOM.Iterable", "DOM.AsyncIterable"],
  types: [],
  typeRoots: [join(repositoryRoot, "node_modules/@types")],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  noUncheckedSideEffectImports: true,
  allowUnreachableCode: false,
  allowUnusedLabels: false,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  skipLibCheck: true,
  noEmit: true,
};

/** Options that came after a version, which calls them unknown. */
const unknownOptions: Readonly<Record<CompilerVersion, readonly string[]>> = {
  "5.4": [
    "erasableSyntaxOnly",
    "isolatedDeclarations",
    "noUncheckedSideEffectImports",
    "rewriteRelativeImportExtensions",
  ],
  "5.9": [],
  "7": [],
};

/** The script that is the compiler. */
export function compilerPath(compiler: CompilerVersion): string {
  return join(repositoryRoot, compilers[compiler]);
}

/** All strict options that a compiler knows, and those of the consumer on top of them. */
export function compilerOptions(
  compiler: CompilerVersion,
  extra: CompilerOptions = {},
  resolution: Resolution = "nodenext",
): CompilerOptions {
  const all = { ...strictOptions, ...resolutions[resolution], ...extra };
  return Object.fromEntries(Object.entries(all).filter(([name]) => !unknownOptions[compiler].includes(name)));
}

/** Writes emitted files into an empty folder, as a package of ES modules. */
export function writeProject(folder: string, files: readonly { readonly path: string; readonly text: string }[]): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/**
 * Writes the tsconfig for all TypeScript of a folder.
 *
 * @returns its path; compilers and resolutions have files of their own, so that they can run at the same time
 */
export function writeTsconfig(
  folder: string,
  compiler: CompilerVersion,
  extra: CompilerOptions = {},
  resolution: Resolution = "nodenext",
): string {
  const path = join(folder, `tsconfig.${compiler}.${resolution}.json`);
  const options = compilerOptions(compiler, extra, resolution);
  writeFileSync(path, JSON.stringify({ compilerOptions: options, include: ["**/*.ts"], exclude: ["golden"] }));
  return path;
}

/**
 * Runs a compiler over all TypeScript of a folder.
 *
 * @param extra options on top of all strict ones, such as `erasableSyntaxOnly`; those that the compiler does not know
 * are left out
 * @returns what the compiler says: `""` where there is nothing wrong
 */
export function typeCheck(
  folder: string,
  compiler: CompilerVersion,
  extra: CompilerOptions = {},
  resolution: Resolution = "nodenext",
): string {
  const args = [compilerPath(compiler), "-p", writeTsconfig(folder, compiler, extra, resolution), "--pretty", "false"];
  const ended = spawnSync(process.execPath, args, { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  if (ended.error !== undefined) throw ended.error;
  return verdict(ended);
}

/** The same as {@link typeCheck}, while other work goes on. */
export async function typeCheckMeanwhile(
  folder: string,
  compiler: CompilerVersion,
  extra: CompilerOptions = {},
  resolution: Resolution = "nodenext",
): Promise<string> {
  const args = [compilerPath(compiler), "-p", writeTsconfig(folder, compiler, extra, resolution), "--pretty", "false"];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  const said = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    said.stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said.stderr += text;
  });
  const status = await new Promise<number | null>((resolve, reject) => child.on("error", reject).on("close", resolve));
  return verdict({ ...said, status });
}

function verdict({ stdout, stderr, status }: Pick<SpawnSyncReturns<string>, "stdout" | "stderr" | "status">): string {
  const said = `${stdout}${stderr}`.trim();
  return status === 0 || said !== "" ? said : `the compiler ended with ${status}`;
}
