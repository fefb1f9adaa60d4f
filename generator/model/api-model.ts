/**
 * The API that a set of pages describes, as plain data: what every output is a function of.
 *
 * It can be written as JSON and read back without loss, holds no cycles (types refer to each other by id), and does
 * not depend on the order in which pages were read. Lists are sorted by `id` unless a comment says that they keep the
 * order of the page. Absent facts are `null`, never guesses: `nullable: null` means that no page says.
 */

import type { SourcePlace } from "../diagnostics/place.ts";
import type { HttpMethod, PermissionScheme, PrimitiveName } from "../docs/vocabulary.ts";

export type { HttpMethod, PermissionScheme, PrimitiveName, SourcePlace };

/** A type as properties, parameters and responses refer to it. */
export type TypeRef =
  | { readonly kind: "primitive"; readonly name: PrimitiveName }
  /** `id` of an {@link ObjectType} of the same model. */
  | { readonly kind: "object"; readonly id: string }
  /** `id` of an {@link EnumType} of the same model. */
  | { readonly kind: "enum"; readonly id: string }
  /** A string for which the page lists values without naming an enum type; other values stay possible. */
  | { readonly kind: "literals"; readonly values: readonly string[] }
  | { readonly kind: "union"; readonly options: readonly TypeRef[] }
  | { readonly kind: "collection"; readonly of: TypeRef }
  /** The page's text could not be resolved; a diagnostic says so. */
  | { readonly kind: "unknown"; readonly text: string };

export interface Deprecation {
  /** What the page says of it, as one line of plain text. */
  readonly text: string | null;
}

/** Which OData query options a property supports, as far as its description says. */
export interface PropertyQuerySupport {
  /** Operators of `$filter`, for instance `["eq", "ne"]`; empty where only "Supports $filter" stands; `null`: unstated. */
  readonly filter: readonly string[] | null;
  readonly orderBy: boolean;
  readonly search: boolean;
}

/** A structural or navigation property of an {@link ObjectType}, or a member of a request body. */
export interface Property {
  /** As the page spells it: the name on the wire. */
  readonly name: string;
  readonly type: TypeRef;
  /** From the Relationships table: to be reached with `$expand`. */
  readonly isNavigation: boolean;
  /** One line or a few lines of plain text. */
  readonly description: string | null;
  readonly isNullable: boolean | null;
  readonly isReadOnly: boolean;
  /** The page says "Required." or "Required when created". */
  readonly isRequired: boolean;
  /** Whether a plain GET returns it: `"onSelect"` only where named in `$select`, `null` where no page says. */
  readonly returned: "default" | "onSelect" | null;
  readonly query: PropertyQuerySupport;
  /**
   * Where it is declared: in a table, only in the JSON representation, only by an operation that lists it, or only in
   * examples. What only examples show may be absent from other responses.
   */
  readonly evidence: "table" | "representation" | "operation" | "example";
  /** Present where the page has a JSON representation that, other than its table, does not show the property. */
  readonly isUnrepresented?: boolean;
  /** `id` of the ancestor that declares the property, where the page repeats an inherited one. */
  readonly inheritedFrom: string | null;
  readonly deprecation: Deprecation | null;
  readonly place: SourcePlace;
}

/** An entity type or a complex type. */
export interface ObjectType {
  /** Qualified name: `namespace.name`; just the name where the set has no namespace. */
  readonly id: string;
  /** As the pages spell it, without namespace. */
  readonly name: string;
  readonly namespace: string;
  /** Name of the emitted interface, unique among types and enums. */
  readonly sdkName: string;
  readonly kind: "entity" | "complex";
  /** `id` of the base type. Never leads back to the type itself. */
  readonly baseType: string | null;
  readonly isAbstract: boolean;
  /** Instances may carry members that no page declares. */
  readonly isOpen: boolean;
  /** Instances carry `@odata.etag`, by what pages show of this very type. Derived types inherit it as they do properties. */
  readonly hasEtag: boolean;
  /** Names of the key properties, own or inherited. */
  readonly key: readonly string[];
  /** `"inferred"`: no page declares it; made of the body tables and examples of the pages that use it. */
  readonly source: "page" | "inferred";
  readonly description: string | null;
  readonly deprecation: Deprecation | null;
  /** In the order of the page; several pages: in the order of their paths. */
  readonly properties: readonly Property[];
  /** Where it is declared, one place a page, sorted by page; where it is first used, if inferred. */
  readonly places: readonly SourcePlace[];
}

