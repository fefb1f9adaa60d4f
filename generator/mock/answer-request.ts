/** Answers requests from what the pages show: the core of the mock, without sockets. */
import type { ApiModel } from "../model/api-model.ts";
import type { BodyCheck } from "./check-body.ts";
import { type CheckedRequest, checkRequest } from "./check-request.ts";
import { type ChosenAnswer, chooseAnswer } from "./choose-answer.ts";
import type { ComparedRequest } from "./choose-example.ts";
import { createDocumentedAnswers } from "./documented-answer.ts";
import { forcedStatus, unknownExample, unknownPath, wrongMethod } from "./error-answers.ts";
import { placeOf } from "./known-example.ts";
import { createNearestTemplates } from "./nearest-template.ts";
import { type PageToken, readToken } from "./page-links.ts";
import { readBody } from "./request-body.ts";
import { readTarget } from "./request-target.ts";
import { createRouteIndex, type Route } from "./route-index.ts";
import { createRequestIds, errorAnswer, type ServiceError } from "./service-error.ts";
import { type WantedAnswer, wantedAnswer } from "./wanted-answer.ts";
import type { MockAnswer, MockRequest } from "./wire-messages.ts";

export interface AnswerOptions {
  /** Compares JSON bodies with the pages. */
  readonly checkBody: BodyCheck;
  /** Whether requests are compared with the pages before they are answered. */
  readonly isValidating: boolean;
}

export interface Answerer {
  answer(request: MockRequest): MockAnswer;
  /** Answers with an error that has nothing to do with a page. */
  fail(error: ServiceError): MockAnswer;
  /** How many examples can answer. */
  readonly exampleCount: number;
}

/** A request as it is answered. */
interface ReadRequest extends CheckedRequest, ComparedRequest {
  readonly wanted: WantedAnswer;
  /** `null` for a request that follows no link of ours. */
  readonly token: PageToken | null;
}

/** What a request gets: an answer by a page, or an error. */
interface Outcome {
  readonly route: Route;
  readonly chosen: ChosenAnswer | null;
  readonly error: ServiceError | null;
}

/** Makes what answers. It takes one look at each example of the model. */
export function createAnswerer(model: ApiModel, options: AnswerOptions): Answerer {
  const index = createRouteIndex(model);
  const documented = createDocumentedAnswers(model, index.examples);
  const nearest = createNearestTemplates(model);
  const nextId = createRequestIds();

  const answer = (request: MockRequest): MockAnswer => {
    const requestId = nextId();
    const target = readTarget(request.url, model.baseUrl);
    const isHead = request.method === "HEAD" && index.find("HEAD", target.readings).length === 0;
    const method = isHead ? "GET" : request.method;
    const routes = index.find(method, target.readings);
    const [first] = routes;
    const fail = (error: ServiceError, route: Route | undefined): MockAnswer =>
      errorAnswer(error, requestId, { operation: route?.operation.name ?? null, example: null });
    if (first === undefined) {
      const methods = index.methods(target.readings);
      const isKnown = methods.length > 0;
      const error = isKnown ? wrongMethod(method, target.path, methods) : unknownPath(nearest, method, target.path);
      return fail(error, undefined);
    }
    const wanted = wantedAnswer(request.headers);
    if ("problem" in wanted) return fail({ status: 400, code: "invalidPreference", message: wanted.problem }, first);
    const token = readToken(target.query);
    if (token === null) return fail(invalidToken, first);
    const body = readBody(request);
    const read: ReadRequest = {
      headers: request.headers,
      target,
      body,
      place: placeOf(target.readings[0]?.segments ?? [], target.readings[0]?.query ?? []),
      json: body.kind === "json" ? body.value : undefined,
      wanted,
      token: token ?? null,
    };
    const { route, chosen, error } = decideAmong(routes, first, read, options);
    if (error !== null) return fail(error, route);
    return documented.answer({
      route,
      known: chosen?.known ?? null,
      response: chosen?.response ?? null,
      status: wanted.code,
      token: read.token,
      target,
      requestId,
    });
  };
  return {
    answer,
    fail: (error) => errorAnswer(error, nextId(), { operation: null, example: null }),
    exampleCount: index.examples.length,
  };
}

const invalidToken: ServiceError = {
  status: 400,
  code: "invalidPageToken",
  message: "The page token is none that this server has given",
};

/**
 * Several operations may have one path, one for each type that can be created there: what is wrong for the nearest one
 * may be right for another.
 */
function decideAmong(routes: readonly Route[], first: Route, request: ReadRequest, options: AnswerOptions): Outcome {
  const nearest = decide(routes, first, request, options);
  if (nearest.error === null || request.wanted.example !== null) return nearest;
  const others = routes.filter((route) => route !== nearest.route);
  for (const other of others) {
    const outcome = decide([other], other, request, options);
    if (outcome.error === null) return outcome;
  }
  return nearest;
}

function decide(routes: readonly Route[], first: Route, request: ReadRequest, options: AnswerOptions): Outcome {
  const { wanted, token } = request;
  const chosen = chooseAnswer(routes, request, wanted, token);
  const route = chosen?.route ?? first;
  if (chosen === null) {
    const { example, code } = wanted;
    const error =
      token !== null
        ? invalidToken
        : example !== null
          ? unknownExample(routes, wanted)
          : forcedStatus(route.operation, code);
    if (error !== null) return { route, chosen, error };
  }
  // Who asks for an error gets it, whatever the request is like.
  const isForced = (wanted.example !== null || wanted.code !== null) && (chosen?.response.status ?? 200) >= 400;
  const isChecked = options.isValidating && !isForced;
  const error = isChecked ? checkRequest(route, request, chosen?.known ?? null, options.checkBody) : null;
  return { route, chosen, error };
}
