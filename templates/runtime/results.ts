/** From a response to what a function gives: a value, a text, raw content, or nothing. */
import { ApiError } from "./api-error.ts";
import type { Client } from "./client.ts";
import type { ApiRequest, RequestOptions } from "./request.ts";

/** Sends a request whose response is JSON. */
export async function sendJson<T>(
  client: Client,
  options: RequestOptions | undefined,
  request: ApiRequest,
): Promise<T> {
  return readJson<T>(await client.send(request, options), request);
}

/** Sends a request whose response is `{ "value": … }`, and takes the value out. */
export async function sendValue<T>(
  client: Client,
  options: RequestOptions | undefined,
  request: ApiRequest,
): Promise<T> {
  const body = await sendJson<T | { readonly value: T }>(client, options, request);
  return isEnvelope(body) ? body.value : body;
}

/** Sends a request without caring for the content of the response. */
export async function sendVoid(
  client: Client,
  options: RequestOptions | undefined,
  request: ApiRequest,
): Promise<void> {
  const response = await client.send(request, options);
  // An unread body holds the connection.
  await response.body?.cancel();
}

/** Sends a request whose response is text. */
export async function sendText(
  client: Client,
  options: RequestOptions | undefined,
  request: ApiRequest,
): Promise<string> {
  const response = await client.send({ accept: "text/plain, */*", ...request }, options);
  return response.text();
}

/** Raw content that a service sent, not yet read. */
export interface Content {
  readonly contentType: string | undefined;
  /** In bytes, if the service tells. */
  readonly contentLength: number | undefined;
  /** The response itself, for its headers and for all else that the platform offers. */
  readonly response: Response;
  /** The bytes as they come. */
  stream(): ReadableStream<Uint8Array>;
  blob(): Promise<Blob>;
  arrayBuffer(): Promise<ArrayBuffer>;
  text(): Promise<string>;
}

/** Sends a request whose response is raw content. Nothing is read before one of its methods is called. */
export async function sendContent(
  client: Client,
  options: RequestOptions | undefined,
  request: ApiRequest,
): Promise<Content> {
  const response = await client.send({ accept: "*/*", ...request }, options);
  const length = response.headers.get("content-length");
  return {
    contentType: response.headers.get("content-type") ?? undefined,
    contentLength: length === null ? undefined : Number(length),
    response,
    stream: () => response.body ?? new Blob([]).stream(),
    blob: () => response.blob(),
    arrayBuffer: () => response.arrayBuffer(),
    text: () => response.text(),
  };
}

/**
 * Reads a response as JSON.
 *
 * @throws ApiError if it is not JSON, or if the connection breaks while it is read.
 */
export async function readJson<T>(response: Response, request: ApiRequest): Promise<T> {
  const { status, headers } = response;
  let text = "";
  try {
    text = await response.text();
    // Empty where JSON is documented: asked for by `Prefer: return=minimal`, or the documentation is wrong. The call
    // has succeeded, so it must not fail here; this is the only case in which the value is not of its type.
    return (text === "" ? undefined : JSON.parse(text)) as T;
  } catch (cause) {
    if (isAbort(cause)) throw cause;
    throw new ApiError(request, {
      status,
      code: "InvalidResponse",
      text: "the response is not JSON",
      headers,
      body: text,
      cause,
    });
  }
}

/** Only an object with nothing beside `value` and annotations is an envelope: others may have a `value` of their own. */
function isEnvelope<T>(body: T | { readonly value: T }): body is { readonly value: T } {
  if (typeof body !== "object" || body === null || !("value" in body)) return false;
  return Object.keys(body).every((name) => name === "value" || name.startsWith("@"));
}

function isAbort(cause: unknown): boolean {
  return cause instanceof DOMException && (cause.name === "AbortError" || cause.name === "TimeoutError");
}
