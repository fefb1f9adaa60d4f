import { afterEach, beforeEach, describe, expect, expectTypeOf, it, vi } from "vitest";
import { ApiError } from "./api-error.ts";
import type { ApiFunction } from "./function-types.ts";
import { type LongRunning, longRunning, longRunningOperation, OperationFailed, type Progress } from "./long-running.ts";
import { type Answer, baseUrl, recordedClient } from "./recorded-client.fixture.ts";

interface CopyStatus {
  readonly status: string;
  readonly resourceLocation?: string;
}

interface Thing {
  readonly id: string;
}

const copyThing = longRunningOperation<
  ApiFunction<{ thingId: string; ifMatch?: string }, LongRunning<CopyStatus, Thing>>
>({
  name: "copyThing",
  method: "POST",
  paths: ["/things/{thingId}/copy"],
  headers: { "If-Match": "ifMatch" },
});

const accepted: Answer = { status: 202, headers: { location: `${baseUrl}/operations/1` } };
const running: Answer = { json: { status: "running" } };
const succeeded: Answer = { json: { status: "succeeded", resourceLocation: "/things/2" } };

/** Starts a copy; the service gives the answers in order, the last one again and again. */
async function start(...answers: readonly Answer[]) {
  const times: number[] = [];
  const began = Date.now();
  const recorded = recordedClient((_, index) => {
    times.push((Date.now() - began) / 1000);
    return answers[Math.min(index, answers.length - 1)] ?? {};
  });
  const copy = await copyThing(recorded.client, { thingId: "1", ifMatch: "*" });
  return { ...recorded, copy, times };
}

/** Lets the time pass that the promise waits for. */
async function elapsed<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  await vi.runAllTimersAsync();
  return promise;
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe("longRunningOperation", () => {
  it("gives a handle, and asks nothing by itself", async () => {
    const { copy, sent } = await start({ ...accepted, headers: { ...accepted.headers, "retry-after": "5" } });
    expect([copy.location, copy.retryAfter, copy.value]).toEqual([`${baseUrl}/operations/1`, 5, undefined]);
    expect(sent).toHaveLength(1);
    expectTypeOf(copy).toEqualTypeOf<LongRunning<CopyStatus, Thing>>();
    expectTypeOf(copy.value).toEqualTypeOf<Thing | undefined>();
  });

  it("waits for the end, and gives the last status", async () => {
    const { copy, sent } = await start(accepted, running, succeeded);
    const status = await elapsed(copy.wait());
    expectTypeOf(status).toEqualTypeOf<CopyStatus | undefined>();
    expect(status).toEqual(succeeded.json);
    // The headers of the start are not for its state.
    expect(sent.slice(1)).toEqual(Array(2).fill({ method: "GET", url: "/operations/1", headers: {}, body: undefined }));
  });

  it("gives what the service did at once", async () => {
    const { copy, sent } = await start({ status: 201, headers: { location: "/things/2" }, json: { id: "2" } });
    expect([copy.location, copy.value]).toEqual([undefined, { id: "2" }]);
    expect(await copy.result()).toEqual({ id: "2" });
    expect(await copy.wait()).toBe(undefined);
    expect(await copy.poll()).toMatchObject({ isDone: true, isFailed: false, status: undefined });
    expect(sent).toHaveLength(1);
  });

  it("cannot wait if the service does not tell where to ask", async () => {
    const { copy } = await start({ status: 202 });
    const message = "202 NoLocation: the service does not tell where to ask for its state";
    await expect(copy.wait()).rejects.toThrow(`${message} (GET (status of /things/{thingId}/copy))`);
    await expect(copy.poll()).rejects.toBeInstanceOf(ApiError);
  });

  it("keeps the handle of what has begun, even if the answer cannot be read", async () => {
    expect((await start({ ...accepted, text: "accepted" })).copy.value).toBe(undefined);
    expect((await start({ ...accepted, json: { id: "2" } })).copy.value).toEqual({ id: "2" });
    await expect(start({ status: 200, text: "<html>" })).rejects.toMatchObject({ code: "InvalidResponse" });
  });

  it.each([
    ["/operations('1')", `${baseUrl}/operations('1')`],
    ["/v1/operations/1", `${baseUrl}/operations/1`],
    ["operations/1", `${baseUrl}/operations/1`],
    ["https://api.example/v2/operations/1", "https://api.example/v2/operations/1"],
    ["//other.example/operations/1", "https://other.example/operations/1"],
  ])("finds %s", async (location, url) => {
    expect((await start({ status: 202, headers: { location } })).copy.location).toBe(url);
    expect(
      (await start({ status: 202, headers: { "operation-location": location, location: "/x" } })).copy.location,
    ).toBe(url);
  });

  it("does not ask another origin", async () => {
    const { copy, sent } = await start({ status: 202, headers: { location: "https://evil.example/operations/1" } });
    await expect(copy.poll()).rejects.toThrow("Unexpected origin https://evil.example, expected https://api.example");
    expect(sent).toHaveLength(1);
  });

  it("rejects if it cannot be started", async () => {
    await expect(start({ status: 409 })).rejects.toMatchObject({
      status: 409,
      request: { path: "/things/{thingId}/copy" },
    });
  });
});

