import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ApiError } from "./api-error.ts";
import type { ApiRequest, ResultKind } from "./request.ts";
import { withTimeout } from "./timeout.ts";

const requestOf = (result: ResultKind = "json"): ApiRequest => ({
  operation: "getThing",
  method: "GET",
  path: "/things/1",
  template: "/things/{thingId}",
  result,
});

const forever = () => new Promise<never>(() => {});

describe("withTimeout", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("gives what the call gives, and no signal if there is nothing to abort it", async () => {
    expect(await withTimeout(requestOf(), undefined, undefined, async (signal) => [signal])).toEqual([undefined]);
    const { signal } = new AbortController();
    expect(await withTimeout(requestOf(), signal, undefined, async (inner) => inner)).toBe(signal);
  });

  it("rejects when the time is over, even if the call does not listen", async () => {
    let inner: AbortSignal | undefined;
    const call = withTimeout(requestOf(), undefined, 5000, (signal) => {
      inner = signal;
      return forever();
    });
    const error = call.catch((cause: unknown) => cause);
    await vi.advanceTimersByTimeAsync(4999);
    expect(inner?.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await error).toBeInstanceOf(ApiError);
    expect(await error).toMatchObject({
      status: 0,
      code: "Timeout",
      message: "Timeout: no complete answer within 5000 ms (GET /things/{thingId})",
      cause: { name: "TimeoutError", message: "no complete answer within 5000 ms" },
    });
    expect(inner?.reason).toBe(await error);
  });

  it("rejects with the caller's reason, whatever the call makes of it", async () => {
    const controller = new AbortController();
    const call = withTimeout(
      requestOf(),
      controller.signal,
      5000,
      (signal) =>
        new Promise((_, reject) => {
          signal?.addEventListener("abort", () => reject(new Error("something else")));
        }),
    );
    controller.abort("enough");
    await expect(call).rejects.toBe("enough");
    expect(vi.getTimerCount()).toBe(0);
  });

  it("does not begin if the caller has aborted", async () => {
    const run = vi.fn(forever);
    await expect(withTimeout(requestOf(), AbortSignal.abort("enough"), 5000, run)).rejects.toBe("enough");
    expect(run).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each([
    ["a result", async () => 1],
    ["an error", () => Promise.reject(new Error("wrong"))],
  ])("leaves no timer and no listener after %s", async (_, run) => {
    const { signal } = new AbortController();
    const added = vi.spyOn(signal, "addEventListener");
    const removed = vi.spyOn(signal, "removeEventListener");
    await withTimeout<unknown>(requestOf(), signal, 5000, run).catch(() => {});
    expect(vi.getTimerCount()).toBe(0);
    expect(removed.mock.calls).toEqual(added.mock.calls);
  });

  it("lets the caller abort content that has yet to come, while its time is over", async () => {
    const controller = new AbortController();
    const inner = await withTimeout(requestOf("content"), controller.signal, 5000, async (signal) => signal);
    expect(vi.getTimerCount()).toBe(0);
    controller.abort("enough");
    expect(inner?.reason).toBe("enough");
  });

  it.each([Number.POSITIVE_INFINITY, 2 ** 31])("takes %d ms for no limit", async (timeout) => {
    const call = withTimeout(requestOf(), undefined, timeout, async (signal) => signal);
    expect(vi.getTimerCount()).toBe(0);
    expect(await call).toBeUndefined();
  });
});
