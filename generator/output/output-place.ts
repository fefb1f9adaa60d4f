/** Whether a folder may be an output folder at all, before any work is done. */
import { lstatSync, realpathSync } from "node:fs";
import { dirname, join, parse } from "node:path";
import type { FolderSetting } from "../config/settings.ts";
import { isWithin } from "../path-within.ts";
import { RunError } from "../run-error.ts";
import { systemCode, systemReason } from "../system-reason.ts";

/** Real path of the deepest existing part, with the rest added: the folder itself need not exist yet. */
function realPlace(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    if (systemCode(error) !== "ENOENT")
      throw new RunError("unreadable", `cannot look at "${path}": ${systemReason(error)}`);
    const parent = dirname(path);
    return parent === path ? path : join(realPlace(parent), path.slice(parent.length).replace(/^[\\/]+/u, ""));
  }
}

function lookAt(path: string) {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    throw new RunError("unreadable", `cannot look at "${path}": ${systemReason(error)}`);
  }
}

/**
 * Throws a {@link RunError} where writing to `out` could harm anything: the root of a disk, the docs folder or a
 * folder around or inside it, a symbolic link, a file.
 *
 * @param docsRoot real path of the docs folder
 */
export function checkOutputPlace(out: FolderSetting, docsRoot: string): void {
  const refuse = (why: string): never => {
    throw new RunError("usage", `cannot write to "${out.shown}": ${why}; name another folder with --out`);
  };
  if (parse(out.path).root === out.path) refuse("it is the root of the file system");
  const status = lookAt(out.path);
  if (status?.isSymbolicLink()) refuse("it is a symbolic link");
  if (status !== undefined && !status.isDirectory()) refuse("it is not a folder");
  const place = realPlace(out.path);
  if (place === docsRoot) refuse("it is the docs folder");
  if (isWithin(docsRoot, place)) refuse("it lies inside the docs folder");
  if (isWithin(place, docsRoot)) refuse("the docs folder lies inside it");
}
