/** The pages of a docs folder as a run goes on with them: what the cache does not have has been read. */
import type { PageStore } from "./cache/page-store.ts";
import type { Settings } from "./config/settings.ts";
import { openPageStore } from "./open-cache.ts";
import type { OpenedDocs } from "./open-docs.ts";
import type { ProgressListener } from "./progress.ts";
import { type Readings, readUnknown } from "./read-pages.ts";

export interface ReadDocs extends OpenedDocs {
  /** Has all the others. */
  readonly store: PageStore | null;
  /** What the store did not have before. */
  readonly readings: Readings;
  /** Of what all pages are read as; `null` where one of them is not kept. */
  readonly readingsDigest: string | null;
}

/** Reads what is not in the cache, and keeps it there. */
export function readOpened(opened: OpenedDocs, settings: Settings, onProgress: ProgressListener): ReadDocs {
  const { set, cache, digests } = opened;
  const { parser, synonyms, limits } = settings;
  const store = cache === null ? null : openPageStore(cache, settings, set.root, digests);
  const readings = readUnknown(set, { parser, synonyms, limits, onProgress, store });
  store?.save();
  return { ...opened, store, readings, readingsDigest: store?.digestOfReadings() ?? null };
}
