/** Tables with named columns: cells are found by the title of their column, never by position. */
import type { Nodes, PhrasingContent, Table, TableRow } from "mdast";
import type { SourcePlace } from "../diagnostics/place.ts";
import { type Block, isBlock, placeIn } from "./blocks.ts";
import { definitionKey, type InlineToken, inlineTokens, tokensText } from "./inline-text.ts";
import type { ReadContext } from "./read-context.ts";
import type { ColumnName } from "./synonyms.ts";

export interface Cell {
  readonly tokens: readonly InlineToken[];
  /** Plain text, see `tokensText`. */
  readonly text: string;
  /** The text between the cell's pipes as it stands in the file. */
  readonly source: string;
  readonly place: SourcePlace;
}

export interface Column {
  /** Title as written. */
  readonly title: string;
  /** What the title means; `null` where the synonym table does not know it. */
  readonly name: ColumnName | null;
}

export interface Row {
  /** As many as the table has columns; missing cells are empty. */
  readonly cells: readonly Cell[];
  readonly place: SourcePlace;
}

export interface DataTable {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly place: SourcePlace;
}

function readCell(content: readonly PhrasingContent[], block: Block, node: TableRow["children"][number]): Cell {
  const tokens = inlineTokens(content, block.definitions);
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  const source = start === undefined || end === undefined ? "" : block.source.slice(start, end);
  return {
    tokens,
    text: tokensText(tokens),
    source: source.replace(/^\||\|$/g, "").trim(),
    place: placeIn(block.file, node),
  };
}

function emptyCell(place: SourcePlace): Cell {
  return { tokens: [], text: "", source: "", place };
}

function joinCells(first: Cell, rest: readonly Cell[]): Cell {
  const last = rest[rest.length - 1] ?? first;
  const tokens = [first, ...rest].flatMap((cell, i): InlineToken[] =>
    i === 0 ? [...cell.tokens] : [{ kind: "text", text: " | ", isBold: false }, ...cell.tokens],
  );
  return {
    tokens,
    text: tokensText(tokens),
    source: [first, ...rest].map((cell) => cell.source).join("|"),
    place: { ...first.place, endLine: last.place.endLine, endColumn: last.place.endColumn },
  };
}

function fitRow(cells: readonly Cell[], columns: readonly Column[], place: SourcePlace, context: ReadContext): Row {
  const width = columns.length;
  const last = cells[width - 1];
  if (cells.length > width && last) {
    // An unescaped `|` in the last column (a list of file patterns, a regular expression) opens cells of its own.
    const surplus = cells.slice(width);
    const isContent = surplus.some((cell) => cell.text !== "");
    if (isContent) context.report("row-width", place, { actual: cells.length, expected: width });
    return { cells: [...cells.slice(0, width - 1), isContent ? joinCells(last, surplus) : last], place };
  }
  const missing = Array.from({ length: width - cells.length }, () => emptyCell(place));
  return { cells: [...cells, ...missing], place };
}

/** Column title for lookup: lower case, white space folded. */
export function columnKey(title: string): string {
  return title
    .replace(/[\s*`]+/gu, " ")
    .trim()
    .toLowerCase();
}

function readTableNode(node: Table, block: Block, context: ReadContext): DataTable {
  const [head, ...body] = node.children;
  const columns: Column[] = (head?.children ?? []).map((cell) => {
    const title = tokensText(inlineTokens(cell.children, block.definitions));
    return { title, name: context.vocabulary.columns.get(columnKey(title)) ?? null };
  });
  // A trailing delimiter with nothing under it is layout, not a column.
  while (columns.length > 1 && columns[columns.length - 1]?.title === "") {
    const index = columns.length - 1;
    if (body.some((row) => (row.children[index]?.children.length ?? 0) > 0)) break;
    columns.pop();
  }
  const rows = body.map((row) => {
    const cells = row.children.map((cell) => readCell(cell.children, block, cell));
    return fitRow(cells, columns, placeIn(block.file, row), context);
  });
  return { columns, rows, place: placeIn(block.file, node) };
}

/** Against trimmed lines. */
const delimiterRow = /^\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?)?$/;

/**
 * The table that a paragraph was meant to be: header and delimiter row differ in width, so GFM makes no table of it.
 * Returns its blocks' table with places on the page, or `null`.
 */
function repairTable(block: Block, context: ReadContext): DataTable | null {
  const { node } = block;
  const start = node.position?.start;
  const end = node.position?.end;
  if (!start || !end || start.offset === undefined || end.offset === undefined) return null;
  const lines = block.source.slice(start.offset, end.offset).split("\n");
  // The head may follow lines of prose in the same paragraph.
  const delimiter = lines.findIndex(
    (line, i) => i > 0 && delimiterRow.test(line.trim()) && (lines[i - 1] ?? "").includes("|"),
  );
  const head = lines[delimiter - 1];
  if (delimiter < 1 || head === undefined) return null;
  const width = head
    .trim()
    .replace(/^\||(?<!\\)\|$/g, "")
    .split(/(?<!\\)\|/).length;
  lines[delimiter] = `|${"---|".repeat(width)}`;
  const rows = lines.slice(delimiter - 1).join("\n");
  // References need their definitions in the text that is parsed.
  const text = `${rows}\n\n${definitionLines(block, rows).join("\n")}`;
  const table = context.parse(text).children.find((child) => child.type === "table");
  if (!table) return null;
  context.report("table-invalid", placeIn(block.file, node), {});
  moveDown(table, start.line + delimiter - 2);
  return readTableNode(table, { ...block, source: text }, context);
}

/** Moves a tree that was parsed from a part of the page to the lines where that part stands. */
function moveDown(node: Nodes, lines: number): void {
  if (node.position) {
    node.position.start.line += lines;
    node.position.end.line += lines;
  }
  if ("children" in node) for (const child of node.children) moveDown(child, lines);
}

/** The link definitions of a block's file that a text uses, as written. */
function definitionLines({ definitions, source }: Block, text: string): string[] {
  const key = definitionKey(text);
  return [...definitions].flatMap(([label, { position }]) => {
    const from = position?.start.offset;
    const to = position?.end.offset;
    return from === undefined || to === undefined || !key.includes(label) ? [] : [source.slice(from, to)];
  });
}

/** The table of a block, or `null` where the block is none. Repairs what GFM does not take for a table. */
export function readTable(block: Block, context: ReadContext): DataTable | null {
  if (isBlock(block, "table")) return readTableNode(block.node, block, context);
  if (isBlock(block, "paragraph")) {
    const first = block.node.children[0];
    const hasPipe = block.node.children.some((child) => child.type === "text" && child.value.includes("|"));
    return first && hasPipe ? repairTable(block, context) : null;
  }
  return null;
}

/** All tables among blocks, in order. */
export function readTables(blocks: readonly Block[], context: ReadContext): DataTable[] {
  return blocks.flatMap((block) => readTable(block, context) ?? []);
}

/** Index of the first column with one of the meanings, in the order asked for; -1 where there is none. */
export function columnIndex(table: DataTable, ...names: readonly ColumnName[]): number {
  for (const name of names) {
    const index = table.columns.findIndex((column) => column.name === name);
    if (index >= 0) return index;
  }
  return -1;
}

/** The cell of a row by column index, or an empty one for -1. */
export function cellAt(row: Row, index: number): Cell {
  return row.cells[index] ?? emptyCell(row.place);
}
