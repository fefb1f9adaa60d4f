/** Chooses what answers a request: an operation, and one of its examples with one of that one's responses. */
import type { ExampleResponse } from "../model/api-model.ts";
import { type ComparedRequest, chooseExample } from "./choose-example.ts";
import type { KnownExample } from "./known-example.ts";
import type { PageToken } from "./page-links.ts";
import type { Route } from "./route-index.ts";
import type { WantedAnswer } from "./wanted-answer.ts";

export interface ChosenAnswer {
  readonly route: Route;
  readonly known: KnownExample;
  readonly response: ExampleResponse;
}

/**
 * @param routes what the request may call
 * @param token of a link of ours, which has already chosen: what `Prefer` wants was for the first page
 * @returns `null` where there is no example, or none of what is wanted
 */
export function chooseAnswer(
  routes: readonly Route[],
  request: ComparedRequest,
  { example, code }: WantedAnswer,
  token: PageToken | null,
): ChosenAnswer | null {
  const isWanted = (known: KnownExample): boolean =>
    token !== null
      ? known.operation.name === token.operation && known.example.name === token.example
      : (example === null || isNamed(known, example)) && (code === null || responseOf(known, code) !== undefined);
  const byOperation = new Map(routes.map((route) => [route.operation, route]));
  const known = chooseExample(
    routes.flatMap(({ examples }) => examples).filter(isWanted),
    request,
    ({ operation }) => byOperation.get(operation)?.path?.template ?? null,
    token !== null || example !== null || code !== null,
  );
  const route = known === null ? undefined : byOperation.get(known.operation);
  if (known === null || route === undefined) return null;
  return { route, known, response: responseOf(known, token === null ? code : null) ?? known.first };
}

function isNamed({ example: { name } }: KnownExample, wanted: string): boolean {
  return name.toLowerCase() === wanted.toLowerCase();
}

function responseOf({ example, first }: KnownExample, code: number | null): ExampleResponse | undefined {
  return code === null ? first : example.responses.find(({ status }) => status === code);
}