export interface EnumMember {
  /** The value on the wire. */
  readonly value: string;
  /** The number that the page's Value column gives. */
  readonly number: number | null;
  readonly description: string | null;
  /** Listed after the sentinel `unknownFutureValue`: sent by the service only when asked for. */
  readonly isAfterSentinel: boolean;
  readonly deprecation: Deprecation | null;
  readonly place: SourcePlace;
}

export interface EnumType {
  readonly id: string;
  readonly name: string;
  readonly namespace: string;
  readonly sdkName: string;
  /** In the order of the page. Never empty; values are unique. */
  readonly members: readonly EnumMember[];
  /** Several members at once, comma-separated on the wire. */
  readonly isFlags: boolean;
  /** Has the sentinel member `unknownFutureValue`: members will be added. */
  readonly isEvolvable: boolean;
  /** Where the members come from: a page or section with a table, the list in a description, or an anonymous enum. */
  readonly source: "table" | "inline" | "anonymous";
  readonly description: string | null;
  readonly deprecation: Deprecation | null;
  readonly places: readonly SourcePlace[];
}

/** A parameter's text inside a path template. */
export interface PathParameterUse {
  /** `name` of one of the operation's `pathParameters`. */
  readonly parameter: string;
  /**
   * How the value is written into the path:
   * `segment` percent-encoded, one segment; `path` percent-encoded, `/` kept (`{item-path}` between colons);
   * `quoted` an OData string literal in single quotes, inner quotes doubled; `literal` an OData literal by the
   * parameter's type, without quotes (numbers, booleans, dates, guids).
   */
  readonly encoding: "segment" | "path" | "quoted" | "literal";
}

/** One documented path. The aliases of an operation are several of them. */
export interface PathTemplate {
  /** `/users/{userId}/messages`: normalised, without host, version and query, parameters by their SDK name. */
  readonly template: string;
  /** Text and parameters in turn; joined they make the path. Text is already percent-encoded where it has to be. */
  readonly parts: readonly (string | PathParameterUse)[];
  /** The query string that the template itself carries: a fixed text, or the name of one of `queryParameters`. */
  readonly query: readonly { readonly name: string; readonly value: string | { readonly parameter: string } }[];
  readonly place: SourcePlace;
}

/** A path, function or query parameter. */
export interface Parameter {
  /** Key of the SDK's argument object; an identifier in most cases. Unique within the operation. */
  readonly name: string;
  /** As the page writes it: `user-id`, `$top`, `startDateTime`. */
  readonly wireName: string;
  /** The alternatives of `{id | userPrincipalName}`; empty where there is one. */
  readonly alternatives: readonly string[];
  readonly type: TypeRef;
  readonly isRequired: boolean;
  readonly description: string | null;
  readonly place: SourcePlace;
}

/** One of the preferences that a `Prefer` header may hold. */
export interface HeaderPreference {
  /** Key of the SDK's option: `includeUnknownEnumMembers`. Unique within the header. */
  readonly key: string;
  /** As RFC 7240 calls it, the name on the wire: `include-unknown-enum-members`. */
  readonly token: string;
  /** The literal values that the page lists, without quotes; empty where free. */
  readonly values: readonly string[];
  /** `flag`: sent without a value; `number`: an integer; `text`: any other value. */
  readonly kind: "flag" | "text" | "number";
  /** The value stands in double quotes on the wire. */
  readonly isQuoted: boolean;
  readonly description: string | null;
}

