/** What a function of the SDK asks for, as plain data, and what a caller may add to it. */
import type { Path } from "./path.ts";
import type { QueryValues } from "./query.ts";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE" | "HEAD" | "OPTIONS";

/** Raw content of a request: whatever the platform's `fetch` takes. */
export type BinaryBody = NonNullable<RequestInit["body"]>;

export interface ApiRequest {
  readonly method: Method;
  readonly path: Path;
  readonly query?: QueryValues;
  /** Headers that are `undefined` are not sent. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  /** A value to be sent as JSON: members that are `undefined` are left out, `null` is sent. */
  readonly json?: unknown;
  /** Raw content to be sent instead of `json`. */
  readonly content?: BinaryBody | undefined;
  /** Media type of `json` or `content`. */
  readonly contentType?: string;
  /** Media types that the caller can read, `application/json` if absent. */
  readonly accept?: string;
}

/** Options that every function takes. */
export interface RequestOptions {
  /** Aborts the request: the call rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Further headers; they win over all others. */
  readonly headers?: Readonly<Record<string, string>>;
}
