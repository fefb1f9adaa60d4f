/** Chooses the example that is nearest to a request. */
import { clientHeaders } from "../docs/vocabulary.ts";
import { type KnownExample, type Place, queryNames } from "./known-example.ts";
import { isList } from "./list-page.ts";
import { isSameJson } from "./same-json.ts";
import { readSelection } from "./select-members.ts";

const selectStart = "$select=";

/** What examples are compared with. */
export interface ComparedRequest {
  readonly place: Place;
  readonly headers: Headers;
  /** The value of a body that is JSON; `undefined` for any other body, and for none. */
  readonly json: unknown;
}

/** How far an example is from a request, the gravest difference first. */
type Rank = readonly [path: number, query: number, selected: number, body: number, headers: number];

/**
 * The nearest example; of equals the first one. `null` where none can answer.
 *
 * 1. by the path: the documented one, then any that fits the same template, then any other;
 * 2. by the query: the same, then the same options, then by how many options differ;
 * 3. by how many of the members that `$select` names it shows;
 * 4. by the body: the same value, then any;
 * 5. by how many of the documented headers are sent.
 *
 * An example of an error answers only the request that it shows, with the same path, query and body: what goes wrong on a
 * page does so for a reason, and would otherwise be the answer to everything.
 *
 * @param template the one that the request fits, by operation
 * @param isErrorWanted whether errors answer other requests, too, as somebody asks for them
 */
export function chooseExample(
  examples: readonly KnownExample[],
  request: ComparedRequest,
  template: (known: KnownExample) => string | null,
  isErrorWanted: boolean,
): KnownExample | null {
  let best: { readonly known: KnownExample; readonly rank: Rank } | null = null;
  for (const known of examples) {
    const rank = rankOf(known, request, template(known));
    if (known.first.status >= 400 && !isErrorWanted && !isExact(rank)) continue;
    if (best === null || isLess(rank, best.rank)) best = { known, rank };
  }
  return best?.known ?? null;
}

function isExact([path, query, , body]: Rank): boolean {
  return path === 0 && query === 0 && body === 0;
}

function rankOf(known: KnownExample, { place, headers, json }: ComparedRequest, template: string | null): Rank {
  const documented = known.example.request;
  const path = known.place?.path === place.path ? 0 : template !== null && known.template === template ? 1 : 2;
  const query = queryDistance(known.place?.query ?? [], place.query);
  const body = isSameJson(documented?.body?.json, json) ? 0 : 1;
  return [path, query, unshownMembers(known, place.query), body, headerDistance(known, headers)];
}

/** How many of the selected members an example does not show. */
function unshownMembers({ first }: KnownExample, query: readonly string[]): number {
  const selected = query.find((pair) => pair.startsWith(selectStart))?.slice(selectStart.length);
  if (selected === undefined) return 0;
  const json = first.body?.json;
  const object: unknown = isList(json) ? json.value[0] : json;
  return [...(readSelection(selected, undefined)?.names ?? [])].filter(
    (name) => typeof object !== "object" || object === null || !Object.hasOwn(object, name),
  ).length;
}

function queryDistance(documented: readonly string[], sent: readonly string[]): number {
  if (documented.length === sent.length && documented.every((pair, index) => pair === sent[index])) return 0;
  const [first, second] = [queryNames(documented), queryNames(sent)];
  const differing = [...first].filter((name) => !second.has(name)).length;
  // An example that shows everything is as good for a selection as one that selects something else.
  const further = [...second].filter((name) => !first.has(name) && name !== "$select").length;
  return 1 + differing + further;
}

/** Headers that are not sent count against those that are. */
function headerDistance({ example }: KnownExample, sent: Headers): number {
  return (example.request?.headers ?? [])
    .filter(({ name }) => name !== "accept" && !clientHeaders.has(name) && isHeaderName(name))
    .reduce((sum, { name, value }) => sum + (sent.get(name) === value ? -1 : 1), 0);
}

// `Headers` throws for any other name, and pages have them.
function isHeaderName(name: string): boolean {
  return /^[\w!#$%&'*+.^`|~-]+$/.test(name);
}

function isLess(a: Rank, b: Rank): boolean {
  const index = a.findIndex((value, at) => value !== b[at]);
  return (a[index] ?? 0) < (b[index] ?? 0);
}
