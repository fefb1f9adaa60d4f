/** Tables of request headers: names, values that are listed, and whether a header has to be sent. */
import type { HeaderRow } from "./page.ts";
import { preferencesOfRow } from "./preferences.ts";
import type { ReadContext } from "./read-context.ts";
import { effectiveName, type Section } from "./sections.ts";
import { type Cell, cellAt, columnIndex, type DataTable, readTables } from "./tables.ts";

/** Header names as real services have them. Narrower than the RFC's token, in which `'` and `` ` `` are legal. */
const headerName = /^[A-Za-z][\w.-]{0,99}$/;

const mediaType = /^[a-z]+\/[\w.+*-]+$/i;

/**
 * "Required." as a sentence or at the end, and not "is not required", "required when …": a header that is needed only
 * sometimes must stay optional for the caller.
 */
export function saysRequired(text: string): boolean {
  if (/^required\b(?!\s+(?:if|when|for|only|in|unless)\b)/i.test(text)) return true;
  return /(?:^|[.>})`*(\s])required(?:\)|\.|\s*$)/im.test(
    text.replace(/\b(?:not|is|are|be|if|when)\s+required\b/gi, ""),
  );
}

/** The value that a cell starts with: `application/json. Required.`, `eventual. This header …`. */
function leadingValue(text: string): string | null {
  const first = text.split(/[.;]?\s+(?=required\b|optional\b|\(|[A-Z])|[.;]\s|[.;]$|\n/, 1)[0]?.trim() ?? "";
  const value = first.replace(/[.;]$/, "");
  if (mediaType.test(value)) return value;
  // One word is a value only if the cell goes on to say something of it; alone it may be a type or a remark.
  return /^[a-z][\w=-]*$/.test(value) &&
    value.length < text.length &&
    !/^(?:string|number|etag|language|locale)$/i.test(value)
    ? value
    : null;
}

const announcesValues = /\bvalues?\b|\bset to\b|\bone of\b|\beither\b/i;

/** Values in code that the cells list; not query options, status lines, placeholders or the names of other things. */
function listedValues(name: string, cells: readonly Cell[]): string[] {
  const values = new Set<string>();
  for (const cell of cells) {
    const leading = leadingValue(cell.text);
    if (leading) values.add(leading);
    let before = "";
    for (const token of cell.tokens) {
      const value = token.kind === "code" ? token.text.trim().replace(/[.;,]$/, "") : "";
      if (token.kind !== "break") before += token.text;
      if (value === "" || value.toLowerCase() === name.toLowerCase() || /[{}<>$\s]|^\d{3}\b|^HTTP\b/.test(value))
        continue;
      const isWord = /^[a-z\d][\w.-]*$/i.test(value);
      // Code also marks headers of the response, properties and operators: a bare word has to be announced.
      if (mediaType.test(value) || /^[\w.-]+=[\w."-]+$/.test(value)) values.add(value);
      else if (isWord && announcesValues.test(before) && !/^[A-Z][a-z]+(?:-[A-Z][a-z]+)+$/.test(value))
        values.add(value);
    }
  }
  return [...values];
}

/** The names of preferences that a text shows with a value: `widget.size="large"`, `widget.size={size}`. */
function preferencesWithValue(text: string): ReadonlySet<string> {
  return new Set(
    [...text.matchAll(/([A-Za-z][\w.-]{0,99})\s?=\s?["'{<\u201c]/g)].map((match) => (match[1] ?? "").toLowerCase()),
  );
}

/**
 * The values that may be sent as they stand. A preference of which only the name is listed is none (`widget.size`, where
 * `widget.size="large"` is meant), and what the cell lists then are the values of the preference, not of the header.
 */
function completeValues(name: string, value: string, listed: readonly string[], text: string): string[] {
  if (name.toLowerCase() !== "prefer") return [...(value === "" ? [] : [value]), ...listed];
  if (value !== "") return /^[\w.-]+=[\w.-]+$/.test(value) ? [value] : [];
  const named = preferencesWithValue(text);
  return listed.filter(
    (each) => !named.has(each.toLowerCase()) && !named.has((each.split("=", 1)[0] ?? "").toLowerCase()),
  );
}

/** Splits `Prefer: widget.size`, which some tables have as a name. */
function splitName(text: string): { name: string; value: string } {
  const at = text.indexOf(":");
  const name = (at < 0 ? text : text.slice(0, at)).trim();
  return { name, value: at < 0 ? "" : text.slice(at + 1).trim() };
}

function readRows(table: DataTable, context: ReadContext): HeaderRow[] {
  const nameColumn = columnIndex(table, "name");
  const requiredColumn = columnIndex(table, "required");
  const typeColumn = columnIndex(table, "type");
  const textColumns = [columnIndex(table, "value"), columnIndex(table, "description")].filter((index) => index >= 0);
  return table.rows.flatMap((row): HeaderRow[] => {
    const nameCell = cellAt(row, nameColumn);
    const cells = textColumns.map((index) => cellAt(row, index));
    if (nameCell.text === "" && cells.every((cell) => cell.text === "")) return [];
    const { name, value } = splitName(nameCell.text.replace(/[*\s]+$/, ""));
    if (!headerName.test(name)) {
      context.report("header-invalid", nameCell.place, { text: nameCell.text });
      return [];
    }
    const text = [value, ...cells.map((cell) => cell.text)].filter((part) => part !== "").join("\n");
    const required = cellAt(row, requiredColumn).text;
    const isRequired =
      required === "" ? cells.some((cell) => saysRequired(cell.text)) : /^(?:y|yes|true|required)\b/i.test(required);
    const listed = listedValues(name, cells);
    const values = completeValues(name, value, listed, text);
    const type = cellAt(row, typeColumn).text;
    const preferences =
      name.toLowerCase() === "prefer" ? preferencesOfRow({ value, type, cells, listed, place: row.place }) : [];
    return [{ name: { value: name, place: nameCell.place }, text, isRequired, values, preferences, place: row.place }];
  });
}

/**
 * Reads the request headers of a page, in the order of the page; a name may come twice with different values.
 *
 * Reports `header-invalid` for a row whose name is none, `table-unread` for a table without a name column.
 */
export function readRequestHeaders(sections: readonly Section[], context: ReadContext): HeaderRow[] {
  return sections.flatMap((section, index) => {
    if (effectiveName(sections, index) !== "requestHeaders") return [];
    // A table under a heading of its own ("Prefer header values") lists values of one header.
    if (section.name === null) return [];
    return readTables(section.blocks, context).flatMap((table) => {
      if (columnIndex(table, "name") >= 0) return readRows(table, context);
      const columns = table.columns.map((column) => column.title).join(" | ");
      context.report("table-unread", table.place, { columns, section: section.heading });
      return [];
    });
  });
}
