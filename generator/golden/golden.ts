/**
 * What goldens are made of. A golden is a documented message as a test of the SDK: a request, that the function has to
 * send, or a response, that it has to read.
 */
import type { Conformance } from "../conformance/finding.ts";
import type { DiagnosticCode } from "../diagnostics/codes.ts";
import type { CallNote } from "../examples/call-notes.ts";
import type { ExampleCall } from "../examples/example-call.ts";
import type { Example, ExampleRequest, ExampleResponse, Operation, SourcePlace, TypeRef } from "../model/api-model.ts";

import type { ArgumentVerdict } from "./argument-verdict.ts";
import type { UnknownName } from "./selection-names.ts";

/** Why a message is at odds with the rest of the pages. */
export interface Reason {
  readonly code: DiagnosticCode;
  /** One sentence, without a final full stop; may hold text of the page. */
  readonly message: string;
  readonly place: SourcePlace;
}

/** An argument that the function demands and the example does not have. */
export interface MissingArgument {
  readonly kind: "query" | "header" | "option" | "body";
  /** Of the parameter, the header or the option in the model; empty for the body. */
  readonly name: string;
}

/** A call of a function. */
export interface GoldenCall {
  readonly operation: Operation;
  readonly call: ExampleCall;
  readonly body: Conformance | null;
  readonly missing: readonly MissingArgument[];
  /** Parameters whose values are not of their types, by name. */
  readonly verdicts: ReadonlyMap<string, ArgumentVerdict>;
  /** What the example selects, sorts by or expands without there being such a thing. */
  readonly unknownNames: readonly UnknownName[];
}

/** A request that can be made by a call: of the function of its page, or of another one that documents the path. */
export interface SentRequest extends GoldenCall {
  readonly kind: "sent";
  readonly request: ExampleRequest;
  /** What the example writes in another way, or asks for beyond the function; what it sends is compared without that. */
  readonly allowances: readonly CallNote[];
  /** What only stands for a value, and passes. */
  readonly placeholders: readonly Reason[];
  /** What the types of the function refuse; the call is made all the same. */
  readonly contradictions: readonly Reason[];
  /** Why the function sends something else; `null` if it sends what the example shows. */
  readonly difference: Reason | null;
}

/** A request that no call can make. */
export interface UnsentRequest {
  readonly kind: "unsent";
  readonly request: ExampleRequest;
  readonly reason: Reason;
}

export type RequestGolden = SentRequest | UnsentRequest;

/** What the function gives for a response. */
export type Outcome =
  | { readonly kind: "value"; readonly value: unknown; readonly type: TypeRef }
  | {
      readonly kind: "page";
      readonly items: readonly unknown[];
      readonly type: TypeRef;
      readonly count: number | null;
      readonly next: string | null;
    }
  | { readonly kind: "changes"; readonly items: readonly unknown[]; readonly type: TypeRef }
  | { readonly kind: "text" | "content" | "nothing" | "redirect" | "failure" | "handle" }
  /** Not what the page says that the function gives. */
  | { readonly kind: "differs" };

export interface ResponseGolden {
  readonly response: ExampleResponse;
  readonly outcome: Outcome;
  readonly conformance: Conformance | null;
  /** What only stands for a value, and passes. */
  readonly placeholders: readonly Reason[];
  readonly reasons: readonly Reason[];
}

/** An example with all of its messages. */
export interface Golden {
  /** On whose page the example stands. */
  readonly owner: Operation;
  readonly example: Example;
  /** `null` where the page shows responses alone. */
  readonly request: RequestGolden | null;
  /** Some call that responses are served to; `null` where the request has one, or where there is no function. */
  readonly bareCall: GoldenCall | null;
  readonly responses: readonly ResponseGolden[];
}

/** Why a request is listed: what it contradicts first; `null` if it passes. */
export function requestReason(golden: RequestGolden): Reason | null {
  return golden.kind === "unsent" ? golden.reason : (golden.difference ?? golden.contradictions[0] ?? null);
}

/** Why a response is listed: what it contradicts first, or that there is no function to serve it to. */
export function responseReason({ owner, request, bareCall }: Golden, response: ResponseGolden): Reason | null {
  if (request?.kind === "sent" || bareCall !== null) return response.reasons[0] ?? null;
  const message = "The page has no function that could read the response";
  return { code: "request-missing", message, place: owner.place };
}
