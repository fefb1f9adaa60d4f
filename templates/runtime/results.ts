/** From a response to what a function gives: a value, a text, raw content, or nothing. */
import { ApiError, connectionLost } from "./api-error.ts";
import { type AnyFunction, makeOperation } from "./operation.ts";
import type { ApiRequest } from "./request.ts";

/** Makes a function whose response is JSON. */
export function jsonOperation<F extends AnyFunction>(spec: F["spec"]): F {
  return makeOperation(spec, "json", async (client, request, options) => {
    const sent = request();
    return readJson(await client.send(sent, options), sent);
  });
}

/** Makes a function whose response is `{ "value": … }`, and takes the value out. */
export function valueOperation<F extends AnyFunction>(spec: F["spec"]): F {
  return makeOperation(spec, "value", async (client, request, options) => {
    const sent = request();
    return withoutEnvelope(await readJson(await client.send(sent, options), sent));
  });
}

/** Makes a function without a result. */
export function voidOperation<F extends AnyFunction>(spec: F["spec"]): F {
  return makeOperation(spec, "void", async (client, request, options) => {
    await client.send(request(), options);
  });
}

/** Makes a function whose response is text. */
export function textOperation<F extends AnyFunction>(spec: F["spec"]): F {
  return makeOperation(spec, "text", async (client, request, options) => {
    const response = await client.send({ accept: "text/plain, */*", ...request() }, options);
    return response.text();
  });
}

/**
 * Raw content that a service sent, not yet read. It comes while it is read, so that it can be of any size; the time limit
 * of the call is over by then, the signal of the call still ends it. Unread content holds a connection: if it is not
 * wanted, call `stream().cancel()`.
 *
 * `blob`, `arrayBuffer` and `text` reject with an {@link ApiError} of code `ConnectionLost` if the content breaks off, and
 * with the signal's reason if it was aborted. The stream fails with whatever the platform gives.
 */
export interface Content {
  readonly contentType: string | undefined;
  /** In bytes as they are sent, perhaps compressed; if the service tells. */
  readonly contentLength: number | undefined;
  /** The response itself, for its headers and for all else that the platform offers. */
  readonly response: Response;
  /** The bytes as they come. */
  stream(): ReadableStream<Uint8Array>;
  blob(): Promise<Blob>;
  arrayBuffer(): Promise<ArrayBuffer>;
  text(): Promise<string>;
}

/** Makes a function whose response is raw content. Nothing is read before one of its methods is called. */
export function contentOperation<F extends AnyFunction>(spec: F["spec"]): F {
  return makeOperation(spec, "content", async (client, request, options) => {
    const sent: ApiRequest = { accept: "*/*", ...request() };
    return contentOf(await client.send(sent, options), sent, options?.signal);
  });
}

export function contentOf(response: Response, request: ApiRequest, signal?: AbortSignal): Content {
  const length = response.headers.get("content-length");
  const whole = <T>(read: () => Promise<T>): Promise<T> => {
    // To read it twice is a mistake of the caller, and says so.
    if (response.bodyUsed) return read();
    return read().catch((cause: unknown) => {
      signal?.throwIfAborted();
      return connectionLost(response, request)(cause);
    });
  };
  return {
    contentType: response.headers.get("content-type") ?? undefined,
    contentLength: length === null ? undefined : Number(length),
    response,
    stream: () => response.body ?? new Blob([]).stream(),
    blob: () => whole(() => response.blob()),
    arrayBuffer: () => whole(() => response.arrayBuffer()),
    text: () => whole(() => response.text()),
  };
}

/**
 * Reads a response as JSON.
 *
 * @throws ApiError if it is not JSON.
 */
export async function readJson<T>(response: Response, request: ApiRequest): Promise<T> {
  const body = await response.text();
  try {
    // Empty where JSON is documented: asked for by `Prefer: return=minimal`, or the documentation is wrong. The call
    // has succeeded, so it must not fail here; this is the only case in which the value is not of its type.
    return (body === "" ? undefined : JSON.parse(body)) as T;
  } catch (cause) {
    const { status, headers } = response;
    const text = "the response is not JSON";
    throw new ApiError(request, { status, code: "InvalidResponse", text, headers, body, cause });
  }
}

/** Only an object with nothing beside `value` and annotations is an envelope: others may have a `value` of their own. */
export function withoutEnvelope(body: unknown): unknown {
  if (typeof body !== "object" || body === null || !("value" in body)) return body;
  const isEnvelope = Object.keys(body).every((name) => name === "value" || name.startsWith("@"));
  return isEnvelope ? body.value : body;
}
