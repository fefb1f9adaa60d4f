/** Finds the cache of a run. */
import { statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { type CacheFiles, CacheFolder } from "./cache/cache-folder.ts";
import { PageStore } from "./cache/page-store.ts";
import { programFingerprint } from "./cache/program-fingerprint.ts";
import type { TextDigests } from "./cache/text-digests.ts";
import type { Settings } from "./config/settings.ts";
import { digest } from "./digest.ts";
import { isWithin } from "./path-within.ts";
import { RunError } from "./run-error.ts";

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Where packages keep such things: `node_modules/.cache`, of the nearest node_modules upwards. */
function nearestCache(folder: string): string | null {
  for (let at = folder; ; at = dirname(at)) {
    if (isFolder(join(at, "node_modules"))) return join(at, "node_modules", ".cache", "apipage");
    if (at === dirname(at)) return null;
  }
}

/** A folder that was named must not be one whose files are something else. */
function checkCachePlace(path: string, { docs, out }: Settings): void {
  for (const [name, folder] of Object.entries({ docs, output: out }))
    if (isWithin(folder.path, path))
      throw new RunError("usage", `the cache folder lies in the ${name} folder "${folder.shown}": name another one`);
}

function cachePath(settings: Settings): string | null {
  const { cacheDir, out } = settings;
  if (cacheDir === false) return null;
  if (cacheDir === null) return nearestCache(out.path);
  checkCachePlace(cacheDir, settings);
  return cacheDir;
}

/** What one run keeps for the next. */
export interface RunCache {
  readonly files: CacheFiles;
  /** What the cache names other paths by. */
  readonly path: string;
  /** Digest of the program. */
  readonly program: string;
}

export interface CacheOptions {
  /** Nothing is written, for runs that only look. Default: false. */
  readonly isReadOnly?: boolean;
  /** What takes the place of the folder where there is none. */
  readonly fallback?: CacheFiles | null;
}

/** The cache of a run; `null` where nothing is to be kept. A run that only looks reads it, and keeps nothing. */
export function openCache(
  settings: Settings,
  { isReadOnly = false, fallback = null }: CacheOptions = {},
): RunCache | null {
  const path = cachePath(settings);
  if (path !== null) return { files: new CacheFolder(path, isReadOnly), path, program: programFingerprint() };
  return fallback === null ? null : { files: fallback, path: settings.out.path, program: programFingerprint() };
}

/** A path as the cache names it: relative, so that it can be moved along with the checkout. */
export function cachedPath({ path }: RunCache, other: string): string {
  return relative(path, other);
}

/** The readings of the pages of a docs folder. */
export function openPageStore(cache: RunCache, settings: Settings, root: string, digests: TextDigests): PageStore {
  const maker = digest(cache.program, settings.parser, JSON.stringify([settings.synonyms, settings.limits]));
  return new PageStore(cache.files, cachedPath(cache, root), maker, digests);
}
