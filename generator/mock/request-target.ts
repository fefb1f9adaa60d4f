/** What the URL of a request names: the base URL's path off, the rest as segments, the query as pairs. */

import { isVersionSegment } from "../docs/path-grammar.ts";
import type { UrlReading } from "../examples/example-url.ts";
import { percentDecoded } from "../examples/percent-decoding.ts";

export interface QueryPart {
  readonly name: string;
  readonly value: string;
}

export interface RequestTarget {
  /** What was taken off, encoded as sent: `/v1.0`, or nothing. */
  readonly prefix: string;
  /** Below the base URL, encoded as sent, beginning with a slash. */
  readonly path: string;
  /** Ways to read the path, as what is syntax may come percent-encoded, too: as sent first. */
  readonly readings: readonly UrlReading[];
  /** Decoded, in the order sent. */
  readonly query: readonly QueryPart[];
  /** Prefix, path and query at the origin that was asked: what links to further pages are made of. */
  readonly url: URL;
}

/**
 * Reads the target of a request. The path of the base URL may be there, with its version or any other one, or be left out:
 * clients differ in which part of the URL they let their callers set.
 *
 * @param baseUrl of the model
 *
 * @example readTarget(new URL("http://127.0.0.1:3000/v1.0/things/7?$top=5"), "https://api.example.com/v1.0")
 */
export function readTarget(url: URL, baseUrl: string | null): RequestTarget {
  const base = baseSegments(baseUrl);
  const all = withoutHost(url.pathname.split("/").slice(1), base);
  const taken = prefixLength(all, base);
  const rest = all.slice(taken);
  // A slash at the end is nothing; an empty segment elsewhere is an id that the caller forgot, and has to be noticed.
  const segments = rest.at(-1) === "" ? rest.slice(0, -1) : rest;
  const decoded = segments.map((segment) => percentDecoded(segment).replaceAll("/", "%2F"));
  const query = [...url.searchParams].map(([name, value]) => ({ name, value }));
  const pairs = query.map(({ name, value }) => ({ name, text: value }));
  const isPlain = decoded.every((segment, index) => segment === segments[index]);
  const readings = (isPlain ? [segments] : [segments, decoded]).map((one) => ({ segments: one, query: pairs }));
  const prefix = all
    .slice(0, taken)
    .map((segment) => `/${segment}`)
    .join("");
  const path = `/${segments.join("/")}`;
  return { prefix, path, readings, query, url: new URL(`${url.origin}${prefix}${path}${url.search}`) };
}

/** The path of the base URL, as a server below it has it: `/v1.0`, or nothing. */
export function basePath(baseUrl: string | null): string {
  return baseSegments(baseUrl)
    .map((segment) => `/${segment}`)
    .join("");
}

function baseSegments(baseUrl: string | null): readonly string[] {
  if (baseUrl === null || !URL.canParse(baseUrl)) return [];
  return new URL(baseUrl).pathname.split("/").filter((segment) => segment !== "");
}

/**
 * `/v1.0/http://127.0.0.1:3000/v1.0/things` is what clients make of our links that know links of `https` only: they take
 * any other one for a path.
 */
function withoutHost(segments: readonly string[], base: readonly string[]): readonly string[] {
  const start = prefixLength(segments, base);
  const isLink = segments[start] === "http:" && segments[start + 1] === "";
  return isLink ? segments.slice(start + 3) : segments;
}

/** How many segments at the beginning are those of the base URL. */
function prefixLength(segments: readonly string[], base: readonly string[]): number {
  const root = isVersionSegment(base.at(-1) ?? "") ? base.slice(0, -1) : base;
  const hasRoot = root.every((segment, index) => segment.toLowerCase() === segments[index]?.toLowerCase());
  const start = hasRoot ? root.length : 0;
  return isVersionSegment(segments[start] ?? "") ? start + 1 : start;
}
