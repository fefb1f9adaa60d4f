/**
 * Permissions tables: which permissions a call needs, by who calls.
 *
 * Shapes: one row for each permission type with one cell of permissions, or with least and higher privileged ones
 * apart; the same with rows for single cases below each type; a matrix with a row for each kind of resource and a column for each permission type; several tables, each
 * for what the heading or the request block above it names.
 */

import { type Block, isBlock } from "./blocks.ts";
import { startsWithRequest } from "./http-request.ts";
import type { PermissionRow, PermissionTable } from "./page.ts";
import type { ReadContext } from "./read-context.ts";
import { effectiveName, type Section } from "./sections.ts";
import type { ColumnName } from "./synonyms.ts";
import { type Cell, cellAt, columnIndex, type DataTable, type Row, readTable } from "./tables.ts";
import type { PermissionScheme } from "./vocabulary.ts";

/** More permissions than that in one cell are not a permissions cell. The longest of the corpus holds 14. */
export const maxScopesPerCell = 200;

/** A permission's name: words joined by dots, colons or slashes, with dashes inside; two words at least. */
const scopeGrammar = /^[A-Za-z][\w-]*(?:[.:/][A-Za-z][\w-]*)+$/;

const unsupportedCell = /^(?:not (?:supported|available|applicable|allowed)|unsupported|n\/?a)$/i;
const emptyCell = /^(?:none|no permissions? (?:is |are )?required|-+|–|—)?$/i;

export interface PermissionCell {
  /** In the order of the cell, each once. */
  readonly scopes: readonly string[];
  /** The cell says that the call cannot be made this way. */
  readonly isUnsupported: boolean;
  /** What looks like a permission and is none by the grammar. */
  readonly refused: readonly string[];
}

/** The name in a word of a cell: footnote stars, brackets, quotes and punctuation around it taken off. */
function bareWord(word: string): string {
  let start = 0;
  let end = word.length;
  while (start < end && "([\"'`*\\".includes(word[start] ?? "")) start++;
  while (end > start && ")]\"'`*\\.:†‡¹²³".includes(word[end - 1] ?? "")) end--;
  return word.slice(start, end);
}

/** By index: `[.\s]+$` is quadratic in a run of dots that something follows. */
function withoutFinalStop(text: string): string {
  let end = text.length;
  while (end > 0 && /[.\s]/.test(text[end - 1] ?? "")) end--;
  return text.slice(0, end).trimStart();
}

/**
 * The permissions in the text of a cell. Words are taken one by one, so that missing and doubled commas, "and", "or"
 * and sentences around the names do no harm. A lower-case name counts only in a cell that holds nothing but names:
 * in prose it may be a host or an abbreviation.
 */
export function readPermissionCell(text: string): PermissionCell {
  const clean = withoutFinalStop(text);
  if (unsupportedCell.test(clean)) return { scopes: [], isUnsupported: true, refused: [] };
  const scopes = new Set<string>();
  const refused: string[] = [];
  const words = text
    .split(/[\s\u00a0,;]+/)
    .map(bareWord)
    .filter((word) => word !== "");
  const isPureList = words.every((word) => /^(?:and|or|plus)$/i.test(word) || scopeGrammar.test(word));
  for (const word of words) {
    if (scopeGrammar.test(word) && (isPureList || /^[A-Z]/.test(word))) scopes.add(word);
    else if (/^[A-Z]\w*(?:\.\w*)*[./:<>*]/.test(word) && /[.]/.test(word)) refused.push(word);
  }
  if (scopes.size > maxScopesPerCell) return { scopes: [], isUnsupported: false, refused: [...scopes].slice(0, 3) };
  return { scopes: [...scopes], isUnsupported: false, refused };
}

const schemeColumns: Readonly<Partial<Record<ColumnName, PermissionScheme>>> = {
  permissionsDelegatedWork: "delegatedWork",
  permissionsDelegatedPersonal: "delegatedPersonal",
  permissionsApplication: "application",
};

/** The permission type that a row label or a column title names, or `null`. */
export function permissionScheme(text: string): PermissionScheme | null {
  if (/\bdelegated\b/i.test(text)) return /\bpersonal\b/i.test(text) ? "delegatedPersonal" : "delegatedWork";
  return /^\W*app(?:lication|-only)?\b/i.test(text) ? "application" : null;
}

function readCells(scheme: PermissionScheme, row: Row, cells: readonly Cell[], context: ReadContext): PermissionRow {
  const scopes = new Set<string>();
  let isUnsupported = false;
  cells.forEach((cell, i) => {
    const reading = readPermissionCell(cell.text);
    for (const scope of reading.scopes) scopes.add(scope);
    // "Not available." in the column of the higher ones only says that there are none.
    if (i === 0) isUnsupported = reading.isUnsupported;
    const isRead = reading.scopes.length > 0 || reading.isUnsupported || emptyCell.test(withoutFinalStop(cell.text));
    if (!isRead || reading.refused.length > 0)
      context.report("permission-cell-unread", cell.place, { text: reading.refused.join(" ") || cell.text });
  });
  return {
    scheme,
    scopes: [...scopes],
    isSupported: !isUnsupported || scopes.size > 0,
    text: cells
      .map((cell) => cell.text)
      .filter((text) => text !== "")
      .join("; "),
    place: row.place,
  };
}

