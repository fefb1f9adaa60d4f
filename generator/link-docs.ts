/** A run up to the point where something is written: pages are read, linked and emitted, all in memory. */
import { TextDigests } from "./cache/text-digests.ts";
import { checkNames } from "./check-names.ts";
import type { Settings } from "./config/settings.ts";
import { withSeverities } from "./config/severities.ts";
import { byPlace } from "./diagnostics/by-place.ts";
import type { DiagnosticCode } from "./diagnostics/codes.ts";
import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import type { Page } from "./docs/page.ts";
import { createVocabulary } from "./docs/synonyms.ts";
import type { ApiModel } from "./model/api-model.ts";
import { buildModel } from "./model/build-model.ts";
import { narrowModel } from "./narrow-model.ts";
import { openCache } from "./open-cache.ts";
import { openDocsWithCache } from "./open-docs.ts";
import type { ProgressListener } from "./progress.ts";
import { type ReadDocs, readOpened } from "./read-opened.ts";
import { type ReadPages, readDocsSet } from "./read-pages.ts";
import { RunError } from "./run-error.ts";
import type { DocsSet } from "./source/docs-set.ts";
import { type PageSelection, selectPages } from "./source/page-filter.ts";

export interface LinkedDocs {
  readonly root: string;
  /** The pages that the run is about: all, or those that `only` names. */
  readonly pages: readonly Page[];
  /** How many further files are part of pages that include them. */
  readonly includedFiles: number;
  readonly model: ApiModel;
  /** Of these pages, with the severities of the config, sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
  /** Whether the run is about a page. */
  readonly isSelected: (page: string) => boolean;
}

/** What to do about a page that cannot be read as text: end the run, or go on with a finding. */
export type UnreadablePages = "refuse" | "report";

export interface LinkOptions {
  /** The docs folder, where it has been read already. */
  readonly docs?: ReadDocs;
  /** Default: `refuse`. */
  readonly unreadable?: UnreadablePages;
}

// Part of the input is missing where one of these is an error: the output would lose functions without a word.
const unreadableCodes: ReadonlySet<DiagnosticCode> = new Set(["file-unreadable", "file-not-utf8", "file-too-large"]);

function refuseUnreadable(diagnostics: readonly Diagnostic[]): void {
  const unreadable = diagnostics.filter(({ code, severity }) => severity === "error" && unreadableCodes.has(code));
  const first = unreadable[0];
  if (first === undefined) return;
  const more = unreadable.length > 1 ? ` (and ${unreadable.length - 1} more)` : "";
  const reason = first.message.replace(/: the page is left out$/u, "");
  throw new RunError(
    "unreadable",
    `${first.place?.page}:${first.place?.line}: ${reason}${more}: nothing was written; mend the file, or set ` +
      `diagnostics: { "${first.code}": "warning" } in the config to go on without it`,
  );
}

function selectOrRefuse(only: readonly string[], read: ReadPages, shown: string): PageSelection {
  const selection = selectPages(only, read.paths);
  const unmatched = selection.unmatched[0];
  if (unmatched !== undefined)
    throw new RunError(
      "usage",
      `--only "${unmatched}" matches no page of "${shown}": give a glob or the beginning of a path`,
    );
  return selection;
}

/**
 * Reads and links the docs folder. Throws a {@link RunError} where the folder or one of its files cannot be read, or
 * where a pattern of `only` matches nothing, or a key of `names` is no part of the model.
 */
export function linkDocs(
  settings: Settings,
  onProgress: ProgressListener = () => {},
  { docs = readOpened(openDocsWithCache(settings), settings, onProgress), unreadable = "refuse" }: LinkOptions = {},
): LinkedDocs {
  const linked = linkRead(docs, settings, onProgress, unreadable);
  checkNames(settings.names, linked.whole);
  return linked;
}

/** With the model of all pages, whatever `only` says. */
interface LinkedSet extends LinkedDocs {
  readonly whole: ApiModel;
}

/** The same for pages that are in memory, and without looking at the keys of `names`: other versions have other types. */
export function linkDocsSet(set: DocsSet, settings: Settings, onProgress: ProgressListener): LinkedSet {
  const opened = { set, cache: openCache(settings), digests: new TextDigests(set.texts) };
  return linkRead(readOpened(opened, settings, onProgress), settings, onProgress, "refuse");
}

function linkRead(
  { set, store, readings }: ReadDocs,
  settings: Settings,
  onProgress: ProgressListener,
  unreadable: UnreadablePages,
): LinkedSet {
  const { docs, only, severities, baseUrl, defaultNamespace } = settings;
  const read = readDocsSet(set, { store }, readings);
  const selection = selectOrRefuse(only, read, docs.shown);
  if (unreadable === "refuse")
    refuseUnreadable(
      withSeverities(
        read.findings.map(({ diagnostic }) => diagnostic),
        severities,
      ),
    );
  onProgress("link", 0, 0);
  // All pages are linked, also those that are not asked for: names and types have to be what they are in the whole.
  const linked = buildModel(read.pages, {
    names: settings.names,
    vocabulary: createVocabulary(settings.synonyms),
    ...(baseUrl === null ? {} : { baseUrl }),
    ...(defaultNamespace === null ? {} : { defaultNamespace }),
  });
  const found = read.findings.filter(({ page }) => selection.matches(page)).map(({ diagnostic }) => diagnostic);
  const fromLinking = linked.diagnostics.filter(({ place }) => place === null || selection.matches(place.page));
  return {
    root: read.root,
    pages: read.pages.filter(({ path }) => selection.matches(path)),
    includedFiles: read.fragments.filter(selection.matches).length,
    whole: linked.model,
    model: only.length === 0 ? linked.model : narrowModel(linked.model, selection.matches),
    diagnostics: [...withSeverities([...found, ...fromLinking], severities)].sort(byPlace),
    isSelected: selection.matches,
  };
}