export interface HeaderParameter {
  /** Key of the SDK's option: `ifMatch`, `prefer`. */
  readonly name: string;
  /** `If-Match` */
  readonly wireName: string;
  readonly isRequired: boolean;
  /** The literal values that the page lists; empty where free. */
  readonly values: readonly string[];
  /** What `Prefer` may hold, in the order of the page; empty for every other header. */
  readonly preferences: readonly HeaderPreference[];
  readonly description: string | null;
  readonly place: SourcePlace;
}

export type QueryOptionName =
  | "select"
  | "expand"
  | "filter"
  | "orderby"
  | "top"
  | "skip"
  | "count"
  | "search"
  | "skiptoken"
  | "format";

/** The OData system query options that the page grants. */
export interface QuerySupport {
  /** Named by the page. */
  readonly named: readonly QueryOptionName[];
  /** "supports OData query parameters" without naming any: all that fit may be tried. */
  readonly isGeneric: boolean;
}

/** What else a request has to carry where it uses certain query options, as a sentence of the page says. */
export interface OptionRule {
  /** The rule holds for requests that use all of these. Never empty. */
  readonly when: readonly QueryOptionName[];
  /** Wire names of the headers that are required then. */
  readonly headers: readonly string[];
  /** Query options that are required then. */
  readonly options: readonly QueryOptionName[];
  /** The value to send, by wire name of the header; absent where the page lists none, or several. */
  readonly headerValues: Readonly<Record<string, string>>;
  /** The sentence. */
  readonly text: string;
}

/** A row of an error table; `text` is what it says, in one or a few lines, perhaps none. */
export interface OperationError {
  readonly status: number | null;
  readonly code: string | null;
  readonly text: string;
}

export interface RequestBody {
  /** `application/json` unless the page says otherwise. */
  readonly contentType: string;
  /**
   * `resource`: a representation of `type`; `parameters`: an object of just the `properties`;
   * `binary` and `text`: the raw content.
   */
  readonly kind: "resource" | "parameters" | "binary" | "text";
  /** Media type of text that may be sent instead of JSON; `null` where there is no such choice. */
  readonly textType: string | null;
  readonly type: TypeRef | null;
  /** The page's own body table, in its order. Empty where it has none. */
  readonly properties: readonly Property[];
  readonly description: string | null;
  readonly place: SourcePlace;
}

/** An operation that goes on after its answer, and is to be asked how far it is. */
export interface LongRunning {
  /** The response header with the URL to ask. */
  readonly header: "Location" | "Operation-Location";
  /** What a GET of that URL gives; `null` where the pages do not say. */
  readonly statusType: TypeRef | null;
  /** What the operation gives in the end; `null` where the pages do not say. */
  readonly resultType: TypeRef | null;
}

export interface OperationResponse {
  /** Success statuses that the page names, ascending; `[200]` where it names none. */
  readonly statuses: readonly number[];
  readonly content: "none" | "json" | "binary" | "text";
  /**
   * How `type` is wrapped: `collection` is `{ value: T[], "@odata.nextLink"? }`, `value` is `{ value: T }`,
   * `none` is T itself.
   */
  readonly envelope: "none" | "collection" | "value";
  /** `null` where there is no content or it is not JSON. */
  readonly type: TypeRef | null;
  /** Media types of the documented responses. */
  readonly contentTypes: readonly string[];
  /** Response headers with a meaning, as documented: `Location`, `Operation-Location`, `Retry-After`. */
  readonly headers: readonly string[];
  /** Names of the properties of `type`, own or inherited, that come without `$select`; `null` where the page lists none. */
  readonly defaultProperties: readonly string[] | null;
  /** `null` where the operation is done when it answers. */
  readonly longRunning: LongRunning | null;
  readonly place: SourcePlace;
}

