/** Enums listed under a heading of their own: `### x values`, the `Members` of an enum page. */
import type { List } from "mdast";
import { type Block, isBlock, placeIn } from "./blocks.ts";
import { deprecationIn } from "./deprecation-wording.ts";
import { readDescription } from "./description.ts";
import { inlineTokens, tokensText } from "./inline-text.ts";
import type { EnumDeclaration, EnumMemberRow, Fact } from "./page.ts";
import type { ReadContext } from "./read-context.ts";
import type { Section } from "./sections.ts";
import { type Cell, cellAt, columnIndex, type DataTable, readTables } from "./tables.ts";
import { trimmedEnds } from "./trimmed-text.ts";
import { saysMultiple } from "./value-phrases.ts";

/** Longer headings are sentences. */
const maxHeadingLength = 300;

/** "x values", "x property values", "x enum", "x enumeration", "x members", "x options"; the name is the first word. */
const headingForm =
  /^([A-Za-z][\w.]*)(?: (?:property|enum|enumeration|type|string))? (?:possible |enum )?(?:values?|enum|enums|enumeration|members?|options|enum type|type values)$/i;
/** "x enum type", "x enumeration". */
const titleForm = /^([A-Za-z][\w.]*) enum(?:eration)?(?: type)?(?: \([^()]*\))?$/i;

function nameIn(heading: string, form: RegExp): string | null {
  return heading.length > maxHeadingLength ? null : (form.exec(heading)?.[1] ?? null);
}

/** The enum that a level-1 heading names as the subject of the page, or `null`. */
export function enumInTitle(title: string): string | null {
  return nameIn(title, titleForm);
}

/** @param longest characters of a value: values of an enum are short, and a cell with more in it is prose */
function memberValue(cell: Cell, longest: number): string {
  // One token in backticks is exactly the value; otherwise marks around it are not.
  const code = cell.tokens.find((token) => token.kind === "code");
  if (code && cell.tokens.filter((token) => token.kind !== "break").length === 1) return code.text;
  if (cell.text.length > longest) return cell.text;
  const withoutRemark = cell.text.replace(/ ?\((?:deprecated|default|preview|obsolete)[^()]*\)$/i, "");
  return trimmedEnds(withoutRemark, "\"'`* \n");
}

interface MemberColumns {
  readonly value: number;
  readonly number: number;
  readonly description: number;
}

const isInteger = (text: string): boolean => /^-?\d+$/.test(text);

/** Which columns hold what; `null` where the table is not a list of members. */
function memberColumns(table: DataTable): MemberColumns | null {
  const member = columnIndex(table, "member");
  const value = columnIndex(table, "value");
  const description = columnIndex(table, "description");
  if (columnIndex(table, "type") >= 0) return null;
  if (member >= 0) {
    // `Member|Member|Description`: the second one holds the numbers.
    const second = table.columns.findIndex((column, i) => i > member && column.name === "member");
    const number = [value, columnIndex(table, "number"), second].find((index) => index >= 0) ?? -1;
    return { value: member, number, description };
  }
  if (value >= 0) {
    const name = columnIndex(table, "name");
    const isNumbers = table.rows.length > 0 && table.rows.every((row) => isInteger(cellAt(row, value).text));
    if (name >= 0) return { value: name, number: isNumbers ? value : -1, description };
    return { value, number: columnIndex(table, "number"), description };
  }
  const name = columnIndex(table, "name");
  return name >= 0 && description >= 0 ? { value: name, number: -1, description } : null;
}

