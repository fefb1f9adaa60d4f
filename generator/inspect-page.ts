/** Reads one page by itself, for a look at what is understood of it. */
import { existsSync, realpathSync } from "node:fs";
import { basename, dirname, join, posix, resolve } from "node:path";
import { chooseParser } from "./choose-parser.ts";
import { nearestWord } from "./config/nearest-word.ts";
import type { Settings } from "./config/settings.ts";
import { withSeverities } from "./config/severities.ts";
import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import type { Page } from "./docs/page.ts";
import { createPageReader } from "./docs/read-page.ts";
import { createVocabulary } from "./docs/synonyms.ts";
import { pathWithin } from "./path-within.ts";
import { RunError } from "./run-error.ts";
import { docsRoot, fileDiagnostic } from "./source/docs-set.ts";
import { listPages } from "./source/list-pages.ts";
import { createPageLookup } from "./source/page-lookup.ts";
import { readTextFile } from "./source/read-text.ts";

export interface PageInspection {
  /** Relative to the docs folder. */
  readonly path: string;
  /** `null` where the page could not be read at all; a diagnostic says why. */
  readonly page: Page | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** The page of that name in another folder, or the one whose path is the nearest. */
function nearestPage(root: string, name: string): string | null {
  const { pages } = listPages(root);
  const wanted = basename(name).toLowerCase();
  return pages.find((page) => posix.basename(page).toLowerCase() === wanted) ?? nearestWord(name, pages);
}

/** Where a page lies: in the docs folder of the settings, or else in its own folder. */
function locate(settings: Settings, name: string, cwd: string, isDocsNamed: boolean): { root: string; path: string } {
  const { docs } = settings;
  const root = isDocsNamed || existsSync(docs.path) ? docsRoot(docs.path, docs.shown) : null;
  const path = [resolve(cwd, name), ...(root === null ? [] : [join(root, name)])].find((candidate) =>
    existsSync(candidate),
  );
  if (path === undefined) {
    const near = root === null ? null : nearestPage(root, name);
    throw new RunError("unreadable", `there is no page "${name}"${near === null ? "" : `, did you mean "${near}"?`}`);
  }
  // The folder is resolved, the page itself is not: a link in its place is to be refused, not followed.
  const real = join(realpathSync(dirname(path)), basename(path));
  const within = root === null ? null : pathWithin(root, real);
  if (root !== null && within !== null) return { root, path: within };
  if (isDocsNamed) throw new RunError("usage", `the page "${name}" is not in the docs folder "${docs.shown}"`);
  return { root: dirname(real), path: basename(real) };
}

/**
 * Reads one page and what it includes. Throws a {@link RunError} where there is no such page, or it is not text.
 *
 * @param isDocsNamed the user named the docs folder: then the page has to be in it
 */
export function inspectPage(settings: Settings, name: string, cwd: string, isDocsNamed: boolean): PageInspection {
  const { root, path } = locate(settings, name, cwd, isDocsNamed);
  const file = readTextFile(join(root, path), settings.limits.pageBytes);
  if (file.kind !== "text") {
    const { message, place } = fileDiagnostic(path, file, settings.limits.pageBytes);
    throw new RunError("unreadable", `${name}:${place?.line ?? 1}: ${message.replace(/: the page is left out$/u, "")}`);
  }
  const read = createPageReader({
    parser: chooseParser(settings.parser),
    vocabulary: createVocabulary(settings.synonyms),
    lookup: createPageLookup(root, settings.limits.pageBytes),
    limits: settings.limits,
  });
  const { page, diagnostics } = read(path, file.text);
  return { path, page, diagnostics: withSeverities(diagnostics, settings.severities) };
}
