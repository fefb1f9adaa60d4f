/** Models made by hand, for tests. */
import type {
  ApiModel,
  EnumMember,
  EnumType,
  Example,
  HeaderParameter,
  HeaderPreference,
  HttpMethod,
  ObjectType,
  Operation,
  OperationResponse,
  OptionRule,
  Parameter,
  PathParameterUse,
  PathTemplate,
  PermissionGrant,
  PermissionScheme,
  PrimitiveName,
  Property,
  RequestBody,
  SourcePlace,
  TypeRef,
} from "./api-model.ts";

export const place: SourcePlace = { page: "api/sample.md", line: 1, column: 1, endLine: 1, endColumn: 2 };

const namespace = "lib";

export const primitive = (name: PrimitiveName): TypeRef => ({ kind: "primitive", name });
export const text = primitive("String");
export const object = (name: string): TypeRef => ({ kind: "object", id: `${namespace}.${name}` });
export const enumRef = (name: string): TypeRef => ({ kind: "enum", id: `${namespace}.${name}` });
export const listOf = (of: TypeRef): TypeRef => ({ kind: "collection", of });

export function property(name: string, type: TypeRef = text, more: Partial<Property> = {}): Property {
  return {
    name,
    type,
    isNavigation: false,
    description: null,
    isNullable: null,
    isReadOnly: false,
    isRequired: false,
    returned: null,
    query: { filter: null, orderBy: false, search: false },
    evidence: "table",
    inheritedFrom: null,
    deprecation: null,
    place,
    ...more,
  };
}

const capitalized = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1);

export function objectType(name: string, properties: readonly Property[], more: Partial<ObjectType> = {}): ObjectType {
  return {
    id: `${namespace}.${name}`,
    name,
    namespace,
    sdkName: capitalized(name),
    kind: "complex",
    baseType: null,
    isAbstract: false,
    isOpen: false,
    hasEtag: false,
    key: [],
    source: "page",
    description: null,
    deprecation: null,
    properties,
    places: [place],
    ...more,
  };
}

export function enumMember(value: string, more: Partial<EnumMember> = {}): EnumMember {
  return { value, number: null, description: null, isAfterSentinel: false, deprecation: null, place, ...more };
}

export function enumType(
  name: string,
  values: readonly (string | EnumMember)[],
  more: Partial<EnumType> = {},
): EnumType {
  return {
    id: `${namespace}.${name}`,
    name,
    namespace,
    sdkName: capitalized(name),
    members: values.map((value) => (typeof value === "string" ? enumMember(value) : value)),
    isFlags: false,
    isEvolvable: false,
    source: "table",
    description: null,
    deprecation: null,
    places: [place],
    ...more,
  };
}

export function parameter(name: string, type: TypeRef = text, more: Partial<Parameter> = {}): Parameter {
  return { name, wireName: name, alternatives: [], type, isRequired: false, description: null, place, ...more };
}

export function header(wireName: string, more: Partial<HeaderParameter> = {}): HeaderParameter {
  const name = wireName.toLowerCase().replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return { name, wireName, isRequired: false, values: [], preferences: [], description: null, place, ...more };
}

/** Makes a path of `/books/{bookId}`; parameters are segments unless `encodings` says otherwise. */
export function pathTemplate(
  template: string,
  encodings: Readonly<Record<string, PathParameterUse["encoding"]>> = {},
  query: PathTemplate["query"] = [],
): PathTemplate {
  const parts = template
    .split(/(\{\w+\})/)
    .filter((part) => part !== "")
    .map((part) => {
      const name = /^\{(\w+)\}$/.exec(part)?.[1];
      return name === undefined ? part : { parameter: name, encoding: encodings[name] ?? "segment" };
    });
  return { template, parts, query, place };
}

export function preference(token: string, more: Partial<HeaderPreference> = {}): HeaderPreference {
  return { key: token, token, values: [], kind: "text", isQuoted: false, description: null, ...more };
}

export function optionRule(when: OptionRule["when"], more: Partial<OptionRule> = {}): OptionRule {
  return { when, headers: [], options: [], headerValues: {}, text: "", ...more };
}

/** What a page says of a scheme: each permission is enough, those joined by `+` only together. */
export function grant(
  scheme: PermissionScheme,
  alternatives: readonly string[],
  more: Partial<PermissionGrant> = {},
): PermissionGrant {
  const lists = alternatives.map((one) => one.split("+"));
  return { scheme, isSupported: true, scopes: lists.flat(), alternatives: lists, text: "", place, ...more };
}

/** A request as a page shows it, below the base URL of {@link model}; `body` is JSON. */
export function example(method: HttpMethod, path: string, more: { body?: unknown; headers?: object } = {}): Example {
  const body =
    more.body === undefined ? null : { text: JSON.stringify(more.body), mediaType: null, json: more.body, place };
  const headers = Object.entries(more.headers ?? {}).map(([name, value]) => ({ name, value: String(value) }));
  const request = { method, url: `https://library.example/v1${path}`, headers, body, place };
  return { name: "example", title: null, request, responses: [] };
}

export function response(more: Partial<OperationResponse> = {}): OperationResponse {
  return {
    statuses: [200],
    content: "json",
    envelope: "none",
    type: null,
    contentTypes: [],
    headers: [],
    defaultProperties: null,
    longRunning: null,
    place,
    ...more,
  };
}

