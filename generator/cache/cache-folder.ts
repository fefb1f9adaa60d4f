/**
 * Where cache files lie. Nothing in it is needed: a file that is missing, damaged or of another version is as if it
 * were absent, and a folder that cannot be written to only costs time.
 */
import { randomUUID } from "node:crypto";
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { digest } from "../digest.ts";

/** Files that no run has used for so long are removed. */
export const maxAgeInDays = 30;

const day = 24 * 60 * 60 * 1000;
const digestLength = digest("").length;

/** Names are made of what a file is for; a folder may be shared by several docs folders and outputs. */
export function cacheFileName(kind: string, ...purpose: readonly string[]): string {
  return `${kind}-${digest(...purpose).slice(0, 16)}.bin`;
}

const ownName = /^[a-z]+-[\w-]{16}\.bin$/u;

/** Files by name: in a folder, or in memory. */
export interface CacheFiles {
  /** What was written under the name, whole and unchanged; `null` otherwise. */
  read(name: string): Uint8Array | null;
  /** Replaces a file as a whole. Says nothing where that fails: the next run does without. */
  write(name: string, content: Uint8Array): void;
}

export class CacheFolder implements CacheFiles {
  readonly #path: string;
  readonly #isReadOnly: boolean;

  /** @param isReadOnly nothing is written, for runs that only look */
  constructor(path: string, isReadOnly = false) {
    this.#path = path;
    this.#isReadOnly = isReadOnly;
  }

  read(name: string): Uint8Array | null {
    try {
      const bytes = readFileSync(join(this.#path, name));
      const content = bytes.subarray(digestLength);
      if (bytes.toString("latin1", 0, digestLength) !== digest(content)) return null;
      this.#touch(name);
      return content;
    } catch {
      return null;
    }
  }

  write(name: string, content: Uint8Array): void {
    if (this.#isReadOnly) return;
    try {
      mkdirSync(this.#path, { recursive: true });
      // A link in place of the folder would have us write somewhere else.
      if (lstatSync(this.#path).isDirectory()) this.#replace(name, content);
      this.#removeUnused();
    } catch {
      // A disk that is full, a folder that is read-only.
    }
  }

  #replace(name: string, content: Uint8Array): void {
    const beside = join(this.#path, `.${name}-${randomUUID()}`);
    try {
      writeFileSync(beside, Buffer.concat([Buffer.from(digest(content), "latin1"), content]), { flag: "wx" });
      renameSync(beside, join(this.#path, name));
    } catch (error) {
      rmSync(beside, { force: true });
      throw error;
    }
  }

  #touch(name: string): void {
    if (this.#isReadOnly) return;
    try {
      const now = new Date();
      utimesSync(join(this.#path, name), now, now);
    } catch {
      // A folder that is shared read-only.
    }
  }

  #removeUnused(): void {
    const oldest = Date.now() - maxAgeInDays * day;
    for (const name of readdirSync(this.#path)) {
      if (!ownName.test(name)) continue;
      const path = join(this.#path, name);
      if (lstatSync(path).mtimeMs < oldest) rmSync(path, { force: true });
    }
  }
}