function tableMembers(table: DataTable, columns: MemberColumns, context: ReadContext): EnumMemberRow[] {
  const members = new Map<string, EnumMemberRow>();
  const { enumMemberLength } = context.limits;
  for (const row of table.rows) {
    const cell = cellAt(row, columns.value);
    const value = memberValue(cell, enumMemberLength);
    if (value === "" || value.length > enumMemberLength) {
      if (row.cells.some((other) => other.text !== "")) context.report("row-unread", row.place, { text: cell.text });
      continue;
    }
    const twin = members.get(value);
    if (twin) {
      context.report(
        "name-duplicate",
        cell.place,
        { name: value },
        { place: twin.place, message: "first declared here" },
      );
      continue;
    }
    const description = readDescription(cellAt(row, columns.description).tokens);
    const number = cellAt(row, columns.number).text;
    members.set(value, {
      value,
      number: isInteger(number) ? Number(number) : null,
      description: description.text,
      deprecation: description.deprecation ?? deprecationIn(/\(([^()]*deprecated[^()]*)\)/i.exec(cell.text)?.[1] ?? ""),
      place: row.place,
    });
  }
  return [...members.values()];
}

/** Members of a bullet list: the first code or bold word of each item. */
function listMembers(block: Block<List>): EnumMemberRow[] {
  const members = new Map<string, EnumMemberRow>();
  for (const item of block.node.children) {
    const first = item.children[0];
    if (first?.type !== "paragraph") return [];
    const tokens = inlineTokens(first.children, block.definitions);
    const [head, ...rest] = tokens;
    const isMarked = head && (head.kind === "code" || (head.kind === "text" && head.isBold));
    const text = tokensText(tokens);
    const value = isMarked ? head.text.trim().replace(/[:.]$/, "") : text;
    if (!/^[\w.-]+$/.test(value)) return [];
    const description = tokensText(rest).replace(/^[\s:.–—-]+/, "");
    const facts = { description: isMarked && description !== "" ? description : null, deprecation: null };
    if (!members.has(value)) members.set(value, { value, number: null, ...facts, place: placeIn(block.file, item) });
  }
  return [...members.values()];
}

function membersOf(blocks: readonly Block[], context: ReadContext): EnumMemberRow[] {
  for (const table of readTables(blocks, context)) {
    const columns = memberColumns(table);
    if (columns) return tableMembers(table, columns, context);
  }
  for (const block of blocks) {
    if (!isBlock(block, "list")) continue;
    const members = listMembers(block);
    if (members.length > 0) return members;
  }
  return [];
}

function proseOf(blocks: readonly Block[]): string {
  return blocks
    .flatMap((block) =>
      isBlock(block, "paragraph") ? [tokensText(inlineTokens(block.node.children, block.definitions))] : [],
    )
    .join("\n");
}

function declare(
  name: Fact<string>,
  source: EnumDeclaration["source"],
  members: readonly EnumMemberRow[],
  prose: string,
  description: string | null,
): EnumDeclaration {
  const dot = name.value.lastIndexOf(".");
  return {
    name: { value: name.value.slice(dot + 1), place: name.place },
    namespace: dot > 0 ? name.value.slice(0, dot) : null,
    members,
    description,
    isMultiple: saysMultiple(prose),
    source,
    place: name.place,
  };
}

/** The enums of sections whose heading names one. A heading without members says nothing and is left alone. */
export function readEnumSections(sections: readonly Section[], context: ReadContext): EnumDeclaration[] {
  return sections.flatMap((section) => {
    if (section.depth < 2 || section.name !== null) return [];
    const name = nameIn(section.heading, headingForm);
    if (name === null) return [];
    const members = membersOf(section.blocks, context);
    if (members.length === 0) return [];
    return [declare({ value: name, place: section.place }, "section", members, proseOf(section.blocks), null)];
  });
}

/**
 * The enum that the whole page declares: its members stand in the `Members` section, or right under the title.
 * `null` where the page has no such table.
 */
export function readEnumPage(
  name: Fact<string>,
  description: string | null,
  sections: readonly Section[],
  context: ReadContext,
): EnumDeclaration | null {
  const candidates = [
    ...sections.filter((section) => section.name === "members"),
    ...sections.filter(
      (section) => section.name !== "members" && (section.depth <= 1 || section.name === "properties"),
    ),
  ];
  for (const section of candidates) {
    const members = membersOf(section.blocks, context);
    if (members.length > 0)
      return declare(name, "page", members, sections.map((s) => proseOf(s.blocks)).join("\n"), description);
  }
  return null;
}
