/** Where in the docs folder a file is that remark has read. */
import { realpathSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { pathWithin } from "../path-within.ts";
import { RunError } from "../run-error.ts";
import { isPagePath } from "../source/list-pages.ts";
import type { PageSettings } from "./page-settings.ts";

export interface PageLocation {
  /** Real path of the folder that includes are looked up in. */
  readonly root: string;
  /** Path of the page within it. */
  readonly path: string;
}

/** Text that comes from no file has no folder either. */
const unnamed = "page.md";

/** The folder may be one that is not there: an editor shows files before they are saved. */
function realFolder(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/**
 * The place of the page, or `null` where the file is none: it lies outside of the docs folder that the user has named.
 * Throws a {@link RunError} where that folder is not there, as nothing would ever be reported.
 *
 * @param file path of the file, if it has one, relative to `cwd`
 */
export function locatePage(
  file: string | undefined,
  cwd: string,
  { docs, isDocsNamed }: Pick<PageSettings, "docs" | "isDocsNamed">,
): PageLocation | null {
  const named = resolve(cwd, file ?? unnamed);
  // The folder is resolved, the page itself is not, as where a docs folder is listed.
  const page = join(realFolder(dirname(named)), basename(named));
  if (statSync(docs.path, { throwIfNoEntry: false })?.isDirectory() === true) {
    const root = realFolder(docs.path);
    const path = pathWithin(root, page);
    if (path !== null && isPagePath(path)) return { root, path };
  } else if (isDocsNamed)
    throw new RunError("usage", `there is no docs folder "${docs.shown}": name the folder of all pages as docs`);
  if (isDocsNamed) return null;
  const root = realFolder(cwd);
  const path = pathWithin(root, page);
  return path === null ? { root: dirname(page), path: basename(page) } : { root, path };
}
