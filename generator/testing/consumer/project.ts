/** Projects of consumers: the SDK of `docs-input`, and the program in `app/` that uses it as its readers would. */
import { cpSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { EmitOptions } from "../../emit/emit-model.ts";
import { repositoryRoot } from "../corpus.ts";
import { writeSdk } from "../write-sdk.ts";

/** Where the program stands: what it imports, it imports relative to this place. */
const program = "generator/testing/consumer/app";

export interface ConsumerProject {
  readonly enumStyle?: EmitOptions["enumStyle"];
  /** Files of the program that are left out. */
  readonly without?: readonly string[];
  /** Files besides, by their paths beside those of the program. */
  readonly more?: Readonly<Record<string, string>>;
}

/** The files of the program. */
export function programFiles(): readonly string[] {
  return readdirSync(join(repositoryRoot, program));
}

/**
 * Writes a project into an empty folder.
 *
 * @returns the folder of its program
 */
export function writeConsumerProject(
  folder: string,
  { enumStyle = "enum", without = [], more = {} }: ConsumerProject = {},
): string {
  const target = join(folder, program);
  mkdirSync(target, { recursive: true });
  writeSdk(join(repositoryRoot, "docs-input"), join(folder, "generated"), { enumStyle });
  for (const name of programFiles())
    if (!without.includes(name)) cpSync(join(repositoryRoot, program, name), join(target, name));
  for (const [path, text] of Object.entries(more)) {
    mkdirSync(dirname(join(target, path)), { recursive: true });
    writeFileSync(join(target, path), text);
  }
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');
  return target;
}
