/** Files that a user names on the command line, as text. */
import { resolve } from "node:path";
import { RunError } from "./run-error.ts";
import { readTextFile } from "./source/read-text.ts";

/**
 * Reads a file; a {@link RunError} says in one line why that is not possible.
 *
 * @param name as the user wrote it, relative to `cwd`
 * @param maxBytes more is refused; the limit of pages if left out
 */
export function readNamedFile(cwd: string, name: string, maxBytes?: number): string {
  const file = readTextFile(resolve(cwd, name), maxBytes);
  if (file.kind === "text") return file.text;
  const reason =
    file.kind === "unreadable" ? file.reason : file.kind === "notUtf8" ? "it is not UTF-8" : "it is too large";
  throw new RunError("unreadable", `cannot read "${name}": ${reason}`);
}
