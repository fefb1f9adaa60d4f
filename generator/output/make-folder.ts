/** Makes a folder with those above it. */
import { mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { systemCode } from "../system-reason.ts";

/**
 * Node.js tries for ever where a file system has a folder and lets nobody make another in it, as `/proc`; this throws
 * the system's error.
 *
 * @returns the uppermost folder that was made; `undefined` where the folder was there
 */
export function makeFolder(path: string): string | undefined {
  try {
    mkdirSync(path);
    return path;
  } catch (error) {
    const code = systemCode(error);
    if (code === "EEXIST" && statSync(path).isDirectory()) return undefined;
    const parent = dirname(path);
    if (code !== "ENOENT" || parent === path) throw error;
    const first = makeFolder(parent);
    if (first === undefined) throw error;
    makeFolder(path);
    return first;
  }
}