export interface PermissionGrant {
  readonly scheme: PermissionScheme;
  readonly isSupported: boolean;
  /** From least to most privileged, whatever the order on the page. */
  readonly scopes: readonly string[];
  /**
   * The ways to be permitted, from least to most privileged: any one is enough, and takes all its permissions together.
   * Empty also where the cell ties permissions to cases ("for groups: …"): then only `text` says what is needed when.
   */
  readonly alternatives: readonly (readonly string[])[];
  /** The cell, or the cells, as plain text. */
  readonly text: string;
  readonly place: SourcePlace;
}

export interface PermissionSet {
  /** What the table is for, where a page has several: a resource, a path, a heading. */
  readonly appliesTo: string | null;
  readonly grants: readonly PermissionGrant[];
}

export interface MessageBody {
  readonly text: string;
  readonly mediaType: string | null;
  /** Parsed value where the text is JSON, perhaps after repair. */
  readonly json?: unknown;
  readonly place: SourcePlace;
}

/** `name` in lower case. */
export interface MessageHeader {
  readonly name: string;
  readonly value: string;
}

export interface ExampleRequest {
  readonly method: HttpMethod;
  /** As written, repaired only at its ends. */
  readonly url: string;
  readonly headers: readonly MessageHeader[];
  readonly body: MessageBody | null;
  readonly place: SourcePlace;
}

export interface ExampleResponse {
  readonly status: number;
  readonly headers: readonly MessageHeader[];
  readonly body: MessageBody | null;
  /** The annotation says that members were left out. */
  readonly isTruncated: boolean;
  /** The annotation's `@odata.type`, resolved; `null` where there is none. */
  readonly type: TypeRef | null;
  readonly place: SourcePlace;
}

/** A request and the responses up to the next request. */
export interface Example {
  /** Unique within the operation; from the annotation or the heading. */
  readonly name: string;
  readonly title: string | null;
  readonly request: ExampleRequest | null;
  readonly responses: readonly ExampleResponse[];
}

/** What one api page documents: one method on one or several paths. */
export interface Operation {
  /** The page without `.md`; with `#METHOD` for the second and further methods of a page. */
  readonly id: string;
  /** Name of the emitted function, unique in the model: `listUsers`. */
  readonly name: string;
  /** The file it is emitted to: `operations/<resource>.ts`, lower-case words joined by `-`. */
  readonly resource: string;
  readonly page: string;
  readonly title: string;
  readonly description: string | null;
  readonly deprecation: Deprecation | null;
  readonly method: HttpMethod;
  /** `list`…`delete` by verb and shape; `action` and `function` in the OData sense; `delta`; `content` for raw bytes; `reference` for `$ref`. */
  readonly kind:
    | "list"
    | "get"
    | "create"
    | "update"
    | "delete"
    | "action"
    | "function"
    | "delta"
    | "content"
    | "reference";
  /** In the order of the page. Empty where no request line could be read: then no function is emitted. */
  readonly paths: readonly PathTemplate[];
  /** All parameters of all `paths`; a path uses those that its `parts` name. */
  readonly pathParameters: readonly Parameter[];
  readonly queryParameters: readonly Parameter[];
  readonly query: QuerySupport;
  /** What options need beside them, in the order of the page. Only about options that `query` grants. */
  readonly optionRules: readonly OptionRule[];
  readonly headers: readonly HeaderParameter[];
  readonly body: RequestBody | null;
  readonly response: OperationResponse;
  readonly permissions: readonly PermissionSet[];
  /** The rows of the page's error tables in its order, each once. */
  readonly errors: readonly OperationError[];
  readonly examples: readonly Example[];
  readonly place: SourcePlace;
}

export interface ApiModel {
  /** Version of this shape. A reader refuses any other. */
  readonly schema: 1;
  /** What unqualified type names belong to; `""` where the pages name no namespace. */
  readonly defaultNamespace: string;
  /** Service root with version and without a final slash; `null` where neither pages nor config give one. */
  readonly baseUrl: string | null;
  readonly types: readonly ObjectType[];
  readonly enums: readonly EnumType[];
  readonly operations: readonly Operation[];
}
