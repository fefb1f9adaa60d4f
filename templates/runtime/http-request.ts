/** What goes out on the wire for a request, and the functions that it passes on its way. */
import type { ClientOptions, TokenContext } from "./client.ts";
import { queryString } from "./query.ts";
import type { ApiRequest, RequestOptions } from "./request.ts";

/** One try of a request, ready to be sent. Middleware may change it or hand on another one. */
export type HttpRequest = RequestInit & { url: string; method: string; headers: Headers };

/** Sends a request. It resolves with whatever comes, and rejects if nothing does, as `fetch`. */
export type Send = (request: HttpRequest) => Promise<Response>;

/**
 * Stands between the client and `fetch`.
 *
 * @example client.use((next) => async (request) => {
 *   request.headers.set("x-trace", newTrace());
 *   return next(request);
 * });
 */
export type Middleware = (next: Send) => Send;

/** Where a request goes. */
export interface Target {
  readonly url: string;
  /** Leads away from the service, to where neither token nor headers of the caller must go. */
  readonly isForeign: boolean;
}

/**
 * Finds out where a request goes, and refuses what the client was not made for.
 *
 * @param baseUrl without a final slash
 * @throws TypeError if a path leaves the base URL, or if a link leads to an origin that is neither the base URL's nor in
 * `linkOrigins`.
 */
export function targetOf(request: ApiRequest, call: RequestOptions, client: ClientOptions, baseUrl: string): Target {
  const { path, template } = request;
  const root = new URL(`${baseUrl}/`);
  if (!path.startsWith("/")) {
    // A link of the service: its query is complete.
    const { origin } = new URL(path);
    const isForeign = origin !== root.origin;
    if (isForeign && !client.linkOrigins?.some((allowed) => new URL(allowed).origin === origin))
      throw new TypeError(`Unexpected origin ${origin}, expected ${root.origin}`);
    return { url: path, isForeign };
  }
  const query = queryString({ ...request.query, ...call.query });
  const url = baseUrl + path + (query && (path.includes("?") ? "&" : "?") + query);
  if (!new URL(url).href.startsWith(root.href)) throw new TypeError(`Unexpected steps out of ${root} in ${template}`);
  return { url, isForeign: false };
}

/**
 * Makes one try of a request, with a token of its own.
 *
 * @throws what the token function throws; TypeError if a header cannot be sent.
 */
export async function httpRequest(
  { url, isForeign }: Target,
  request: ApiRequest,
  call: RequestOptions,
  client: ClientOptions,
  signal: AbortSignal | undefined,
): Promise<HttpRequest> {
  const headers = new Headers({ accept: request.accept ?? "application/json" });
  // `duplex` has to be given for streams, and is not in all versions of the type.
  const http: HttpRequest & { duplex?: "half" } = { url, method: request.method, headers };
  if (signal) http.signal = signal;
  const { content, json, contentType } = request;
  if (content !== undefined) {
    http.body = content;
    // The platform writes the type of a form itself, with its boundary, and that of a file if nobody else does. Asked by
    // name, as forms of other packages are of other classes.
    const kind = Object.prototype.toString.call(content).slice(8, -1);
    const type = contentType ?? (/^(Blob|File|URLSearchParams)$/.test(kind) ? "" : "application/octet-stream");
    if (type && kind !== "FormData") headers.set("content-type", type);
    if (content instanceof ReadableStream) http.duplex = "half";
  } else if (json !== undefined) {
    http.body = JSON.stringify(json);
    headers.set("content-type", contentType ?? "application/json");
  }
  if (!isForeign) {
    const token =
      typeof client.token === "function" ? await client.token(tokenContext(request, client, signal)) : client.token;
    if (token) headers.set("authorization", `Bearer ${token}`);
  }
  for (const source of isForeign ? [request.headers] : [client.headers, request.headers, call.headers]) {
    for (const [name, value] of Object.entries(source ?? {})) if (value !== undefined) headers.set(name, value);
  }
  if (isForeign) headers.delete("authorization");
  return http;
}

function tokenContext({ scopes }: ApiRequest, client: ClientOptions, signal: AbortSignal | undefined): TokenContext {
  const scheme = client.scopes === "delegated" ? "delegatedWork" : client.scopes;
  return { scopes: (scheme && scopes?.[scheme]) ?? [], ...(signal && { signal }) };
}
