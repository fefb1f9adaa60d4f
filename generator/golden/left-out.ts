/** Documented messages that belong to no operation of a model. */
import type { ApiPage, ExampleFact, Page, RequestMessage } from "../docs/page.ts";
import type { ApiModel, SourcePlace } from "../model/api-model.ts";
import { isOfService, isOfVersion } from "../model/base-url.ts";
import type { Reason } from "./golden.ts";

export interface LeftOutMessages {
  /** Each with the reason, at its own place. */
  readonly messages: readonly { readonly kind: "request" | "response"; readonly reason: Reason }[];
  /** How many requests pages show beside, to addresses of the caller or of others: they are none of this service. */
  readonly foreign: number;
}

/** The messages of pages that no example of the model's operations is made of. */
export function leftOutMessages(
  pages: readonly Page[],
  { operations, baseUrl }: Pick<ApiModel, "operations" | "baseUrl">,
): LeftOutMessages {
  const planned = new Set<string>();
  for (const { examples } of operations)
    for (const { request, responses } of examples)
      for (const message of [request, ...responses]) if (message !== null) planned.add(placeKey(message.place));
  const messages: LeftOutMessages["messages"][number][] = [];
  let foreign = 0;
  const add = (page: ApiPage, { request, responses }: ExampleFact): void => {
    const [first] = request === null ? responses : [request];
    if (first === undefined || planned.has(placeKey(first.place))) return;
    if (request !== null && !isOfService(request.url, baseUrl)) {
      foreign++;
      return;
    }
    const reason = leftOutReason(page, request, baseUrl);
    if (request !== null) messages.push({ kind: "request", reason: { ...reason, place: request.place } });
    for (const { place } of responses) messages.push({ kind: "response", reason: { ...reason, place } });
  };
  for (const page of pages) if (page.kind === "api") for (const example of page.examples) add(page, example);
  return { messages, foreign };
}

function placeKey({ page, line, column }: SourcePlace): string {
  return `${line}:${column}:${page}`;
}

function leftOutReason(page: ApiPage, request: RequestMessage | null, baseUrl: string | null): Omit<Reason, "place"> {
  if (!isOfVersion(page, baseUrl))
    return { code: "page-other-version", message: `The page is about version \`${page.version?.value ?? ""}\`` };
  if (page.requests.length === 0 || request === null)
    return { code: "request-missing", message: "The page documents no request" };
  const methods = [...new Set(page.requests.map(({ method }) => method))].join(", ");
  return { code: "example-method-differs", message: `The example calls ${request.method}, expected ${methods}` };
}
