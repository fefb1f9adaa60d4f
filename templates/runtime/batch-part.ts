/** A request and its response as parts of a batch in JSON: bodies are JSON values, text, or base64. */
import { readError } from "./api-error.ts";
import type { Client } from "./client.ts";
import { deltaError, deltaOf } from "./delta.ts";
import { startedBy } from "./long-running.ts";
import { readList, toPage } from "./pages.ts";
import { queryString } from "./query.ts";
import type { ApiRequest, BinaryBody, RequestOptions } from "./request.ts";
import { contentOf, readJson, withoutEnvelope } from "./results.ts";

/** A request as a batch takes it, but for its id. */
export interface RequestPart {
  readonly method: string;
  /** Relative to the base URL, with its query. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** A response as it comes in a batch. */
export interface ResponsePart {
  readonly id: string;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/**
 * Writes a request as a part.
 *
 * @throws TypeError if its body is a stream or a form, or if it leads elsewhere than below the base URL.
 */
export async function writePart(request: ApiRequest, baseUrl: string): Promise<RequestPart> {
  const { method, path, json, content, operation } = request;
  const isLink = !path.startsWith("/");
  if (isLink && !path.startsWith(`${baseUrl}/`))
    throw new TypeError(`Unexpected link of ${operation} in a batch, expected one below ${baseUrl}`);
  const query = queryString(request.query ?? {});
  const url = (isLink ? path.slice(baseUrl.length) : path) + (query && (path.includes("?") ? "&" : "?") + query);
  const hasBody = content !== undefined || json !== undefined;
  const contentType = request.contentType ?? (content === undefined ? "application/json" : "application/octet-stream");
  const headers = {
    ...(request.accept && { accept: request.accept }),
    ...(hasBody && { "content-type": contentType }),
    ...request.headers,
  };
  return {
    method,
    url,
    ...(Object.keys(headers).length > 0 && { headers }),
    ...(hasBody && { body: content === undefined ? json : await bodyOf(content, contentType, operation) }),
  };
}

async function bodyOf(content: BinaryBody, type: string, operation: string): Promise<unknown> {
  // By name, as forms of other packages are of other classes.
  const kind = Object.prototype.toString.call(content);
  if (content instanceof ReadableStream || kind === "[object FormData]")
    throw new TypeError(`Unexpected ${kind.slice(8, -1)} as body of ${operation} in a batch`);
  const body = new Response(content);
  if (type.startsWith("text/")) return body.text();
  if (/\bjson\b/.test(type)) return body.json();
  let bytes = "";
  for (const byte of new Uint8Array(await body.arrayBuffer())) bytes += String.fromCharCode(byte);
  // The alphabet for URLs, as OData has it.
  return btoa(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** The response that a part stands for; `undefined` if there can be none like it. */
export function responseOf({ status, headers, body }: ResponsePart, request: ApiRequest): Response | undefined {
  try {
    const known = new Headers(headers ?? {});
    const isEmpty = body === undefined || body === null || status === 204 || status === 205 || status === 304;
    const content = isEmpty ? null : contentOfPart(body, known.get("content-type") ?? "", request);
    return new Response(content, { status, headers: known });
  } catch {
    return undefined;
  }
}

function contentOfPart(body: unknown, type: string, { result }: ApiRequest): BinaryBody {
  if (typeof body === "string") {
    if (type.startsWith("text/") || (type === "" && result === "text")) return body;
    if (type === "" ? result === "content" : !/\bjson\b/.test(type)) return bytesOf(body) ?? body;
  }
  return JSON.stringify(body);
}

/** The bytes of base64 in either alphabet; `undefined` if it is none. */
function bytesOf(base64: string): BinaryBody | undefined {
  try {
    const text = atob(base64.replaceAll("-", "+").replaceAll("_", "/"));
    return Uint8Array.from(text, (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}

/** Reads a response as the function of its request does. */
export async function readPart(
  client: Client,
  request: ApiRequest,
  response: Response,
  options: RequestOptions,
): Promise<unknown> {
  if (!response.ok) throw deltaError(client, request, await readError(response, request));
  switch (request.result) {
    case "void":
      return undefined;
    case "text":
      return response.text();
    case "content":
      return contentOf(response, request);
    case "page":
      return toPage(await readList(response, request));
    case "delta":
      return deltaOf(client, request, await readList(response, request), options);
    case "longRunning":
      return startedBy(client, request, response);
    case "value":
      return withoutEnvelope(await readJson(response, request));
    case "json":
      return readJson(response, request);
  }
}
