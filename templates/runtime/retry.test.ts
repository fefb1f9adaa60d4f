import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ApiRequest, Method } from "./request.ts";
import { type Retry, type RetryOptions, withRetries } from "./retry.ts";

const requestOf = (method: Method = "GET"): ApiRequest => ({
  operation: "callThing",
  method,
  path: "/things/1",
  template: "/things/{thingId}",
  result: "json",
});

/** Sends with the given responses, one for each try; an error stands for a try without response. */
function sending(answers: readonly (Response | Error)[], options: RetryOptions = {}, request = requestOf()) {
  const retries: Retry[] = [];
  const send = vi.fn(async () => {
    const next = answers[send.mock.calls.length - 1] ?? new Response("{}");
    if (next instanceof Error) throw next;
    return next;
  });
  const onRetry = (retry: Retry) => retries.push(retry);
  const call = () => withRetries(request, { onRetry, ...options }, undefined, undefined, send);
  return { call, send, retries };
}

const busy = (status = 429, headers: Record<string, string> = { "retry-after": "0" }) =>
  new Response("busy", { status, headers });

describe("withRetries", () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: Date.parse("2020-01-31T00:00:00Z") });
    vi.spyOn(Math, "random").mockReturnValue(0.5);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  /** What came, and how often it was sent, after all waiting. */
  async function outcome({ call, send }: ReturnType<typeof sending>) {
    const ended = call().then(
      ({ status }) => status,
      (error: unknown) => error,
    );
    await vi.runAllTimersAsync();
    return [await ended, send.mock.calls.length];
  }

  it.each<[Method, number, number]>([
    ["GET", 429, 2],
    ["GET", 503, 2],
    ["GET", 504, 2],
    ["GET", 500, 1],
    ["GET", 502, 1],
    ["GET", 404, 1],
    ["HEAD", 503, 2],
    ["OPTIONS", 504, 2],
    ["PUT", 503, 2],
    ["DELETE", 504, 2],
    ["POST", 429, 2],
    ["POST", 503, 1],
    ["PATCH", 429, 2],
    ["PATCH", 504, 1],
  ])("sends a %s with status %i %i times", async (method, status, times) => {
    const [, sent] = await outcome(sending([busy(status)], {}, requestOf(method)));
    expect(sent).toBe(times);
  });

  it("waits as long as the service says, in seconds or until a date", async () => {
    const run = sending([
      busy(429, { "retry-after": "120" }),
      busy(503, { "retry-after": "Fri, 31 Jan 2020 00:02:30 GMT" }),
    ]);
    expect(await outcome(run)).toEqual([200, 3]);
    expect(run.retries.map(({ attempt, wait }) => [attempt, wait])).toEqual([
      [1, 120_000],
      [2, 30_000],
    ]);
    expect(Date.now()).toBe(Date.parse("2020-01-31T00:02:30Z"));
  });

  it("waits a random part of a time that doubles, if the service says nothing", async () => {
    const none = Array.from({ length: 8 }, () => busy(503, {}));
    const run = sending(none, { maxRetries: 8 });
    expect(await outcome(run)).toEqual([200, 9]);
    expect(run.retries.map(({ wait }) => wait)).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 16_000, 16_000]);
    vi.mocked(Math.random).mockReturnValue(0);
    const lucky = sending([busy(503, {})]);
    await outcome(lucky);
    expect(lucky.retries.map(({ wait }) => wait)).toEqual([0]);
  });

  it("gives the last response after the retries", async () => {
    expect(await outcome(sending(Array.from({ length: 5 }, () => busy())))).toEqual([429, 4]);
    expect(await outcome(sending([busy()], { maxRetries: 0 }))).toEqual([429, 1]);
  });

  it("waits no longer in all than the budget", async () => {
    const answers = () => [busy(429, { "retry-after": "6" }), busy(429, { "retry-after": "5" })];
    expect(await outcome(sending(answers(), { maxWait: 10_999 }))).toEqual([429, 2]);
    expect(await outcome(sending(answers(), { maxWait: 11_000 }))).toEqual([200, 3]);
    expect(await outcome(sending([busy(429, { "retry-after": "300" })]))).toEqual([200, 2]);
    expect(await outcome(sending([busy(429, { "retry-after": "301" })]))).toEqual([429, 1]);
  });

  it("waits no longer than the time limit of the call, which could only end it", async () => {
    const send = vi.fn(async () => busy(429, { "retry-after": "2" }));
    expect(await withRetries(requestOf(), {}, 1000, undefined, send)).toHaveProperty("status", 429);
    expect(send).toHaveBeenCalledOnce();
  });

  it("tells each retry, with the response", async () => {
    const response = busy();
    const run = sending([response]);
    await outcome(run);
    expect(run.retries).toEqual([{ request: requestOf(), response, attempt: 1, wait: 0 }]);
  });

  it("lets go of the response of a try that is repeated, and of no other", async () => {
    const cancelled: number[] = [];
    const answers = [1, 2].map(
      (number) =>
        new Response(new ReadableStream({ cancel: () => void cancelled.push(number) }), {
          status: 503,
          headers: { "retry-after": "0" },
        }),
    );
    await outcome(sending(answers, { maxRetries: 1 }));
    expect(cancelled).toEqual([1]);
  });

  it("does not mind if the hook has read the response", async () => {
    const texts: Promise<string>[] = [];
    const run = sending([busy()], { onRetry: ({ response }) => response && texts.push(response.text()) });
    expect(await outcome(run)).toEqual([200, 2]);
    expect(await Promise.all(texts)).toEqual(["busy"]);
  });

  it("throws errors, unless the caller wants another try", async () => {
    const error = new Error("no connection");
    expect(await outcome(sending([error]))).toEqual([error, 1]);
    const run = sending([error], { shouldRetry: (failed) => failed.error === error });
    expect(await outcome(run)).toEqual([200, 2]);
    expect(run.retries).toEqual([{ request: requestOf(), error, attempt: 1, wait: 500 }]);
  });

  it("lets the caller decide, or leave it to the default", async () => {
    expect(await outcome(sending([busy(500)], { shouldRetry: ({ response }) => response?.status === 500 }))).toEqual([
      200, 2,
    ]);
    expect(await outcome(sending([busy()], { shouldRetry: () => false }))).toEqual([429, 1]);
    expect(await outcome(sending([busy()], { shouldRetry: () => undefined }))).toEqual([200, 2]);
  });

  it("sends no stream twice, and other bodies as often as needed", async () => {
    const put = (content: NonNullable<ApiRequest["content"]>): ApiRequest => ({ ...requestOf("PUT"), content });
    expect(await outcome(sending([busy()], { shouldRetry: () => true }, put(new Blob(["x"]).stream())))).toEqual([
      429, 1,
    ]);
    for (const content of ["x", new Uint8Array(1), new Blob(["x"]), new FormData(), new URLSearchParams()]) {
      expect(await outcome(sending([busy()], {}, put(content)))).toEqual([200, 2]);
    }
  });

  it("stops waiting when it is aborted, and does not decide about what was aborted", async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const waiting = withRetries(requestOf(), {}, undefined, signal, async () => busy(429, { "retry-after": "60" }));
    const reason = waiting.catch((cause: unknown) => cause);
    await vi.advanceTimersByTimeAsync(1000);
    controller.abort("enough");
    expect(await reason).toBe("enough");
    expect(vi.getTimerCount()).toBe(0);
    const shouldRetry = vi.fn(() => true);
    const failed = withRetries(requestOf(), { shouldRetry }, undefined, signal, () => Promise.reject(signal.reason));
    await expect(failed).rejects.toBe("enough");
    expect(shouldRetry).not.toHaveBeenCalled();
  });
});
