/** The time limit of a call, and its end by the caller's signal. */
import { ApiError } from "./api-error.ts";
import type { ApiRequest } from "./request.ts";

/**
 * Runs a call until it ends, the caller aborts it, or its time is over; even if something inside does not listen to the
 * signal that it is given. Timers and listeners are gone afterwards.
 *
 * The result of a request for content is a body that has yet to come. The time is over for it when the call ends: a
 * download may take as long as it takes. The caller's signal stays in force.
 *
 * @param timeout milliseconds; no limit if absent or beyond 24 days
 * @throws the reason of the caller's signal; ApiError with the code `Timeout`; what the call throws.
 */
export async function withTimeout<T>(
  request: ApiRequest,
  caller: AbortSignal | undefined,
  timeout: number = Number.POSITIVE_INFINITY,
  run: (signal: AbortSignal | undefined) => Promise<T>,
): Promise<T> {
  // Timers count in 32 bits. Without a limit the caller's signal is enough: `AbortSignal.any` would do for both, but
  // leaves something behind in a signal that lives long, in Node 20.
  const own = timeout < 2 ** 31 ? new AbortController() : undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stop = (): void => {};
  let isBodyToCome = false;
  caller?.throwIfAborted();
  try {
    const result = await new Promise<T>((resolve, reject) => {
      const end = (reason: unknown): void => {
        // First, so that whatever the platform makes of an abort comes too late.
        reject(reason);
        own?.abort(reason);
      };
      stop = () => end(caller?.reason);
      caller?.addEventListener("abort", stop);
      if (own) timer = setTimeout(() => end(timeoutError(request, timeout)), timeout);
      run(own?.signal ?? caller).then(resolve, reject);
    });
    isBodyToCome = request.result === "content" && own !== undefined;
    return result;
  } finally {
    clearTimeout(timer);
    if (!isBodyToCome) caller?.removeEventListener("abort", stop);
  }
}

function timeoutError(request: ApiRequest, timeout: number): ApiError {
  const text = `no complete answer within ${timeout} ms`;
  return new ApiError(request, { status: 0, code: "Timeout", text, cause: new DOMException(text, "TimeoutError") });
}
