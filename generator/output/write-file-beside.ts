/** Writes one file so that it is never there by halves. */
import { randomUUID } from "node:crypto";
import { lstatSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { RunError } from "../run-error.ts";
import { systemReason } from "../system-reason.ts";
import { makeFolder } from "./make-folder.ts";

/**
 * Replaces the file `name` (relative to `folder`) as a whole; folders above it are made. A symbolic link or a folder in its place is refused with
 * a {@link RunError}.
 */
export function writeFileBeside(folder: string, name: string, text: string): void {
  const path = resolve(folder, name);
  const beside = join(dirname(path), `.${basename(path)}-${randomUUID()}`);
  try {
    const status = lstatSync(path, { throwIfNoEntry: false });
    if (status !== undefined && !status.isFile())
      throw new RunError("usage", `cannot write "${name}": it is not a regular file`);
    makeFolder(dirname(path));
    moveIntoPlace(beside, path, text);
  } catch (error) {
    if (error instanceof RunError) throw error;
    throw new RunError("unreadable", `cannot write "${name}": ${systemReason(error)}`);
  }
}

function moveIntoPlace(beside: string, path: string, text: string): void {
  writeFileSync(beside, "", { flag: "wx" });
  try {
    writeFileSync(beside, text);
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
