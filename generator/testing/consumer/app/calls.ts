/** The client and the options of calls: tokens, time limits, retries, middleware. */
import {
  ApiError,
  type Client,
  type ClientOptions,
  createClient,
  type Middleware,
  type RequestOptions,
} from "../../../../generated/client.js";
import { SDK_INFO } from "../../../../generated/info.js";
import { getUser, listUsers } from "../../../../generated/operations/users.js";
import { typeOf } from "./exact.js";

type Fetch = NonNullable<ClientOptions["fetch"]>;

/** The token function is told what a call needs at least. */
export function clientWithLeastScopes(fetch: Fetch, tokens: ReadonlyMap<string, string>): Client {
  return createClient({
    fetch,
    scopes: "delegated",
    token: async ({ scopes, signal }) => {
      typeOf(scopes).is<readonly string[]>();
      typeOf(signal).is<AbortSignal | undefined>();
      return tokens.get(scopes.join(" ")) ?? "";
    },
  });
}

/** The platform's own `fetch` does as well as any other of its form. */
export function plainClient(): Client {
  return createClient({ token: "t", fetch });
}

/** Everything about calls can be set once, and differently for each call. */
export function patientClient(fetch: Fetch, log: string[]): Client {
  return createClient({
    fetch,
    token: "t",
    timeout: 60_000,
    headers: { "x-app": "consumer" },
    retry: {
      maxRetries: 2,
      maxWait: 120_000,
      onRetry: ({ attempt, wait, response }) => log.push(`${attempt}: ${response?.status}, ${wait} ms`),
    },
  });
}

/** Middleware has the form of `fetch`. The first one that is used is outermost. */
export function tracedClient(fetch: Fetch, log: string[]): Client {
  const named =
    (name: string): Middleware =>
    (next) =>
    async (request) => {
      log.push(`${name}: ${request.method} ${request.url}`);
      request.headers.set(`x-${name}`, "1");
      const response = await next(request);
      log.push(`${name}: ${response.status}`);
      return response;
    };
  return createClient({ fetch }).use(named("outer")).use(named("inner"));
}

/** Every call can be aborted, between the pages of a list as well. */
export async function until(client: Client, isEnough: (name: string) => boolean): Promise<number> {
  const stop = new AbortController();
  let count = 0;
  try {
    for await (const { displayName } of listUsers(client, {}, { signal: stop.signal })) {
      count++;
      if (isEnough(displayName)) stop.abort(new Error("enough"));
    }
  } catch (error) {
    if (error !== stop.signal.reason) throw error;
  }
  return count;
}

export async function inTime(client: Client, timeout: number): Promise<string> {
  const options: RequestOptions = { timeout, headers: { "x-trace": "1" } };
  try {
    return (await getUser(client, {}, options)).displayName;
  } catch (error) {
    if (error instanceof ApiError && error.code === "Timeout") return "too late";
    throw error;
  }
}

/** What the SDK was made by, for logs. */
export function origin(): string {
  return SDK_INFO.generator;
}

/** What does not compile. */
export async function mistakes(client: Client): Promise<void> {
  // @ts-expect-error The time limit is a number of milliseconds.
  await getUser(client, {}, { timeout: "5s" });
  // @ts-expect-error There is no such option.
  await getUser(client, {}, { retries: 2 });
  // @ts-expect-error The client comes first.
  await getUser({ userId: "jane@contoso.com" });
  // @ts-expect-error There is no such option.
  createClient({ tokn: "t" });
}
