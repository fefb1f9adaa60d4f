/** Makes an answer of a documented response, or a made-up one where the docs show none. */
import { mayHaveBody } from "../examples/body-status.ts";
import type { ApiModel, ExampleResponse, TypeRef } from "../model/api-model.ts";
import { documentedHeaders, sendableText } from "./documented-headers.ts";
import type { KnownExample } from "./known-example.ts";
import { isList, listPage } from "./list-page.ts";
import { createOwnLinks } from "./own-links.ts";
import type { PageToken } from "./page-links.ts";
import { isJsonType } from "./request-body.ts";
import type { QueryPart, RequestTarget } from "./request-target.ts";
import type { Route } from "./route-index.ts";
import { createSamples, type Samples } from "./sample-value.ts";
import { readSelection, selectMembers } from "./select-members.ts";
import { type AnswerBody, type MockAnswer, noBody } from "./wire-messages.ts";

/** Says where an answer comes from: `example NAME`, or `sample` where all or part of it is made up. */
export const sourceHeader = "apipage-mock";

export interface AnswerParts {
  readonly route: Route;
  /** The example that answers, with its response; `null` where none does. */
  readonly known: KnownExample | null;
  readonly response: ExampleResponse | null;
  /** The status that was asked for. */
  readonly status: number | null;
  readonly token: PageToken | null;
  readonly target: RequestTarget;
  readonly requestId: string;
}

export interface DocumentedAnswers {
  answer(parts: AnswerParts): MockAnswer;
}

/** @param examples all of the model, in the order of their pages */
export function createDocumentedAnswers(model: ApiModel, examples: readonly KnownExample[]): DocumentedAnswers {
  const samples = createSamples(model);
  return {
    answer(parts) {
      const { route, known, response, target } = parts;
      const status = response?.status ?? parts.status ?? route.operation.response.statuses[0] ?? 200;
      const links = createOwnLinks(target.url.origin, target.prefix, model.baseUrl);
      const headers = documentedHeaders(response?.headers ?? [], links.redirect);
      const { body, isSample } = bodyOf(parts, status, samples);
      const shaped =
        body.kind === "json" && status < 300
          ? shape(body.value, parts, { samples, examples, baseUrl: model.baseUrl, inBody: links.inBody })
          : { value: undefined, isCompleted: false };
      if (body.kind === "json") headers.delete("content-type");
      const isMadeUp = isSample || shaped.isCompleted;
      const name = known?.example.name ?? null;
      const said = [...(name === null ? [] : [`example ${name}`]), ...(isMadeUp ? ["sample"] : [])].join(", ");
      if (said !== "") headers.set(sourceHeader, sendableText(said));
      headers.set("request-id", parts.requestId);
      return {
        status,
        headers,
        body: body.kind === "json" && status < 300 ? { kind: "json", value: shaped.value } : body,
        source: { operation: route.operation.name, example: name, complaint: null },
      };
    },
  };
}

function bodyOf(
  { route, response }: AnswerParts,
  status: number,
  samples: Samples,
): { readonly body: AnswerBody; readonly isSample: boolean } {
  if (!mayHaveBody(status)) return { body: noBody, isSample: false };
  const shown = response?.body ?? null;
  if (shown?.json !== undefined) return { body: { kind: "json", value: shown.json }, isSample: false };
  // Said to be JSON, and cut short or otherwise not readable: no client could read it.
  const isBroken = shown !== null && shown.mediaType !== null && isJsonType(shown.mediaType);
  if (shown !== null && !isBroken) return { body: { kind: "bytes", bytes: bytesOf(shown.text) }, isSample: false };
  const isBodyExpected = status < 300 && (response === null || isBroken || status === 200);
  const sample = isBodyExpected ? samples.body(route.operation) : undefined;
  if (sample !== undefined) return { body: { kind: "json", value: sample }, isSample: true };
  const { content } = route.operation.response;
  const isRaw = isBodyExpected && (content === "binary" || content === "text");
  return { body: isRaw ? { kind: "bytes", bytes: bytesOf("sample") } : noBody, isSample: isRaw };
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

interface Shaping {
  readonly samples: Samples;
  readonly examples: readonly KnownExample[];
  readonly baseUrl: string | null;
  readonly inBody: (value: unknown) => unknown;
}

/** Applies the query to a body, as far as that is sure to be what the service would give. */
function shape(
  value: unknown,
  { route, known, target, token }: AnswerParts,
  { samples, examples, baseUrl, inBody }: Shaping,
): { readonly value: unknown; readonly isCompleted: boolean } {
  const { response, kind } = route.operation;
  const led = inBody(value);
  // Where it leads by the docs tells which page comes next.
  const link = isList(value) ? { "@odata.nextLink": value["@odata.nextLink"] } : {};
  const isPaged = isList(led) && (response.envelope === "collection" || kind === "delta" || "@odata.nextLink" in led);
  const page = isPaged
    ? listPage(
        { ...led, ...link },
        { known, examples, baseUrl, isDelta: kind === "delta" },
        { url: target.url, query: target.query, token },
      )
    : led;
  const { query } = target;
  const selection = readSelection(textOf(query, "$select"), textOf(query, "$expand"));
  const documented = known?.place?.query.find((pair) => pair.startsWith("$select="))?.slice("$select=".length);
  if (selection === null || documented === textOf(query, "$select")) return { value: page, isCompleted: false };
  return selectInBody(page, response.type, (one, members) => selectMembers(one, selection, members, samples), samples);
}

function selectInBody(
  body: unknown,
  type: TypeRef | null,
  select: (value: unknown, members: ReturnType<Samples["members"]>) => ReturnType<typeof selectMembers>,
  samples: Samples,
): { readonly value: unknown; readonly isCompleted: boolean } {
  const members = samples.members(type);
  if (isList(body)) {
    const items = body.value.map((item) => select(item, members));
    const value = { ...body, value: items.map((item) => item.value) };
    return { value, isCompleted: items.some(({ isCompleted }) => isCompleted) };
  }
  const isWrapped = typeof body === "object" && body !== null && "value" in body && !members.has("value");
  if (!isWrapped) return select(body, members);
  const inner = select(body.value, members);
  return { value: { ...body, value: inner.value }, isCompleted: inner.isCompleted };
}

function textOf(query: readonly QueryPart[], name: string): string | undefined {
  return query.find((part) => part.name.toLowerCase() === name)?.value;
}
