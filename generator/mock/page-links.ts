/**
 * Pages of lists, made of what the docs show: links lead back to the mock, and following them comes to an end.
 *
 * A link of ours names the example whose page comes next, and how many of its items have been given. Nothing is kept
 * between requests. From one example a link leads only to a later one of the same operation: pages that name each other
 * could not be left otherwise.
 */
import { readExampleUrl } from "../examples/example-url.ts";
import { type KnownExample, placeOf } from "./known-example.ts";
import type { QueryPart } from "./request-target.ts";

const start = "apipage.";

/** What the `$skiptoken` of a link says. */
export interface PageToken {
  readonly operation: string;
  readonly example: string;
  /** Items of the example that have been given. */
  readonly given: number;
}

/** Names of operations and examples are identifiers: there is no dot in them. */
export function writeToken({ operation, example, given }: PageToken): string {
  return `${start}${operation}.${example}.${given}`;
}

/** Reads the token of a query: `undefined` where there is none of ours, `null` where it cannot be read. */
export function readToken(query: readonly QueryPart[]): PageToken | null | undefined {
  const text = query.find(({ name, value }) => name === "$skiptoken" && value.startsWith(start))?.value;
  if (text === undefined) return undefined;
  const [, operation, example, given] =
    /^([^.]{1,300})\.([^.]{1,300})\.(\d{1,9})$/.exec(text.slice(start.length)) ?? [];
  if (operation === undefined || example === undefined) return null;
  return { operation, example, given: Number(given) };
}

/** The URL of a request with another page token in it. */
export function linkWithToken(url: URL, token: PageToken): string {
  const link = new URL(url);
  // The offset is part of the token from now on.
  link.searchParams.delete("$skip");
  link.searchParams.set("$skiptoken", writeToken(token));
  return readable(link);
}

/** The URL of a request with the query of a documented link: the same operation, asked for what has changed since. */
export function linkWithQueryOf(url: URL, documented: string): string {
  const link = new URL(url);
  const at = documented.indexOf("?");
  link.search = at < 0 ? "?$deltatoken=apipage" : documented.slice(at);
  return readable(link);
}

/** `$` needs no encoding in a query, and links are read by people. */
function readable(url: URL): string {
  return url.href.replace(/%24(?=[a-z]+=)/gi, "$");
}

/** The later example of the same operation that shows what a documented link leads to; `null` where none does. */
export function nextDocumented(
  known: KnownExample,
  link: string,
  examples: readonly KnownExample[],
  baseUrl: string | null,
): KnownExample | null {
  const url = readExampleUrl(link, baseUrl);
  const reading = url.ok ? url.readings[0] : undefined;
  if (reading === undefined) return null;
  const { path, query } = placeOf(reading.segments, reading.query);
  const later = examples.slice(examples.indexOf(known) + 1);
  return (
    later.find(({ operation, place }) => {
      const isSame = place?.path === path && JSON.stringify(place.query) === JSON.stringify(query);
      return operation === known.operation && isSame;
    }) ?? null
  );
}
