/** Operations, requests and models made by hand, for the tests of this folder. */
import type {
  ApiModel,
  ExampleRequest,
  HeaderParameter,
  Operation,
  Parameter,
  PathParameterUse,
  PathTemplate,
  PrimitiveName,
  QueryOptionName,
  SourcePlace,
  TypeRef,
} from "../model/api-model.ts";
import { type ExampleCall, type ExampleContext, type ExampleMismatch, exampleCall } from "./example-call.ts";

export const place: SourcePlace = { page: "api/sample.md", line: 1, column: 1, endLine: 1, endColumn: 2 };

export const primitive = (name: PrimitiveName): TypeRef => ({ kind: "primitive", name });

export function parameter(name: string, type: PrimitiveName = "String", more: Partial<Parameter> = {}): Parameter {
  return {
    name,
    wireName: name,
    alternatives: [],
    type: primitive(type),
    isRequired: false,
    description: null,
    place,
    ...more,
  };
}

export function header(name: string, wireName: string, more: Partial<HeaderParameter> = {}): HeaderParameter {
  return { name, wireName, isRequired: false, values: [], preferences: [], description: null, place, ...more };
}

const encodings: Readonly<Record<string, PathParameterUse["encoding"]>> = {
  "": "segment",
  "+": "path",
  "'": "quoted",
  "=": "literal",
};

/** Makes a path of a template as the runtime reads it: `{id}`, `{+path}`, `{'text'}`, `{=number}`. */
export function path(template: string, query: PathTemplate["query"] = []): PathTemplate {
  const parts = template
    .split(/(\{[^{}]+\})/)
    .filter((part) => part !== "")
    .map((part) => {
      const match = /^\{([+=']?)([^{}']+)'?\}$/.exec(part);
      return match === null ? part : { parameter: match[2] ?? "", encoding: encodings[match[1] ?? ""] ?? "segment" };
    });
  return { template: template.replace(/\{[+=']?([^{}']+)'?\}/g, "{$1}"), parts, query, place };
}

export interface Sample {
  readonly method?: Operation["method"];
  /** Templates as the runtime reads them, or paths. */
  readonly paths: readonly (string | PathTemplate)[];
  readonly types?: Readonly<Record<string, PrimitiveName>>;
  readonly queryParameters?: readonly Parameter[];
  readonly options?: readonly QueryOptionName[];
  readonly headers?: readonly HeaderParameter[];
  readonly hasBody?: boolean;
  readonly page?: string;
}

export function operation(name: string, sample: Sample): Operation {
  const paths = sample.paths.map((one) => (typeof one === "string" ? path(one) : one));
  const names = paths.flatMap(({ parts }) =>
    parts.flatMap((part) => (typeof part === "string" ? [] : [part.parameter])),
  );
  return {
    id: name,
    name,
    resource: "sample",
    page: sample.page ?? `${name}.md`,
    title: name,
    description: null,
    deprecation: null,
    method: sample.method ?? "GET",
    kind: "get",
    paths,
    pathParameters: [...new Set(names)].map((one) => parameter(one, sample.types?.[one])),
    queryParameters: sample.queryParameters ?? [],
    query: { named: sample.options ?? [], isGeneric: false },
    optionRules: [],
    headers: sample.headers ?? [],
    body: sample.hasBody
      ? {
          contentType: "application/json",
          kind: "parameters",
          textType: null,
          type: null,
          properties: [],
          description: null,
          place,
        }
      : null,
    response: {
      statuses: [200],
      content: "json",
      envelope: "none",
      type: null,
      contentTypes: [],
      headers: [],
      defaultProperties: null,
      longRunning: null,
      place,
    },
    permissions: [],
    errors: [],
    examples: [],
    place,
  };
}

export function request(line: string, more: Partial<ExampleRequest> = {}): ExampleRequest {
  const [method = "", url = ""] = /^([A-Z]+) (.*)$/s.exec(line)?.slice(1) ?? [];
  // The methods in tests are those of the model.
  return { method: method as ExampleRequest["method"], url, headers: [], body: null, place, ...more };
}

export function model(operations: readonly Operation[], more: Partial<ApiModel> = {}): ApiModel {
  return {
    schema: 1,
    defaultNamespace: "sample.lib",
    baseUrl: "https://api.example.com/v1.0",
    types: [],
    enums: [],
    operations,
    ...more,
  };
}

export const context: ExampleContext = {
  baseUrl: "https://api.example.com/v1.0",
  namespace: "sample.lib",
  aliases: [],
};

/** The call of a sample operation, or why there is none. */
export function callOf(
  sample: Sample,
  line: string,
  more: Partial<ExampleRequest> = {},
  settings: Partial<ExampleContext> = {},
): ExampleCall | ExampleMismatch {
  return exampleCall(operation("sample", sample), request(line, more), { ...context, ...settings });
}

/** What a test looks at first: the path and the values of a call, and the codes of its notes. */
export function gist(outcome: ExampleCall | ExampleMismatch): unknown {
  if (outcome.kind === "mismatch") return outcome.code;
  const { path: used, parameters, notes } = outcome;
  const values = Object.fromEntries(parameters.map(({ name, value }) => [name, value]));
  return [used.template, values, ...notes.map(({ code }) => code)];
}