export function requestBody(more: Partial<RequestBody> = {}): RequestBody {
  return {
    contentType: "application/json",
    kind: "resource",
    textType: null,
    type: null,
    properties: [],
    description: null,
    place,
    ...more,
  };
}

/** Makes an operation on some paths; path parameters are those that the paths name. */
export function operation(
  name: string,
  paths: readonly (string | PathTemplate)[],
  more: Partial<Operation> = {},
): Operation {
  const templates = paths.map((path) => (typeof path === "string" ? pathTemplate(path) : path));
  const names = templates.flatMap(({ parts }) =>
    parts.flatMap((part) => (typeof part === "string" ? [] : [part.parameter])),
  );
  return {
    id: `api/${name}`,
    name,
    resource: "books",
    page: `api/${name}.md`,
    title: capitalized(name),
    description: null,
    deprecation: null,
    method: "GET",
    kind: "get",
    paths: templates,
    pathParameters: [...new Set(names)].map((one) => parameter(one, text, { isRequired: true })),
    queryParameters: [],
    query: { named: [], isGeneric: false },
    optionRules: [],
    headers: [],
    body: null,
    response: response(),
    permissions: [],
    errors: [],
    examples: [],
    place,
    ...more,
  };
}

export function model(parts: Partial<ApiModel> = {}): ApiModel {
  return {
    schema: 1,
    defaultNamespace: namespace,
    baseUrl: "https://library.example/v1",
    types: [],
    enums: [],
    operations: [],
    ...parts,
  };
}

/** A small library: an inheritance, enums, every kind of operation. */
export function libraryModel(): ApiModel {
  return model({
    types: [
      objectType("entity", [property("id", text, { isReadOnly: true, description: "Key of the object." })], {
        kind: "entity",
        key: ["id"],
        isAbstract: true,
      }),
      objectType(
        "book",
        [
          property("title", text, { description: "What the book is called.", isRequired: true, isNullable: false }),
          property("condition", enumRef("condition"), { description: "How worn it is." }),
          property("publishedDate", primitive("Date"), { isNullable: true, description: "When it came out." }),
          property("pageCount", primitive("Int32"), { isReadOnly: true }),
          property("authors", listOf(object("author")), { isNavigation: true, description: "Who wrote it." }),
          property("shelf", object("shelf"), { isNullable: true }),
        ],
        { kind: "entity", key: ["id"], baseType: "lib.entity", description: "A book of the library." },
      ),
      objectType("audioBook", [property("duration", primitive("Duration"))], {
        kind: "entity",
        key: ["id"],
        baseType: "lib.book",
        isOpen: true,
      }),
      objectType("author", [property("name")], { kind: "entity", key: ["id"], baseType: "lib.entity" }),
      objectType("shelf", [property("room"), property("topics", listOf(enumRef("topic")))]),
    ],
    enums: [
      enumType("condition", ["new", "used", enumMember("torn", { description: "Pages are missing." })]),
      enumType("topic", ["art", "science fiction", "unknownFutureValue"], { isEvolvable: true }),
    ],
    operations: [
      operation("listBooks", ["/books", "/branches/{branchId}/books"], {
        kind: "list",
        description: "Get the books of the library.",
        query: { named: ["select", "filter", "top"], isGeneric: false },
        response: response({ envelope: "collection", type: object("book") }),
      }),
      operation("getBook", ["/books/{bookId}"], {
        query: { named: ["select", "expand"], isGeneric: false },
        response: response({ type: object("book") }),
      }),
      operation("createBook", ["/books"], {
        method: "POST",
        kind: "create",
        body: requestBody({ type: object("book"), properties: [property("title", text, { isRequired: true })] }),
        response: response({ statuses: [201], type: object("book") }),
      }),
      operation("updateBook", ["/books/{bookId}"], {
        method: "PATCH",
        kind: "update",
        headers: [header("If-Match", { isRequired: true, description: "Version that is changed." })],
        body: requestBody({ type: object("book") }),
        response: response({ type: object("book") }),
      }),
      operation("deleteBook", ["/books/{bookId}"], {
        method: "DELETE",
        kind: "delete",
        response: response({ statuses: [204], content: "none" }),
      }),
      operation("lendBook", ["/books/{bookId}/lend"], {
        method: "POST",
        kind: "action",
        body: requestBody({
          kind: "parameters",
          properties: [property("until", primitive("Date"), { isRequired: true }), property("note")],
        }),
        response: response({ envelope: "value", type: primitive("Boolean") }),
      }),
      operation(
        "findBooks",
        [pathTemplate("/books/find(topic={topic},pages={pages})", { topic: "quoted", pages: "literal" })],
        {
          kind: "function",
          pathParameters: [parameter("topic", enumRef("topic")), parameter("pages", primitive("Int32"))],
          response: response({ envelope: "collection", type: object("book") }),
        },
      ),
      operation("getBookCover", ["/books/{bookId}/cover/$value"], {
        kind: "content",
        response: response({ content: "binary" }),
      }),
      operation("replaceBookCover", ["/books/{bookId}/cover/$value"], {
        method: "PUT",
        kind: "content",
        body: requestBody({ kind: "binary", contentType: "image/jpeg" }),
        response: response({ statuses: [204], content: "none" }),
      }),
    ],
  });
}
