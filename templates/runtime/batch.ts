/** Many requests in few: up to 20 go to the service as one. */
import { ApiError, type Result, toResult } from "./api-error.ts";
import { type RequestPart, type ResponsePart, readPart, responseOf, writePart } from "./batch-part.ts";
import type { Client } from "./client.ts";
import type { ApiRequest, PermissionScheme, RequestOptions } from "./request.ts";
import { readJson } from "./results.ts";
import { isTransient, type RetryOptions, waitOf } from "./retry.ts";
import { sleep } from "./sleep.ts";

/** Options of a batch. Those of requests are for each of the requests that carry its parts, not for the parts. */
export interface BatchOptions<Name extends string = string> extends RequestOptions {
  /** For the name of a part, the names of those that have to succeed before it is done. */
  readonly dependsOn?: { readonly [Key in Name]?: readonly Name[] };
  /**
   * When and how often parts are repeated; `false` for never. Defaults are those of the client, whose own settings are for
   * the requests that carry the parts.
   */
  readonly retry?: RetryOptions | false;
}

/** What has become of each part. */
export type BatchResults<Requests> = {
  readonly [Name in keyof Requests]: Requests[Name] extends ApiRequest<infer Value> ? Result<Value> : never;
};

/** As many as services take. */
const largestBatch = 20;

interface Part {
  readonly id: string;
  readonly name: string;
  readonly request: ApiRequest;
  readonly written: RequestPart;
  /** Names of the parts that it depends on. */
  readonly after: readonly string[];
}

/**
 * Sends requests together, and reads each response as the function of its request does. The service may do them in any
 * order, unless one depends on another; 20 at a time are sent, and the next ones when all of these are done.
 *
 * A part that fails is an error result, and so are all parts of a request that fails as a whole. Parts are repeated as
 * single requests are, together with those that depend on them: all at once, when the last of them may be.
 *
 * @returns a result for each request, by the same names
 * @throws TypeError, before anything is sent, if a body is a stream or a form, if more than 20 parts depend on each other,
 * or if a part depends on one that is not there; the signal's reason if it was aborted.
 *
 * @example
 * const { user, things } = await batch(client, { user: getUser.request({ userId }), things: listThings.request() });
 * if (user.ok) console.log(user.value.name);
 */
export async function batch<const Requests extends Readonly<Record<string, ApiRequest>>>(
  client: Client,
  requests: Requests,
  options: BatchOptions<keyof Requests & string> = {},
): Promise<BatchResults<Requests>> {
  const { dependsOn = {}, retry, ...call } = options;
  const after = new Map<string, readonly string[] | undefined>(Object.entries(dependsOn));
  const parts = await Promise.all(
    Object.entries(requests).map(
      async ([name, request], index): Promise<Part> => ({
        id: String(index + 1),
        name,
        request,
        written: await writePart(request, client.baseUrl),
        after: after.get(name) ?? [],
      }),
    ),
  );
  const results = new Map<string, Result<unknown>>();
  for (const chunk of chunksOf(parts))
    await sendChunk(client, chunk, call, retry || { maxRetries: retry === false ? 0 : 3 }, results);
  // One for each of the requests, read as their types say.
  return Object.fromEntries(parts.map(({ name }) => [name, results.get(name)])) as BatchResults<Requests>;
}

/** As few as possible without taking apart what depends on each other. */
function chunksOf(parts: readonly Part[]): readonly (readonly Part[])[] {
  const groups = new Map(parts.map((part) => [part.name, [part]]));
  for (const { name, after } of parts) {
    for (const other of after) {
      const [group, joining] = [groups.get(name), groups.get(other)];
      if (!group || !joining) throw new TypeError(`Unexpected part ${other} that ${name} depends on`);
      if (group === joining) continue;
      group.push(...joining);
      for (const moved of joining) groups.set(moved.name, group);
    }
  }
  const chunks: Part[][] = [];
  for (const group of new Set(groups.values())) {
    if (group.length > largestBatch)
      throw new TypeError(`Unexpected ${group.length} parts that depend on each other, expected up to ${largestBatch}`);
    const last = chunks.at(-1);
    if (last && last.length + group.length <= largestBatch) last.push(...group);
    else chunks.push([...group]);
  }
  return chunks;
}

