/** Requests in a form in which those that mean the same are equal. */
import type { ExampleRequest } from "../runtime/example.ts";
import { placeOf } from "../runtime/match-example.ts";
import { baseUrl } from "./service.ts";

/** What arrived at `fetch`. */
export interface Recorded {
  readonly url: string;
  readonly init: RequestInit;
}

export interface Message {
  readonly method: string;
  /** Decoded. */
  readonly path: string;
  /** `name=value`, decoded, sorted. */
  readonly query: readonly string[];
  /** The documented ones but for those that clients send by themselves. */
  readonly headers: Readonly<Record<string, string | null>>;
  readonly body: unknown;
}

/**
 * The request that an example shows.
 *
 * @param path what is sent for its path, if that is not the same text
 */
export function expectedMessage({ method, url = "", headers, body }: ExampleRequest, path?: string): Message {
  const place = placeOf(url);
  return {
    method,
    path: path === undefined ? place.path : placeOf(path).path,
    // With an alias, a function's argument stands in the query: `find(text=@t)?@t='red'`.
    query: comparedQuery(path === undefined ? place.query : place.query.filter((pair) => !pair.startsWith("@"))),
    headers: Object.fromEntries(Object.entries(comparedHeaders(headers)).map(([name, value]) => [name, plain(value)])),
    body: bodyOf(body),
  };
}

/** What a function has sent, as far as an example says anything about it. */
export function sentMessage({ url, init }: Recorded, example: ExampleRequest): Message {
  const { pathname, search } = new URL(url);
  const place = placeOf(pathname.slice(new URL(baseUrl).pathname.replace(/\/$/, "").length) + search);
  const sent = new Headers(init.headers);
  const headers = Object.keys(comparedHeaders(example.headers)).map((name) => {
    const value = sent.get(name);
    return [name, value === null ? null : plain(value)] as const;
  });
  const isJson = /\bjson\b/i.test(sent.get("content-type") ?? "");
  const body: unknown = isJson && typeof init.body === "string" ? JSON.parse(init.body) : init.body;
  return {
    method: init.method ?? "GET",
    path: place.path,
    query: comparedQuery(place.query),
    headers: Object.fromEntries(headers),
    body: bodyOf(body ?? undefined),
  };
}

/** Pages show `{}` where there is nothing to say. */
function bodyOf(body: unknown): unknown {
  const isEmpty = typeof body === "object" && body !== null && !Array.isArray(body) && Object.keys(body).length === 0;
  return isEmpty ? undefined : body;
}

const options = /^\$?(select|expand|filter|orderby|top|skip|skiptoken|count|search|format)$/i;

/** Query options in one spelling: with a dollar, without blanks that have no meaning. */
function comparedQuery(pairs: readonly string[]): readonly string[] {
  return pairs
    .map((pair) => {
      const at = pair.indexOf("=");
      const [name, value] = at < 0 ? [pair, ""] : [pair.slice(0, at), pair.slice(at + 1)];
      const option = options.exec(name)?.[1]?.toLowerCase();
      // Services do not tell them apart by letter case, and pages do not either.
      if (option === undefined) return `${name.toLowerCase()}=${value}`;
      if (option === "count") return `$count=${value.toLowerCase()}`;
      const isText = option === "filter" || option === "search";
      return `$${option}=${isText ? value.trim() : comparedOption(value)}`;
    })
    .sort();
}

/** Options may stand within one another, with a dollar or without, between commas or semicolons. */
function comparedOption(value: string): string {
  return value
    .replace(/\s*([,;()=])\s*/g, "$1")
    .replace(/\$(?=\w+=)/g, "")
    .replace(
      /([(;,])(select|expand|filter|orderby|top|skip|count|search|levels)=/gi,
      (_, before: string, name: string) => `${before === "," ? ";" : before}${name.toLowerCase()}=`,
    )
    .replace(/[\s,;]+$/, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** What clients and platforms send by themselves, and what holds secrets. */
const ownHeaders =
  /^(?:accept(?:-encoding)?|authorization|cache-control|connection|content-(?:length|type)|cookie|date|host|origin|proxy-authorization|referer|user-agent)$|(?:^|-)(?:api-?key|key|password|secret|token)$/i;

function comparedHeaders(headers: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers).filter(([name, value]) => !ownHeaders.test(name) && value.trim() !== ""),
  );
}

/** Quotes around a word, and blanks around separators, mean nothing. */
function plain(value: string): string {
  return value
    .replace(/"([\w.-]+)"/g, "$1")
    .replace(/\s*([,;=])\s*/g, "$1")
    .trim();
}
