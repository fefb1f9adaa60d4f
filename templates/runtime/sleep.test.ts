import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { sleep } from "./sleep.ts";

describe("sleep", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("ends after the time, and leaves no listener", async () => {
    const { signal } = new AbortController();
    const removed = vi.spyOn(signal, "removeEventListener");
    const ended = vi.fn();
    const slept = sleep(1000, signal).then(ended);
    await vi.advanceTimersByTimeAsync(999);
    expect(ended).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(ended).toHaveBeenCalledOnce();
    expect(removed).toHaveBeenCalledOnce();
    await slept;
  });

  it("rejects with the reason as soon as it is aborted, and leaves no timer", async () => {
    const controller = new AbortController();
    const slept = sleep(1000, controller.signal);
    controller.abort("enough");
    await expect(slept).rejects.toBe("enough");
    expect(vi.getTimerCount()).toBe(0);
    await expect(sleep(1000, controller.signal)).rejects.toBe("enough");
    expect(vi.getTimerCount()).toBe(0);
  });

  it("does not end at once if the time is longer than timers can count", async () => {
    const ended = vi.fn();
    sleep(Number.POSITIVE_INFINITY).then(ended);
    await vi.advanceTimersByTimeAsync(1_000_000_000);
    expect(ended).not.toHaveBeenCalled();
  });
});
