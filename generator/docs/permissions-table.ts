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
import { isEmptyPermissionCell, readPermissionCell } from "./permission-cell.ts";
import type { ReadContext } from "./read-context.ts";
import { effectiveName, type Section } from "./sections.ts";
import type { ColumnName } from "./synonyms.ts";
import { type Cell, cellAt, columnIndex, type DataTable, type Row, readTable } from "./tables.ts";
import type { PermissionScheme } from "./vocabulary.ts";

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
  const readings = cells.map((cell) => readPermissionCell(cell.text, context.limits.permissionsPerCell));
  const scopes = new Set<string>();
  let isUnsupported = false;
  readings.forEach((reading, i) => {
    const cell = cells[i];
    if (!cell) return;
    for (const scope of reading.scopes) scopes.add(scope);
    // "Not available." in the column of the higher ones only says that there are none.
    if (i === 0) isUnsupported = reading.isUnsupported;
    const isRead = reading.scopes.length > 0 || reading.isUnsupported || isEmptyPermissionCell(cell.text);
    if (!isRead || reading.refused.length > 0)
      context.report("permission-cell-unread", cell.place, { text: reading.refused.join(" ") || cell.text });
  });
  const isCombined = readings.every(({ scopes: own, alternatives }) => own.length === 0 || alternatives.length > 0);
  return {
    scheme,
    scopes: [...scopes],
    alternatives: isCombined ? readings.flatMap(({ alternatives }) => alternatives) : [],
    // Least and higher ones apart: each cell is as it stands.
    isOpenList: readings.length === 1 && readings.some(({ isOpenList }) => isOpenList),
    isSupported: !isUnsupported || scopes.size > 0,
    text: cells
      .map((cell) => cell.text)
      .filter((text) => text !== "")
      .join("; "),
    place: row.place,
  };
}

/** A row of a table that has the most privileged first. */
function reversed(row: PermissionRow): PermissionRow {
  return { ...row, scopes: [...row.scopes].reverse(), alternatives: [...row.alternatives].reverse() };
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
    rows.push(isReversed ? reversed(read) : read);
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
