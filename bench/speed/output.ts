/** What a generator has written. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

export interface OutputSize {
  readonly files: number;
  readonly bytes: number;
}

/** Paths of all files below a folder, in a fixed order. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile())
    .sort();
}

export function outputSize(folder: string): OutputSize {
  const files = filesBelow(folder);
  return { files: files.length, bytes: files.reduce((sum, path) => sum + statSync(path).size, 0) };
}

/** The same for two folders with the same files. */
export function outputDigest(folder: string): string {
  const hash = createHash("sha256");
  for (const path of filesBelow(folder)) {
    const content = readFileSync(path);
    hash.update(`${path.slice(folder.length)}\n${content.length}\n`).update(content);
  }
  return hash.digest("hex");
}

export function isSaidIn(folder: string, text: string): boolean {
  return filesBelow(folder).some((path) => readFileSync(path).includes(text));
}
