/** Finds the example that is nearest to a request. */
import type { Example } from "./example.ts";

/** What a URL names below the base URL. */
export interface Place {
  /** Decoded; slashes inside of segments stay encoded. */
  readonly path: string;
  /** `name=value`, decoded, sorted. */
  readonly query: readonly string[];
}

/** What examples are compared with. */
export interface ComparedRequest {
  /** In upper case. */
  readonly method: string;
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The value, if it is JSON. */
  readonly body: unknown;
}

/** An example, read for being compared. */
export interface KnownExample {
  readonly example: Example;
  /** `undefined` where all that is known is a template. */
  readonly documented: Place | undefined;
  readonly templates: readonly Template[];
}

/** A path template, as steps and what stands for some of them. */
interface Template extends Pick<Place, "query"> {
  readonly tokens: readonly string[];
}

/** How far an example is from a request, the gravest difference first. */
type Rank = readonly [path: number, query: number, body: number, headers: number];

export function knownExample(example: Example): KnownExample {
  const { path, otherPaths = [], url } = example.request;
  return {
    example,
    documented: url === undefined && path.includes("{") ? undefined : placeOf(url ?? path),
    templates: [path, ...otherPaths].map((template) => ({
      // What the pattern captures comes at each second place. Only the path is made of steps.
      tokens: pathOf(template)
        .split(/(\{[^{}]+\})/)
        .flatMap((part, index) => (index % 2 === 0 ? stepsOf(decoded(part)) : part.startsWith("{+") ? "{+}" : "{}")),
      query: placeOf(template).query,
    })),
  };
}

/** @param url path and query, below the base URL */
export function placeOf(url: string): Place {
  const path = pathOf(url);
  const query: string[] = [];
  new URLSearchParams(url.slice(path.length)).forEach((value, name) => {
    query.push(`${name}=${value}`);
  });
  return { path: decoded(path), query: query.sort() };
}

/**
 * The example that is nearest to a request; of equals the first one. `undefined` if all are of other methods or paths.
 *
 * @param mustBeSame whether path and query have to be those of the example itself
 */
export function nearestExample<Known extends KnownExample>(
  all: readonly Known[],
  request: ComparedRequest,
  place: Place,
  mustBeSame: boolean,
): Known | undefined {
  let best: { readonly known: Known; readonly rank: Rank } | undefined;
  for (const known of all) {
    const rank = rankOf(known, request, place);
    if (!rank || (mustBeSame && (rank[0] > 0 || rank[1] > 0))) continue;
    if (!best || isLess(rank, best.rank)) best = { known, rank };
  }
  return best?.known;
}

function rankOf(known: KnownExample, sent: ComparedRequest, { path, query }: Place): Rank | undefined {
  const { documented, templates, example } = known;
  const { method, body, headers } = example.request;
  if (method.toUpperCase() !== sent.method) return undefined;
  const isDocumented = documented?.path === path;
  const index = templates.findIndex(
    (template) => fits(template.tokens, path) && template.query.every((pair) => query.includes(pair)),
  );
  if (!isDocumented && index < 0) return undefined;
  const expected = documented?.query ?? templates[index]?.query ?? [];
  return [
    isDocumented ? 0 : Math.min(index + 1, 2),
    isSame(expected, query) ? 0 : isSame(expected.map(nameOf), query.map(nameOf)) ? 1 : 2,
    body !== undefined && isSame(body, sent.body) ? 0 : 1,
    headerDistance(headers, sent.headers),
  ];
}

/** Headers that are not sent count against those that are. */
function headerDistance(
  expected: Readonly<Record<string, string>> = {},
  sent: Readonly<Record<string, string>>,
): number {
  const found = new Map(Object.entries(sent));
  return Object.entries(expected)
    .filter(([name]) => !/^(?:accept|content-type)$/i.test(name))
    .reduce((sum, [name, value]) => sum + (found.get(name.toLowerCase()) === value ? -1 : 1), 0);
}

function isLess(a: Rank, b: Rank): boolean {
  const index = a.findIndex((value, at) => value !== b[at]);
  return (a[index] ?? 0) < (b[index] ?? 0);
}

/** What is said about the path before it, and no value of a parameter: `/things/$count` is no thing. */
const suffix = /^\$(?:count|query|ref|value)$/i;

/** Characters; of a suffix the whole segment. */
function stepsOf(path: string): string[] {
  return path
    .split("/")
    .flatMap((segment, index) => [...(index === 0 ? [] : ["/"]), ...(suffix.test(segment) ? [segment] : segment)]);
}

/** Whether a path fits. Follows all ways to read it at once, so that their number does not matter. */
function fits(tokens: readonly string[], path: string): boolean {
  let places = new Set([0]);
  for (const step of stepsOf(path)) {
    const next = new Set<number>();
    for (const at of places) {
      const token = tokens[at];
      if (token === "{+}" || (token === "{}" && step !== "/" && !suffix.test(step))) next.add(at).add(at + 1);
      else if (token === step) next.add(at + 1);
    }
    places = next;
  }
  return places.has(tokens.length);
}

/** Whether two values are the same JSON. */
function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b;
  const [first, second] = [Object.entries(a), new Map(Object.entries(b))];
  if (Array.isArray(a) !== Array.isArray(b) || first.length !== second.size) return false;
  return first.every(([name, value]) => second.has(name) && isSame(value, second.get(name)));
}

function pathOf(url: string): string {
  return url.split("?", 1)[0] ?? "";
}

function nameOf(pair: string): string {
  return pair.split("=", 1)[0] ?? "";
}

function decoded(path: string): string {
  const segments = path.split("/").map((segment) => {
    try {
      return decodeURIComponent(segment).replaceAll("/", "%2F");
    } catch {
      return segment;
    }
  });
  return segments.join("/");
}
