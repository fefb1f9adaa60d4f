/** The documented examples of an operation, read for being compared with requests. */
import { type QueryPair, readExampleUrl, type UrlReading } from "../examples/example-url.ts";
import { percentDecoded } from "../examples/percent-decoding.ts";
import type { Example, ExampleResponse, Operation } from "../model/api-model.ts";
import { isOptionName } from "../model/query-support.ts";

/** What a URL names below the base URL, in a form that can be compared. */
export interface Place {
  /** Decoded; slashes inside of segments stay encoded. */
  readonly path: string;
  /** `name=value`, decoded, sorted. */
  readonly query: readonly string[];
}

/** An example that can answer: it shows a response. */
export interface KnownExample {
  readonly operation: Operation;
  readonly example: Example;
  /** The first response that can be one. */
  readonly first: ExampleResponse;
  /** What its request names; `null` where the page shows no request of the operation, or one that cannot be read. */
  readonly place: Place | null;
  /** The one of the operation's templates that its request fits; `null` where it fits none, or there is no request. */
  readonly template: string | null;
}

/** Reads the examples of an operation that show a response, in the order of the page. */
export function knownExamples(
  operation: Operation,
  baseUrl: string | null,
  templateOf: (operation: Operation, segments: readonly string[]) => string | null,
): readonly KnownExample[] {
  return operation.examples.flatMap((example): KnownExample[] => {
    const first = example.responses.find(({ status }) => isFinalStatus(status));
    if (first === undefined) return [];
    const reading = readRequest(operation, example, baseUrl);
    if (reading === null) return [{ operation, example, first, place: null, template: null }];
    const { segments, query } = reading;
    const template = templateOf(operation, segments);
    return [{ operation, example, first, place: placeOf(segments, query), template }];
  });
}

/** The places of all requests that the examples of an operation show, answered or not. */
export function shownPlaces(operation: Operation, baseUrl: string | null): readonly Place[] {
  return operation.examples.flatMap((example) => {
    const reading = readRequest(operation, example, baseUrl);
    return reading === null ? [] : [placeOf(reading.segments, reading.query)];
  });
}

function readRequest(operation: Operation, { request }: Example, baseUrl: string | null): UrlReading | null {
  const url = request?.method === operation.method ? readExampleUrl(request.url, baseUrl) : null;
  return url?.ok ? (url.readings[0] ?? null) : null;
}

/** Whether a response can end with a status: what pages write is not always one. */
export function isFinalStatus(status: number): boolean {
  return Number.isInteger(status) && status >= 200 && status <= 599;
}

/** Makes a place of what was read of a URL. */
export function placeOf(segments: readonly string[], query: readonly QueryPair[]): Place {
  return {
    path: segments.map((segment) => `/${percentDecoded(segment).replaceAll("/", "%2F")}`).join(""),
    query: query.map(({ name, text }) => `${queryKey(name)}=${text}`).sort(),
  };
}

/** A name of the query as it is compared: `top`, `$Top` and `$top` are one option. */
export function queryKey(name: string): string {
  const bare = name.replace(/^\$/, "").toLowerCase();
  return isOptionName(bare) ? `$${bare}` : name;
}

/** The names of `name=value` pairs, each once. */
export function queryNames(query: readonly string[]): ReadonlySet<string> {
  return new Set(query.map((pair) => pair.split("=", 1)[0] ?? ""));
}
