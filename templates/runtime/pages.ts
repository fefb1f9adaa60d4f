/** Lists that come in pages: awaited, a list is its first page; iterated, it is all items of all pages. */
import type { Client } from "./client.ts";
import { linkPath } from "./path.ts";
import type { ApiRequest, RequestOptions } from "./request.ts";
import { readJson } from "./results.ts";

export interface Page<T> {
  readonly value: readonly T[];
  /** Number of items on all pages, if it was asked for. */
  readonly count?: number;
  /** Leads to the next page; absent on the last one. May be stored, and given as {@link ListOptions.next} later. */
  readonly next?: string;
  /** Leads to what has changed since; on the last page of a delta function. May be used as `next`. */
  readonly deltaLink?: string;
}

export interface ListOptions extends RequestOptions {
  /** Goes on where an earlier call stopped: the `next` or `deltaLink` of a page. The other arguments are in it. */
  readonly next?: string;
}

/**
 * A list of a service. Nothing is sent before it is awaited or iterated.
 *
 * @example for await (const item of list) console.log(item);
 */
export interface Pages<T> extends PromiseLike<Page<T>>, AsyncIterable<T> {
  /** Page by page. */
  pages(): AsyncIterable<Page<T>>;
  /** All items, or the first `limit` of them. */
  toArray(options?: { readonly limit?: number }): Promise<T[]>;
}

interface Body<T> {
  readonly value: readonly T[];
  readonly "@odata.count"?: number;
  readonly "@odata.nextLink"?: string;
  readonly "@odata.deltaLink"?: string;
}

/**
 * Makes the list of a request. The headers of the request and of the options are sent for each page.
 *
 * Iterating rejects with a TypeError if a page leads to another origin than the client's, and with an Error if a page
 * leads back to an earlier one.
 */
export function listPages<T>(client: Client, options: ListOptions | undefined, request: ApiRequest): Pages<T> {
  const read = async (target: ApiRequest): Promise<Page<T>> => {
    const response = await client.send(target, options);
    return toPage(await readJson<Body<T> | readonly T[] | undefined>(response, target));
  };
  const follow = (link: string): Promise<Page<T>> => {
    const { headers = {} } = request;
    return read({ method: "GET", path: linkPath(link, client.baseUrl), headers });
  };
  let first: Promise<Page<T>> | undefined;
  const start = (): Promise<Page<T>> => {
    first ??= options?.next === undefined ? read(request) : follow(options.next);
    return first;
  };

  async function* pages(): AsyncGenerator<Page<T>, void> {
    const seen = new Set<string>();
    let page = await start();
    yield page;
    while (page.next !== undefined) {
      if (seen.has(page.next)) throw new Error(`The pages of ${request.path.template} lead back to an earlier one`);
      seen.add(page.next);
      page = await follow(page.next);
      yield page;
    }
  }
  async function* items(): AsyncGenerator<T, void> {
    for await (const page of pages()) yield* page.value;
  }

  return {
    // biome-ignore lint/suspicious/noThenProperty: to be awaited is what it is for.
    then: (onFulfilled, onRejected) => start().then(onFulfilled, onRejected),
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

function toPage<T>(body: Body<T> | readonly T[] | undefined): Page<T> {
  if (isList(body)) return { value: body };
  if (!Array.isArray(body?.value)) throw new TypeError("Unexpected response, expected a list");
  const { "@odata.count": count, "@odata.nextLink": next, "@odata.deltaLink": deltaLink } = body;
  return {
    value: body.value,
    ...(count === undefined ? {} : { count }),
    ...(next === undefined ? {} : { next }),
    ...(deltaLink === undefined ? {} : { deltaLink }),
  };
}

/** `Array.isArray` does not narrow to readonly arrays. */
function isList<T>(body: Body<T> | readonly T[] | undefined): body is readonly T[] {
  return Array.isArray(body);
}
