/** Paths of pages, as they are known by: relative to the docs folder, with forward slashes. */
import { isAbsolute, relative, sep } from "node:path";

/** The path of a file within a folder; `null` where it lies outside, or is the folder itself. Both are absolute. */
export function pathWithin(folder: string, path: string): string | null {
  const way = relative(folder, path);
  if (way === "" || way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way)) return null;
  return way.split(sep).join("/");
}
