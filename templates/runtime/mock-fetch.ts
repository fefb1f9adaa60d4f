/** A `fetch` for tests: it answers from examples, and nothing ever goes to the network. */
import type { Example, ExampleResponse } from "./example.ts";
import {
  type ComparedRequest,
  type KnownExample,
  knownExample,
  nearestExample,
  type Place,
  placeOf,
} from "./match-example.ts";
import type { BinaryBody } from "./request.ts";

/** A request as it arrived. */
export interface MockRequest {
  /** In upper case. */
  readonly method: string;
  /** The whole URL, as it was given. */
  readonly url: string;
  /** Below the base URL, without the query; encoded, as it was sent. */
  readonly path: string;
  /** Query options by name, decoded. */
  readonly query: Readonly<Record<string, string>>;
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The value, if it is JSON; else what `fetch` was given; `undefined` if there is none. */
  readonly body: unknown;
}

/** What a function answers; `undefined` leaves the request to the functions behind it, and to the examples. */
export type MockResponse = ExampleResponse | Response | undefined;

/** What answers requests. A function that throws makes the call fail as if the connection had failed. */
export type MockAnswer = Example | ((request: MockRequest) => MockResponse | Promise<MockResponse>);

export interface MockFetchOptions {
  /** The client's base URL. Its path is taken off requests that begin with it; hosts are never compared. */
  readonly baseUrl?: string;
  /**
   * What becomes of a link to a next page for which there is no example. `all`: it stays, and to follow it is an error.
   * `given`: it is taken out of the answer, so that lists end with the last page for which there is one. Default: `all`.
   */
  readonly pages?: "all" | "given";
}

export interface MockFetch {
  (url: string | URL | Request, init?: RequestInit): Promise<Response>;
  /** All requests up to now, also those that nothing has answered. */
  readonly calls: readonly MockRequest[];
}

/**
 * Makes a `fetch` that answers from examples.
 *
 * Functions are asked first, in their order. Of the examples of the same method and path, the nearest one answers:
 *
 * 1. by the path: the documented one, then any that fits the template, then any other path of the function;
 * 2. by the query: the same options and values, then the same options, then any;
 * 3. by the body: the same value, then any;
 * 4. by how many of the documented headers are sent;
 * 5. by the order in which they are given here.
 *
 * Links to a next page or to later changes are different: only an example of that very URL answers them, as the first
 * page again would be wrong, and without an end. Redirects of examples are followed, unless the request says otherwise:
 * to the example of the URL that they name, else to the next response of their own example.
 *
 * It rejects if nothing answers, with a message that says what was asked for and what there is. A client makes an
 * `ApiError` of that, with the code `NetworkError`: the message is that of its `cause`.
 *
 * @example
 * const fetch = mockFetch([
 *   examples.listThings.getAllThings,
 *   { ...examples.getThing.getAThing, responses: [{ status: 404 }] },
 *   { request: { method: "GET", path: "/owners/{ownerId}" }, responses: [{ status: 200, body: { id: "7" } }] },
 *   ({ path }) => (path.startsWith("/slow/") ? { status: 503 } : undefined),
 * ]);
 * const client = createClient({ fetch, token: "t" });
 * await listThings(client);
 * expect(fetch.calls[0]).toMatchObject({ method: "GET", path: "/things" });
 */
