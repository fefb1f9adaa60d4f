/** Tries again where the service asks for it, at the time that it names. */
import { readRetryAfter } from "./api-error.ts";
import type { ApiRequest } from "./request.ts";
import { sleep } from "./sleep.ts";

/** What came of a try that was no success: a response, or an error if none came. */
export interface FailedTry {
  readonly request: ApiRequest;
  /** Not yet read. */
  readonly response?: Response;
  readonly error?: unknown;
}

/** A try that failed and will be repeated. */
export interface Retry extends FailedTry {
  /** Number of the try that failed: 1 is the first one. */
  readonly attempt: number;
  /** Milliseconds until the next one. */
  readonly wait: number;
}

export interface RetryOptions {
  /** How often a request is repeated, 3 if absent. */
  readonly maxRetries?: number;
  /**
   * Milliseconds that one call may spend waiting, 300,000 (five minutes) if absent. What the service asks for is never
   * cut short: if it does not fit, the error is thrown at once, with `retryAfter` in it. Five minutes are the longest
   * that services commonly ask for; who is told to come back later than that does better to do other things meanwhile.
   * The time limit of a call bounds its waiting likewise.
   */
  readonly maxWait?: number;
  /**
   * Decides instead of the default: status 429 for all methods, as the service has done nothing then; 503 and 504 for
   * GET, HEAD, OPTIONS, PUT and DELETE, which do no harm if they are done twice. Connections that fail are not tried
   * again. `undefined` leaves it to the default.
   */
  readonly shouldRetry?: (failed: FailedTry) => boolean | undefined;
  /** Called before each wait. */
  readonly onRetry?: (retry: Retry) => void;
}

/**
 * Sends a request until it succeeds or is not to be repeated.
 *
 * A body that is a stream is never sent twice, as it has been read. All others can be read again.
 *
 * @param timeout milliseconds for the whole call: bounds the waiting as `maxWait` does
 * @param signal ends the waiting
 * @returns the last response, of whatever status
 */
export async function withRetries(
  request: ApiRequest,
  { maxRetries = 3, maxWait = 300_000, shouldRetry = isTransient, onRetry }: RetryOptions | undefined = {},
  timeout: number | undefined = Number.POSITIVE_INFINITY,
  signal: AbortSignal | undefined,
  send: () => Promise<Response>,
): Promise<Response> {
  // Who may not wait so long learns why at once, and not by a time limit.
  let waitLeft = Math.min(maxWait, timeout);
  for (let attempt = 1; ; attempt++) {
    let response: Response | undefined;
    let error: unknown;
    try {
      response = await send();
      if (response.ok) return response;
    } catch (cause) {
      error = cause;
    }
    const failed: FailedTry = { request, ...(response ? { response } : { error }) };
    const wait = waitOf(response, attempt);
    const isOver = attempt > maxRetries || wait > waitLeft || signal?.aborted || isStream(request.content);
    if (isOver || !(shouldRetry(failed) ?? isTransient(failed))) {
      if (response) return response;
      throw error;
    }
    waitLeft -= wait;
    onRetry?.({ ...failed, attempt, wait });
    // An unread body holds the connection. If it cannot be cancelled, it is not ours any more.
    response?.body?.cancel().catch(() => {});
    await sleep(wait, signal);
  }
}

/** Whether a request may succeed if it is sent again, and does no harm if it had done something. */
export function isTransient({ request: { method }, response }: FailedTry): boolean {
  const status = response?.status;
  return status === 429 || ((status === 503 || status === 504) && method !== "POST" && method !== "PATCH");
}

/** Milliseconds: what the service asks for, else a random part of a time that doubles from one second to 32. */
export function waitOf(response: Response | undefined, attempt: number): number {
  // In browsers the header is there only if the service exposes it.
  const seconds = response && readRetryAfter(response.headers);
  return 1000 * (seconds ?? Math.random() * 2 ** Math.min(attempt - 1, 5));
}

function isStream(content: unknown): boolean {
  return content instanceof ReadableStream;
}
