/** Mocks of models made by hand, and of the doc set of this repository, for the tests of this folder. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { model, operation, path, place, primitive, request, type Sample } from "../examples/examples.fixture.ts";
import type {
  ApiModel,
  Example,
  ExampleResponse,
  MessageHeader,
  ObjectType,
  Operation,
  Property,
} from "../model/api-model.ts";
import { buildModel } from "../model/build-model.ts";
import { readPages } from "../read-pages.ts";
import { type AnsweredRequest, createMockApp, type MockApp, type MockAppOptions } from "./mock-app.ts";

export { model, operation, path, place, primitive, request, type Sample };

export interface Shown {
  readonly status?: number;
  readonly headers?: readonly MessageHeader[];
  readonly json?: unknown;
  /** A body that is no JSON. */
  readonly text?: string;
  readonly mediaType?: string;
}

export function response({ status = 200, headers = [], json, text, mediaType }: Shown = {}): ExampleResponse {
  const type = mediaType ?? (json === undefined ? null : "application/json");
  const body = {
    text: text ?? JSON.stringify(json) ?? "",
    mediaType: type,
    place,
    ...(json === undefined ? {} : { json }),
  };
  const hasBody = json !== undefined || text !== undefined;
  return { status, headers, body: hasBody ? body : null, isTruncated: false, type: null, place };
}

/**
 * @example example("getAll", "GET /things?$top=1", { json: { value: [] } })
 */
export function example(name: string, line: string, shown: Shown | readonly Shown[] = {}, body?: unknown): Example {
  const responses = Array.isArray(shown) ? shown : [shown];
  const sent = body === undefined ? null : { text: JSON.stringify(body), mediaType: null, json: body, place };
  return { name, title: null, request: request(line, { body: sent }), responses: responses.map(response) };
}

export function operationWith(
  name: string,
  sample: Sample,
  examples: readonly Example[],
  more: Partial<Operation> = {},
): Operation {
  return { ...operation(name, sample), examples, ...more };
}

export function objectType(name: string, properties: readonly Property[], more: Partial<ObjectType> = {}): ObjectType {
  return {
    id: `sample.lib.${name}`,
    name,
    namespace: "sample.lib",
    sdkName: name,
    kind: "entity",
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

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: unknown;
  readonly log: AnsweredRequest | undefined;
}

export type Ask = (line: string, more?: { headers?: Record<string, string>; body?: unknown }) => Promise<Answered>;

/** Asks a mock without a socket; `line` is a method and a URL below the origin, a body is JSON unless it is a text. */
export function asking(used: ApiModel, options: Partial<MockAppOptions> = {}): Ask {
  const log: AnsweredRequest[] = [];
  const app = createMockApp(used, {
    checkBody: () => [],
    ...options,
    onAnswer: (one) => {
      log.push(one);
      options.onAnswer?.(one);
    },
  });
  return (line, more = {}) => ask(app, log, line, more);
}

async function ask(
  app: MockApp,
  log: AnsweredRequest[],
  line: string,
  { headers = {}, body }: { headers?: Record<string, string>; body?: unknown },
): Promise<Answered> {
  const [method = "", url = ""] = line.split(/ (.*)/s);
  const sent = typeof body === "string" ? body : body === undefined ? undefined : JSON.stringify(body);
  const type = sent === undefined ? {} : { "content-type": "application/json" };
  const init = { method, headers: { ...type, ...headers }, ...(sent === undefined ? {} : { body: sent }) };
  const answered = await app.fetch(new Request(`http://mock.test${url}`, init));
  const text = await answered.text();
  const isJson = answered.headers.get("content-type")?.startsWith("application/json") === true && text !== "";
  const json: unknown = isJson ? JSON.parse(text) : undefined;
  return { status: answered.status, headers: answered.headers, text, json, log: log.at(-1) };
}

let docsModel: ApiModel | undefined;

/** The model of `docs-input`. */
export function repositoryModel(): ApiModel {
  docsModel ??= buildModel(
    readPages({ docs: join(fileURLToPath(new URL("../../", import.meta.url)), "docs-input") }).pages,
  ).model;
  return docsModel;
}

/** The error of an answer, without its request id. */
export function errorOf({ json }: Answered): unknown {
  const { error } = json as { error: { innerError?: unknown } };
  const { innerError: _, ...rest } = error;
  return rest;
}
