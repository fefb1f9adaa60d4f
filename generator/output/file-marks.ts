/** Whether a file is the one that was seen before, without reading it. */
import { type BigIntStats, lstatSync } from "node:fs";
import { join } from "node:path";

/**
 * What the file system says of a file that changes with its content: size, and to the nanosecond when content and
 * attributes were changed last, which nobody can set back. `null` where there is no regular file.
 */
export function fileMark(folder: string, path: string): string | null {
  const status: BigIntStats | undefined = lstatSync(join(folder, path), { bigint: true, throwIfNoEntry: false });
  if (status === undefined || !status.isFile()) return null;
  return [status.ino, status.size, status.mtimeNs, status.ctimeNs].join(":");
}

/** What was seen of a file, and the hash of its content then. */
export interface SeenFile {
  readonly mark: string;
  readonly hash: string;
}
