/**
 * Operations that go on after the service has answered: it says where to ask how far they are.
 *
 * How services tell the end differs. In the order in which it is looked at:
 *
 * 1. Status 202: it goes on, whatever the body says. A new `Location` is where to ask from then on.
 * 2. A redirect has led away from the place that was asked: to the result, so that the operation is done.
 * 3. A body with the member `status`, a word or an object with the word in `state`: the word says it.
 * 4. Any other success: done.
 */
import { ApiError, readError, readRetryAfter } from "./api-error.ts";
import type { Client } from "./client.ts";
import { type AnyFunction, makeOperation } from "./operation.ts";
import type { ApiRequest, RequestOptions } from "./request.ts";
import { readJson } from "./results.ts";
import { sleep } from "./sleep.ts";

/** How far an operation is. */
export interface Progress<Status> {
  /** It has ended, well or badly. */
  readonly isDone: boolean;
  /** It has ended badly. */
  readonly isFailed: boolean;
  /** The word of the service: `running`, `Succeeded`. */
  readonly status: string | undefined;
  /** From 0 to 100, if the service tells. */
  readonly percentComplete: number | undefined;
  /** What the service answered; `undefined` if that was nothing, or if it led to a result that is not JSON. */
  readonly body: Status | undefined;
  /** Seconds until it is worth asking again, if the service names them. */
  readonly retryAfter: number | undefined;
}

/** Options of waiting. Those of requests are for each of the requests that ask how far the operation is. */
export interface WaitOptions<Status = unknown> extends RequestOptions {
  /**
   * Milliseconds between two requests where the service names no time. If absent, they grow from 1,000 to 30,000. What the
   * service asks for is never cut short.
   */
  readonly interval?: number;
  /** Milliseconds to wait altogether, 3,600,000 (one hour) if absent: no program should wait for ever by accident. */
  readonly maxWait?: number;
  /** Called after each request, the last one too, and awaited. */
  readonly onProgress?: (progress: Progress<Status>) => void | Promise<void>;
}

/**
 * A running operation.
 *
 * @template Status what the service tells about it
 * @template Value what it gives in the end
 *
 * @example
 * const copy = await copyThing(client, { thingId });
 * store(copy.location);
 * const status = await copy.wait({ onProgress: ({ percentComplete }) => show(percentComplete) });
 */
export interface LongRunning<Status = unknown, Value = unknown> {
  /**
   * Where to ask how far it is. May be stored, and given to {@link longRunning} later. `undefined` if the service was
   * done when it answered, or does not tell.
   */
  readonly location: string | undefined;
  /** Seconds until it is worth asking for the first time, if the service names them. */
  readonly retryAfter: number | undefined;
  /** What the service answered at once, if anything: the result, if there was one already. */
  readonly value: Value | undefined;
  /**
   * Asks once.
   *
   * @throws ApiError if it cannot be asked, but not if the operation has failed.
   */
  poll(options?: RequestOptions): Promise<Progress<Status>>;
  /**
   * Asks until the operation ends.
   *
   * @returns what the service told in the end; `undefined` if that was nothing, as it was done at once.
   * @throws OperationFailed if it ended badly. ApiError with the code `StillRunning` as soon as it is clear that it will
   * not end within `maxWait`: one can wait again then. ApiError if the service cannot be asked. The signal's reason if
   * it was aborted; the operation goes on then.
   */
  wait(options?: WaitOptions<Status>): Promise<Status | undefined>;
  /**
   * Waits, and gives the result: what the service answered at once, what it has redirected to, or else what the member
   * `resourceLocation` of the last status leads to (or one whose name ends so).
   *
   * @throws what `wait` throws; ApiError with the code `NoResult` if the service does not tell where the result is.
   */
  result(options?: WaitOptions<Status>): Promise<Value>;
}

/** An operation that ended badly. `code` and `details` are those of the error in its status, `body` is that status. */
export class OperationFailed extends ApiError {
  override readonly name: string = "OperationFailed";

  /** @param word how the service calls what happened: `failed`, `cancelled` */
  constructor(request: ApiRequest, error: ApiError, word: string) {
    super(request, error);
    // The HTTP status is a success, which is not what a reader should see first.
    this.message = error.message.replace(String(error.status), word);
  }
}

/**
 * Words for an end, in lower case without spaces and marks between their parts. All others mean that it goes on: to take
 * an unknown word for an end would let a program work with what is not there yet, while waiting ends by `maxWait`.
 */
const goodEnd = /^(succeeded|success|successful|completed?|completedwitherrors|partially\w+|done|finished|skipped)$/;
const badEnd = /^(\w*failed|failure|error|cancell?ed|aborted|terminated|timedout|expired|rejected)$/;

/** Makes a function that starts a long-running operation. */
export function longRunningOperation<F extends AnyFunction>(spec: F["spec"]): F {
  return makeOperation(spec, "longRunning", async (client, makeRequest, options) => {
    const request = makeRequest();
    return startedBy(client, request, await client.send(request, options));
  });
}

/**
 * The handle of an operation that was started earlier.
 *
 * @param location the `location` of its first handle
 */
export function longRunning<Status = unknown, Value = unknown>(
  client: Client,
  location: string,
): LongRunning<Status, Value> {
  return handleOf(client, "longRunning", { location, template: "(status of an operation)" });
}

