/** The client: where the service is, who calls, and the one place where requests leave. */
import { ApiError, readError } from "./api-error.ts";
import { queryString } from "./query.ts";
import type { ApiRequest, RequestOptions } from "./request.ts";

export interface ClientOptions {
  /** Root of the service with its version, for example `https://api.example.com/v1`. */
  readonly baseUrl: string;
  /** Bearer token, or a function that gives one; it is called for each request. */
  readonly token?: string | (() => string | Promise<string>);
  /** Headers of each request. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Used instead of the platform's `fetch`: for tests, proxies and logs. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
}

export interface Client {
  /** Without a final slash. */
  readonly baseUrl: string;
  /**
   * Sends one request and gives the response, if it is a success.
   *
   * @throws ApiError if it is none, or if there was no response; the signal's reason if it was aborted.
   */
  send(request: ApiRequest, options?: RequestOptions): Promise<Response>;
}

/**
 * Makes a client. It holds no state but its options, so one serves a whole program.
 *
 * @throws TypeError if the base URL is not an absolute `http` or `https` URL.
 *
 * @example const client = createClient({ baseUrl: "https://api.example.com/v1", token: () => readToken() });
 */
export function createClient(options: ClientOptions): Client {
  const baseUrl = options.baseUrl.replace(/\/$/, "");
  const { origin, protocol } = new URL(baseUrl);
  if (protocol !== "https:" && protocol !== "http:")
    throw new TypeError(`Unexpected base URL ${baseUrl}, expected https`);

  return {
    baseUrl,
    async send(request, requestOptions = {}) {
      const url = urlOf(request, baseUrl);
      // The token goes along, so that a link of a response must not lead to anybody else.
      if (new URL(url).origin !== origin)
        throw new TypeError(`Unexpected origin ${new URL(url).origin}, expected ${origin}`);
      const init = await initOf(request, options, requestOptions);
      const fetch = options.fetch ?? globalThis.fetch;
      let response: Response;
      try {
        response = await fetch(url, init);
      } catch (cause) {
        if (requestOptions.signal?.aborted) throw cause;
        throw new ApiError(request, { status: 0, code: "NetworkError", text: "no response", cause });
      }
      if (!response.ok) throw await readError(response, request);
      return response;
    },
  };
}

function urlOf({ path, query }: ApiRequest, baseUrl: string): string {
  const url = path.text.startsWith("/") ? baseUrl + path.text : path.text;
  const options = query ? queryString(query) : "";
  return options === "" ? url : `${url}${url.includes("?") ? "&" : "?"}${options}`;
}

async function initOf(request: ApiRequest, client: ClientOptions, options: RequestOptions): Promise<RequestInit> {
  const headers = new Headers({ accept: request.accept ?? "application/json" });
  const token = typeof client.token === "function" ? await client.token() : client.token;
  if (token) headers.set("authorization", `Bearer ${token}`);
  // `duplex` has to be given for streams, and is not in all versions of the type.
  const init: RequestInit & { duplex?: "half" } = { method: request.method, headers };
  if (request.content !== undefined) {
    init.body = request.content;
    // The platform writes the type of a form itself, with its boundary.
    const isForm = typeof FormData === "function" && request.content instanceof FormData;
    if (!isForm) headers.set("content-type", request.contentType ?? "application/octet-stream");
    if (request.content instanceof ReadableStream) init.duplex = "half";
  } else if (request.json !== undefined) {
    init.body = JSON.stringify(request.json);
    headers.set("content-type", request.contentType ?? "application/json");
  }
  for (const source of [client.headers, request.headers, options.headers]) {
    for (const [name, value] of Object.entries(source ?? {})) if (value !== undefined) headers.set(name, value);
  }
  if (options.signal) init.signal = options.signal;
  return init;
}