/** The cells of a row that hold permissions, by the columns of the table. */
function permissionCells(table: DataTable, row: Row): readonly Cell[] {
  const least = columnIndex(table, "leastPrivileged", "permissions", "permissionsMostFirst");
  const higher = columnIndex(table, "higherPrivileged");
  return [cellAt(row, least), ...(higher < 0 ? [] : [cellAt(row, higher)])];
}

/** Whether a row only heads the rows below it, which have the permissions case by case: "varies", or nothing. */
function isGroupHead(table: DataTable, index: number, typeColumn: number): boolean {
  const row = table.rows[index];
  const next = table.rows[index + 1];
  if (!row || !next || permissionScheme(cellAt(next, typeColumn).text)) return false;
  const cells = permissionCells(table, row).map((cell) => readPermissionCell(cell.text));
  return cells.every((cell) => cell.scopes.length === 0 && !cell.isUnsupported);
}

/** Rows by permission type; rows below a type that name a case of their own make a table for that case. */
function readByType(
  table: DataTable,
  typeColumn: number,
  appliesTo: string | null,
  context: ReadContext,
): PermissionTable[] {
  const isReversed = columnIndex(table, "permissionsMostFirst") >= 0;
  const cases = new Map<string | null, PermissionRow[]>([[appliesTo, []]]);
  let head: PermissionScheme | null = null;
  for (const [i, row] of table.rows.entries()) {
    const label = cellAt(row, typeColumn).text;
    const cells = permissionCells(table, row);
    if (label === "" && cells.every((cell) => cell.text === "")) continue;
    const own = permissionScheme(label);
    if (own) head = isGroupHead(table, i, typeColumn) ? own : null;
    const scheme = own ?? head;
    if (!scheme) context.report("permission-row-unknown", row.place, { text: label });
    if (!scheme || own === head) continue;
    const read = readCells(scheme, row, cells, context);
    const key = own ? appliesTo : label;
    const rows = cases.get(key) ?? [];
    rows.push(isReversed ? { ...read, scopes: [...read.scopes].reverse() } : read);
    cases.set(key, rows);
  }
  return [...cases].flatMap(([key, rows]) => {
    // A table of nothing but cases needs no empty one beside them.
    return rows.length === 0 && cases.size > 1 ? [] : [{ appliesTo: key, rows, place: rows[0]?.place ?? table.place }];
  });
}

function readMatrix(table: DataTable, context: ReadContext): PermissionTable[] {
  const labelColumn = columnIndex(table, "appliesTo", "name");
  const schemes = table.columns.map(
    (column) => (column.name && schemeColumns[column.name]) ?? permissionScheme(column.title),
  );
  return table.rows.map((row) => ({
    appliesTo: cellAt(row, Math.max(labelColumn, 0)).text || null,
    rows: schemes.flatMap((scheme, i) => (scheme ? [readCells(scheme, row, [cellAt(row, i)], context)] : [])),
    place: row.place,
  }));
}

/** The tables that one markdown table holds; none, and reported, where its columns are not of permissions. */
function readPermissionTable(
  table: DataTable,
  appliesTo: string | null,
  section: string,
  context: ReadContext,
): PermissionTable[] {
  const typeColumn = columnIndex(table, "permissionType");
  const hasPermissions = columnIndex(table, "permissions", "permissionsMostFirst", "leastPrivileged") >= 0;
  if (typeColumn >= 0 && hasPermissions) return readByType(table, typeColumn, appliesTo, context);
  if (table.columns.some((column) => column.name && schemeColumns[column.name])) return readMatrix(table, context);
  const columns = table.columns.map((column) => column.title).join(" | ");
  context.report("table-unread", table.place, { columns, section });
  return [];
}

/** What a request block among the permissions says of the table below it: the paths that it is for. */
function blockLabel(block: Block): string | null {
  if (!isBlock(block, "code") || !startsWithRequest(block)) return null;
  return block.node.value
    .split(/\s*\n\s*/)
    .join(", ")
    .trim();
}

/**
 * Reads all permissions tables of a page, includes already in their place.
 *
 * Reports `permissions-missing`, `permission-row-unknown` and `permission-cell-unread`; `table-unread` for a table of
 * something else.
 */
export function readPermissions(sections: readonly Section[], context: ReadContext): PermissionTable[] {
  const tables: PermissionTable[] = [];
  sections.forEach((section, index) => {
    if (effectiveName(sections, index) !== "permissions") return;
    // A heading of its own words below "Permissions" says what the table is for.
    let appliesTo = section.name ? null : section.heading;
    for (const block of section.blocks) {
      appliesTo = blockLabel(block) ?? appliesTo;
      const table = readTable(block, context);
      if (table) tables.push(...readPermissionTable(table, appliesTo, section.heading, context));
    }
  });
  const place = sections[1]?.place ?? sections[0]?.place;
  if (tables.length === 0 && place) context.report("permissions-missing", place, {});
  return tables;
}
