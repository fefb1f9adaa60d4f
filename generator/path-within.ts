/** What lies in a folder, by its path alone. */
import { isAbsolute, relative, sep } from "node:path";

/** The path of a file within a folder, with forward slashes; `null` where it lies outside, or is the folder itself. Both are absolute. */
export function pathWithin(folder: string, path: string): string | null {
  const way = relative(folder, path);
  if (way === "" || way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way)) return null;
  return way.split(sep).join("/");
}

/** Whether a path is that of a folder, or of something in it. Both are absolute. */
export function isWithin(folder: string, path: string): boolean {
  return relative(folder, path) === "" || pathWithin(folder, path) !== null;
}