describe("longRunning", () => {
  it("makes a handle of a stored location", async () => {
    const { client, sent } = recordedClient(() => succeeded);
    const copy = longRunning<CopyStatus, Thing>(client, `${baseUrl}/operations/1`);
    expect(await copy.poll({ headers: { "x-trace": "t" } })).toMatchObject({ isDone: true, body: succeeded.json });
    expect(sent).toMatchObject([{ method: "GET", url: "/operations/1", headers: { "x-trace": "t" } }]);
  });
});

describe("poll", () => {
  const look = async (answer: Answer): Promise<Progress<CopyStatus>> => (await start(accepted, answer)).copy.poll();

  it("tells all that the service tells", async () => {
    const answer = { headers: { "retry-after": "7" }, json: { status: "inProgress", percentComplete: "40" } };
    expect(await look(answer)).toEqual({
      isDone: false,
      isFailed: false,
      status: "inProgress",
      percentComplete: 40,
      body: answer.json,
      retryAfter: 7,
    });
  });

  it.each([
    "succeeded",
    "Succeeded",
    "success",
    "Completed",
    "complete",
    "done",
    "skipped",
    "partiallySuccessful",
    "completed_with_errors",
  ])("takes %s for an end", async (status) => {
    expect(await look({ json: { status } })).toMatchObject({ status, isDone: true, isFailed: false });
  });

  it.each(["failed", "Failed", "deleteFailed", "error", "cancelled", "Canceled", "timed out", "expired"])(
    "takes %s for a bad end",
    async (status) => {
      expect(await look({ json: { status } })).toMatchObject({ status, isDone: true, isFailed: true });
    },
  );

  it.each([
    "notStarted",
    "NotStarted",
    "running",
    "inProgress",
    "pending",
    "waiting",
    "unknownFutureValue",
    "incomplete",
  ])("takes %s for going on", async (status) => {
    expect(await look({ json: { status } })).toMatchObject({ status, isDone: false, isFailed: false });
  });

  it("finds the word in an object", async () => {
    expect(await look({ json: { status: { state: "running", description: "…" } } })).toMatchObject({ isDone: false });
    expect(await look({ json: { status: { state: "succeeded" } } })).toMatchObject({
      isDone: true,
      status: "succeeded",
    });
  });

  it.each([
    [{ json: { id: "2" } }],
    [{ json: { status: 3 } }],
    [{ json: [1] }],
    [{ status: 204 }],
    [{ json: { id: "2", status: "active" }, redirected: true }],
    [{ text: "bytes", redirected: true }],
  ] satisfies [Answer][])("takes %j for an end", async (answer) => {
    expect(await look(answer)).toMatchObject({ isDone: true, isFailed: false, status: undefined });
  });

  it("goes on at status 202, whatever the body says, and asks where it says", async () => {
    const next = { status: 202, headers: { location: "/operations/2" }, json: { status: "succeeded" } };
    const { copy, sent } = await start(accepted, next);
    expect(await copy.poll()).toMatchObject({ isDone: false });
    expect(copy.location).toBe(`${baseUrl}/operations/2`);
    await copy.poll();
    expect(sent.map(({ url }) => url)).toEqual(["/things/1/copy", "/operations/1", "/operations/2"]);
  });

  it("rejects what is not readable, and what the service refuses", async () => {
    await expect(look({ text: "<html>" })).rejects.toMatchObject({ code: "InvalidResponse" });
    await expect(look({ status: 404 })).rejects.toMatchObject({
      status: 404,
      message: "404 (GET (status of /things/{thingId}/copy))",
    });
  });
});

