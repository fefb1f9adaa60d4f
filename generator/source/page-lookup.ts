/** The files of a docs folder one by one, for a run that is about a single page. */
import { realpathSync } from "node:fs";
import { join } from "node:path";
import { defaultLimits } from "../docs/limits.ts";
import type { FileLookup } from "../docs/read-context.ts";
import { readTextFile } from "./read-text.ts";

/**
 * A lookup that reads files when they are asked for. Only paths that stay inside the folder are served, symbolic links
 * included.
 *
 * @param root real path of the docs folder
 * @param pageBytes limit on the size of a file
 */
export function createPageLookup(root: string, pageBytes: number = defaultLimits.pageBytes): FileLookup {
  return (path) => {
    const full = join(root, path);
    let real: string;
    try {
      real = realpathSync(full);
    } catch {
      return undefined;
    }
    // A link on the way, or `..` in the path, makes the two differ.
    if (real !== full || !/\.md$/iu.test(path) || path.split("/").includes("..")) return undefined;
    const file = readTextFile(full, pageBytes);
    return file.kind === "text" ? file.text : undefined;
  };
}
