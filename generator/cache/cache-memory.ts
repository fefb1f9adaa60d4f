/** Cache files of a process that runs many times: for where no folder is to hold them. */
import type { CacheFiles } from "./cache-folder.ts";

export class CacheMemory implements CacheFiles {
  readonly #files = new Map<string, Uint8Array>();

  read(name: string): Uint8Array | null {
    return this.#files.get(name) ?? null;
  }

  write(name: string, parts: Iterable<Uint8Array>): void {
    this.#files.set(name, Buffer.concat([...parts]));
  }
}