/** Makes the handle of what a response has started. */
export async function startedBy(
  client: Client,
  request: ApiRequest,
  response: Response,
): Promise<LongRunning<unknown, unknown>> {
  const { status, headers } = response;
  // The `Location` of something that was created is the thing itself.
  const location = headers.get("operation-location") ?? (status === 201 ? null : headers.get("location"));
  const value = readJson(response, request);
  return handleOf(client, request.operation, {
    location: location === null ? undefined : locationUrl(location, client.baseUrl),
    template: `(status of ${request.template})`,
    retryAfter: readRetryAfter(headers),
    isAccepted: status === 202,
    // It has begun: that what came along cannot be read must not hide it.
    value: status === 202 ? await value.catch(() => undefined) : await value,
  });
}

interface Started {
  readonly location: string | undefined;
  readonly template: string;
  readonly retryAfter?: number | undefined;
  /** The service has only promised to do it. */
  readonly isAccepted?: boolean;
  readonly value?: unknown;
}

function handleOf<Status, Value>(client: Client, operation: string, started: Started): LongRunning<Status, Value> {
  const { template, retryAfter, isAccepted } = started;
  // Types of answers are the documentation's, here and below: nobody checks them.
  const value = started.value as Value | undefined;
  let { location } = started;
  /** What a redirect has led to. */
  let redirected: Value | undefined;
  const get = (path: string): ApiRequest => ({ operation, method: "GET", path, template, result: "longRunning" });
  const unable = (code: string, text: string, details: { status?: number; retryAfter?: number | undefined } = {}) =>
    new ApiError(get(""), { status: 202, code, text, ...details });

  const poll = async (options?: RequestOptions): Promise<Progress<Status>> => {
    if (location === undefined) {
      if (isAccepted) throw unable("NoLocation", "the service does not tell where to ask for its state");
      return {
        isDone: true,
        isFailed: false,
        status: undefined,
        percentComplete: undefined,
        body: undefined,
        retryAfter,
      };
    }
    const request = get(location);
    const response = await client.send(request, options);
    const next = response.status === 202 && response.headers.get("location");
    if (next) location = locationUrl(next, client.baseUrl);
    const isJson = !response.redirected || /json/.test(response.headers.get("content-type") ?? "");
    const body = isJson ? await readJson<Status>(response, request) : undefined;
    if (response.redirected) redirected = body as Value | undefined;
    return progressOf(response, body);
  };

  const wait = async (options: WaitOptions<Status> = {}): Promise<Status | undefined> => {
    const { interval, maxWait = 3_600_000, onProgress, signal } = options;
    if (location === undefined) return (await poll()).body;
    const end = Date.now() + maxWait;
    let seconds = retryAfter;
    for (let step = 1000; ; step = Math.min(step * 1.5, 30_000)) {
      // Zero seconds are no time either: taken at its word, the service would be asked without a break.
      const pause = seconds ? seconds * 1000 : (interval ?? step);
      if (Date.now() + pause > end)
        throw unable("StillRunning", `no end within ${maxWait} ms`, { retryAfter: Math.ceil(pause / 1000) });
      await sleep(pause, signal);
      const progress = await poll(options);
      await onProgress?.(progress);
      if (progress.isFailed) {
        const { status = "failed", body } = progress;
        const request = get(location);
        throw new OperationFailed(request, await readError(new Response(JSON.stringify(body)), request), status);
      }
      if (progress.isDone) return progress.body;
      seconds = progress.retryAfter;
    }
  };

  return {
    get location() {
      return location;
    },
    retryAfter,
    value,
    poll,
    wait,
    async result(options) {
      const status = await wait(options);
      if (started.location === undefined && value !== undefined) return value;
      if (redirected !== undefined) return redirected;
      const link = Object.entries(status ?? {}).find(([name, text]) => /resourceLocation$/i.test(name) && text);
      if (!link) throw unable("NoResult", "the service does not tell where the result is", { status: 200 });
      const request: ApiRequest = { ...get(locationUrl(String(link[1]), client.baseUrl)), result: "json" };
      return readJson<Value>(await client.send(request, options), request);
    },
  };
}

function progressOf<Status>(response: Response, body: Status | undefined): Progress<Status> {
  const members = new Map<string, unknown>(Object.entries(body ?? {}));
  const told = members.get("status");
  const state = typeof told === "object" && told !== null && "state" in told ? told.state : told;
  const status = typeof state === "string" && !response.redirected ? state : undefined;
  const word = status?.toLowerCase().replace(/[^a-z]/g, "") ?? "done";
  const isRunning = response.status === 202;
  const isFailed = !isRunning && badEnd.test(word);
  const percent = Number(members.get("percentComplete") ?? members.get("percentageComplete") ?? Number.NaN);
  return {
    isDone: !isRunning && (isFailed || goodEnd.test(word)),
    isFailed,
    status,
    percentComplete: Number.isFinite(percent) ? percent : undefined,
    body,
    retryAfter: readRetryAfter(response.headers),
  };
}

/**
 * The URL of a place that the service names. Those that begin with a slash are paths of the API, as its documentation
 * writes them: below the base URL with its version, unless they begin with that themselves. Taken for paths of the origin,
 * as RFC 9110 has it, `/things('1')/operations('2')` would lead nowhere.
 */
function locationUrl(location: string, baseUrl: string): string {
  const { pathname } = new URL(`${baseUrl}/`);
  const isPath = location.startsWith("/") && !location.startsWith("//") && !location.startsWith(pathname);
  return new URL(isPath ? baseUrl + location : location, `${baseUrl}/`).href;
}
