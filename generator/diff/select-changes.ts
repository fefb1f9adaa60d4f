/** Which changes a reader wants to see. */
import picomatch from "picomatch";
import { type Area, type Change, type Level, levels } from "./change.ts";

export interface Selection {
  /** Empty: all but `docs`. */
  readonly areas: readonly Area[];
  /** Globs or beginnings of request paths: `/users`, `/teams/**`. */
  readonly paths: readonly string[];
  /** Names of types and enums, with or without namespace. */
  readonly types: readonly string[];
  /** The least grave level to see. */
  readonly level: Level;
  /** Wording, and what the pages merely stopped to mention. */
  readonly docs: boolean;
}

export const everything: Selection = { areas: [], paths: [], types: [], level: "info", docs: true };

/** At least as grave. */
export function isAtLeast(level: Level, least: Level): boolean {
  return levels.indexOf(level) <= levels.indexOf(least);
}

/** The request path of a change of an operation, or of a part of one. */
function requestPath({ path }: Change): string | null {
  return /^[A-Z]+ (\/[^?#]*)/u.exec(path)?.[1] ?? null;
}

function pathTest(patterns: readonly string[]): (path: string) => boolean {
  const globs = patterns.map((pattern) => picomatch(pattern, { nocase: true, nobrace: true, noextglob: true }));
  const starts = patterns.map((pattern) => pattern.toLowerCase());
  return (path) =>
    globs.some((matches) => matches(path)) || starts.some((start) => path.toLowerCase().startsWith(start));
}

function typeTest(names: readonly string[]): (change: Change) => boolean {
  const wanted = new Set(names.map((name) => name.toLowerCase()));
  return (change) => {
    if (requestPath(change) !== null) return false;
    const id = (change.path.split("/")[0] ?? "").toLowerCase();
    return wanted.has(id) || wanted.has(id.slice(id.lastIndexOf(".") + 1));
  };
}

/** Paths and types together are either of them: a reader who names both wants to see both. */
export function selectChanges(changes: readonly Change[], selection: Selection): Change[] {
  const { areas, paths, types, level, docs } = selection;
  const isPath = pathTest(paths);
  const isType = typeTest(types);
  const isAsked = (change: Change): boolean => {
    if (paths.length + types.length === 0) return true;
    const path = requestPath(change);
    return (path !== null && isPath(path)) || isType(change);
  };
  const isInArea = ({ area }: Change): boolean => (areas.length > 0 ? areas.includes(area) : docs || area !== "docs");
  return changes.filter((change) => isInArea(change) && isAtLeast(change.level, level) && isAsked(change));
}
