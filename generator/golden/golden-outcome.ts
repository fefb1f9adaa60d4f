/** What is known of the goldens of an operation without them: numbers and findings. Plain data, to be kept. */
import type { MessageCounts } from "./account.ts";
import { type Golden, type Reason, requestReason, responseReason } from "./golden.ts";
import type { LeftOutMessages } from "./left-out.ts";

interface Counts {
  readonly found: number;
  /** Of these, how many are at odds with their pages. */
  readonly listed: number;
}

export interface GoldenOutcome {
  readonly requests: Counts;
  readonly responses: Counts;
  /** All that stands against the messages, and what passes with a note. */
  readonly reasons: readonly Reason[];
}

/** The outcome of the goldens of one operation. */
export function outcomeOf(goldens: readonly Golden[]): GoldenOutcome {
  const requests = goldens.flatMap(({ request }) => request ?? []).map(requestReason);
  const responses = goldens.flatMap((golden) => golden.responses.map((response) => responseReason(golden, response)));
  return { requests: countsOf(requests), responses: countsOf(responses), reasons: goldens.flatMap(reasonsOf) };
}

function countsOf(reasons: readonly (Reason | null)[]): Counts {
  return { found: reasons.length, listed: reasons.filter((reason) => reason !== null).length };
}

function reasonsOf({ request, responses }: Golden): readonly Reason[] {
  const own =
    request === null
      ? []
      : request.kind === "unsent"
        ? [request.reason]
        : [request.difference, ...request.contradictions, ...request.placeholders];
  return [
    ...own.filter((reason) => reason !== null),
    ...responses.flatMap(({ reasons, placeholders }) => [...reasons, ...placeholders]),
  ];
}

/** All documented messages counted; the plan is believed. */
export function countMessages(
  outcomes: readonly GoldenOutcome[],
  leftOut: LeftOutMessages,
): { readonly requests: MessageCounts; readonly responses: MessageCounts } {
  const total = (kind: "request" | "response"): MessageCounts => {
    const counts = outcomes.map((outcome) => (kind === "request" ? outcome.requests : outcome.responses));
    const others = leftOut.messages.filter((message) => message.kind === kind).length;
    const found = others + counts.reduce((sum, one) => sum + one.found, 0);
    const listed = others + counts.reduce((sum, one) => sum + one.listed, 0);
    return { found, passing: found - listed, listed };
  };
  return { requests: total("request"), responses: total("response") };
}
