/** `POST /$batch`: several requests in one, each answered as if it had come alone. */
import type { ServiceError } from "./service-error.ts";
import type { MockAnswer, MockRequest } from "./wire-messages.ts";

export const largestBatch = 20;

interface Part {
  readonly id: string;
  readonly dependsOn: readonly string[];
  readonly value: ReadonlyMap<string, unknown>;
}

export interface AnsweredPart {
  readonly id: string;
  readonly request: MockRequest | null;
  readonly answer: MockAnswer;
}

/** What answers a part: with the request, or with an error if it is none. */
export interface PartAnswerer {
  answer(request: MockRequest): MockAnswer;
  fail(error: ServiceError): MockAnswer;
}

/**
 * Answers a batch. Parts wait for those that they depend on, and fail with 424 where one of these fails.
 *
 * @param value the JSON value of the body
 * @param base URL that the URLs of the parts are relative to, without a final slash
 * @returns the parts in the order of the batch, or what is wrong with the batch as a whole
 */
export function answerBatch(
  value: unknown,
  base: string,
  answerer: PartAnswerer,
): readonly AnsweredPart[] | ServiceError {
  const parts = readParts(value);
  if (typeof parts === "string") return invalid(parts);
  const done = new Map<string, AnsweredPart>();
  let open: readonly Part[] = parts;
  while (open.length > 0) {
    const ready = open.filter(({ dependsOn }) => dependsOn.every((id) => done.has(id)));
    if (ready.length === 0) return invalid(`the requests ${open.map(({ id }) => id).join(", ")} wait for each other`);
    for (const part of ready) done.set(part.id, answerPart(part, base, done, answerer));
    open = open.filter(({ id }) => !done.has(id));
  }
  return parts.flatMap(({ id }) => done.get(id) ?? []);
}

/** The body of the response. */
export function batchBody(parts: readonly AnsweredPart[]): unknown {
  return {
    responses: parts.map(({ id, answer: { status, headers, body } }) => {
      const sent = Object.fromEntries([...headers].map(([name, value]) => [capitalised(name), value]));
      if (body.kind === "none") return { id, status, headers: sent };
      if (body.kind === "bytes") return { id, status, headers: sent, body: Buffer.from(body.bytes).toString("base64") };
      return { id, status, headers: { ...sent, "Content-Type": "application/json" }, body: body.value };
    }),
  };
}

/** `Content-Type`, as services write it: in JSON, letter case counts, and clients look for these very letters. */
function capitalised(name: string): string {
  return name.replace(/(?<![a-z])[a-z]/g, (letter) => letter.toUpperCase());
}

function invalid(reason: string): ServiceError {
  return { status: 400, code: "invalidBatch", message: `The batch cannot be read: ${reason}` };
}

/** Reads the parts, or says why they are none. */
function readParts(value: unknown): readonly Part[] | string {
  const requests = membersOf(value)?.get("requests");
  if (!Array.isArray(requests)) return 'expected { "requests": [...] }';
  if (requests.length === 0) return "requests is empty";
  if (requests.length > largestBatch) return `${requests.length} requests, expected up to ${largestBatch}`;
  const parts: Part[] = [];
  const ids = new Set<string>();
  for (const [index, request] of requests.entries()) {
    const members = membersOf(request);
    const id = members?.get("id");
    if (members === null || typeof id !== "string" || id === "") return `requests[${index}] has no id, expected a text`;
    if (ids.has(id)) return `the id ${id} comes twice`;
    const dependsOn = members.get("dependsOn") ?? [];
    if (!Array.isArray(dependsOn) || !dependsOn.every((one) => typeof one === "string"))
      return `dependsOn of ${id} is no list of ids`;
    ids.add(id);
    parts.push({ id, dependsOn, value: members });
  }
  for (const { id, dependsOn } of parts) {
    const unknown = dependsOn.find((one) => !ids.has(one));
    if (unknown !== undefined) return `${id} depends on ${unknown}, and there is no such request`;
  }
  return parts;
}

function answerPart(
  part: Part,
  base: string,
  done: ReadonlyMap<string, AnsweredPart>,
  answerer: PartAnswerer,
): AnsweredPart {
  const { id, dependsOn } = part;
  const failed = dependsOn.find((one) => (done.get(one)?.answer.status ?? 500) >= 400);
  const request = requestOf(part, base);
  if (typeof request === "string") {
    const message = `Request ${id} of the batch cannot be read: ${request}`;
    return { id, request: null, answer: answerer.fail({ status: 400, code: "invalidBatchRequest", message }) };
  }
  if (failed !== undefined) {
    const message = `Request ${id} depends on ${failed}, which has failed`;
    return { id, request, answer: answerer.fail({ status: 424, code: "failedDependency", message }) };
  }
  return { id, request, answer: answerer.answer(request) };
}

/** The request of a part, or why it is none. */
function requestOf({ value }: Part, base: string): MockRequest | string {
  const [method, path] = [value.get("method"), value.get("url")];
  if (typeof method !== "string" || !/^[A-Za-z]{1,20}$/.test(method)) return "expected a method";
  if (typeof path !== "string" || path === "") return "expected a url";
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(path)) return `unexpected url ${path}, expected one relative to the base URL`;
  const url = `${base}/${path.replace(/^\//, "")}`;
  if (!URL.canParse(url)) return `unexpected url ${path}`;
  const headers = headersOf(value.get("headers"));
  if (headers === null) return "headers are no object of texts";
  return { method: method.toUpperCase(), url: new URL(url), headers, body: bytesOf(value.get("body"), headers) };
}

function headersOf(value: unknown): Headers | null {
  if (value === undefined || value === null) return new Headers();
  const members = membersOf(value);
  if (members === null) return null;
  try {
    return new Headers([...members].map(([name, text]): [string, string] => [name, String(text)]));
  } catch {
    return null;
  }
}

/** JSON as it is, text as it is, and anything else in base64. */
function bytesOf(body: unknown, headers: Headers): Uint8Array<ArrayBuffer> {
  if (body === undefined || body === null) return new Uint8Array();
  const type = headers.get("content-type") ?? "";
  const isText = /^text\//i.test(type);
  if (typeof body === "string" && type !== "" && !/\bjson\b/i.test(type))
    return isText ? new TextEncoder().encode(body) : new Uint8Array(Buffer.from(body, "base64"));
  return new TextEncoder().encode(JSON.stringify(body));
}

function membersOf(value: unknown): ReadonlyMap<string, unknown> | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? new Map(Object.entries(value)) : null;
}
