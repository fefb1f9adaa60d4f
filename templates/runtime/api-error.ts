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
 * A response that is not a success, or no readable response at all (`status` is 0, `cause` says why).
 *
 * @example if (error instanceof ApiError && error.status === 404) return undefined;
 */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly status: number;
  /** The service's own code, for programs to compare with. */
  readonly code: string | undefined;
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
  /** Method and path of the request; the path with `{}` for its parameters. */
  readonly request: { readonly method: string; readonly path: string };

  constructor(request: ApiRequest, fields: ApiErrorFields) {
    const { status, code, text, requestId } = fields;
    const what = [status === 0 ? "" : String(status), code ?? fields.statusText ?? ""].filter(Boolean).join(" ");
    const where = `${request.method} ${request.path.template}${requestId ? `, request-id ${requestId}` : ""}`;
    super(`${[what, text].filter(Boolean).join(": ")} (${where})`, { cause: fields.cause });
    this.status = status;
    this.code = code;
    this.details = fields.details ?? [];
    this.requestId = requestId;
    this.clientRequestId = fields.clientRequestId;
    this.date = fields.date;
    this.retryAfter = fields.retryAfter;
    this.headers = fields.headers ?? new Headers();
    this.body = fields.body ?? "";
    this.request = { method: request.method, path: request.path.template };
  }

  /** What may be written to a log: no headers, no raw body, no parameters. */
  toJSON(): Record<string, unknown> {
    const { name, message, status, code, requestId, clientRequestId, date, retryAfter, request } = this;
    return { name, message, status, code, requestId, clientRequestId, date, retryAfter, request };
  }
}

/** Reads the error of a response that is not a success: JSON of OData's shape, any other text, or nothing. */
export async function readError(response: Response, request: ApiRequest): Promise<ApiError> {
  const body = await response.text().catch(() => "");
  const error = objectOf(objectOf(parse(body))["error"]);
  const inner = objectOf(error["innerError"] ?? error["innererror"]);
  const { headers, status } = response;
  return new ApiError(request, {
    status,
    statusText: response.statusText,
    code: textOf(error["code"]),
    text: textOf(error["message"]),
    details: Array.isArray(error["details"]) ? error["details"].map(readDetail) : [],
    requestId: headers.get("request-id") ?? textOf(inner["request-id"]),
    clientRequestId: headers.get("client-request-id") ?? textOf(inner["client-request-id"]),
    date: textOf(inner["date"]) ?? headers.get("date") ?? undefined,
    retryAfter: readRetryAfter(headers.get("retry-after")),
    headers,
    body,
  });
}

/** Seconds of a `Retry-After` header, which holds seconds or a date. */
export function readRetryAfter(value: string | null, now: number = Date.now()): number | undefined {
  if (value === null) return undefined;
  if (/^\s*\d+\s*$/.test(value)) return Number(value);
  const time = Date.parse(value);
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
