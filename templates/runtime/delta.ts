/** Functions that tell what has changed since an earlier call, which is remembered as a text. */
import { ApiError } from "./api-error.ts";
import type { Client } from "./client.ts";
import { type AnyFunction, makeOperation } from "./operation.ts";
import { followLinks, type ListBody, sendList } from "./pages.ts";
import { linkUrl } from "./path.ts";
import type { ApiRequest, RequestOptions } from "./request.ts";

/** The members of an object by which it is known: they come with each change, whatever `select` says. */
export type Identity<T> = Pick<T, "id" & keyof T>;

/**
 * One change. Which of the two it is, the service says by the annotation `@removed`; some services mark what was deleted
 * by a member of the object instead, and such a change is `changed`.
 */
export type DeltaChange<T, Id = Identity<T>> =
  /** An object that is new or that has changed: with all that was selected, or with just the members that changed. */
  | { readonly kind: "changed"; readonly value: Partial<T> & Id }
  /** `deleted`: there is no such object any more; `changed`: it is no longer among those that were asked for. */
  | {
      readonly kind: "removed";
      readonly id: string;
      readonly reason: "changed" | "deleted" | (string & {}) | undefined;
    };

/**
 * The changes since an earlier call, or all objects if there was none. The first page has been read, the others are read
 * as they are iterated; each iteration starts from the first page.
 *
 * Iterating rejects with {@link DeltaExpired} if the service has forgotten the state, and else as a list does.
 *
 * @example
 * const changes = await deltaThings(client, { since: saved });
 * for await (const change of changes) apply(change);
 * saved = changes.state;
 */
export interface Delta<T, Id = Identity<T>> extends AsyncIterable<DeltaChange<T, Id>> {
  /**
   * To be stored, and given as `since` to a later call. `undefined` until the last change has been taken, so that a loop
   * that was left early starts again from where it began; after the end only if the service gave none.
   */
  readonly state: string | undefined;
  /** All changes. */
  toArray(): Promise<DeltaChange<T, Id>[]>;
}

/** The service no longer knows the state that it was asked for: all objects have to be read again. */
export class DeltaExpired extends ApiError {
  override readonly name: string = "DeltaExpired";
  /**
   * To be given as `since` in order to start again, if the service tells; else call without `since`. Pages in a browser
   * see it only if the service exposes the header `Location` to them.
   */
  readonly restart: string | undefined;

  constructor(request: ApiRequest, error: ApiError, baseUrl: string) {
    super(request, error);
    this.message = error.message;
    const location = error.headers.get("location");
    this.restart = location === null ? undefined : linkUrl(location, baseUrl);
  }
}

/** Makes a function that tells changes. The argument `since` of its specification is the state of an earlier call. */
export function deltaOperation<F extends AnyFunction>(spec: F["spec"]): F {
  return makeOperation(spec, "delta", async (client, makeRequest, options = {}) => {
    const request = makeRequest();
    try {
      return deltaOf(client, request, await sendList(client, request, options), options);
    } catch (error) {
      throw deltaError(client, request, error);
    }
  });
}

/** What a service sends for an object that is gone. */
interface Removed {
  readonly id: string;
  readonly "@removed": { readonly reason?: string } | null;
}

/** The changes that begin with a page. */
export function deltaOf<T>(
  client: Client,
  request: ApiRequest,
  first: ListBody<(Partial<T> & Identity<T>) | Removed>,
  options: RequestOptions,
): Delta<T> {
  let state: string | undefined;
  async function* changes(): AsyncGenerator<DeltaChange<T>, void> {
    try {
      let last: string | null | undefined;
      for await (const page of followLinks(client, request, first, options)) {
        for (const item of page.value) {
          yield isRemoved(item)
            ? { kind: "removed", id: item.id, reason: item["@removed"]?.reason }
            : { kind: "changed", value: item };
        }
        last = page["@odata.deltaLink"];
      }
      state = last ? linkUrl(last, client.baseUrl) : undefined;
    } catch (error) {
      throw deltaError(client, request, error);
    }
  }
  return {
    get state() {
      return state;
    },
    [Symbol.asyncIterator]: changes,
    async toArray() {
      const all: DeltaChange<T>[] = [];
      for await (const change of changes()) all.push(change);
      return all;
    },
  };
}

/** Tells an expired state from other errors. */
export function deltaError(client: Client, request: ApiRequest, error: unknown): unknown {
  return error instanceof ApiError && error.status === 410 ? new DeltaExpired(request, error, client.baseUrl) : error;
}

function isRemoved<T>(item: T | Removed): item is Removed {
  return typeof item === "object" && item !== null && "@removed" in item;
}
