/**
 * Where cache files lie. Nothing in it is needed: a file that is missing, damaged or of another version is as if it
 * were absent, and a folder that cannot be written to only costs time.
 */
import { createHash, type Hash, randomUUID } from "node:crypto";
import {
  closeSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { digest } from "../digest.ts";
import { makeFolder } from "../output/make-folder.ts";

/** Files that no run has used for so long are removed. */
export const maxAgeInDays = 30;

const day = 24 * 60 * 60 * 1000;

const encoding = "base64url";
const contentDigest = (): Hash => createHash("sha256");
const digestLength = contentDigest().digest(encoding).length;

/** Names are made of what a file is for; a folder may be shared by several docs folders and outputs. */
export function cacheFileName(kind: string, ...purpose: readonly string[]): string {
  return `${kind}-${digest(...purpose).slice(0, 16)}.bin`;
}

const ownName = /^[a-z]+-[\w-]{16}\.bin$/u;
/** What a run that was killed has not moved into place. */
const besideName = /^\.[a-z]+-[\w-]{16}\.bin-[\da-f-]{36}$/u;

/** Files by name: in a folder, or in memory. */
export interface CacheFiles {
  /** What was written under the name, whole and unchanged; `null` otherwise. */
  read(name: string): Uint8Array | null;
  /**
   * Replaces a file as a whole. Says nothing where that fails: the next run does without.
   *
   * @param parts of the content, written one after the other: put together before, they would be in memory twice
   */
  write(name: string, parts: Iterable<Uint8Array>): void;
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
      const end = bytes.length - digestLength;
      const content = bytes.subarray(0, Math.max(end, 0));
      if (bytes.toString("latin1", Math.max(end, 0)) !== contentDigest().update(content).digest(encoding)) return null;
      this.#touch(name);
      return content;
    } catch {
      return null;
    }
  }

  write(name: string, parts: Iterable<Uint8Array>): void {
    if (this.#isReadOnly) return;
    try {
      makeFolder(this.#path);
      // A link in place of the folder would have us write somewhere else.
      if (lstatSync(this.#path).isDirectory()) this.#replace(name, parts);
      this.#removeUnused();
    } catch {
      // A disk that is full, a folder that is read-only.
    }
  }

  #replace(name: string, parts: Iterable<Uint8Array>): void {
    const beside = join(this.#path, `.${name}-${randomUUID()}`);
    try {
      writeParts(beside, parts);
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
    for (const name of readdirSync(this.#path)) {
      const maxAge = ownName.test(name) ? maxAgeInDays * day : besideName.test(name) ? day : null;
      const path = join(this.#path, name);
      if (maxAge !== null && lstatSync(path).mtimeMs < Date.now() - maxAge) rmSync(path, { force: true });
    }
  }
}

/** Writes the parts, and behind them what they can be checked by. */
function writeParts(path: string, parts: Iterable<Uint8Array>): void {
  const file = openSync(path, "wx");
  try {
    const hash = contentDigest();
    for (const part of parts) {
      hash.update(part);
      writeFileSync(file, part);
    }
    writeFileSync(file, hash.digest(encoding));
  } finally {
    closeSync(file);
  }
}
