/** Every documented message counted: those that the goldens hold to, and those at odds with their pages. */
import type { DiagnosticCode } from "../diagnostics/codes.ts";
import type { ApiPage, ExampleFact, Page, RequestMessage } from "../docs/page.ts";
import type { ApiModel, SourcePlace } from "../model/api-model.ts";
import { isOfService, isOfVersion } from "../model/base-url.ts";
import { type Golden, type Reason, requestReason, responseReason } from "./golden.ts";

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
  { baseUrl }: Pick<ApiModel, "baseUrl">,
  goldens: readonly Golden[],
  failureOf: Failures = believed,
): GoldenAccount {
  const account = new Account();
  const planned = new Set<string>();
  for (const golden of goldens) {
    for (const message of [golden.example.request, ...golden.example.responses])
      if (message !== null) planned.add(placeKey(message.place));
    account.addGolden(golden, failureOf);
  }
  for (const page of pages) {
    if (page.kind !== "api") continue;
    for (const example of page.examples) account.addLeftOut(page, example, planned, baseUrl);
  }
  return account.result();
}

function placeKey({ page, line, column }: SourcePlace): string {
  return `${line}:${column}:${page}`;
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
      const reason = outcomeOf(requestReason(request), failureOf(golden, "request"), request.request.place);
      this.#add("request", reason, names);
      if (reason === null && request.kind === "sent") {
        if (request.allowances.length > 0) this.#withAllowances++;
        const isRelaxed = [...request.verdicts.values()].includes("placeholder");
        if (isRelaxed || (request.body?.placeholders.length ?? 0) > 0) this.#withPlaceholders++;
      }
    }
    for (const [index, response] of responses.entries()) {
      const reason = outcomeOf(responseReason(golden, response), failureOf(golden, index), response.response.place);
      this.#add("response", reason, names);
      if (reason === null && (response.conformance?.placeholders.length ?? 0) > 0) this.#withPlaceholders++;
    }
  }

  /** An example that belongs to no operation of the model. */
  addLeftOut(
    page: ApiPage,
    { request, responses }: ExampleFact,
    planned: ReadonlySet<string>,
    baseUrl: string | null,
  ): void {
    const [first] = request === null ? responses : [request];
    if (first === undefined || planned.has(placeKey(first.place))) return;
    if (request !== null && !isOfService(request.url, baseUrl)) {
      this.#foreign++;
      return;
    }
    const names = { operation: null, example: null };
    const reason = leftOutReason(page, request, baseUrl);
    if (request !== null) this.#add("request", { ...reason, place: request.place }, names);
    for (const { place } of responses) this.#add("response", { ...reason, place }, names);
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
function outcomeOf(planned: Reason | null, ran: string | null | undefined, place: SourcePlace): Reason | null {
  if (typeof ran === "string") return { code: "golden-failed", message: ran, place };
  if (planned !== null || ran === null) return planned;
  return { code: "golden-failed", message: "It was not run", place };
}

function leftOutReason(page: ApiPage, request: RequestMessage | null, baseUrl: string | null): Omit<Reason, "place"> {
  if (!isOfVersion(page, baseUrl))
    return { code: "page-other-version", message: `The page is about version \`${page.version?.value ?? ""}\`` };
  if (page.requests.length === 0 || request === null)
    return { code: "request-missing", message: "The page documents no request" };
  const methods = [...new Set(page.requests.map(({ method }) => method))].join(", ");
  return { code: "example-method-differs", message: `The example calls ${request.method}, expected ${methods}` };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
