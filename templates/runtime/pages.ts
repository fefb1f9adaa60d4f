/** Lists that come in pages: awaited, a list is its first page; iterated, it is all items of all pages. */
import { ApiError } from "./api-error.ts";
import type { Client } from "./client.ts";
import { type AnyFunction, makeOperation } from "./operation.ts";
import { linkRequest } from "./operation-spec.ts";
import { linkUrl } from "./path.ts";
import type { ApiRequest, ListOptions, RequestOptions } from "./request.ts";
import { readJson } from "./results.ts";

export interface Page<T> {
  readonly value: readonly T[];
  /** Number of items on all pages, if it was asked for. */
  readonly count?: number;
  /** Leads to the next page; absent on the last one. May be stored, and given as the option `next` later. */
  readonly next?: string;
}

/**
 * A list of a service. Nothing is sent before it is awaited or iterated; the first page is read once, however often that
 * is done.
 *
 * It rejects with an ApiError if a request fails, if an answer is no list, or if a page leads back to an earlier one;
 * with a TypeError if the arguments cannot be sent, or if a page leads to another origin than the client's; and with the
 * reason of the signal if it is aborted.
 *
 * @example for await (const item of list) console.log(item);
 */
export interface Pages<T> extends PromiseLike<Page<T>>, AsyncIterable<T> {
  /** Page by page. */
  pages(): AsyncIterable<Page<T>>;
  /** All items, or the first `limit` of them. */
  toArray(options?: { readonly limit?: number }): Promise<T[]>;
}

/** A page as the service sends it. */
export interface ListBody<T> {
  readonly value: readonly T[];
  readonly "@odata.count"?: number | null;
  readonly "@odata.nextLink"?: string | null;
  readonly "@odata.deltaLink"?: string | null;
}

/** Makes a function whose response is a list, perhaps in pages. */
export function listOperation<F extends AnyFunction>(spec: F["spec"]): F {
  return makeOperation(spec, "page", listPages);
}

function listPages<T>(client: Client, makeRequest: () => ApiRequest, options: ListOptions = {}): Pages<T> {
  const read = async (): Promise<readonly [ApiRequest, ListBody<T>]> => {
    const made = makeRequest();
    const request = options.next === undefined ? made : linkRequest(made, linkUrl(options.next, client.baseUrl));
    return [request, await sendList(client, request, options)];
  };
  let first: ReturnType<typeof read> | undefined;
  const start = (): ReturnType<typeof read> => {
    first ??= read();
    return first;
  };

  async function* pages(): AsyncGenerator<Page<T>, void> {
    for await (const body of followLinks(client, ...(await start()), options)) yield toPage(body);
  }
  async function* items(): AsyncGenerator<T, void, undefined> {
    for await (const { value } of pages()) yield* value;
  }

  return {
    // biome-ignore lint/suspicious/noThenProperty: to be awaited is what it is for.
    then: (onFulfilled, onRejected) =>
      start()
        .then(([, body]) => toPage(body))
        .then(onFulfilled, onRejected),
    [Symbol.asyncIterator]: items,
    pages,
    async toArray({ limit = Number.POSITIVE_INFINITY } = {}) {
      const all: T[] = [];
      if (limit <= 0) return all;
      for await (const item of items()) {
        all.push(item);
        if (all.length >= limit) break;
      }
      return all;
    },
  };
}

/**
 * The given page, then those that it leads to. The headers of the first request and of the options are sent for each.
 *
 * @throws ApiError if a page leads back to an earlier one.
 */
export async function* followLinks<T>(
  client: Client,
  request: ApiRequest,
  first: ListBody<T>,
  options: RequestOptions,
): AsyncGenerator<ListBody<T>, void> {
  const seen = new Set([request.path]);
  for (let body = first; ; ) {
    yield body;
    const link = body["@odata.nextLink"];
    if (!link) return;
    const target = linkRequest(request, linkUrl(link, client.baseUrl));
    if (seen.has(target.path)) {
      throw new ApiError(target, { status: 200, code: "InvalidResponse", text: "a page leads back to an earlier one" });
    }
    seen.add(target.path);
    body = await sendList(client, target, options);
  }
}

/** Sends the request for a page. */
export async function sendList<T>(client: Client, request: ApiRequest, options: RequestOptions): Promise<ListBody<T>> {
  return readList(await client.send(request, options), request);
}

/**
 * Reads a response as a page.
 *
 * @throws ApiError if it is none.
 */
export async function readList<T>(response: Response, request: ApiRequest): Promise<ListBody<T>> {
  const body = await readJson<Partial<ListBody<T>> | readonly T[] | null | undefined>(response, request);
  const list: Partial<ListBody<T>> | null | undefined = isList(body) ? { value: body } : body;
  if (isPage(list)) return list;
  const { status, headers } = response;
  throw new ApiError(request, {
    status,
    code: "InvalidResponse",
    text: "the response is not a list",
    headers,
    body: JSON.stringify(body) ?? "",
  });
}

export function toPage<T>({ value, "@odata.count": count, "@odata.nextLink": next }: ListBody<T>): Page<T> {
  return { value, ...(typeof count === "number" && { count }), ...(next && { next }) };
}

/** `Array.isArray` does not narrow to readonly arrays. */
function isList<T>(body: Partial<ListBody<T>> | readonly T[] | null | undefined): body is readonly T[] {
  return Array.isArray(body);
}

function isPage<T>(body: Partial<ListBody<T>> | null | undefined): body is ListBody<T> {
  return Array.isArray(body?.value);
}
