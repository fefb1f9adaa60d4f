/** Resource pages: the type that a page declares, its properties, relationships and methods. */
import type { Code } from "mdast";
import { type Annotation, annotationsByCode } from "./annotations.ts";
import { readBaseTypeClaims } from "./base-type-claims.ts";
import { type Block, isBlock } from "./blocks.ts";
import { readDerivedTypeClaims } from "./derived-type-claims.ts";
import { readRepresentation } from "./json-representation.ts";
import type { Fact, JsonMember, MethodRow, PropertyRow, TypeDeclaration } from "./page.ts";
import { openingBlocks, type PageOpening, paragraphText } from "./page-opening.ts";
import { isTypedTable, readPropertyRows } from "./property-table.ts";
import { ReadContext } from "./read-context.ts";
import { effectiveName, type Section } from "./sections.ts";
import { cellAt, columnIndex, columnKey, type DataTable, readTables } from "./tables.ts";
import { readTypeCell } from "./type-cell.ts";

interface ResourceBlock {
  readonly annotation: Annotation;
  readonly block: Block<Code>;
}

/** The code block that an annotation calls the resource: the authority on the type's name. */
export function findResourceBlock(sections: readonly Section[], context: ReadContext): ResourceBlock | null {
  let first: ResourceBlock | null = null;
  for (const section of sections) {
    for (const [block, annotation] of annotationsByCode(section.blocks, context)) {
      if (annotation.blockType !== "resource" || !isBlock(block, "code")) continue;
      first ??= { annotation, block };
      if (section.name === "representation") return { annotation, block };
    }
  }
  return first;
}

/** Whether the page shows a JSON representation, if only an empty one. */
export function hasRepresentation(sections: readonly Section[]): boolean {
  return representationBlock(sections) !== null;
}

function representationBlock(sections: readonly Section[]): Block<Code> | null {
  for (const section of sections) {
    if (section.name !== "representation") continue;
    const block = section.blocks.find((candidate) => isBlock(candidate, "code"));
    if (block && isBlock(block, "code")) return block;
  }
  return null;
}

/** Longer titles are sentences. */
const maxTitleLength = 300;
/** "x resource type", "x (deprecated)", "x": the name is the first word. Against text without marks around. */
const titleForm =
  /^([A-Za-z][\w.]*)(?: (?:resource|complex|entity|object|type|facet|base|abstract|open)\b.*| ?\(.*\))?$/i;

/** Name and namespace from the annotation, the title, or the file name, in this order. */
function typeName(
  annotation: Annotation | null,
  title: Fact<string>,
  context: ReadContext,
): { name: Fact<string>; namespace: string | null } {
  const qualified = annotation?.odataType;
  const split = (text: string, place: Fact<string>["place"]) => {
    const dot = text.lastIndexOf(".");
    return { name: { value: text.slice(dot + 1), place }, namespace: dot > 0 ? text.slice(0, dot) : null };
  };
  // An annotation may hold prose or a collection by mistake; only a dotted name is one.
  if (qualified && /^[A-Za-z_][\w.]*[\w]$/.test(qualified)) return split(qualified, annotation.place);
  const fromTitle = title.value.length > maxTitleLength ? undefined : titleForm.exec(title.value)?.[1];
  if (fromTitle) return split(fromTitle, title.place);
  const stem = (context.path.split("/").pop() ?? "").replace(/\.md$/i, "");
  const word = stem.split("-").pop() ?? stem;
  return {
    name: { value: /^[A-Za-z_]\w*$/.test(word) ? word : word.replace(/\W+/g, "_"), place: title.place },
    namespace: null,
  };
}

function isRelationshipTable(table: DataTable): boolean {
  return table.columns.some((column) => /^(?:relationship|navigation propert)/.test(columnKey(column.title)));
}

interface Rows {
  readonly properties: PropertyRow[];
  readonly relationships: PropertyRow[];
}

/** Where a table of one section belongs, or `null` for tables that are not about the type's members. */
function tableRole(table: DataTable, name: ReturnType<typeof effectiveName>): keyof Rows | null {
  if (name !== "properties" && name !== "relationships" && name !== null) return null;
  // Under a heading that says what it holds, a column title copied from elsewhere says nothing.
  if (name !== null) return name;
  return isRelationshipTable(table) ? "relationships" : "properties";
}

/** A subsection without known heading, with a typed table, below a section that has a typed table itself. */
function isAboutPropertyContent(
  section: Section,
  sections: readonly Section[],
  name: ReturnType<typeof effectiveName>,
  context: ReadContext,
): boolean {
  if (section.name !== null || (name !== "properties" && name !== "relationships")) return false;
  if (!readTables(section.blocks, context).some(isTypedTable)) return false;
  return section.ancestors.some((index) => {
    const above = sections[index];
    return above?.name === name && readTables(above.blocks, context).some(isTypedTable);
  });
}

