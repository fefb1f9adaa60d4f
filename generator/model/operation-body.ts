/** The request body of an operation: a resource, an object of parameters, or raw content. */
import type { ApiPage, ExampleFact, PropertyRow, RequestLine, RequestMessage } from "../docs/page.ts";
import { annotatedType } from "./annotated-type.ts";
import type { HttpMethod, OperationResponse, Property, RequestBody, TypeRef } from "./api-model.ts";
import { singular } from "./inflection.ts";
import { bodyType } from "./json-body.ts";
import { readStem } from "./operation-names.ts";
import { statedType } from "./stated-type.ts";
import type { TypeResolver } from "./type-resolver.ts";
import { blankType } from "./untyped.ts";

const jsonType = /^application\/(?:[\w.-]+\+)?json$/i;
const mediaType = /^[a-z]+\/[\w.+*-]+$/i;

/** Requests of the operation's own examples that carry something. `{}` is how pages show that there is nothing to say. */
function requestsWithBody(examples: readonly ExampleFact[]): RequestMessage[] {
  return examples.flatMap(({ request }) => {
    if (!request?.body) return [];
    const { json } = request.body;
    const isEmpty = typeof json === "object" && json !== null && Object.keys(json).length === 0;
    return isEmpty ? [] : [request];
  });
}

/**
 * The media type: JSON where the page has a type or a table for the body; else what the section names, the header
 * table lists or the examples send.
 */
function contentTypeOf(page: ApiPage, shown: readonly RequestMessage[], isStructured: boolean): string {
  const listed = page.headers
    .filter((row) => row.name.value.toLowerCase() === "content-type")
    .flatMap((row) => row.values)
    .filter((value) => mediaType.test(value))
    .map((value) => value.toLowerCase());
  const sent = shown.flatMap((request) => (request.body?.mediaType ? [request.body.mediaType] : []));
  const named = page.body?.contentType ?? null;
  // "The binary content" is only a guess at the type; what the header table lists is better, an example's file is not.
  const isGuess = named === "application/octet-stream";
  const candidates = [...(named && !isGuess ? [named] : []), ...listed, ...(named && isGuess ? [named] : []), ...sent];
  const hasJson = shown.some((request) => request.body?.json !== undefined);
  if (isStructured || hasJson) return candidates.find((name) => jsonType.test(name)) ?? "application/json";
  return candidates[0] ?? "application/json";
}

/** The type of text that the page names, or an example sends, beside JSON: a mail in MIME format, for instance. */
function textTypeOf(page: ApiPage, shown: readonly RequestMessage[]): string | null {
  const isText = (name: string): boolean => /^text\//i.test(name);
  const listed = page.headers
    .filter((row) => row.name.value.toLowerCase() === "content-type")
    .flatMap((row) => row.values)
    .filter((value) => mediaType.test(value) && isText(value));
  const sent = shown.flatMap(({ body }) =>
    body?.json === undefined && body?.mediaType != null && isText(body.mediaType) ? [body.mediaType] : [],
  );
  return [...listed, ...sent][0]?.toLowerCase() ?? null;
}

function exampleType(page: ApiPage, shown: readonly RequestMessage[], resolver: TypeResolver): TypeRef | null {
  for (const request of shown) {
    const named = request.body?.json === undefined ? null : bodyType(request.body.json);
    for (const name of [named, request.odataType]) {
      const expression = name ? annotatedType(name, request.place) : null;
      const type = expression && resolver.tryResolve(expression, page.path);
      if (type?.kind === "object") return type;
    }
  }
  return null;
}

const emptyProperty = {
  isNavigation: false,
  isNullable: null,
  isReadOnly: false,
  returned: null,
  query: { filter: null, orderBy: false, search: false },
  evidence: "table",
  inheritedFrom: null,
  deprecation: null,
} as const;

