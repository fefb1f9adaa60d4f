/** From a docs folder to its pages: finding, decoding and reading, page by page. */
import { chooseParser } from "./choose-parser.ts";
import type { ParserChoice } from "./config/config.ts";
import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import { defaultLimits, type Limits } from "./docs/limits.ts";
import type { Page } from "./docs/page.ts";
import { createPageReader } from "./docs/read-page.ts";
import { createVocabulary, type VocabularyAdditions } from "./docs/synonyms.ts";
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

/** The same for pages that are in memory already. */
export function readDocsSet(docs: DocsSet, options: Omit<ReadOptions, "docs" | "shown">): ReadPages {
  const included = new Set<string>();
  const read = createPageReader({
    parser: chooseParser(options.parser ?? "auto"),
    vocabulary: createVocabulary(options.synonyms),
    lookup: (path) => {
      included.add(path);
      return docs.texts.get(path);
    },
    limits: { ...defaultLimits, ...options.limits },
  });
  const pages: Page[] = [];
  const findings = docs.diagnostics.map((diagnostic) => ({ page: diagnostic.place?.page ?? "", diagnostic }));
  const paths = new Set([...docs.texts.keys(), ...findings.map(({ page }) => page)]);
  let done = 0;
  for (const [path, text] of docs.texts) {
    const { page, diagnostics } = read(path, text);
    if (page !== null) pages.push(page);
    for (const diagnostic of diagnostics) findings.push({ page: path, diagnostic });
    done += 1;
    options.onProgress?.("read", done, docs.texts.size);
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
