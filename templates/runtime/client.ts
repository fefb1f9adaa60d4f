/** The client: where the service is, who calls, and the one place where requests leave. */
import { ApiError, connectionLost, readError } from "./api-error.ts";
import { httpRequest, type Middleware, type Send, targetOf } from "./http-request.ts";
import type { ApiRequest, PermissionScheme, RequestOptions } from "./request.ts";
import { type RetryOptions, withRetries } from "./retry.ts";
import { withTimeout } from "./timeout.ts";

/** What a token is asked for with. */
export interface TokenContext {
  /** The least privileged permissions of the request, as {@link ClientOptions.scopes} chooses; empty if not known. */
  readonly scopes: readonly string[];
  /** Aborted when the call is over. */
  readonly signal?: AbortSignal;
}

export interface ClientOptions {
  /** Root of the service with its version, for example `https://api.example.com/v1`. */
  readonly baseUrl: string;
  /** Bearer token, or a function that gives one: it is called for each try of each request, and may keep tokens. */
  readonly token?: string | ((context: TokenContext) => string | Promise<string>);
  /** Who calls: decides which permissions the token function is told. `delegated` is short for `delegatedWork`. */
  readonly scopes?: PermissionScheme | "delegated";
  /**
   * Headers of each request. No place for secrets: if the service redirects to another origin, the platform takes only
   * `Authorization` and cookies away.
   */
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * Used instead of the platform's `fetch`: for tests, proxies and logs. That of the package undici works as well; as its
   * types differ from the platform's, write `undiciFetch as unknown as typeof fetch`.
   */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
  /** Milliseconds for calls that name no `timeout` of their own, see {@link RequestOptions.timeout}; no limit if absent. */
  readonly timeout?: number;
  /** When and how often requests are repeated; `false` for never. */
  readonly retry?: RetryOptions | false;
  /**
   * Further origins, such as `https://files.example.com`, to which links may lead that the service gave: to a next page,
   * or to the state of a long-running operation. Neither the token nor the headers of client and call are sent there.
   */
  readonly linkOrigins?: readonly string[];
}

export interface Client {
  /** Without a final slash. */
  readonly baseUrl: string;
  /**
   * Sends one request, again if need be, and gives the response if it is a success. It has been read into memory, unless
   * the result of the request is `content`: then its body is still to come.
   *
   * @throws ApiError if there was no success, or no whole response; the signal's reason if it was aborted; TypeError if
   * the request leads to where the client must not send it; what the token function and the middleware throw.
   */
  send(request: ApiRequest, options?: RequestOptions): Promise<Response>;
  /**
   * Adds middleware, and gives the client back. What was added first is outermost: it sees requests first and responses
   * last. Each try of a request passes all of it, with its token and headers set. Where it sends the request is its own
   * affair: origins have been checked before.
   */
  use(middleware: Middleware): Client;
}

/**
 * Makes a client. It holds no state but its options and its middleware, so one serves a whole program.
 *
 * @throws TypeError if the base URL is not an absolute `http` or `https` URL.
 *
 * @example const client = createClient({ baseUrl: "https://api.example.com/v1", token: () => readToken() });
 */
export function createClient(options: ClientOptions): Client {
  const baseUrl = options.baseUrl.replace(/\/+$/, "");
  if (!/^https?:/.test(new URL(baseUrl).protocol))
    throw new TypeError(`Unexpected base URL ${baseUrl}, expected https`);
  const layers: Send[] = [];
  /** What `fetch` rejected with, to tell it from what middleware throws. */
  const fetchErrors = new WeakSet<object>();
  const fetchOnce: Send = async (request) => {
    try {
      // Not called as a method, which browsers refuse. The platform follows redirects; where one leads to another origin,
      // as that of a download does, it takes `Authorization` away.
      return await (options.fetch ?? globalThis.fetch)(request.url, request);
    } catch (cause) {
      if (isObject(cause)) fetchErrors.add(cause);
      throw cause;
    }
  };
  /** Looks for the layer when it is called, as later ones may be added until then. */
  const through =
    (index: number): Send =>
    (request) =>
      (layers[index] ?? fetchOnce)(request);

  const client: Client = {
    baseUrl,
    use(middleware) {
      layers.push(middleware(through(layers.length + 1)));
      return client;
    },
    async send(request, call = {}) {
      const target = targetOf(request, call, options, baseUrl);
      const timeout = call.timeout ?? options.timeout;
      const retry = options.retry === false ? { maxRetries: 0 } : options.retry;
      return withTimeout(request, call.signal, timeout, async (signal) => {
        const response = await withRetries(request, retry, timeout, signal, async () => {
          const http = await httpRequest(target, request, call, options, signal);
          try {
            return await wholeResponse(await through(0)(http), request);
          } catch (cause) {
            if (!isObject(cause) || !fetchErrors.has(cause)) throw cause;
            throw new ApiError(request, { status: 0, code: "NetworkError", text: "no response", cause });
          }
        });
        if (!response.ok) throw await readError(response, request);
        return response;
      });
    },
  };
  return client;
}

/** Waits for the body of a success, so that time limits and aborts need no care where it is read. */
async function wholeResponse(response: Response, request: ApiRequest): Promise<Response> {
  const { status, url, redirected } = response;
  // A browser gives these a body to read, an empty one, and lets nobody make a response of them that has one.
  const isEmpty = status === 204 || status === 205 || !response.body;
  if (!response.ok || isEmpty || request.result === "content") return response;
  const whole = new Response(await response.arrayBuffer().catch(connectionLost(response, request)), response);
  return Object.defineProperties(whole, { url: { value: url }, redirected: { value: redirected } });
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
