/** What is wrong with a request, by the page of the operation that it calls. */
import { type BodyCheck, checkBody } from "./check-body.ts";
import { checkHeaders } from "./check-headers.ts";
import { checkQuery } from "./check-query.ts";
import { type KnownExample, queryKey, queryNames } from "./known-example.ts";
import { readToken } from "./page-links.ts";
import type { ReadBody } from "./request-body.ts";
import type { RequestTarget } from "./request-target.ts";
import type { Route } from "./route-index.ts";
import { isSameJson } from "./same-json.ts";
import type { ServiceError } from "./service-error.ts";

export interface CheckedRequest {
  readonly headers: Headers;
  readonly target: RequestTarget;
  readonly body: ReadBody;
}

/**
 * All that is wrong with a request in one error, so that a caller need not find out one by one; `null` where nothing is.
 *
 * @param chosen the example that would answer
 */
export function checkRequest(
  { operation, path, examples }: Route,
  { headers, target, body }: CheckedRequest,
  chosen: KnownExample | null,
  bodyCheck: BodyCheck,
): ServiceError | null {
  const shown = new Set(examples.flatMap(({ place }) => [...queryNames(place?.query ?? [])]));
  const sent = target.query.filter((part) => readToken([part]) === undefined);
  const details = [
    ...checkQuery(operation, path, sent, shown),
    ...checkHeaders(operation, headers, new Set(sent.map(({ name }) => queryKey(name)))),
  ];
  const isShown = body.kind === "json" && isShownBody(examples, body.value, chosen);
  const wrongBody = checkBody(operation, body, isShown, bodyCheck);
  const [first] = details;
  if (first === undefined) return wrongBody;
  if (wrongBody !== null) details.push({ code: wrongBody.code, target: "(body)", message: wrongBody.message });
  return { status: 400, code: first.code, message: details.map(({ message }) => message).join("; "), details };
}

/** Whether a page shows this body as one that goes well, or the example that answers has it. */
function isShownBody(examples: readonly KnownExample[], value: unknown, chosen: KnownExample | null): boolean {
  return examples.some(
    (known) => (known.first.status < 400 || known === chosen) && isSameJson(known.example.request?.body?.json, value),
  );
}