async function sendChunk(
  client: Client,
  chunk: readonly Part[],
  call: RequestOptions,
  { maxRetries = 3, maxWait = 300_000, shouldRetry = isTransient, onRetry }: RetryOptions,
  results: Map<string, Result<unknown>>,
): Promise<void> {
  let waitLeft = maxWait;
  let open = chunk;
  for (let attempt = 1; open.length > 0; attempt++) {
    const answers = await toResult(() => sendParts(client, open, call));
    const again = new Set<string>();
    let pause = 0;
    for (const { name, request } of open) {
      const response = answers.value?.get(name);
      if (!response || response.ok) continue;
      const failed = { request, response };
      const wait = waitOf(response, attempt);
      if (attempt > maxRetries || wait > waitLeft || !(shouldRetry(failed) ?? isTransient(failed))) continue;
      onRetry?.({ ...failed, attempt, wait });
      again.add(name);
      pause = Math.max(pause, wait);
    }
    // What was not done because of them comes along, and what was not done because of that.
    for (let size = -1; size < again.size; ) {
      size = again.size;
      for (const { name, after } of open)
        if (answers.value?.get(name)?.status === 424 && after.some((other) => again.has(other))) again.add(name);
    }
    for (const { name, request } of open) {
      if (again.has(name)) continue;
      const response = answers.value?.get(name);
      const read = (): Promise<unknown> => {
        if (response) return readPart(client, request, response, call);
        throw answers.error ?? missing(request);
      };
      results.set(name, await toResult(read));
    }
    open = open.filter(({ name }) => again.has(name));
    waitLeft -= pause;
    if (open.length > 0) await sleep(pause, call.signal);
  }
}

/** Sends the parts as one request, and gives the responses by the names of the parts. */
async function sendParts(
  client: Client,
  parts: readonly Part[],
  call: RequestOptions,
): Promise<ReadonlyMap<string, Response>> {
  const ids = new Map(parts.map(({ name, id }) => [name, id]));
  const requests = parts.map(({ id, written, after }) => {
    // What is not among them has been done.
    const dependsOn = after.flatMap((name) => ids.get(name) ?? []);
    return { id, ...written, ...(dependsOn.length > 0 && { dependsOn }) };
  });
  const request: ApiRequest = {
    operation: "batch",
    method: "POST",
    path: "/$batch",
    template: "/$batch",
    json: { requests },
    result: "json",
    scopes: scopesOf(parts),
  };
  const body = await readJson<{ responses?: ResponsePart[] } | undefined>(await client.send(request, call), request);
  const found = Array.isArray(body?.responses) ? body.responses : [];
  const byId = new Map(found.map((response) => [String(response.id), response]));
  const responses = new Map<string, Response>();
  for (const part of parts) {
    const answer = byId.get(part.id);
    const response = answer && responseOf(answer, part.request);
    if (response) responses.set(part.name, response);
  }
  return responses;
}

/** One token is sent for all. */
function scopesOf(parts: readonly Part[]): NonNullable<ApiRequest["scopes"]> {
  const scopes: { [Scheme in PermissionScheme]?: string[] } = {};
  for (const scheme of ["delegatedWork", "delegatedPersonal", "application"] as const) {
    const all = parts.flatMap(({ request }) => request.scopes?.[scheme] ?? []);
    if (all.length > 0) scopes[scheme] = [...new Set(all)];
  }
  return scopes;
}

function missing(request: ApiRequest): ApiError {
  const text = "the batch holds no readable response to this part";
  return new ApiError(request, { status: 200, code: "InvalidResponse", text });
}
