/** Documented responses as a service would give them. */
import type { ExampleResponse } from "../runtime/example.ts";

export interface Answer {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly response: ExampleResponse;
}

/**
 * Answers with one of the responses. The platform follows redirects by itself: what comes of one is the response behind
 * it, as if that had come from the place to which it leads. An error that a page shows next is another case.
 */
export function answerOf(responses: readonly ExampleResponse[], index: number): Answer {
  const response = responses[index];
  if (response === undefined) throw new Error(`The example has no response ${index + 1}`);
  const location = response.status >= 300 && response.status < 400 ? response.headers?.["location"] : undefined;
  return {
    response,
    async fetch(url) {
      if (location === undefined) return responseOf(response, url);
      const next = responses[index + 1];
      const isBehind = next !== undefined && next.status < 300;
      const final = responseOf(isBehind ? next : { status: 200, body: "content" }, placeBehind(location, url));
      return Object.defineProperty(final, "redirected", { value: true });
    },
  };
}

/** Where a redirect leads. Pages may have a placeholder for the host, which is no URL: it is taken as it is. */
export function placeBehind(location: string, from: string): string {
  try {
    return new URL(location, from).href;
  } catch {
    return location;
  }
}

const bodiless: readonly number[] = [204, 205, 304];

function responseOf({ status, headers = {}, body }: ExampleResponse, url: string): Response {
  const all = new Headers();
  // Pages have characters in headers that HTTP does not.
  for (const [name, value] of Object.entries(headers))
    all.set(name, value.replace(/[^\t\x20-\x7e\xa0-\xff]/gu, encodeURIComponent));
  const text = body === undefined || bodiless.includes(status) ? null : textOf(body);
  if (text !== null && !all.has("content-type")) all.set("content-type", "application/json");
  return Object.defineProperty(new Response(text, { status, headers: all }), "url", { value: url });
}

/** The body of a response on the wire. */
export function textOf(body: unknown): string {
  return typeof body === "string" ? body : JSON.stringify(body);
}
