/** What makes two documented requests the same one, whatever a page calls their parameters. */
import type { Operation, PathTemplate } from "../model/api-model.ts";

/** A path with every parameter as `{}`, in lower case: pages differ in the case of segments for one and the same path. */
export function pathKey({ parts, query }: PathTemplate): string {
  const path = parts.map((part) => (typeof part === "string" ? part.toLowerCase() : "{}")).join("");
  const carried = query.map(({ name, value }) => `${name}=${typeof value === "string" ? value : "{}"}`);
  return carried.length === 0 ? path : `${path}?${carried.join("&")}`;
}

export function requestKey({ method }: Operation, path: PathTemplate): string {
  return `${method} ${pathKey(path)}`;
}

export function requestKeys(operation: Operation): readonly string[] {
  return operation.paths.map((path) => requestKey(operation, path));
}

const renamedShare = 0.5;

/**
 * Share of the segments that two paths have in common, from both ends; 0 where it is too little for one path under another
 * name. A path whose last segment differs leads to another thing, unless nothing else does.
 */
export function sameSegments(old: PathTemplate, current: PathTemplate): number {
  const [was, is] = [pathKey(old).split("/").slice(1), pathKey(current).split("/").slice(1)];
  const shorter = Math.min(was.length, is.length);
  let before = 0;
  while (before < shorter && was[before] === is[before]) before += 1;
  let after = 0;
  while (after < shorter - before && was.at(-1 - after) === is.at(-1 - after)) after += 1;
  if (after === 0 && was.length !== is.length) return 0;
  const share = (before + after) / Math.max(was.length, is.length);
  return share >= renamedShare ? share : 0;
}
