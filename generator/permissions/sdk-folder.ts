/** The SDK that a consumer's code imports: found by its manifest, its table read without running anything of it. */
import { existsSync, realpathSync, statSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { type Manifest, manifestName, parseManifest } from "../output/manifest.ts";
import { RunError } from "../run-error.ts";
import { readTextFile } from "../source/read-text.ts";
import { systemCode, systemReason } from "../system-reason.ts";
import { readPermissionTable } from "./read-permission-table.ts";
import type { PermissionTable } from "./solver.ts";

/** Of an API with two thousand functions, the table takes half a megabyte. */
const maxBytes = 64 * 1024 * 1024;

export interface SdkFolder {
  /** Real path. */
  readonly root: string;
  /** `null` where there is none, in a compiled SDK for instance: then all of the folder is the SDK. */
  readonly manifest: Manifest | null;
}

/** The path of a file within an SDK, with forward slashes; `null` where it is not part of the SDK. */
export function pathWithin({ root, manifest }: SdkFolder, file: string): string | null {
  const path = relative(root, file).split(sep).join("/");
  if (path === "" || path === ".." || path.startsWith("../") || path === file.split(sep).join("/")) return null;
  return manifest === null || manifest.files.has(path) ? path : null;
}

/** Whether a file of an SDK may declare or pass on functions. The files of types are large, and hold none. */
export function mayExportFunctions(path: string): boolean {
  return !path.startsWith("models/") && !path.startsWith("runtime/");
}

/** Whether the functions of an SDK are declared there. */
export function declaresFunctions(path: string): boolean {
  return path.startsWith("operations/");
}

/** The folder that was named as the SDK; throws a {@link RunError} if it is none. */
export function openSdk(folder: string, shown: string): SdkFolder {
  let root: string;
  try {
    if (!statSync(folder).isDirectory()) throw new RunError("usage", `"${shown}" is not a folder: name one with --sdk`);
    root = realpathSync(folder);
  } catch (error) {
    if (error instanceof RunError) throw error;
    if (systemCode(error) === "ENOENT")
      throw new RunError("unreadable", `there is no folder "${shown}": name the folder of the SDK with --sdk`);
    throw new RunError("unreadable", `cannot read "${shown}": ${systemReason(error)}`);
  }
  return { root, manifest: readManifest(root) };
}

function readManifest(folder: string): Manifest | null {
  const file = readTextFile(join(folder, manifestName), maxBytes);
  return file.kind === "text" ? parseManifest(file.text) : null;
}

/** Finds the SDKs that files belong to. */
export class SdkFinder {
  readonly #folders = new Map<string, SdkFolder | null>();

  /** The nearest folder above the file with a manifest that names the file; `null` where there is none. */
  find(file: string): SdkFolder | null {
    for (let folder = dirname(file); ; folder = dirname(folder)) {
      const sdk = this.#lookAt(folder);
      if (sdk !== null && pathWithin(sdk, file) !== null) return sdk;
      if (dirname(folder) === folder) return null;
    }
  }

  #lookAt(folder: string): SdkFolder | null {
    const known = this.#folders.get(folder);
    if (known !== undefined) return known;
    const manifest = readManifest(folder);
    const sdk = manifest === null ? null : { root: folder, manifest };
    this.#folders.set(folder, sdk);
    return sdk;
  }
}

/**
 * Reads the permissions of an SDK.
 *
 * @param shown the folder as messages name it
 * @throws RunError if there is no table, or none that can be read.
 */
export function loadPermissionTable({ root }: SdkFolder, shown: string): PermissionTable {
  // The second one is there where an SDK was compiled.
  const name = ["permissions.ts", "permissions.js"].find((one) => existsSync(join(root, one)));
  if (name === undefined)
    throw new RunError(
      "unreadable",
      `"${shown}" holds no permissions.ts: name the folder of an SDK with --sdk, or generate it once more`,
    );
  const file = readTextFile(join(root, name), maxBytes);
  const table = file.kind === "text" ? readPermissionTable(file.text) : null;
  if (table === null)
    throw new RunError(
      "unreadable",
      `cannot read "${shown}/${name}": it is not as apipage writes it, generate it once more`,
    );
  return table;
}
