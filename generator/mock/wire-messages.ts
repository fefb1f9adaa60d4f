/** Requests and answers as the mock sees them, without sockets: what comes alone and what comes in a batch is the same. */

export interface MockRequest {
  /** In upper case. */
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  /** Empty where the request has none. */
  readonly body: Uint8Array<ArrayBuffer>;
}

export interface MockAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: AnswerBody;
  /** Where the answer comes from. */
  readonly source: AnswerSource;
}

/** `json` has no `content-type` yet; `bytes` has it among the headers, if the page tells it. */
export type AnswerBody =
  | { readonly kind: "none" }
  | { readonly kind: "json"; readonly value: unknown }
  | { readonly kind: "bytes"; readonly bytes: Uint8Array<ArrayBuffer> };

export interface AnswerSource {
  /** Name of the operation; `null` where the request calls none. */
  readonly operation: string | null;
  /** Name of the example that answers; `null` where none does. */
  readonly example: string | null;
  /** What was wrong with the request, as the answer says it; `null` where nothing was. May hold text of both sides. */
  readonly complaint: string | null;
}

export const noBody: AnswerBody = { kind: "none" };
