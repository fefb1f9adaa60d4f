/** One page: markdown text in, typed `Page` and diagnostics out. */

import type { Root } from "mdast";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { startOf } from "../diagnostics/place.ts";
import { looksLikeApiPage, readApiPage } from "./api-page.ts";
import { collectDefinitions, flattenBlocks } from "./blocks.ts";
import { enumInTitle, readEnumPage, readEnumSections } from "./enum-section.ts";
import { type FrontMatter, readFrontMatter } from "./front-matter.ts";
import { reportHiddenCharacters } from "./hidden-characters.ts";
import { expandIncludes } from "./includes.ts";
import { defaultLimits, type Limits } from "./limits.ts";
import type { EnumDeclaration, Page } from "./page.ts";
import { type PageOpening, readOpening } from "./page-opening.ts";
import type { MarkdownParser } from "./parser.ts";
import { type FileLookup, ReadContext } from "./read-context.ts";
import { findResourceBlock, hasPropertyTable, hasRepresentation, readResource } from "./resource-page.ts";
import { headingKey, type Section, splitSections } from "./sections.ts";
import { checkStructure, PageTooComplex } from "./structure-limits.ts";
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
  /** Default: {@link defaultLimits}. */
  readonly limits?: Limits;
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
  if (declared === "enum" || enumInTitle(title) !== null) return "enum";
  if (hasPropertyTable(sections, context)) return "resource";
  // Marker types have a title and a JSON representation, and no table at all.
  if (declared === "resource" && hasRepresentation(sections)) return "resource";
  return "prose";
}

/** The name of the enum that a page of enum type is about, where its title does not say "x enum type". */
function enumNameFrom(title: string, { path, vocabulary }: ReadContext): string {
  const stem = (path.split("/").pop() ?? "").replace(/\.md$/i, "").split("-").pop() ?? "";
  // The file says which word of the title is the name, the title how it is written; "Members" names nothing.
  const words = title.split(/[^\w.]+/).filter((word) => word !== "");
  const same = words.find((word) => word.toLowerCase() === stem.toLowerCase());
  const [only, ...others] = words;
  const isName = only !== undefined && /^[A-Za-z]\w*$/.test(only) && !vocabulary.sections.has(headingKey(only));
  return same ?? (isName && others.length === 0 ? only : stem);
}

function enumsOf(
  kind: Page["kind"],
  opening: PageOpening,
  sections: readonly Section[],
  context: ReadContext,
): EnumDeclaration[] {
  const inSections = readEnumSections(sections, context);
  const title = enumInTitle(opening.title.value);
  if (kind !== "enum" || (title === null && inSections.length > 0)) return inSections;
  const name = title ?? enumNameFrom(opening.title.value, context);
  const whole = readEnumPage({ value: name, place: opening.title.place }, opening.description, sections, context);
  return whole ? [whole, ...inSections] : inSections;
}

function readTree(root: Root, text: string, context: ReadContext): Page {
  const frontMatter = readFrontMatter(root, context);
  const flat = flattenBlocks(root, context.path, text, collectDefinitions(root));
  const blocks = expandIncludes(flat, context);
  const sections = splitSections(blocks, context.vocabulary, context.path);
  const opening = readOpening(sections, frontMatter, context);
  const kind = pageKind(sections, opening.title.value, frontMatter, context);
  if (kind !== "prose" && !sections.some(({ depth, heading }) => depth === 1 && heading !== ""))
    context.report("title-missing", opening.title.place, {});
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
  const read = createTreeReader(options);
  return (path, text) => read(path, text, () => options.parser(text));
}

/**
 * The same for whoever has parsed a page already: `tree` gives what was made of `text`, and may throw. Plugins may have
 * changed the tree, whatever it is now; nothing here changes it. The parser of the options is left to what is included.
 */
export function createTreeReader(
  options: PageReaderOptions,
): (path: string, text: string, tree: () => Root) => PageReading {
  const { limits = defaultLimits } = options;
  return (path, text, tree) => {
    const context = new ReadContext(path, options.parser, options.vocabulary, options.lookup, limits);
    try {
      checkStructure(text, limits);
      reportHiddenCharacters(path, text, context);
      const page = readTree(tree(), text, context);
      return { page, diagnostics: distinct(context.diagnostics) };
    } catch (cause) {
      // The parser overflows its stack on some hostile texts; one page must not stop the run.
      const place = startOf(path);
      if (cause instanceof PageTooComplex)
        context.report("page-too-complex", place, { what: cause.what, limit: cause.limit });
      else context.report("page-failed", place, { reason: cause instanceof Error ? cause.message : String(cause) });
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
