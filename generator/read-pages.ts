/** From a docs folder to its pages: finding, decoding and reading, page by page. */
import type { PageStore, StoredReading } from "./cache/page-store.ts";
import { chooseParser } from "./choose-parser.ts";
import type { ParserChoice } from "./config/config.ts";
import { type Diagnostic, diagnostic } from "./diagnostics/diagnostic.ts";
import { startOf } from "./diagnostics/place.ts";
import { defaultLimits, type Limits } from "./docs/limits.ts";
import type { Page } from "./docs/page.ts";
import { createPageReader, type PageReading } from "./docs/read-page.ts";
import { createVocabulary, type VocabularyAdditions } from "./docs/synonyms.ts";
import { runLimited } from "./docs/time-limit.ts";
import type { ProgressListener } from "./progress.ts";
import { type DocsSet, openDocs } from "./source/docs-set.ts";

export interface ReadOptions {
  /** Folder of the pages. */
  readonly docs: string;
  /** The folder as messages name it. */
  readonly shown?: string;
  readonly parser?: ParserChoice;
  readonly synonyms?: VocabularyAdditions;
  /** Those that are not named are the default ones. */
  readonly limits?: Partial<Limits>;
  readonly onProgress?: ProgressListener;
  /** Readings of before, and where those of this run are kept for the next; none by default. */
  readonly store?: PageStore | null;
}

export interface ReadPages {
  /** Real path of the docs folder. */
  readonly root: string;
  /** Paths of all pages found, readable or not. */
  readonly paths: readonly string[];
  readonly pages: readonly Page[];
  /** Paths of files that are no pages by themselves, only part of the pages that include them. */
  readonly fragments: readonly string[];
  /** In the order of the pages; with the page each was found on, which is not its place where that is an include. */
  readonly findings: readonly { readonly page: string; readonly diagnostic: Diagnostic }[];
}

/**
 * Reads every page of a folder. What is wrong with a page is a finding; a `RunError` is thrown where there is no
 * folder, or no page in it.
 */
export function readPages(options: ReadOptions): ReadPages {
  return readDocsSet(openDocs(options.docs, options.shown, options.limits?.pageBytes), options);
}

/**
 * The same for pages that are in memory already.
 *
 * @param readings those that the store did not have, where they have been read already
 */
export function readDocsSet(
  docs: DocsSet,
  options: SetOptions,
  readings: Readings = readUnknown(docs, options),
): ReadPages {
  const findings = docs.diagnostics.map((one) => ({ page: one.place?.page ?? "", diagnostic: one }));
  const paths = new Set([...docs.texts.keys(), ...findings.map(({ page }) => page)]);
  const included = new Set<string>();
  const pages: Page[] = [];
  for (const path of docs.texts.keys()) {
    const found = readings.get(path) ?? options.store?.find(path) ?? null;
    if (found === null) continue;
    const { reading, includes } = found;
    for (const file of includes) included.add(file);
    if (reading.page !== null) pages.push(reading.page);
    for (const one of reading.diagnostics) findings.push({ page: path, diagnostic: one });
  }
  // A file that pages include is part of them. By itself it has no title and no reference, and that is no finding.
  const isFragment = ({ kind, path }: Page): boolean => kind === "prose" && included.has(path);
  const fragments = new Set(pages.filter(isFragment).map(({ path }) => path));
  return {
    root: docs.root,
    paths: [...paths].sort(),
    pages: pages.filter((page) => !isFragment(page)),
    fragments: [...fragments],
    findings: findings.filter(({ page }) => !fragments.has(page)),
  };
}

/** Readings by path. */
export type Readings = ReadonlyMap<string, StoredReading>;

export type SetOptions = Omit<ReadOptions, "docs" | "shown">;

/** Reads what the store does not have, and gives that to it. */
export function readUnknown({ texts }: DocsSet, options: SetOptions): Readings {
  const { parser, synonyms, onProgress, store = null, limits } = options;
  const unknown = [...texts.keys()].filter((path) => store?.has(path) !== true);
  const readings = new Map<string, StoredReading>();
  if (unknown.length === 0) return readings;
  const known = texts.size - unknown.length;
  const keep = (path: string, reading: PageReading, includes: Iterable<string>): void => {
    readings.set(path, { reading, includes: [...includes] });
    onProgress?.("read", known + readings.size, texts.size);
  };
  const allLimits = { ...defaultLimits, ...limits };
  let looked = new Set<string>();
  const read = createPageReader({
    parser: chooseParser(parser ?? "auto"),
    vocabulary: createVocabulary(synonyms),
    limits: allLimits,
    lookup: (path) => {
      looked.add(path);
      return texts.get(path);
    },
  });
  runLimited(
    unknown,
    (path) => {
      looked = new Set();
      const reading = read(path, texts.get(path) ?? "");
      store?.add(path, reading, looked);
      keep(path, reading, looked);
    },
    (path) => keep(path, tooSlow(path, allLimits.pageSeconds), []),
    allLimits.pageSeconds,
  );
  return readings;
}

/** A page that takes too long is not kept in the store: another machine may be faster. */
function tooSlow(path: string, seconds: number): PageReading {
  return { page: null, diagnostics: [diagnostic("page-too-slow", startOf(path), { seconds })] };
}
