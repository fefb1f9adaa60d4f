/** A client whose requests are written down and answered by a function. */
import { type Client, type ClientOptions, createClient } from "./client.ts";

export const baseUrl = "https://api.example/v1";

/** A request as it arrived. */
export interface Sent {
  readonly method: string;
  /** Without the base URL. */
  readonly url: string;
  /** By name in lower case, without `accept`. */
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed, if it is JSON. */
  readonly body: unknown;
}

export interface Answer {
  /** 200 if absent. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly text?: string;
  /** The request was redirected before it was answered. */
  readonly redirected?: boolean;
}

/** Answers each request; `sent` are the requests in order. Nothing is sent twice, unless the options say so. */
export function recordedClient(
  answer: (sent: Sent, index: number) => Answer | Promise<Answer>,
  options: Partial<ClientOptions> = {},
): { readonly client: Client; readonly sent: readonly Sent[] } {
  const sent: Sent[] = [];
  const client = createClient({
    baseUrl,
    retry: false,
    ...options,
    fetch: async (url, { method = "GET", headers, body, signal }) => {
      signal?.throwIfAborted();
      const { accept: _, ...rest } = Object.fromEntries(new Headers(headers));
      const request: Sent = {
        method,
        url: url.startsWith(baseUrl) ? url.slice(baseUrl.length) : url,
        headers: rest,
        body: typeof body === "string" ? JSON.parse(body) : body,
      };
      sent.push(request);
      const {
        status = 200,
        json,
        text,
        redirected = false,
        headers: given = {},
      } = await answer(request, sent.length - 1);
      const content = json === undefined ? (text ?? null) : JSON.stringify(json);
      const response = new Response(content, { status, headers: given });
      return redirected ? Object.defineProperty(response, "redirected", { value: true }) : response;
    },
  });
  return { client, sent };
}

/** Answers from a table of URLs, relative to the base URL. */
export function answers(table: Readonly<Record<string, unknown>>): (sent: Sent) => Answer {
  const byUrl = new Map(Object.entries(table));
  return ({ url }) =>
    byUrl.has(url) ? { json: byUrl.get(url) } : { status: 404, json: { error: { code: "NotFound" } } };
}

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
