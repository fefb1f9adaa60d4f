/** Errors in the shape in which services of this kind report them. */

import { STATUS_CODES } from "node:http";
import { mayHaveBody } from "../examples/body-status.ts";
import { type AnswerBody, type AnswerSource, type MockAnswer, noBody } from "./wire-messages.ts";

/** One of several things that are wrong. */
export interface ErrorDetail {
  readonly code: string;
  /** What it is about: a header, a query option, the way to a member of the body. */
  readonly target: string;
  readonly message: string;
}

export interface ServiceError {
  readonly status: number;
  readonly code: string;
  /** May hold text of the page and of the request. */
  readonly message: string;
  readonly details?: readonly ErrorDetail[];
  readonly headers?: readonly (readonly [name: string, value: string])[];
}

/** Gives each request an id. Counted, so that the same requests get the same answers on any day. */
export type RequestIds = () => string;

export function createRequestIds(): RequestIds {
  let count = 0;
  return () => `00000000-0000-0000-0000-${String(++count).padStart(12, "0")}`;
}

/** Answers with an error. */
export function errorAnswer(
  error: ServiceError,
  requestId: string,
  source: Pick<AnswerSource, "operation" | "example">,
): MockAnswer {
  const { status, code, message, details } = error;
  const inner = { "request-id": requestId };
  const value = { error: { code, message, ...(details === undefined ? {} : { details }), innerError: inner } };
  const body: AnswerBody = mayHaveBody(status) ? { kind: "json", value } : noBody;
  const headers = new Headers();
  for (const [name, text] of error.headers ?? []) headers.set(name, text);
  return { status, headers, body, source: { ...source, complaint: message } };
}

/** The code of an error for which no page gives one: `notFound` for 404. */
export function usualCode(status: number): string {
  const words = (STATUS_CODES[status] ?? "error").replace(/[^A-Za-z ]/g, "").split(" ");
  return words.map((word, index) => (index === 0 ? word.toLowerCase() : word)).join("");
}