export function mockFetch(answers: readonly MockAnswer[], options: MockFetchOptions = {}): MockFetch {
  const { baseUrl, pages = "all" } = options;
  const basePath = baseUrl === undefined ? "" : new URL(baseUrl).pathname.replace(/\/+$/, "");
  const calls: MockRequest[] = [];
  const functions = answers.flatMap((answer) => (typeof answer === "function" ? answer : []));
  const all = answers.flatMap((answer): Known[] =>
    typeof answer === "function" ? [] : [{ ...knownExample(answer), answered: 0 }],
  );
  /** Where the links lead that answers have held, or will hold. */
  const links = new Set<string>();

  const targetOf = ({ pathname, search }: URL): Target => {
    const isBelow = pathname === basePath || pathname.startsWith(`${basePath}/`);
    const path = isBelow ? pathname.slice(basePath.length) : pathname;
    return { isBelow, path, place: placeOf(path + search) };
  };
  /** Where a link of a body leads, if that can be said. */
  const linkPlace = (body: unknown, name: string): Place | undefined => {
    const link = objectOf(body)[name];
    if (typeof link !== "string") return undefined;
    try {
      return targetOf(new URL(link, baseUrl)).place;
    } catch {
      return undefined;
    }
  };
  const noteLinks = ({ body }: ExampleResponse): void => {
    for (const name of [nextLink, "@odata.deltaLink"]) {
      const place = linkPlace(body, name);
      if (place) links.add(JSON.stringify(place));
    }
  };
  for (const { example } of all) example.responses.forEach(noteLinks);

  const withinPages = (body: unknown): unknown => {
    const { [nextLink]: link, ...rest } = objectOf(body);
    if (pages === "all" || link === undefined) return body;
    const place = linkPlace(body, nextLink);
    return place && nearestExample(all, get, place, true) ? body : rest;
  };
  const nextResponse = (known: Known): ExampleResponse => {
    const { responses } = known.example;
    const response = responses[Math.min(known.answered++, responses.length - 1)];
    if (!response) throw new Error(`The example ${titleOf(known)} shows no response: give it \`responses\``);
    return { ...response, body: withinPages(response.body) };
  };
  const redirected = (known: Known, location: string, request: MockRequest): Response => {
    const url = new URL(location, new URL(request.url, baseUrl));
    const next = nearestExample(all, { ...get, headers: request.headers }, targetOf(url).place, true) ?? known;
    const response = nextResponse(next);
    if (isRedirect(response))
      throw new Error(
        `No example answers GET ${url}, to which the example ${titleOf(known)} redirects: give one, or a second response`,
      );
    const final = responseOf(response, { ...request, url: url.href });
    return Object.defineProperty(final, "redirected", { value: true });
  };

  const answer = async (
    request: MockRequest,
    { isBelow, place }: Target,
    redirect: RequestInit["redirect"],
  ): Promise<Response> => {
    for (const respond of functions) {
      const response = await respond(request);
      if (response instanceof Response) return response;
      if (!response) continue;
      noteLinks(response);
      return responseOf(response, request);
    }
    const isLink = request.method === "GET" && links.has(JSON.stringify(place));
    const known = nearestExample(all, request, place, isLink);
    if (!known) {
      const hints = [
        isLink ? 'An answer links to it: give its example, too, or `pages: "given"` to end lists before it.' : "",
        isBelow ? "" : `It is not below ${basePath}: give the client's base URL as the option \`baseUrl\`.`,
      ];
      throw new Error(complaint(request, place, hints, all));
    }
    const response = nextResponse(known);
    if (!isRedirect(response) || redirect === "manual") return responseOf(response, request);
    const location = locationOf(response) ?? "";
    if (redirect === "error") throw new TypeError(`Unexpected redirect to ${location}`);
    return redirected(known, location, request);
  };

  const fetch = async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const given = input instanceof Request ? input : undefined;
    const signal = init.signal ?? given?.signal;
    signal?.throwIfAborted();
    const url = given ? given.url : String(input);
    const headers = recordOf(new Headers(init.headers ?? given?.headers));
    const body = init.body ?? (given?.body ? await given.clone().text() : undefined);
    const parsed = new URL(url, baseUrl);
    const target = targetOf(parsed);
    const request: MockRequest = {
      method: (init.method ?? given?.method ?? "GET").toUpperCase(),
      url,
      path: target.path,
      query: recordOf(parsed.searchParams),
      headers,
      body: jsonOrSame(body, headers["content-type"]),
    };
    calls.push(request);
    return unlessAborted(answer(request, target, init.redirect ?? given?.redirect), signal);
  };
  return Object.assign(fetch, { calls });
}

interface Known extends KnownExample {
  /** How often it has answered. */
  answered: number;
}

interface Target {
  readonly isBelow: boolean;
  readonly path: string;
  readonly place: Place;
}

const nextLink = "@odata.nextLink";

/** What links are followed with. */
const get: ComparedRequest = { method: "GET", headers: {}, body: undefined };

function isRedirect(response: ExampleResponse): boolean {
  return [301, 302, 303, 307, 308].includes(response.status) && locationOf(response) !== null;
}

function locationOf({ headers }: ExampleResponse): string | null {
  return new Headers(sendable(headers)).get("location");
}

function titleOf({ example: { request } }: KnownExample): string {
  const { method, path, url } = request;
  return `${method} ${path}${url === undefined || url === path ? "" : ` (${url})`}`;
}

const shownExamples = 30;

function complaint(
  { method }: MockRequest,
  { path, query }: Place,
  hints: readonly string[],
  all: readonly KnownExample[],
): string {
  const titles = [...new Set(all.map(titleOf))];
  const rest = titles.length - shownExamples;
  return [
    `No example answers ${method} ${path}${query.length > 0 ? `?${query.join("&")}` : ""}`,
    ...hints.filter(Boolean),
    titles.length > 0 ? "There are examples of" : "There are no examples",
    ...titles.slice(0, shownExamples).map((title) => `  ${title}`),
    ...(rest > 0 ? [`  and ${rest} more`] : []),
  ].join("\n");
}

function recordOf(entries: Headers | URLSearchParams): Record<string, string> {
  const record = new Map<string, string>();
  entries.forEach((value, name) => {
    record.set(name, value);
  });
  return Object.fromEntries(record);
}

function jsonOrSame(body: unknown, type = ""): unknown {
  if (typeof body !== "string" || !/\bjson\b/i.test(type)) return body;
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function responseOf({ status, headers, body }: ExampleResponse, { method, url }: MockRequest): Response {
  const all = new Headers(sendable(headers));
  const isEmpty = body === undefined || body === null || method === "HEAD" || [204, 205, 304].includes(status);
  const isJson = !isEmpty && !isRaw(body);
  if (isJson && !all.has("content-type")) all.set("content-type", "application/json");
  // What is raw is one of the things that the type names.
  const content = isEmpty ? null : isJson ? JSON.stringify(body) : (body as BinaryBody);
  return Object.defineProperty(new Response(content, { status, headers: all }), "url", { value: url });
}

function isRaw(body: unknown): boolean {
  const kinds = [Blob, ArrayBuffer, FormData, URLSearchParams, ReadableStream];
  return typeof body === "string" || ArrayBuffer.isView(body) || kinds.some((kind) => body instanceof kind);
}

/** Headers as HTTP can hold them: pages have other characters, too, above all in addresses. */
function sendable(headers: Readonly<Record<string, string>> = {}): [string, string][] {
  return Object.entries(headers).map(([name, value]) => [
    name,
    value.replace(/[^\t\x20-\x7e\xa0-\xff]/gu, encodeURIComponent),
  ]);
}

function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal | null | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason);
    signal.addEventListener("abort", stop);
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}
