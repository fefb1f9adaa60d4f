/** Type-checks emitted code as a consumer would, with the compilers that consumers have. */
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { repositoryRoot } from "./corpus.ts";

export type CompilerVersion = "5.9" | "7";

const compilers: Readonly<Record<CompilerVersion, string>> = {
  "5.9": "node_modules/typescript/bin/tsc",
  "7": "node_modules/typescript-7/bin/tsc",
};

/** Every flag that makes the compiler stricter. */
const strictOptions = {
  target: "ES2022",
  lib: ["ES2022", "DOM", "DOM.Iterable", "DOM.AsyncIterable"],
  module: "NodeNext",
  moduleResolution: "NodeNext",
  types: [],
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
 * Runs a compiler over all TypeScript of a folder.
 *
 * @param extra options on top of all strict ones, such as `erasableSyntaxOnly`
 * @returns what the compiler says: `""` where there is nothing wrong
 */
export function typeCheck(
  folder: string,
  compiler: CompilerVersion,
  extra: Readonly<Record<string, boolean>> = {},
): string {
  const project = join(folder, "tsconfig.json");
  const include = ["**/*.ts"];
  writeFileSync(
    project,
    JSON.stringify({ compilerOptions: { ...strictOptions, ...extra }, include, exclude: ["golden"] }),
  );
  const { stdout, stderr, status, error } = spawnSync(
    process.execPath,
    [join(repositoryRoot, compilers[compiler]), "-p", project, "--pretty", "false"],
    { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 },
  );
  if (error !== undefined) throw error;
  const said = `${stdout}${stderr}`.trim();
  return status === 0 || said !== "" ? said : `the compiler ended with ${status}`;
}
