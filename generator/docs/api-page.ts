/** Api pages: what one page says of its operation. */
import { type Annotation, annotationsByCode } from "./annotations.ts";
import type { Block } from "./blocks.ts";
import { readDefaultProperties } from "./default-properties.ts";
import { readErrors } from "./error-table.ts";
import { readExamples } from "./examples.ts";
import { holdsRequest, isExampleSection, readHttpRequests, startsWithRequest } from "./http-request.ts";
import { readOptionRules } from "./option-rules.ts";
import type { ApiPage, BodySection, PropertyRow, RequestLine } from "./page.ts";
import { type ParameterTables, readParameterTables } from "./parameter-tables.ts";
import { readPermissions } from "./permissions-table.ts";
import { readPreferenceFacts } from "./preferences.ts";
import { readQueryOptions, systemQueryOptions } from "./query-options.ts";
import type { ReadContext } from "./read-context.ts";
import { readRequestBody } from "./request-body.ts";
import { readRequestHeaders } from "./request-headers.ts";
import { readResponseSection } from "./response-section.ts";
import { blocksOf, effectiveName, type Section } from "./sections.ts";
import type { SectionName } from "./synonyms.ts";
import { readTables } from "./tables.ts";

/** What every kind of page has, read before its kind is known. */
export type PageFacts = Pick<
  ApiPage,
  "path" | "title" | "namespace" | "description" | "deprecation" | "version" | "enums"
>;

const outline: ReadonlySet<SectionName | null> = new Set<SectionName>([
  "permissions",
  "requestHeaders",
  "requestBody",
  "response",
  "pathParameters",
  "queryOptions",
  "functionParameters",
]);

/**
 * Whether sections are those of an api page, by content alone: a request block under an HTTP request heading; or one
 * elsewhere outside of the examples, on a page with a permissions section; or the outline with a request block that
 * cannot be read. Resource pages and guides show requests too, but as examples and without what the call needs.
 */
export function looksLikeApiPage(sections: readonly Section[]): boolean {
  let named = 0;
  let hasHeading = false;
  let hasRequest = false;
  let hasPermissions = false;
  for (let i = 0; i < sections.length; i++) {
    const section = sections[i];
    if (!section || isExampleSection(sections, i)) continue;
    const isRequestSection = effectiveName(sections, i) === "httpRequest";
    if (outline.has(section.name)) named++;
    if (section.name === "permissions") hasPermissions = true;
    if (isRequestSection) hasHeading = true;
    const code = blocksOf(section.blocks, "code");
    if (isRequestSection && code.some(holdsRequest)) return true;
    if (code.some(startsWithRequest)) hasRequest = true;
  }
  return hasHeading ? named >= 2 : hasRequest && hasPermissions;
}

function annotationsOf(sections: readonly Section[], context: ReadContext): ReadonlyMap<Block, Annotation> {
  const found = new Map<Block, Annotation>();
  for (const section of sections)
    for (const [block, annotation] of annotationsByCode(section.blocks, context)) found.set(block, annotation);
  return found;
}

/** Names of the placeholders of all paths, in lower case. */
function placeholderNames(requests: readonly RequestLine[]): ReadonlySet<string> {
  return new Set(
    requests.flatMap((line) =>
      line.pieces.flatMap((piece) =>
        piece.kind === "placeholder"
          ? [...piece.alternatives, piece.argument ?? ""].map((name) => name.toLowerCase())
          : [],
      ),
    ),
  );
}

interface SortedParameters {
  readonly path: readonly PropertyRow[];
  readonly query: readonly PropertyRow[];
  readonly function: readonly PropertyRow[];
  readonly body: BodySection | null;
}

/**
 * Gives the rows of tables with a vague heading their place. A body table on a page that only gets is a table of
 * function parameters; so are "parameters" there, unless a path names them. Elsewhere they are members of the body.
 */
function sortParameters(
  tables: ParameterTables,
  body: BodySection | null,
  requests: readonly RequestLine[],
): SortedParameters {
  const names = placeholderNames(requests);
  const isOnlyGet = requests.length > 0 && requests.every((line) => line.method === "GET");
  const inPath = tables.unsorted.filter((row) => names.has(row.name.value.toLowerCase()));
  const others = tables.unsorted.filter((row) => !names.has(row.name.value.toLowerCase()));
  const path = [...tables.path, ...inPath];
  if (!isOnlyGet) {
    const rows = [...(body?.rows ?? []), ...others];
    return {
      path,
      query: tables.query,
      function: tables.function,
      body: body && rows.length > 0 ? { ...body, rows } : body,
    };
  }
  const asFunction = [...tables.function, ...others, ...(body?.rows ?? [])].filter(
    (row) =>
      !systemQueryOptions.has(row.name.value.replace(/^\$/, "").toLowerCase()) || !row.name.value.startsWith("$"),
  );
  return {
    path,
    query: tables.query,
    function: asFunction,
    body: body && { ...body, isNone: true, type: null, rows: [] },
  };
}

/** Tables under headings that the synonym table does not know: what they say is lost, so it is said. */
function reportUnknownSections(sections: readonly Section[], base: PageFacts, context: ReadContext): void {
  sections.forEach((section, index) => {
    if (section.depth < 2 || effectiveName(sections, index) !== null || isExampleSection(sections, index)) return;
    const isEnum = base.enums.some(
      (declaration) =>
        declaration.place.line >= section.place.line &&
        declaration.name.value !== "" &&
        declaration.name.place.line === section.place.line,
    );
    if (!isEnum && readTables(section.blocks, context).length > 0)
      context.report("section-unknown", section.place, { heading: section.heading });
  });
}

/**
 * Reads an api page.
 *
 * @param sections the page's sections, includes expanded
 * @param base what the opening of the page and its enum sections say
 *
 * Reports `request-missing` where no request line can be read, and what the readers of its parts report.
 */
export function readApiPage(sections: readonly Section[], base: PageFacts, context: ReadContext): ApiPage {
  const annotations = annotationsOf(sections, context);
  const permissions = readPermissions(sections, context);
  const requests = readHttpRequests(sections, annotations, context);
  const tables = readParameterTables(sections, context);
  const sorted = sortParameters(tables, readRequestBody(sections, context), requests.lines);
  const { options, isGeneric } = readQueryOptions(sections, context);
  const permissionBlocks = new Set(
    sections.flatMap((section, index) =>
      effectiveName(sections, index) === "permissions" ? blocksOf(section.blocks, "code") : [],
    ),
  );
  const examples = readExamples(
    sections,
    annotations,
    (block) =>
      requests.messages.has(block) ||
      (!requests.blocks.has(block) && !permissionBlocks.has(block) && annotations.get(block)?.blockType !== "resource"),
    context,
  );
  reportUnknownSections(sections, base, context);
  const [first] = requests.lines;
  if (!first) context.report("request-missing", base.title.place, {});
  const headers = readRequestHeaders(sections, context);
  const response = readResponseSection(sections, context);
  if (!response && examples.every((example) => example.responses.length === 0))
    context.report("response-missing", base.title.place, {});
  return {
    ...base,
    kind: "api",
    permissions,
    requests: requests.lines,
    pathParameters: sorted.path,
    queryParameters: sorted.query,
    functionParameters: sorted.function,
    queryOptions: options,
    isQueryGeneric: isGeneric,
    defaultProperties: readDefaultProperties(sections),
    optionRules: readOptionRules(sections, headers),
    headers,
    preferences: readPreferenceFacts(sections, context),
    body: sorted.body,
    response,
    errors: readErrors(sections, context),
    examples,
    place: first?.place ?? base.title.place,
  };
}
