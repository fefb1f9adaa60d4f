/** Tables of path, query and function parameters, by the heading that they stand under. */
import type { PropertyRow } from "./page.ts";
import { readPropertyRows } from "./property-table.ts";
import { systemQueryOptions } from "./query-options.ts";
import type { ReadContext } from "./read-context.ts";
import { effectiveName, type Section } from "./sections.ts";
import type { SectionName } from "./synonyms.ts";
import { cellAt, columnIndex, type DataTable, readTables } from "./tables.ts";

export interface ParameterTables {
  readonly path: readonly PropertyRow[];
  readonly query: readonly PropertyRow[];
  readonly function: readonly PropertyRow[];
  /** Under a heading that only says "Parameters": the page's other facts decide what they are. */
  readonly unsorted: readonly PropertyRow[];
}

const kinds: Readonly<Partial<Record<SectionName, keyof ParameterTables>>> = {
  pathParameters: "path",
  queryParameters: "query",
  queryOptions: "query",
  functionParameters: "function",
  parameters: "unsorted",
};

/** The rows of several tables, each name once: a page for two versions of a service has a table for each. */
export function mergeRows(tables: readonly (readonly PropertyRow[])[]): PropertyRow[] {
  const found = new Map<string, PropertyRow>();
  for (const rows of tables) for (const row of rows) if (!found.has(row.name.value)) found.set(row.name.value, row);
  return [...found.values()];
}

/** What a cell of types looks like: a link, or a name with an optional "collection". */
const typeLike = /^(?:\[.*|[A-Za-z][\w.]*(?:\(.*\))?(?:\s+collection)?)$/i;

/** Some tables head their column of types "Value". */
function withTypes(table: DataTable): DataTable {
  const at = columnIndex(table, "value");
  if (at < 0 || columnIndex(table, "type") >= 0 || columnIndex(table, "description") < 0) return table;
  const isTyped = table.rows.every((row) => cellAt(row, at).text === "" || typeLike.test(cellAt(row, at).text));
  if (!isTyped) return table;
  return {
    ...table,
    columns: table.columns.map((column, i) => (i === at ? { ...column, name: "type" as const } : column)),
  };
}

/** The rows of a table with a name column; another table is reported, unless it lists the values of something. */
export function readNamedRows(table: DataTable, section: Section, context: ReadContext): PropertyRow[] {
  if (columnIndex(table, "name") >= 0) return readPropertyRows(withTypes(table), context);
  if (columnIndex(table, "member", "value") < 0) {
    const columns = table.columns.map((column) => column.title).join(" | ");
    context.report("table-unread", table.place, { columns, section: section.heading });
  }
  return [];
}

/**
 * Rows that name no parameter under a query heading: property paths (`owner/name`) say what may stand in `$filter`,
 * system query options, with or without further words ("$filter with any operator"), are read by `readQueryOptions`.
 */
function withParametersOnly(table: DataTable): DataTable {
  const column = columnIndex(table, "name");
  return { ...table, rows: table.rows.filter((row) => !isOtherThanParameter(cellAt(row, column).text)) };
}

function isOtherThanParameter(name: string): boolean {
  const option = /^[\s*`"']*\$(\w+)/u.exec(name)?.[1] ?? "";
  return /[/(]/.test(name) || systemQueryOptions.has(option.toLowerCase());
}

/** Reads all parameter tables. System query options in them are left to `readQueryOptions`. */
export function readParameterTables(sections: readonly Section[], context: ReadContext): ParameterTables {
  const found: Record<keyof ParameterTables, PropertyRow[][]> = { path: [], query: [], function: [], unsorted: [] };
  sections.forEach((section, index) => {
    const name = effectiveName(sections, index);
    const kind = name && kinds[name];
    // A heading of its own words below lists values of one parameter, or examples.
    if (!kind || section.name === null) return;
    for (const table of readTables(section.blocks, context))
      found[kind].push(readNamedRows(kind === "query" ? withParametersOnly(table) : table, section, context));
  });
  return {
    path: mergeRows(found.path),
    query: mergeRows(found.query),
    function: mergeRows(found.function),
    unsorted: mergeRows(found.unsorted),
  };
}
