/** What a function of the SDK asks for, as plain data, and what a caller may add to it. */

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE" | "HEAD" | "OPTIONS";

/** Raw content of a request: whatever the platform's `fetch` takes. */
export type BinaryBody = NonNullable<RequestInit["body"]>;

/** Who calls: a person with an account of an organization, a person with an account of their own, or a program. */
export type PermissionScheme = "delegatedWork" | "delegatedPersonal" | "application";

/** The least privileged permissions that a request needs; schemes in which it cannot be made are absent. */
export type Scopes = { readonly [Scheme in PermissionScheme]?: readonly string[] };

/** How the response to a request is read. */
export type ResultKind = "json" | "value" | "page" | "delta" | "text" | "content" | "void" | "longRunning";

/**
 * A request that has not been sent: what `getThing.request(args)` gives. Plain data, for batches, tests and logs;
 * `JSON.stringify` shows it, and no token is in it.
 */
export interface ApiRequest<Value = unknown> {
  /** Name of the function that made it. */
  readonly operation: string;
  readonly method: Method;
  /**
   * Begins with a slash, parameters filled in and encoded, perhaps with a fixed query string; or a whole URL that the
   * service itself gave.
   */
  readonly path: string;
  /** The path with the names of its parameters, `/things/{thingId}`: for messages and logs, as it holds no data. */
  readonly template: string;
  /** By name on the wire, not yet encoded. */
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** A value to be sent as JSON: members that are `undefined` are left out, `null` is sent. */
  readonly json?: unknown;
  /** Raw content to be sent instead of `json`. */
  readonly content?: BinaryBody;
  /** Media type of `json` or `content`. */
  readonly contentType?: string;
  /** Media types that the caller can read, `application/json` if absent. */
  readonly accept?: string;
  readonly result: ResultKind;
  readonly scopes?: Scopes;
  /** Never there: holds the type of the value that the response is read as. */
  readonly [valueType]?: () => Value;
}

declare const valueType: unique symbol;

/** Options that every function takes. */
export interface RequestOptions {
  /** Aborts the call, also between tries and between pages: it rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /**
   * Milliseconds that one request may take with all its tries, until its response has been read; raw content may take
   * longer once it has begun to come.
   */
  readonly timeout?: number;
  /** Further headers; they win over all others. */
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * Further query options by their name on the wire, for what the pages do not say; they win over all others.
   * Links of the service have theirs already: nothing is added.
   */
  readonly query?: Readonly<Record<string, string | number | boolean>>;
}

/** Options of a list. */
export interface ListOptions extends RequestOptions {
  /** Goes on where an earlier call stopped: the `next` of a page. The arguments are in it. */
  readonly next?: string | undefined;
}
