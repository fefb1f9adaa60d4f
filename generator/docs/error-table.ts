/** Tables of errors: status, code, meaning. */
import type { ApiPage } from "./page.ts";
import type { ReadContext } from "./read-context.ts";
import { effectiveName, type Section } from "./sections.ts";
import { cellAt, columnIndex, type DataTable, readTables } from "./tables.ts";

export type ErrorRow = ApiPage["errors"][number];

function readErrorTable(table: DataTable): ErrorRow[] {
  const statusColumn = columnIndex(table, "status");
  const codeColumn = columnIndex(table, "errorCode", "name");
  // The method of the request is that of the page.
  const methodColumn = columnIndex(table, "method");
  return table.rows.flatMap((row): ErrorRow[] => {
    const statusCell = cellAt(row, statusColumn).text;
    const codeCell = cellAt(row, codeColumn).text;
    // "Code" is headed over numbers as over names; what the cell holds decides.
    const number = /^[1-5]\d\d(?!\d)/.exec(statusCell)?.[0] ?? /^[1-5]\d\d(?!\d)/.exec(codeCell)?.[0];
    const code = /^[A-Za-z][\w.-]{0,99}$/.test(codeCell) ? codeCell : null;
    const text = row.cells
      .filter((_, i) => i !== statusColumn && i !== codeColumn && i !== methodColumn)
      .map((cell) => cell.text)
      .filter((part) => part !== "")
      .join("\n");
    return number === undefined && code === null && text === ""
      ? []
      : [{ status: number ? Number(number) : null, code, text }];
  });
}

/** Reads the error tables of a page. Prose about errors is left to the reader of the page. */
export function readErrors(sections: readonly Section[], context: ReadContext): ErrorRow[] {
  return sections.flatMap((section, index) => {
    if (effectiveName(sections, index) !== "errors") return [];
    return readTables(section.blocks, context).flatMap((table) => {
      if (columnIndex(table, "status", "errorCode") >= 0) return readErrorTable(table);
      const columns = table.columns.map((column) => column.title).join(" | ");
      context.report("table-unread", table.place, { columns, section: section.heading });
      return [];
    });
  });
}
