/** Finds the pages of a docs folder. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { systemReason } from "../system-reason.ts";

export interface PageListing {
  /** Paths of all pages, relative, with forward slashes, in code unit order. */
  readonly pages: readonly string[];
  /** How many other files lie there: tells an empty folder from one without pages. */
  readonly otherFiles: number;
  /** Folders that could not be listed, with the reason. */
  readonly unreadable: readonly { readonly path: string; readonly reason: string }[];
}

/** A checkout of a docs repository holds these beside its pages; no page is ever in them. */
export function isSkippedFolder(name: string): boolean {
  return name.startsWith(".") || name === "node_modules";
}

/** Whether a path within a docs folder is that of a page, by the same rules that a folder is listed by. */
export function isPagePath(path: string): boolean {
  const folders = path.split("/").slice(0, -1);
  return isPageName(path.slice(path.lastIndexOf("/") + 1)) && !folders.some(isSkippedFolder);
}

/** By the extension. Hidden files are none: editors lock a page with a link called `.#page.md`, macOS has `._page.md`. */
function isPageName(name: string): boolean {
  return !name.startsWith(".") && /\.md$/iu.test(name);
}

/**
 * Lists a docs folder, all levels. Symbolic links to folders are not followed: they may lead out of the folder, or
 * round in circles. Links to pages are listed, so that reading them says why they are left out.
 *
 * Throws a system error where `root` itself cannot be listed.
 */
export function listPages(root: string): PageListing {
  const pages: string[] = [];
  const unreadable: { path: string; reason: string }[] = [];
  let otherFiles = 0;
  const waiting = [""];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    let entries: ReturnType<typeof listFolder>;
    try {
      entries = listFolder(join(root, folder));
    } catch (error) {
      if (folder === "") throw error;
      unreadable.push({ path: folder, reason: systemReason(error) });
      continue;
    }
    for (const entry of entries) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!isSkippedFolder(entry.name)) waiting.push(path);
      } else if (isPageName(entry.name)) pages.push(path);
      else otherFiles += 1;
    }
  }
  // The default order of sort() is by code unit: the same on every file system and in every locale.
  return { pages: pages.sort(), otherFiles, unreadable };
}

function listFolder(path: string) {
  return readdirSync(path, { withFileTypes: true });
}
