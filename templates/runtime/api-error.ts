/** The error that every failed request is reported with. */
import type { ApiRequest } from "./request.ts";

/** What went wrong inside, as far as the service tells: one entry for each cause. */
export interface ErrorDetail {
  readonly code?: string;
  readonly message?: string;
  readonly target?: string;
}

interface ApiErrorFields {
  readonly status: number;
  readonly statusText?: string;
  readonly code?: string | undefined;
  readonly text?: string | undefined;
  readonly innerCodes?: readonly string[];
  readonly details?: readonly ErrorDetail[];
  readonly requestId?: string | undefined;
  readonly clientRequestId?: string | undefined;
  readonly date?: string | undefined;
  readonly retryAfter?: number | undefined;
  readonly headers?: Headers;
  readonly body?: string;
  readonly cause?: unknown;
}

/**
 * A response that is not a success, or no whole response at all. In the second case there is a `cause`, `code` is
 * `NetworkError` (nothing came), `ConnectionLost` (the body broke off), `InvalidResponse` (the body is not what was expected) or
 * `Timeout`, and `status` is that of the response, or 0 if there was none.
 *
 * The message is made for people and logs: status, code and text of the service, and the function's path without data.
 *
 * @template Code the codes that the page of the function lists
 *
 * @example if (error instanceof ApiError && error.status === 404) return undefined;
 */
export class ApiError<Code extends string = string> extends Error {
  override readonly name: string = "ApiError";
  readonly status: number;
  /** The service's own code, for programs to compare with: one that the page of the function lists, or another one. */
  readonly code: Code | (string & {}) | undefined;
  /** Further codes of the service, each more exact than the one before. */
  readonly innerCodes: readonly string[];
  readonly details: readonly ErrorDetail[];
  readonly requestId: string | undefined;
  readonly clientRequestId: string | undefined;
  /** When the service met the error, as it tells. */
  readonly date: string | undefined;
  /** Seconds to wait before another try, if the service names them. */
  readonly retryAfter: number | undefined;
  readonly headers: Headers;
  /** The response as it came; empty if there was none. */
  readonly body: string;
  /** Method and path of the request; the path with the names of its parameters. */
  readonly request: { readonly method: string; readonly path: string };

  constructor(request: Pick<ApiRequest, "method" | "template">, fields: ApiErrorFields) {
    const { status, code, text, requestId } = fields;
    const what = [status === 0 ? "" : String(status), code ?? fields.statusText ?? ""].filter(Boolean).join(" ");
    const where = `${request.method} ${request.template}${requestId ? `, request-id ${requestId}` : ""}`;
    super(`${[what, text].filter(Boolean).join(": ")} (${where})`, { cause: fields.cause });
    this.status = status;
    this.code = code;
    this.innerCodes = fields.innerCodes ?? [];
    this.details = fields.details ?? [];
    this.requestId = requestId;
    this.clientRequestId = fields.clientRequestId;
    this.date = fields.date;
    this.retryAfter = fields.retryAfter;
    this.headers = fields.headers ?? new Headers();
    this.body = fields.body ?? "";
    this.request = { method: request.method, path: request.template };
  }

  /** What may be written to a log: no headers, no raw body, no cause, no parameters. */
  toJSON(): Record<string, unknown> {
    const { name, message, status, code, innerCodes, details, requestId, clientRequestId, date, retryAfter, request } =
      this;
    return { name, message, status, code, innerCodes, details, requestId, clientRequestId, date, retryAfter, request };
  }
}

/** Reads the error of a response that is not a success: JSON of OData's shape, any other text, or nothing. */
export async function readError(
  response: Response,
  request: Pick<ApiRequest, "method" | "template">,
): Promise<ApiError> {
  const { headers, status, statusText } = response;
  const body = await response.text().catch(() => "");
  const error = objectOf(objectOf(parse(body))["error"]);
  const inner = innerOf(error);
  const innerCodes: string[] = [];
  for (let at = inner; Object.keys(at).length > 0; at = innerOf(at)) {
    const code = textOf(at["code"]);
    if (code) innerCodes.push(code);
  }
  return new ApiError(request, {
    status,
    statusText,
    code: textOf(error["code"]),
    // The one status here that is no fault of anybody; HTTP/2 has no text for it.
    text: textOf(error["message"]) ?? (status === 304 ? "unchanged, as the request had asked" : undefined),
    innerCodes,
    details: Array.isArray(error["details"]) ? error["details"].map(readDetail) : [],
    requestId: headers.get("request-id") ?? textOf(inner["request-id"]),
    clientRequestId: headers.get("client-request-id") ?? textOf(inner["client-request-id"]),
    date: textOf(inner["date"]) ?? headers.get("date") ?? undefined,
    retryAfter: readRetryAfter(headers),
    headers,
    body,
  });
}

/** For the reading of a body: what it rejects with becomes an ApiError, that keeps the status and the headers. */
export function connectionLost({ status, headers }: Response, request: ApiRequest): (cause: unknown) => never {
  return (cause) => {
    const text = "the response broke off";
    throw new ApiError(request, { status, code: "ConnectionLost", text, headers, cause });
  };
}

/** Seconds of a `Retry-After` header, which holds seconds or a date. The date counts by the clock of the service. */
export function readRetryAfter(headers: Headers): number | undefined {
  const value = headers.get("retry-after") ?? "";
  if (/^\d+(\.\d+)?$/.test(value)) return Number(value);
  // Without this, other texts may be dates, too: the platform guesses.
  const time = value.endsWith("GMT") ? Date.parse(value) : Number.NaN;
  const now = Date.parse(headers.get("date") ?? "") || Date.now();
  return Number.isNaN(time) ? undefined : Math.max(0, Math.ceil((time - now) / 1000));
}

function readDetail(value: unknown): ErrorDetail {
  const detail: { code?: string; message?: string; target?: string } = {};
  const source = objectOf(value);
  for (const name of ["code", "message", "target"] as const) {
    const text = textOf(source[name]);
    if (text !== undefined) detail[name] = text;
  }
  return detail;
}

function innerOf(error: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return objectOf(error["innerError"] ?? error["innererror"]);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** The value of a call, or the error that it failed with. */
export type Result<Value, Code extends string = string> =
  | { readonly ok: true; readonly value: Value; readonly error?: never }
  | { readonly ok: false; readonly error: ApiError<Code>; readonly value?: never };

/** Calls without throwing an {@link ApiError}. What the caller did wrong, or aborted, still rejects. */
export async function toResult<Value>(call: () => Value | Promise<Value>): Promise<Result<Value>> {
  try {
    return { ok: true, value: await call() };
  } catch (error) {
    if (error instanceof ApiError) return { ok: false, error };
    throw error;
  }
}