/** The member by which a body names an object that exists. */
function referenceProperty(page: ApiPage): Property {
  return {
    ...emptyProperty,
    name: "@odata.id",
    type: { kind: "primitive", name: "String" },
    description: "URL of the object to refer to.",
    isRequired: true,
    place: page.body?.place ?? page.place,
  };
}

function isReference(lines: readonly RequestLine[]): boolean {
  const pieces = lines[0]?.pieces ?? [];
  const last = pieces[pieces.length - 1];
  return last?.kind === "text" && /\/\$ref$/i.test(last.text);
}

/** Types that the examples show, of the requests if those name any, else of what comes back. */
function witnessesOf(
  page: ApiPage,
  examples: readonly ExampleFact[],
  shown: readonly RequestMessage[],
  resolver: TypeResolver,
): TypeRef[] {
  const own = exampleType(page, shown, resolver);
  if (own) return [own];
  return examples.flatMap(({ responses }) =>
    responses
      .filter(({ status }) => status < 300)
      .flatMap((response) => {
        const names = [response.body?.json === undefined ? null : bodyType(response.body.json), response.odataType];
        return names.flatMap((name) => {
          const expression = name ? annotatedType(name, response.place) : null;
          return (expression && resolver.tryResolve(expression, page.path)) ?? [];
        });
      }),
  );
}

function typeOf(
  page: ApiPage,
  method: HttpMethod,
  examples: readonly ExampleFact[],
  shown: readonly RequestMessage[],
  response: OperationResponse,
  resolver: TypeResolver,
): TypeRef | null {
  const expression = page.body?.type ?? null;
  const stated =
    expression && statedType(expression, page.path, witnessesOf(page, examples, shown, resolver), resolver);
  if (stated && stated.kind !== "unknown") return stated;
  if (expression && stated === null && (page.body?.rows.length ?? 0) === 0)
    return resolver.resolve(expression, page.path);
  const example = exampleType(page, shown, resolver);
  if (example) return example;
  // "Supply the values for the fields to update" names no type: it is the one that comes back, or the page's subject.
  const isUpdate = method === "PATCH" || method === "PUT";
  const isCreation = method === "POST" && response.statuses.includes(201) && (page.body?.rows.length ?? 0) === 0;
  if ((isUpdate || isCreation) && response.envelope !== "collection" && response.type?.kind === "object")
    return response.type;
  return isUpdate ? subjectType(page, resolver) : null;
}

/** The type that the file name speaks of: `widget-update` is about widgets, `maker-update-widget` too. */
function subjectType(page: ApiPage, resolver: TypeResolver): TypeRef | null {
  const stem = readStem((page.path.split("/").pop() ?? "").replace(/\.md$/i, ""));
  const token =
    stem?.verb === "update" ? (stem.rest[stem.rest.length - 1] ?? stem.owner[stem.owner.length - 1]) : undefined;
  for (const name of token === undefined ? [] : [token, singular(token)]) {
    const expression = annotatedType(name, page.title.place);
    const type = expression && resolver.tryResolve(expression, page.path);
    if (type?.kind === "object") return type;
  }
  return null;
}

function propertiesOf(page: ApiPage, rows: readonly PropertyRow[], owner: string, resolver: TypeResolver): Property[] {
  // What a row without a type is may be known of the type that the body is of, or of what the page shows.
  return rows.map((row) =>
    row.type === null ? resolver.build(row, blankType, false) : resolver.property(row, owner, page.path),
  );
}

interface Wrapper {
  readonly name: string;
  readonly isCollection: boolean;
}

/**
 * The one member around the documented ones, `{ "value": [{ "id": … }] }` for a table with `id`, where every example
 * shows it; `null` otherwise. A member that the table has itself is no wrapper.
 */