describe("wait", () => {
  it("asks less and less often", async () => {
    const { copy, times } = await start(accepted, ...Array(12).fill(running), succeeded);
    await elapsed(copy.wait());
    const pauses = times.slice(1).map((time, index) => Math.round(time - (times[index] ?? 0)));
    expect(pauses).toEqual([1, 2, 2, 3, 5, 8, 11, 17, 26, 30, 30, 30, 30]);
  });

  it("asks when the service says, else at the interval", async () => {
    const later = (seconds: string): Answer => ({ ...running, headers: { "retry-after": seconds } });
    const { copy, times } = await start(
      { ...accepted, headers: { ...accepted.headers, "retry-after": "60" } },
      later("90"),
      running,
      later("0"),
      succeeded,
    );
    await elapsed(copy.wait({ interval: 2000 }));
    expect(times).toEqual([0, 60, 150, 152, 154]);
  });

  it("tells about each look, and waits for the listener", async () => {
    const { copy } = await start(accepted, running, succeeded);
    const seen: (string | undefined)[] = [];
    await elapsed(
      copy.wait({
        onProgress: async ({ status }) => {
          await Promise.resolve();
          seen.push(status);
        },
      }),
    );
    expect(seen).toEqual(["running", "succeeded"]);
    const failing = copy.wait({ onProgress: () => Promise.reject(new RangeError("no")) });
    await expect(elapsed(failing)).rejects.toThrow(RangeError);
  });

  it("throws the error of a bad end", async () => {
    const json = {
      status: "Failed",
      error: {
        code: "internalError",
        message: "It broke.",
        details: [{ code: "a", message: "b" }],
        innerError: { code: "deeper" },
      },
    };
    const { copy } = await start(accepted, { json });
    const error: unknown = await elapsed(copy.wait()).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(OperationFailed);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({
      name: "OperationFailed",
      message: "Failed internalError: It broke. (GET (status of /things/{thingId}/copy))",
      code: "internalError",
      details: [{ code: "a", message: "b" }],
      innerCodes: ["deeper"],
      body: JSON.stringify(json),
    });
  });

  it("throws for a bad end without an error", async () => {
    const { copy } = await start(accepted, { json: { status: "cancelled", error: null } });
    await expect(elapsed(copy.wait())).rejects.toMatchObject({
      name: "OperationFailed",
      message: "cancelled (GET (status of /things/{thingId}/copy))",
      code: undefined,
    });
  });

  it("gives up as soon as the next look would come too late", async () => {
    const { copy, times } = await start(accepted, { ...running, headers: { "retry-after": "100" } });
    await expect(elapsed(copy.wait({ maxWait: 90_000 }))).rejects.toMatchObject({
      code: "StillRunning",
      retryAfter: 100,
      message: "202 StillRunning: no end within 90000 ms (GET (status of /things/{thingId}/copy))",
    });
    expect(times).toEqual([0, 1]);
  });

  it("does not wait for an unknown word for ever", async () => {
    const { copy, times } = await start(accepted, { json: { status: "resting" } });
    await expect(elapsed(copy.wait())).rejects.toMatchObject({ code: "StillRunning" });
    expect(times.at(-1)).toBeGreaterThan(3500);
    expect(times.at(-1)).toBeLessThanOrEqual(3600);
  });

  it("stops when it is aborted", async () => {
    const { copy, sent } = await start(accepted, running);
    const controller = new AbortController();
    const waiting = copy.wait({ signal: controller.signal });
    setTimeout(() => controller.abort("enough"), 10_000);
    await expect(elapsed(waiting)).rejects.toBe("enough");
    expect(sent).toHaveLength(5);
    expect(vi.getTimerCount()).toBe(0);
    await expect(copy.wait({ signal: AbortSignal.abort("early") })).rejects.toBe("early");
    expect(sent).toHaveLength(5);
  });

  it("can be done again", async () => {
    const { copy } = await start(accepted, running, running, succeeded);
    await expect(elapsed(copy.wait({ interval: 60, maxWait: 100 }))).rejects.toMatchObject({ code: "StillRunning" });
    expect(await elapsed(copy.wait())).toEqual(succeeded.json);
  });
});

describe("result", () => {
  it("is what the last status leads to", async () => {
    const { copy, sent } = await start(accepted, succeeded, { json: { id: "2" } });
    const result = await elapsed(copy.result());
    expectTypeOf(result).toEqualTypeOf<Thing>();
    expect(result).toEqual({ id: "2" });
    expect(sent[2]).toMatchObject({ method: "GET", url: "/things/2" });
  });

  it("is found by the end of the member's name", async () => {
    const json = { status: "succeeded", resourceLocation: null, targetResourceLocation: `${baseUrl}/things/3` };
    const { copy, sent } = await start(accepted, { json }, { json: { id: "3" } });
    expect(await elapsed(copy.result())).toEqual({ id: "3" });
    expect(sent[2]?.url).toBe("/things/3");
  });

  it("is what the service has redirected to", async () => {
    const { copy, sent } = await start(accepted, running, {
      json: { id: "2", status: "failed" },
      headers: { "content-type": "application/json" },
      redirected: true,
    });
    expect(await elapsed(copy.result())).toEqual({ id: "2", status: "failed" });
    expect(sent).toHaveLength(3);
  });

  it("is not sought on another origin", async () => {
    const { copy } = await start(accepted, { json: { status: "done", resourceLocation: "https://evil.example/" } });
    await expect(elapsed(copy.result())).rejects.toThrow("Unexpected origin https://evil.example");
  });

  it("may be nowhere", async () => {
    const { copy } = await start(accepted, { json: { status: "done" } });
    await expect(elapsed(copy.result())).rejects.toMatchObject({ code: "NoResult" });
    await expect((await start({ status: 204 })).copy.result()).rejects.toMatchObject({ code: "NoResult" });
  });
});
