/** One page: markdown text in, typed `Page` and diagnostics out. */
import type { Root } from "mdast";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { looksLikeApiPage, readApiPage } from "./api-page.ts";
import { collectDefinitions, flattenBlocks } from "./blocks.ts";
import { enumTitleForm, readEnumPage, readEnumSections } from "./enum-section.ts";
import { type FrontMatter, readFrontMatter } from "./front-matter.ts";
import { expandIncludes } from "./includes.ts";
import type { EnumDeclaration, Page } from "./page.ts";
import { type PageOpening, readOpening } from "./page-opening.ts";
import type { MarkdownParser } from "./parser.ts";
import { type FileLookup, ReadContext } from "./read-context.ts";
import { findResourceBlock, hasPropertyTable, hasRepresentation, readResource } from "./resource-page.ts";
import { type Section, splitSections } from "./sections.ts";
import type { Vocabulary } from "./synonyms.ts";

export interface PageReading {
  /** `null` where the page could not be read at all; a diagnostic says why. */
  readonly page: Page | null;
  readonly diagnostics: readonly Diagnostic[];
}

export interface PageReaderOptions {
  readonly parser: MarkdownParser;
  readonly vocabulary: Vocabulary;
  /** Text of other files of the docs folder, for includes. */
  readonly lookup: FileLookup;
}

const kindByDocType: ReadonlyMap<string, Page["kind"]> = new Map([
  ["apipagetype", "api"],
  ["resourcepagetype", "resource"],
  ["enumpagetype", "enum"],
  ["conceptualpagetype", "prose"],
]);

/**
 * What a page is, by its content: folders and `doc_type` differ from it on real pages (`apiPageType` on resources, and
 * the reverse), and unknown sets have folders of their own.
 */
function pageKind(
  sections: readonly Section[],
  title: string,
  frontMatter: FrontMatter,
  context: ReadContext,
): Page["kind"] {
  if (looksLikeApiPage(sections)) return "api";
  const declared = kindByDocType.get(frontMatter.docType?.toLowerCase() ?? "") ?? null;
  if (findResourceBlock(sections, context)) return "resource";
  if (declared === "enum" || enumTitleForm.test(title)) return "enum";
  if (hasPropertyTable(sections, context)) return "resource";
  // Marker types have a title and a JSON representation, and no table at all.
  if (declared === "resource" && hasRepresentation(sections)) return "resource";
  return "prose";
}

function enumsOf(
  kind: Page["kind"],
  opening: PageOpening,
  sections: readonly Section[],
  context: ReadContext,
): EnumDeclaration[] {
  const inSections = readEnumSections(sections, context);
  const title = enumTitleForm.exec(opening.title.value)?.[1];
  if (kind !== "enum" || (!title && inSections.length > 0)) return inSections;
  // A title such as "Members" names nothing; the file does.
  const stem = (context.path.split("/").pop() ?? "").replace(/\.md$/i, "").split("-").pop() ?? "";
  const name =
    title ?? (/^[A-Za-z]\w*$/.test(opening.title.value) && inSections.length === 0 ? opening.title.value : stem);
  const whole = readEnumPage({ value: name, place: opening.title.place }, opening.description, sections, context);
  return whole ? [whole, ...inSections] : inSections;
}

function readTree(root: Root, text: string, context: ReadContext): Page {
  const frontMatter = readFrontMatter(root, context);
  const flat = flattenBlocks(root, context.path, text, collectDefinitions(root));
  const blocks = expandIncludes(flat, [context.path], context);
  const sections = splitSections(blocks, context.vocabulary, context.path);
  const opening = readOpening(sections, frontMatter, context);
  const kind = pageKind(sections, opening.title.value, frontMatter, context);
  const declared = kindByDocType.get(frontMatter.docType?.toLowerCase() ?? "");
  if (declared && declared !== kind && kind !== "prose")
    context.report("page-kind-mismatch", opening.title.place, {
      docType: frontMatter.docType ?? "",
      kind: `${kind} page`,
    });
  const enums = enumsOf(kind, opening, sections, context);
  const base = { path: context.path, ...opening, enums };
  switch (kind) {
    case "api":
      return readApiPage(sections, base, context);
    case "resource":
      return { ...base, kind, ...readResource(sections, opening, context) };
    default:
      if (enums.length > 0) return { ...base, kind: "enum" };
      context.report("page-no-reference", opening.title.place, {});
      return { ...base, kind: "prose" };
  }
}

/** Makes a reader for the pages of one docs folder. Reading never throws, whatever a page contains. */
export function createPageReader(options: PageReaderOptions): (path: string, text: string) => PageReading {
  return (path, text) => {
    const context = new ReadContext(path, options.parser, options.vocabulary, options.lookup);
    try {
      const page = readTree(options.parser(text), text, context);
      return { page, diagnostics: distinct(context.diagnostics) };
    } catch (cause) {
      // The parser overflows its stack on some hostile texts; one page must not stop the run.
      const reason = cause instanceof Error ? cause.message : String(cause);
      context.report("page-failed", { page: path, line: 1, column: 1, endLine: 1, endColumn: 1 }, { reason });
      return { page: null, diagnostics: context.diagnostics };
    }
  };
}

/** Two readers may look at one table; what they find is said once. */
function distinct(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter(({ code, message, place }) => {
    const key = `${code}\0${place?.page}\0${place?.line}\0${place?.column}\0${message}`;
    return seen.has(key) ? false : seen.add(key);
  });
}
