/** What makes a path that the user has of the path of a page. */
import { isAbsolute, relative, sep } from "node:path";

/** `docs/api/` for a folder below `cwd`; empty for `cwd` itself, and for a folder elsewhere. */
export function folderPrefix(cwd: string, folder: string): string {
  const near = relative(cwd, folder);
  if (near === "" || near.startsWith("..") || isAbsolute(near)) return "";
  return `${near.split(sep).join("/")}/`;
}
