/** What program a cache entry was made by: not its version alone, which stays the same while it is being changed. */
import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { digest } from "../digest.ts";
import { templatesFolder } from "../templates-folder.ts";

const ownFile = fileURLToPath(import.meta.url);

/** Files whose text decides what comes out, sorted; without tests and declarations. */
function filesIn(folder: string, pattern: RegExp): string[] {
  // With types: without them Node.js asks the file system about each entry once more.
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(({ name }) => pattern.test(name) && !/\.(?:test|fixture|d)\.ts$/u.test(name))
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
}

/** The modules of this program; only this file where a bundler has put all of them into one. */
function modules(): string[] {
  if (!/^program-fingerprint\.[jt]s$/u.test(basename(ownFile))) return [ownFile];
  return filesIn(dirname(dirname(ownFile)), /\.[jt]s$/u);
}

let knownModules: string | null = null;

/** Of the modules as they were first looked at: what runs does not change when their files do. */
function modulesDigest(): string {
  knownModules ??= digest(...modules().map((path) => readFileSync(path)));
  return knownModules;
}

/**
 * Digest of the program and its templates, and of the version of Node: Unicode properties of regular expressions depend
 * on it. The versions of dependencies are pinned by the package, whose modules name none.
 */
export function programFingerprint(): string {
  const templates = filesIn(templatesFolder(), /\.(?:ts|hbs)$/u);
  return digest(process.versions.node, modulesDigest(), ...templates.map((path) => readFileSync(path)));
}
