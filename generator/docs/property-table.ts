/** Rows of property, relationship, parameter and body tables. */
import { readDescription } from "./description.ts";
import type { InlineToken } from "./inline-text.ts";
import type { PropertyRow, TypeExpression } from "./page.ts";
import type { ReadContext } from "./read-context.ts";
import { type Cell, cellAt, columnIndex, type DataTable, type Row } from "./tables.ts";
import { trimmedEnd, trimmedEnds } from "./trimmed-text.ts";
import { readTypeCell } from "./type-cell.ts";

/** Names on the wire: identifiers, with the dots, dashes and `@` of annotations; `$` of query options. */
const propertyName = /^[@$]?[A-Za-z_][\w.@$-]*$/;

/** A table is one of properties if it has a name column and a type column. */
export function isTypedTable(table: DataTable): boolean {
  return columnIndex(table, "name") >= 0 && columnIndex(table, "type") >= 0;
}

/** Longer first cells are prose. The longest name of the corpus has 71 characters. */
const maxNameLength = 300;

function cleanName(cell: Cell): string {
  if (cell.text.length > maxNameLength) return "";
  // The name may be bold, code or a link; remarks, footnote marks and stray backslashes stand behind it.
  const withoutRemark = cell.text.replace(/ ?\([^()]*\)\s*$/, "");
  return trimmedEnds(trimmedEnd(withoutRemark, " \n*\\†‡:\u200b"), " \n*`\"'\u200b");
}

/** "**Settings**" with nothing beside it, as a title over the rows that follow. */
function isGroupTitle(nameCell: Cell, others: readonly Cell[]): boolean {
  const isBold = nameCell.tokens.every((token) => token.kind === "text" && (token.isBold || token.text.trim() === ""));
  return others.length === 0 && nameCell.text !== "" && isBold;
}

interface RawRow {
  readonly row: Row;
  readonly name: string;
  readonly nameCell: Cell;
  readonly type: Cell;
  readonly description: InlineToken[];
}

/** Rows with a readable name. A row whose only cell is no name is the broken-off end of the description above it. */
function collectRows(table: DataTable, context: ReadContext): RawRow[] {
  const nameColumn = columnIndex(table, "name", "member");
  const typeColumn = columnIndex(table, "type");
  const descriptionColumn = columnIndex(table, "description", "value");
  const rows: RawRow[] = [];
  for (const row of table.rows) {
    const nameCell = cellAt(row, nameColumn);
    const others = row.cells.filter((cell, i) => i !== nameColumn && cell.text !== "");
    if (nameCell.text === "" && others.length === 0) continue;
    if (typeColumn >= 0 && isGroupTitle(nameCell, others)) continue;
    const name = cleanName(nameCell);
    if (!propertyName.test(name)) {
      const previous = rows[rows.length - 1];
      if (others.length === 0 && previous && nameCell.text !== "") {
        context.report("row-width", row.place, { actual: 1, expected: table.columns.length });
        previous.description.push({ kind: "text", text: " ", isBold: false }, ...nameCell.tokens);
      } else if (others.length > 0)
        context.report("row-unread", row.place, { text: nameCell.text || (others[0]?.text ?? "") });
      continue;
    }
    rows.push({
      row,
      name,
      nameCell,
      type: cellAt(row, typeColumn),
      description: [...cellAt(row, descriptionColumn).tokens],
    });
  }
  return rows;
}

function requiredColumn(table: DataTable, row: Row): boolean | null {
  const index = columnIndex(table, "required");
  if (index < 0) return null;
  const text = cellAt(row, index).text.toLowerCase();
  if (text === "") return null;
  return /^(?:y|yes|required|true|mandatory)\b/.test(text);
}

/** The rest of a type cell after a full stop: prose for which the pipe between the columns is missing. */
function proseInTypeCell(type: TypeExpression | null, cell: Cell): InlineToken[] {
  if (!type || type.kind === "unreadable") return [];
  const prose = /\.\s+(\S.*)$/s.exec(cell.text)?.[1];
  return prose ? [{ kind: "text", text: prose, isBold: false }] : [];
}

/** Reads the rows of a table with a name column. What has no readable name is reported, and names that are doubled. */
export function readPropertyRows(table: DataTable, context: ReadContext): PropertyRow[] {
  const found = new Map<string, PropertyRow>();
  const spellings = new Map<string, PropertyRow>();
  for (const raw of collectRows(table, context)) {
    const twin = found.get(raw.name);
    if (twin) {
      const related = { place: twin.place, message: "first declared here" };
      context.report("name-duplicate", raw.nameCell.place, { name: raw.name }, related);
      continue;
    }
    const other = spellings.get(raw.name.toLowerCase());
    if (other) {
      const related = { place: other.name.place, message: "the other one" };
      context.report("name-case-differs", raw.nameCell.place, { name: raw.name, other: other.name.value }, related);
    }
    const type = readTypeCell(raw.type, context);
    const tokens = raw.description.length > 0 ? raw.description : proseInTypeCell(type, raw.type);
    const description = readDescription(tokens);
    const mark = /\(([^()]*\bdeprecated\b[^()]*)\)/i.exec(raw.nameCell.text)?.[1] ?? null;
    const row: PropertyRow = {
      name: { value: raw.name, place: raw.nameCell.place },
      type,
      description: mark && description.deprecation === null ? { ...description, deprecation: mark } : description,
      requiredColumn: requiredColumn(table, raw.row),
      place: raw.row.place,
    };
    found.set(raw.name, row);
    spellings.set(raw.name.toLowerCase(), row);
  }
  return [...found.values()];
}
