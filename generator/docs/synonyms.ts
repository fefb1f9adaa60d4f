/**
 * What varies between doc sets, as data: which heading means which section, which column title means which fact, which
 * word means which primitive type. The counts behind each line are pages of a real reference of 2021 and of its
 * successors up to 2026; a config file adds to each table.
 */
import { trimmedEnd } from "./trimmed-text.ts";
import type { PrimitiveName } from "./vocabulary.ts";

export type SectionName =
  | "permissions"
  | "httpRequest"
  | "queryOptions"
  | "queryParameters"
  | "pathParameters"
  | "functionParameters"
  | "parameters"
  | "requestHeaders"
  | "requestBody"
  | "response"
  | "responseHeaders"
  | "errors"
  | "examples"
  | "exampleRequest"
  | "exampleResponse"
  | "properties"
  | "relationships"
  | "methods"
  | "members"
  | "representation"
  | "derivedTypes"
  | "instanceAnnotations"
  | "prose";

/** Section headings, as `headingKey` makes them. */
const sectionSynonyms: Readonly<Record<SectionName, readonly string[]>> = {
  permissions: ["permissions", "prerequisites", "required permissions", "permissions required"],
  httpRequest: ["http request", "http requests", "request url", "request syntax"],
  queryOptions: ["optional query parameters", "odata query parameters", "optional odata query parameters"],
  queryParameters: ["query parameters", "required query parameters", "query string parameters"],
  pathParameters: ["path parameters", "uri parameters", "url parameters"],
  functionParameters: ["function parameters"],
  parameters: ["parameters"],
  requestHeaders: ["request headers", "optional request headers", "headers", "request header"],
  requestBody: ["request body", "request payload"],
  response: ["response", "response body", "responses", "return value"],
  responseHeaders: ["response headers"],
  errors: [
    "error responses",
    "error response",
    "error handling",
    "errors",
    "exceptions",
    "error codes",
    "error conditions and messages",
    "error response codes",
  ],
  examples: ["example", "examples"],
  exampleRequest: ["request", "sample request", "example request"],
  exampleResponse: ["sample response", "example response"],
  properties: ["properties", "property", "fields"],
  relationships: ["relationships", "relations", "navigation properties"],
  methods: ["methods", "operations", "reports", "tasks"],
  members: ["members", "enum members", "enumeration members", "values"],
  representation: ["json representation", "json schema"],
  derivedTypes: ["derived types", "subtypes", "inherited by"],
  instanceAnnotations: ["instance attributes", "instance annotations"],
  prose: [
    "see also",
    "related content",
    "related topics",
    "remarks",
    "usage",
    "what's new",
    "next steps",
    "common use cases",
    "use cases",
    "in this article",
    "notes",
    "limitations",
    "feedback",
  ],
};

export type ColumnName =
  | "name"
  | "member"
  | "type"
  | "description"
  | "value"
  | "number"
  | "required"
  | "permissionType"
  | "permissions"
  | "permissionsMostFirst"
  | "leastPrivileged"
  | "higherPrivileged"
  | "permissionsDelegatedWork"
  | "permissionsDelegatedPersonal"
  | "permissionsApplication"
  | "appliesTo"
  | "method"
  | "returnType"
  | "httpMethod"
  | "status"
  | "errorCode";

/** Column titles in lower case, white space folded. */
const columnSynonyms: Readonly<Record<ColumnName, readonly string[]>> = {
  name: [
    "property",
    "properties",
    "property name",
    "name",
    "parameter",
    "parameters",
    "parameter name",
    "relationship",
    "relationship name",
    "navigation property",
    "query parameter",
    "path parameter",
    "header",
    "headers",
    "header name",
    "request header",
    "field",
    "attribute",
    "attribute name",
    "annotation",
  ],
  member: ["member", "members", "enum member", "enumeration member", "member name", "possible values", "values"],
  type: ["type", "types", "property type", "data type", "datatype", "parameter type"],
  description: ["description", "descriptions", "details", "meaning", "notes", "remarks", "definition", "comments"],
  value: ["value"],
  number: ["int value", "integer value", "numeric value", "int", "number"],
  required: ["required", "required?", "required (y/n)", "is required", "mandatory", "optional/required"],
  permissionType: ["permission type", "permission types", "permission type (by workflow)"],
  permissions: [
    "permissions (from least to most privileged)",
    "permissions (from the least to the most privileged)",
    "permissions",
    "permission",
  ],
  permissionsMostFirst: ["permissions (from most to least privileged)"],
  leastPrivileged: [
    "least privileged permission",
    "least privileged permissions",
    "least privilege permission",
    "least privilege permissions",
    "least privileged permission(s)",
  ],
  higherPrivileged: [
    "higher privileged permission",
    "higher privileged permissions",
    "higher privilege permission",
    "higher privilege permissions",
    "higher privileged permission(s)",
  ],
  permissionsDelegatedWork: ["delegated (work or school account)"],
  permissionsDelegatedPersonal: ["delegated (personal microsoft account)", "delegated (personal account)"],
  permissionsApplication: ["application"],
  appliesTo: ["supported resource", "supported resources", "resource", "calendar", "scope"],
  method: ["method", "methods", "common task", "task", "operation", "report"],
  returnType: ["return type", "return", "returns", "response"],
  httpMethod: ["http method", "rest path"],
  status: ["status", "status code", "http status code", "http code", "response code"],
  errorCode: ["code", "error code", "error"],
};

