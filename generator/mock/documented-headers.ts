/** The documented headers of a response, those of them that a server may send because a page says so. */
import type { MessageHeader } from "../model/api-model.ts";

// Closed: a page that could name any header would set cookies, allow origins, or end the message early.
const known: ReadonlySet<string> = new Set([
  "accept-ranges",
  "allow",
  "cache-control",
  "client-request-id",
  "content-disposition",
  "content-language",
  "content-location",
  "content-range",
  "content-type",
  "etag",
  "expires",
  "last-modified",
  "link",
  "location",
  "odata-entityid",
  "odata-version",
  "operation-location",
  "preference-applied",
  "request-id",
  "retry-after",
  "vary",
  "warning",
  "www-authenticate",
]);

/** `x-` names are made for messages of one service; those that steer browsers are not. */
function isPassedOn(name: string): boolean {
  const isOwn = /^(?:x|ratelimit)-[\w-]{1,100}$/.test(name);
  return known.has(name) || (isOwn && !/^x-(?:content-type-options|dns-prefetch-control|forwarded)/.test(name));
}

const maxHeaderLength = 4_000;

/** Makes the headers to send: other characters than HTTP can hold, as pages have them above all in URLs, are encoded. */
export function documentedHeaders(headers: readonly MessageHeader[], redirect: (url: string) => string): Headers {
  const sent = new Headers();
  for (const { name, value } of headers) {
    const key = name.toLowerCase();
    if (!isPassedOn(key) || value.length > maxHeaderLength) continue;
    const text = /^(?:content-|operation-)?location$/.test(key) ? redirect(value.trim()) : value;
    sent.append(key, sendableText(text));
  }
  return sent;
}

/** The text as a header can hold it. */
export function sendableText(text: string): string {
  // Half of a pair of surrogates has no encoding of its own.
  const whole = text.replace(/\p{Surrogate}/gu, "\u{fffd}");
  return whole.replace(/[^\x20-\x7e]+/gu, encodeURIComponent);
}
