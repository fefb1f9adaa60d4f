/** The mock as an application of the web framework: it can be asked with or without a socket. */
import { type Context, Hono } from "hono";
import { cors } from "hono/cors";
import type { ApiModel } from "../model/api-model.ts";
import { createAnswerer } from "./answer-request.ts";
import { type AnsweredPart, answerBatch, batchBody } from "./batch.ts";
import type { BodyCheck } from "./check-body.ts";
import { receiveBody } from "./receive-body.ts";
import { readBody } from "./request-body.ts";
import { readTarget } from "./request-target.ts";
import type { ServiceError } from "./service-error.ts";
import type { AnswerSource, MockAnswer, MockRequest } from "./wire-messages.ts";

/** One answered request, for a log. All texts are as sent, or as pages have them. */
export interface AnsweredRequest extends AnswerSource {
  /** The `id` of a request in a batch, `null` for the others. */
  readonly part: string | null;
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly status: number;
  readonly milliseconds: number;
}

export interface MockAppOptions {
  /** Compares JSON bodies with the pages. */
  readonly checkBody: BodyCheck;
  /** Whether requests are compared with the pages before they are answered. Default: yes. */
  readonly isValidating?: boolean;
  readonly onAnswer?: (answered: AnsweredRequest) => void;
  /** Longer bodies are refused with 413. Default: 16 MiB. */
  readonly maxBodyBytes?: number;
}

export interface MockApp {
  /** Takes requests, and never throws. */
  readonly fetch: (request: Request) => Response | Promise<Response>;
  /** How many examples can answer. */
  readonly exampleCount: number;
}

const mebibyte = 1_048_576;

const noSource: AnswerSource = { operation: null, example: null, complaint: null };

/**
 * Makes the application. It keeps nothing between requests: what is created is not there afterwards.
 *
 * @example
 * const app = createMockApp(model, { checkBody: () => [] });
 * await app.fetch(new Request("http://localhost/v1.0/things?$top=1"));
 */
export function createMockApp(model: ApiModel, options: MockAppOptions): MockApp {
  const { isValidating = true, onAnswer = () => {}, maxBodyBytes = 16 * mebibyte } = options;
  const answerer = createAnswerer(model, { checkBody: options.checkBody, isValidating });

  const answerAll = (request: MockRequest): MockAnswer => {
    const target = readTarget(request.url, model.baseUrl);
    if (target.path.toLowerCase() !== "/$batch" || request.method !== "POST") return answerer.answer(request);
    const body = readBody(request);
    const value = body.kind === "json" ? body.value : undefined;
    const parts = answerBatch(value, request.url.origin + target.prefix, answerer);
    if ("message" in parts) return answerer.fail(parts);
    for (const part of parts) onAnswer(partEntry(part));
    return {
      status: 200,
      headers: new Headers(),
      body: { kind: "json", value: batchBody(parts) },
      source: noSource,
    };
  };

  const app = new Hono();
  const note = ({ method, url }: Request, status: number, start: number, source: AnswerSource): void => {
    const { pathname, search } = new URL(url);
    onAnswer({
      part: null,
      method,
      target: pathname + search,
      status,
      milliseconds: performance.now() - start,
      ...source,
    });
  };
  const respond = (context: Context, answer: MockAnswer, start: number): Response => {
    note(context.req.raw, answer.status, start, answer.source);
    return responseOf(answer, context.req.method === "HEAD");
  };
  // The framework answers what a browser asks before it sends a request.
  app.use(async (context, next) => {
    const start = performance.now();
    await next();
    if (context.req.method === "OPTIONS") note(context.req.raw, context.res.status, start, noSource);
  });
  // Whoever may open a page may read a reference: there is nothing to keep from other origins.
  app.use(cors({ origin: "*", exposeHeaders: ["*"], allowMethods: ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"] }));
  app.all("*", async (context) => {
    const start = performance.now();
    const { method, url, headers } = context.req.raw;
    const received = await receiveBody(context.req.raw, maxBodyBytes);
    const answer =
      received.kind === "whole"
        ? answerAll({ method, url: new URL(url), headers, body: received.bytes })
        : answerer.fail(received.kind === "cut" ? cutBody : tooLongBody(maxBodyBytes));
    return respond(context, answer, start);
  });
  app.onError((error, context) => {
    // Ours: no request is to blame for it, and the others are still to be answered.
    const message = `This is a bug in apipage, please report it: ${error.message}`;
    return respond(context, answerer.fail({ status: 500, code: "mockFailed", message }), performance.now());
  });
  return { fetch: (request) => app.fetch(request), exampleCount: answerer.exampleCount };
}

const cutBody: ServiceError = { status: 400, code: "bodyIncomplete", message: "The body has ended too early" };

function tooLongBody(limit: number): ServiceError {
  return { status: 413, code: "bodyTooLarge", message: `The body is longer than ${limit} bytes` };
}

function partEntry({ id, request, answer }: AnsweredPart): AnsweredRequest {
  const target = request === null ? "" : request.url.pathname + request.url.search;
  const { status, source } = answer;
  return { part: id, method: request?.method ?? "", target, status, milliseconds: 0, ...source };
}

function responseOf({ status, headers, body }: MockAnswer, isHead: boolean): Response {
  const sent = new Headers(headers);
  if (body.kind === "json") sent.set("content-type", "application/json; charset=utf-8");
  // The text of a page must not become a document that runs, should somebody open the address in a browser.
  sent.set("x-content-type-options", "nosniff");
  sent.set("content-security-policy", "default-src 'none'; sandbox");
  const content =
    isHead || body.kind === "none" ? null : body.kind === "json" ? JSON.stringify(body.value) : body.bytes;
  return new Response(content, { status, headers: sent });
}
