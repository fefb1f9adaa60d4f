/** The docs folder as the readers see it: all of its markdown, in memory, by path. */
import { realpathSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import type { SourcePlace } from "../diagnostics/place.ts";
import { defaultLimits } from "../docs/limits.ts";
import { RunError } from "../run-error.ts";
import { systemCode, systemReason } from "../system-reason.ts";
import { listPages } from "./list-pages.ts";
import { readTextFile, type TextFile } from "./read-text.ts";

export interface DocsSet {
  /** Real path of the folder. */
  readonly root: string;
  /** Text by path, relative to the folder, in code unit order. Serves the includes of pages as well. */
  readonly texts: ReadonlyMap<string, string>;
  /** One for each page that cannot be read as text. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The first place of a line of a page. */
export function lineOf(page: string, line: number): SourcePlace {
  return { page, line, column: 1, endLine: line, endColumn: 1 };
}

/** What is wrong with a file that is not text. */
export function fileDiagnostic(page: string, file: Exclude<TextFile, { kind: "text" }>, limit: number): Diagnostic {
  switch (file.kind) {
    case "notUtf8":
      return diagnostic("file-not-utf8", lineOf(page, file.line), {});
    case "tooLarge":
      return diagnostic("file-too-large", lineOf(page, 1), { size: file.size, limit });
    case "unreadable":
      return diagnostic("file-unreadable", lineOf(page, 1), { reason: file.reason });
  }
}

/** Real path of a docs folder; a {@link RunError} says what is wrong with it otherwise. `shown` names it to the user. */
export function docsRoot(folder: string, shown: string): string {
  let isFolder: boolean;
  try {
    isFolder = statSync(folder).isDirectory();
  } catch (error) {
    if (systemCode(error) === "ENOENT")
      throw new RunError("unreadable", `there is no docs folder "${shown}": name the folder with --docs`);
    throw new RunError("unreadable", `cannot read the docs folder "${shown}": ${systemReason(error)}`);
  }
  if (!isFolder)
    throw new RunError("unreadable", `"${shown}" is not a folder: name the folder of all pages with --docs`);
  return realpathSync(folder);
}

/**
 * Reads all pages of a folder. A page that is not readable text becomes a diagnostic; only a folder that is missing,
 * cannot be listed or holds no page at all ends in a {@link RunError}.
 *
 * @param shown the folder as the user wrote it, for messages
 * @param pageBytes limit on the size of a page
 */
export function openDocs(folder: string, shown: string = folder, pageBytes: number = defaultLimits.pageBytes): DocsSet {
  const root = docsRoot(folder, shown);
  let listing: ReturnType<typeof listPages>;
  try {
    listing = listPages(root);
  } catch (error) {
    throw new RunError("unreadable", `cannot read the docs folder "${shown}": ${systemReason(error)}`);
  }
  const { pages, otherFiles, unreadable } = listing;
  if (pages.length === 0) {
    const held = otherFiles === 0 ? "is empty" : `holds no .md page among its files (${otherFiles})`;
    throw new RunError("unreadable", `the docs folder "${shown}" ${held}: name the folder of the pages with --docs`);
  }
  const texts = new Map<string, string>();
  const diagnostics = unreadable.map(({ path, reason }) =>
    diagnostic("file-unreadable", lineOf(path, 1), { reason: `folder, ${reason}` }),
  );
  for (const path of pages) {
    const file = readTextFile(join(root, path), pageBytes);
    if (file.kind === "text") texts.set(path, file.text);
    else diagnostics.push(fileDiagnostic(path, file, pageBytes));
  }
  return { root, texts, diagnostics };
}
