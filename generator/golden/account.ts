/** Every documented message counted: those that the goldens hold to, and those at odds with their pages. */
import type { DiagnosticCode } from "../diagnostics/codes.ts";
import type { Page } from "../docs/page.ts";
import type { ApiModel, SourcePlace } from "../model/api-model.ts";
import { type Golden, type Reason, requestReason, responseReason } from "./golden.ts";
import { leftOutMessages } from "./left-out.ts";

/** `found` is always the sum of the other two. */
export interface MessageCounts {
  readonly found: number;
  readonly passing: number;
  readonly listed: number;
}

/** A message that is at odds with its page. */
export interface ListedMessage {
  readonly kind: "request" | "response";
  readonly code: DiagnosticCode;
  readonly page: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  /** `id` of the operation; `null` where the page has none. */
  readonly operation: string | null;
  /** Name of the example within the operation. */
  readonly example: string | null;
}

export interface GoldenAccount {
  readonly requests: MessageCounts;
  readonly responses: MessageCounts;
  /** How many messages are listed for each code, the most frequent first. */
  readonly byCode: ReadonlyMap<DiagnosticCode, number>;
  /** By place. */
  readonly listed: readonly ListedMessage[];
  /** Requests that pages show beside, to addresses of the caller or of others: they are none of this service. */
  readonly foreign: number;
  /** Messages that pass with a text that only stands for a value. */
  readonly withPlaceholders: number;
  /** Requests that pass though the example writes the path in another way, or goes on behind it. */
  readonly withAllowances: number;
}

/** What a run of the goldens has found of a message: `null` where it held, `undefined` where it was not run. */
export type Failures = (golden: Golden, message: "request" | number) => string | null | undefined;

const believed: Failures = () => null;

/**
 * Counts.
 *
 * @param pages all pages that the model was made of
 * @param failureOf what a run has found; by default the plan is believed
 */
export function accountFor(
  pages: readonly Page[],
  model: Pick<ApiModel, "operations" | "baseUrl">,
  goldens: readonly Golden[],
  failureOf: Failures = believed,
): GoldenAccount {
  const account = new Account();
  for (const golden of goldens) account.addGolden(golden, failureOf);
  account.addLeftOut(pages, model);
  return account.result();
}

class Account {
  readonly #counts = { request: { found: 0, listed: 0 }, response: { found: 0, listed: 0 } };
  readonly #listed: ListedMessage[] = [];
  #foreign = 0;
  #withPlaceholders = 0;
  #withAllowances = 0;

  addGolden(golden: Golden, failureOf: Failures): void {
    const { owner, example, request, responses } = golden;
    const names = { operation: owner.id, example: example.name };
    if (request !== null) {
      const reason = reasonAfterRun(requestReason(request), failureOf(golden, "request"), request.request.place);
      this.#add("request", reason, names);
      if (reason === null && request.kind === "sent") {
        if (request.allowances.length > 0) this.#withAllowances++;
        const isRelaxed = [...request.verdicts.values()].includes("placeholder");
        if (isRelaxed || (request.body?.placeholders.length ?? 0) > 0) this.#withPlaceholders++;
      }
    }
    for (const [index, response] of responses.entries()) {
      const reason = reasonAfterRun(
        responseReason(golden, response),
        failureOf(golden, index),
        response.response.place,
      );
      this.#add("response", reason, names);
      if (reason === null && (response.conformance?.placeholders.length ?? 0) > 0) this.#withPlaceholders++;
    }
  }

  addLeftOut(pages: readonly Page[], model: Pick<ApiModel, "operations" | "baseUrl">): void {
    const { messages, foreign } = leftOutMessages(pages, model);
    this.#foreign += foreign;
    for (const { kind, reason } of messages) this.#add(kind, reason, { operation: null, example: null });
  }

  #add(kind: ListedMessage["kind"], reason: Reason | null, names: Pick<ListedMessage, "operation" | "example">): void {
    this.#counts[kind].found++;
    if (reason === null) return;
    this.#counts[kind].listed++;
    const { code, message, place } = reason;
    this.#listed.push({ kind, code, page: place.page, line: place.line, column: place.column, message, ...names });
  }

  result(): GoldenAccount {
    const codes = new Map<DiagnosticCode, number>();
    for (const { code } of this.#listed) codes.set(code, (codes.get(code) ?? 0) + 1);
    const counts = ({ found, listed }: { found: number; listed: number }): MessageCounts => ({
      found,
      passing: found - listed,
      listed,
    });
    return {
      requests: counts(this.#counts.request),
      responses: counts(this.#counts.response),
      byCode: new Map([...codes].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))),
      listed: [...this.#listed].sort(
        (a, b) => compare(a.page, b.page) || a.line - b.line || a.column - b.column || compare(a.kind, b.kind),
      ),
      foreign: this.#foreign,
      withPlaceholders: this.#withPlaceholders,
      withAllowances: this.#withAllowances,
    };
  }
}

/**
 * Why a message is listed. A contradiction is tested, too: where the test fails, there is none any more, and the goldens
 * are older than the pages.
 */
function reasonAfterRun(planned: Reason | null, ran: string | null | undefined, place: SourcePlace): Reason | null {
  if (typeof ran === "string") return { code: "golden-failed", message: ran, place };
  if (planned !== null || ran === null) return planned;
  return { code: "golden-failed", message: "It was not run", place };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
