/** What of the headers in an example may go on into the output. */
import type { SourcePlace } from "../diagnostics/place.ts";
import type { HttpHeader } from "./http-message.ts";
import type { ReadContext } from "./read-context.ts";

/** Headers that carry what must stay with their owner. */
const secretNames =
  /^(?:proxy-)?authorization$|^(?:set-)?cookie2?$|(?:^|-)(?:api-?key|(?:access|auth|csrf|xsrf|session|security)-?token|secret|password|subscription-key|signature)$/;

/** A run that nobody types by hand: a placeholder such as `{token}` or `Bearer <token>` has none. */
const longRun = /[\w.~+/=-]{16,}/;

/** A signed token, whatever header it stands in. */
const signedToken = /\beyJ[\w-]{8,}\.[\w-]{8,}/;

/**
 * The headers of a message; values that are too long or look like a live secret are reported and become `…`. A token
 * that a page shows by mistake must not spread to a package.
 */
export function exampleHeaders(
  headers: readonly HttpHeader[],
  place: SourcePlace,
  context: ReadContext,
): readonly HttpHeader[] {
  return headers.map((header) => {
    const reason = whyRemoved(header, context.limits.headerLength);
    if (reason === null) return header;
    context.report("example-header-removed", place, { name: header.name, reason });
    return { name: header.name, value: "…" };
  });
}

function whyRemoved({ name, value }: HttpHeader, limit: number): string | null {
  if (value.length > limit) return `${value.length} characters, at most ${limit} are read`;
  const isSecret = signedToken.test(value) || (secretNames.test(name) && longRun.test(value));
  return isSecret ? "it looks like a secret" : null;
}