function readRows(sections: readonly Section[], context: ReadContext): Rows {
  const rows: Rows = { properties: [], relationships: [] };
  const seen = new Set<string>();
  sections.forEach((section, index) => {
    const name = effectiveName(sections, index);
    // "Properties of the x definition" under Properties is about what a property holds, not about the type.
    if (isAboutPropertyContent(section, sections, name, context)) {
      context.report("section-unknown", section.place, { heading: section.heading });
      return;
    }
    // A heading of its own that names another thing ("x properties") is not about this type.
    if (section.name === null && section.depth === 2 && /\s/.test(section.heading) && name === null) return;
    for (const table of readTables(section.blocks, context)) {
      const role = tableRole(table, name);
      if (role === null || !isPropertyTable(table, section)) continue;
      for (const row of readPropertyRows(table, context)) {
        if (seen.has(row.name.value)) continue;
        seen.add(row.name.value);
        rows[role].push(row);
      }
    }
  });
  return rows;
}

/** Name and type columns; in a section that is about members, a name column headed as such is enough. */
function isPropertyTable(table: DataTable, section: Section): boolean {
  if (isTypedTable(table)) return true;
  if (section.name !== "properties" && section.name !== "relationships") return false;
  const title = columnKey(table.columns[columnIndex(table, "name")]?.title ?? "");
  return /^(?:propert|relationship)/.test(title) && columnIndex(table, "description") >= 0;
}

const returnsNothing = /^(?:none|nothing|no content|void|n\/a|-|)\.?$/i;

function readMethods(sections: readonly Section[], context: ReadContext): MethodRow[] {
  const methods: MethodRow[] = [];
  // Return types are evidence beside others, and often prose; what is none is not worth a finding.
  const aside = new ReadContext(context.path, context.parse, context.vocabulary, context.lookup);
  for (const section of sections) {
    if (section.name !== "methods") continue;
    for (const table of readTables(section.blocks, context)) {
      const method = columnIndex(table, "method", "name");
      const returns = columnIndex(table, "returnType", "type");
      if (method < 0) continue;
      for (const row of table.rows) {
        const cell = cellAt(row, method);
        const link = cell.tokens.find((token) => token.kind === "link");
        if (cell.text === "" || !link) continue;
        const returnCell = cellAt(row, returns);
        const stated = returnsNothing.test(returnCell.text) ? null : readTypeCell(returnCell, aside);
        const returnType = stated?.kind === "unreadable" ? null : stated;
        methods.push({ title: cell.text, link: link.url || null, returnType, place: row.place });
      }
    }
  }
  return methods;
}

const openTypeProse = /\b(?:is|as) an open type\b|\bopen type that allows\b/i;

/** Whether a page without annotation has the content of a resource page: a typed table of properties. */
export function hasPropertyTable(sections: readonly Section[], context: ReadContext): boolean {
  return sections.some(
    (section, index) =>
      effectiveName(sections, index) === "properties" && readTables(section.blocks, context).some(isTypedTable),
  );
}

/** Reads the type that a resource page declares, and its Methods table. */
export function readResource(
  sections: readonly Section[],
  opening: PageOpening,
  context: ReadContext,
): { type: TypeDeclaration; methods: MethodRow[] } {
  const resource = findResourceBlock(sections, context);
  const annotation = resource?.annotation ?? null;
  const { name, namespace } = typeName(annotation, opening.title, context);
  const { properties, relationships } = readRows(sections, context);
  const block = resource?.block ?? representationBlock(sections);
  const representation: JsonMember[] | null = block ? readRepresentation(block, annotation, context) : null;
  const blocks = openingBlocks(sections);
  const prose = blocks.map(paragraphText).join("\n");
  const isOpen = (annotation?.isOpenType ?? false) || openTypeProse.test(prose);
  // What an open type without a table shows are somebody's members, not the type's.
  const isSample = isOpen && properties.length === 0 && relationships.length === 0;
  const type: TypeDeclaration = {
    name,
    namespace,
    baseTypes: readBaseTypeClaims(annotation, blocks),
    derivedTypes: readDerivedTypeClaims(blocks, sections, context),
    isAbstract: annotation?.isAbstract ?? false,
    isOpen,
    keyProperty: annotation?.keyProperty ?? null,
    properties,
    relationships,
    representation: isSample ? [] : representation,
    place: name.place,
  };
  return { type, methods: readMethods(sections, context) };
}