/** Words for primitive types in lower case, without `edm.`. */
const primitiveSynonyms: Readonly<Record<PrimitiveName, readonly string[]>> = {
  String: ["string", "text", "str"],
  Boolean: ["boolean", "bool"],
  Byte: ["byte"],
  SByte: ["sbyte"],
  Int16: ["int16", "short"],
  Int32: ["int32", "int", "integer"],
  Int64: ["int64", "long"],
  Single: ["single", "float"],
  Double: ["double", "number"],
  Decimal: ["decimal"],
  DateTimeOffset: ["datetimeoffset", "datetime", "timestamp", "datetime offset", "date/time"],
  Date: ["date", "dateonly"],
  TimeOfDay: ["timeofday", "time"],
  Duration: ["duration"],
  Guid: ["guid", "uuid"],
  Binary: ["binary", "bytes", "byte[]", "base64", "base64url"],
  Stream: ["stream"],
  Untyped: ["object", "untyped", "any", "json object", "untyped json object"],
};

/** Words that stand where a type is due and say that it is an enum without naming it. */
const anonymousEnumSynonyms: readonly string[] = ["enumeration", "enum"];

/** Words that stand where a type is due and mean a string with a certain content. */
const stringLikeSynonyms: readonly string[] = ["url", "uri", "email", "etag"];

/** All tables, ready for lookup by lower-case text. Maps, because the keys come from pages. */
export interface Vocabulary {
  readonly sections: ReadonlyMap<string, SectionName>;
  readonly columns: ReadonlyMap<string, ColumnName>;
  readonly primitives: ReadonlyMap<string, PrimitiveName>;
  readonly anonymousEnums: ReadonlySet<string>;
}

/** Additions to the tables, each a list of further words by the meaning they have. */
export interface VocabularyAdditions {
  readonly sections?: Readonly<Partial<Record<SectionName, readonly string[]>>>;
  readonly columns?: Readonly<Partial<Record<ColumnName, readonly string[]>>>;
  readonly primitives?: Readonly<Partial<Record<PrimitiveName, readonly string[]>>>;
}

/** Words as headings, titles and cells are looked up; a colon copied along from a heading does not count. */
function wordKey(word: string): string {
  return trimmedEnd(word.replace(/\s+/gu, " ").trim(), ":. ").toLowerCase();
}

function index<Name extends string>(
  table: Readonly<Record<Name, readonly string[]>>,
  additions: Readonly<Partial<Record<Name, readonly string[]>>> | undefined,
): Map<string, Name> {
  const found = new Map<string, Name>();
  for (const source of [table, additions ?? table])
    for (const name of Object.keys(source) as Name[])
      for (const word of source[name] ?? []) found.set(wordKey(word), name);
  return found;
}

/** The built-in tables and what a config adds to them; an addition outranks a built-in word. */
export function createVocabulary(additions: VocabularyAdditions = {}): Vocabulary {
  const primitives = index(primitiveSynonyms, additions.primitives);
  for (const word of stringLikeSynonyms) if (!primitives.has(word)) primitives.set(word, "String");
  return {
    sections: index(sectionSynonyms, additions.sections),
    columns: index(columnSynonyms, additions.columns),
    primitives,
    anonymousEnums: new Set(anonymousEnumSynonyms),
  };
}