function wrapperOf(rows: readonly PropertyRow[], shown: readonly RequestMessage[]): Wrapper | null {
  const declared = new Set(rows.map((row) => row.name.value.toLowerCase()));
  const found = shown.map(({ body }): Wrapper | null => {
    const json: unknown = body?.json;
    if (typeof json !== "object" || json === null || Array.isArray(json)) return null;
    const [member, ...others] = Object.entries(json);
    if (!member || others.length > 0 || member[0].startsWith("@") || declared.has(member[0].toLowerCase())) return null;
    const value: unknown = member[1];
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    const isDeclared = (item: unknown): boolean => {
      if (typeof item !== "object" || item === null || Array.isArray(item)) return false;
      const names = Object.keys(item).filter((name) => !name.startsWith("@"));
      return names.length > 0 && names.every((name) => declared.has(name.toLowerCase()));
    };
    return items.length > 0 && items.every(isDeclared) ? { name: member[0], isCollection: Array.isArray(value) } : null;
  });
  const [first] = found;
  const isUnanimous = found.every((each) => each?.name === first?.name && each?.isCollection === first?.isCollection);
  return first && isUnanimous ? first : null;
}

/** The wrapper as the body's only member: of the type that has its name, else of any value, with its members in words. */
function wrapperProperty(
  wrapper: Wrapper,
  page: ApiPage,
  rows: readonly PropertyRow[],
  resolver: TypeResolver,
): Property {
  const place = page.body?.place ?? page.place;
  const expression = annotatedType(wrapper.name, place);
  const named = expression?.kind === "named" ? resolver.tryResolve(expression, page.path) : null;
  const item: TypeRef = named?.kind === "object" ? named : { kind: "primitive", name: "Untyped" };
  return {
    ...emptyProperty,
    name: wrapper.name,
    type: wrapper.isCollection ? { kind: "collection", of: item } : item,
    description: `${wrapper.isCollection ? "Objects" : "An object"} with: ${rows.map((row) => row.name.value).join(", ")}.`,
    isRequired: rows.some((row) => row.requiredColumn ?? row.description.isRequired),
    place,
  };
}

/**
 * Builds the body, or `null` where the operation has none.
 *
 * @param owner name of the operation, for enums without a name in a table of parameters
 */
export function buildBody(
  page: ApiPage,
  method: HttpMethod,
  lines: readonly RequestLine[],
  examples: readonly ExampleFact[],
  response: OperationResponse,
  owner: string,
  resolver: TypeResolver,
): RequestBody | null {
  if (method === "GET" || method === "HEAD" || method === "OPTIONS") return null;
  const shown = requestsWithBody(examples);
  const section = page.body;
  const rows = section?.rows ?? [];
  const hasBody = rows.length > 0 || shown.length > 0 || (section !== null && !section.isNone && section.text !== null);
  if (!hasBody || (method === "DELETE" && shown.length === 0)) return null;
  const base = { description: section?.text ?? null, place: section?.place ?? shown[0]?.place ?? page.place };
  if (isReference(lines) && rows.length === 0)
    return {
      ...base,
      kind: "parameters",
      contentType: "application/json",
      textType: null,
      type: null,
      properties: [referenceProperty(page)],
    };

  const type = typeOf(page, method, examples, shown, response, resolver);
  const contentType = contentTypeOf(page, shown, rows.length > 0 || section?.type !== null);
  if (!jsonType.test(contentType)) {
    const kind = /^(?:text\/|application\/(?:x-www-form-urlencoded|xml|xhtml))/i.test(contentType) ? "text" : "binary";
    return { ...base, kind, contentType, textType: null, type: null, properties: [] };
  }
  const textType = textTypeOf(page, shown);
  const wrapper = wrapperOf(rows, shown);
  if (wrapper) {
    const properties = [wrapperProperty(wrapper, page, rows, resolver)];
    return { ...base, kind: "parameters", contentType, textType, type: null, properties };
  }
  const typeName = section?.type?.kind === "named" ? section.type.name : owner;
  const properties = propertiesOf(page, rows, type ? typeName : owner, resolver);
  return { ...base, kind: type ? "resource" : "parameters", contentType, textType, type, properties };
}
