/** A docs folder as a run begins with it. */
import { TextDigests } from "./cache/text-digests.ts";
import type { Settings } from "./config/settings.ts";
import { type CacheOptions, openCache, type RunCache } from "./open-cache.ts";
import { type DocsSet, openDocs } from "./source/docs-set.ts";

export interface OpenedDocs {
  readonly set: DocsSet;
  readonly cache: RunCache | null;
  readonly digests: TextDigests;
}

/** Opens the docs folder, and the cache beside. Throws a {@link RunError} where the folder cannot be read. */
export function openDocsWithCache(settings: Settings, options: CacheOptions = {}): OpenedDocs {
  const set = openDocs(settings.docs.path, settings.docs.shown, settings.limits.pageBytes);
  return { set, cache: openCache(settings, options), digests: new TextDigests(set.texts) };
}
