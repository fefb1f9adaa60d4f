/** Reading small pieces of markdown, for the tests of the readers. */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Range } from "../diagnostics/place.ts";
import { type Block, collectDefinitions, flattenBlocks } from "./blocks.ts";
import { type InlineToken, inlineTokens } from "./inline-text.ts";
import type { EnumPage, Page, ResourcePage } from "./page.ts";
import { createParser, type MarkdownParser, type ParserName } from "./parser.ts";
import { ReadContext } from "./read-context.ts";
import { createPageReader, type PageReading } from "./read-page.ts";
import { type Section, splitSections } from "./sections.ts";
import { createVocabulary } from "./synonyms.ts";
import { type Cell, type DataTable, readTables } from "./tables.ts";

/** Other files of the docs folder by path. */
export type Files = Readonly<Record<string, string>>;

export const pagePath = "resources/lamp.md";

function parserOf(name: ParserName): MarkdownParser {
  const parser = createParser(name);
  if (!parser) throw new Error(`the parser ${name} is not installed`);
  return parser;
}

const remark = parserOf("remark");

export function contextFor(path = pagePath, files: Files = {}): ReadContext {
  const others = new Map(Object.entries(files));
  return new ReadContext(path, remark, createVocabulary(), (file) => others.get(file));
}

export function blocksFrom(text: string, path = pagePath): Block[] {
  const root = remark(text);
  return flattenBlocks(root, path, text, collectDefinitions(root));
}

export function sectionsFrom(text: string, path = pagePath): Section[] {
  return splitSections(blocksFrom(text, path), createVocabulary(), path);
}

export function tablesFrom(text: string, context: ReadContext = contextFor()): DataTable[] {
  return readTables(blocksFrom(text), context);
}

/** The tokens of a table cell, which is where most phrasing content stands. Link definitions may follow. */
export function tokensFrom(cell: string, definitions = ""): readonly InlineToken[] {
  return cellFrom(cell, definitions).tokens;
}

/** A body cell with that source; on line 3, between the first two pipes. */
export function cellFrom(cell: string, definitions = ""): Cell {
  const [table] = tablesFrom(`|a|b|\n|-|-|\n|${cell}|x|\n\n${definitions}`);
  const found = table?.rows[0]?.cells[0];
  if (!found) throw new Error("the cell is not in a table");
  return found;
}

/** The tokens of one paragraph, which unlike a cell may have line breaks in it. */
export function paragraphTokens(text: string): InlineToken[] {
  const [block] = blocksFrom(text);
  if (block?.node.type !== "paragraph") throw new Error("not a paragraph");
  return inlineTokens(block.node.children, block.definitions);
}

export interface ReadPage {
  readonly page: Page;
  readonly diagnostics: readonly Diagnostic[];
}

export function readWith(parser: MarkdownParser, text: string, path = pagePath, files: Files = {}): PageReading {
  const others = new Map(Object.entries(files));
  return createPageReader({ parser, vocabulary: createVocabulary(), lookup: (file) => others.get(file) })(path, text);
}

export function readText(text: string, path = pagePath, files: Files = {}): ReadPage {
  const { page, diagnostics } = readWith(remark, text, path, files);
  if (!page) throw new Error(diagnostics.map(({ message }) => message).join("; "));
  return { page, diagnostics };
}

/** Reads a page that has to be of a type. */
export function readResourceText(
  text: string,
  path = pagePath,
  files: Files = {},
): { page: ResourcePage; diagnostics: readonly Diagnostic[] } {
  const { page, diagnostics } = readText(text, path, files);
  if (page.kind !== "resource") throw new Error(`the page is of kind ${page.kind}`);
  return { page, diagnostics };
}

/** Reads a page that has to be of enums. */
export function readEnumText(text: string, path = pagePath): EnumPage {
  const { page } = readText(text, path);
  if (page.kind !== "enum") throw new Error(`the page is of kind ${page.kind}`);
  return page;
}

/** `line:column-endLine:endColumn`, as messages show it. */
export function rangeText(place: Range | null): string {
  return place ? `${place.line}:${place.column}-${place.endLine}:${place.endColumn}` : "none";
}

/** Codes with their ranges: `row-width 5:1-5:20`. */
export function findings(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ code, place }) => `${code} ${rangeText(place)}`);
}

/** Milliseconds of the processor that work takes: by the clock, a busy machine would count as well. */
export function timeOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

export const fence = "```";

/** A table of properties with the usual columns. */
export function propertyTable(...rows: readonly string[]): string {
  return ["|Property|Type|Description|", "|:---|:---|:---|", ...rows].join("\n");
}
