import { afterEach, beforeEach, describe, expect, expectTypeOf, it, vi } from "vitest";
import { ApiError, type Result } from "./api-error.ts";
import { type BatchOptions, batch } from "./batch.ts";
import { echo, type Responder, service, type WirePart } from "./batch-service.fixture.ts";
import type { ApiFunction, OptionalListFunction } from "./function-types.ts";
import { listOperation, type Page } from "./pages.ts";
import { recordedClient } from "./recorded-client.fixture.ts";
import type { ApiRequest } from "./request.ts";
import { jsonOperation, voidOperation } from "./results.ts";

interface Thing {
  readonly id: string;
  name?: string;
}

const getThing = jsonOperation<ApiFunction<{ id: string }, Thing>>({
  name: "getThing",
  method: "GET",
  paths: ["/things/{id}"],
  scopes: { delegatedWork: ["Things.Read"] },
});
const addThing = jsonOperation<ApiFunction<{ body: Partial<Thing>; ifMatch?: string }, Thing>>({
  name: "addThing",
  method: "POST",
  paths: ["/things"],
  json: "body",
  headers: { "If-Match": "ifMatch" },
  scopes: { delegatedWork: ["Things.Write", "Things.Read"], application: ["Things.All"] },
});
const deleteThing = voidOperation<ApiFunction<{ id: string }, void>>({
  name: "deleteThing",
  method: "DELETE",
  paths: ["/things/{id}"],
});
const listThings = listOperation<OptionalListFunction<{ top?: number; filter?: string }, Thing>>({
  name: "listThings",
  method: "GET",
  paths: ["/things?fixed=1"],
  query: { $top: "top", $filter: "filter" },
});

const many = (count: number): Record<string, ApiRequest<Thing>> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`t${index}`, getThing.request({ id: `${index}` })]));

describe("batch", () => {
  it("sends requests together, and gives each its result", async () => {
    const { client, sent } = service(({ method, url }) => {
      if (method === "DELETE") return { status: 204 };
      return url.startsWith("/things?") ? { body: { value: [{ id: "3" }], "@odata.count": 9 } } : { body: { id: "1" } };
    });
    const results = await batch(client, {
      one: getThing.request({ id: "a b" }),
      list: listThings.request({ top: 5, filter: "name eq 'x&y'" }),
      added: addThing.request({ body: { name: "n" }, ifMatch: "*" }),
      gone: deleteThing.request({ id: "2" }),
    });
    expectTypeOf(results).toEqualTypeOf<{
      readonly one: Result<Thing>;
      readonly list: Result<Page<Thing>>;
      readonly added: Result<Thing>;
      readonly gone: Result<void>;
    }>();
    expect(results).toEqual({
      one: { ok: true, value: { id: "1" } },
      list: { ok: true, value: { value: [{ id: "3" }], count: 9 } },
      added: { ok: true, value: { id: "1" } },
      gone: { ok: true, value: undefined },
    });
    expect(sent).toEqual([
      {
        method: "POST",
        url: "/$batch",
        headers: { "content-type": "application/json" },
        body: {
          requests: [
            { id: "1", method: "GET", url: "/things/a%20b" },
            { id: "2", method: "GET", url: "/things?fixed=1&$top=5&$filter=name%20eq%20'x%26y'" },
            {
              id: "3",
              method: "POST",
              url: "/things",
              headers: { "content-type": "application/json", "If-Match": "*" },
              body: { name: "n" },
            },
            { id: "4", method: "DELETE", url: "/things/2" },
          ],
        },
      },
    ]);
  });

  it("sends nothing if there is nothing to send", async () => {
    const { client, sent } = service(echo);
    expect(await batch(client, {})).toEqual({});
    expect(sent).toEqual([]);
  });

  it("takes any name", async () => {
    const requests: Record<string, ApiRequest<Thing>> = JSON.parse('{"__proto__":0,"a b":0,"constructor":0}');
    for (const name of Object.keys(requests)) {
      Object.defineProperty(requests, name, { value: getThing.request({ id: "1" }), enumerable: true });
    }
    const results = await batch(service(echo).client, requests);
    expect(Object.entries(results).map(([name, { ok }]) => [name, ok])).toEqual([
      ["__proto__", true],
      ["a b", true],
      ["constructor", true],
    ]);
  });

  it("sends 20 at a time", async () => {
    const { client, rounds } = service(echo);
    const results = await batch(client, many(45));
    expect(rounds.map(({ length }) => length)).toEqual([20, 20, 5]);
    expect(Object.values(results).map(({ value }) => value?.id)).toEqual(
      Object.keys(many(45)).map((name) => name.slice(1)),
    );
  });

  it("asks for a token with the permissions of all parts", async () => {
    const token = vi.fn(() => "t");
    const { client } = recordedClient(() => ({ json: { responses: [] } }), { token, scopes: "delegated" });
    await batch(client, { a: getThing.request({ id: "1" }), b: addThing.request({ body: {} }) });
    expect(token).toHaveBeenCalledWith({ scopes: ["Things.Read", "Things.Write"] });
  });

  it("gives errors of parts as those of single calls", async () => {
    const { client } = service(() => ({
      status: 404,
      headers: { "request-id": "92fd" },
      body: { error: { code: "NotFound", message: "No such thing." } },
    }));
    const { a } = await batch(client, { a: getThing.request({ id: "1" }) });
    expect(a.error).toBeInstanceOf(ApiError);
    expect(a.error).toMatchObject({
      status: 404,
      code: "NotFound",
      message: "404 NotFound: No such thing. (GET /things/{id}, request-id 92fd)",
    });
  });

  it("makes parts without a readable response errors", async () => {
    const requests = { a: getThing.request({ id: "1" }), b: getThing.request({ id: "2" }) };
    const message = "200 InvalidResponse: the batch holds no readable response to this part (GET /things/{id})";
    for (const strange of [undefined, { status: 99 }, { status: 200, headers: { "a b": "" } }]) {
      const { client } = service(({ id }) => (id === "1" ? strange : { body: { id } }));
      const { a, b } = await batch(client, requests);
      expect([a.error?.message, b.value]).toEqual([message, { id: "2" }]);
    }
    for (const json of [{}, { responses: 1 }, []]) {
      const { a, b } = await batch(recordedClient(() => ({ json })).client, requests);
      expect([a.error?.message, b.error?.message]).toEqual([message, message]);
    }
  });

  it("makes the parts of a request that failed errors, and keeps what others gave", async () => {
    const { client } = recordedClient(({ body }, index) => {
      const { requests } = body as { requests: WirePart[] };
      if (index === 1) return { status: 401, json: { error: { code: "Unauthorized" } } };
      return { json: { responses: requests.map(({ id }) => ({ id, status: 200, body: { id } })) } };
    });
    const { t0, t20, t21 } = await batch(client, many(22));
    expect(t0).toEqual({ ok: true, value: { id: "1" } });
    expect(t20?.error).toMatchObject({ code: "Unauthorized", request: { path: "/$batch" } });
    expect(t21?.error).toBe(t20?.error);
  });

  it("rejects if it is aborted", async () => {
    const { client, sent } = service(echo);
    await expect(batch(client, many(1), { signal: AbortSignal.abort("enough") })).rejects.toBe("enough");
    expect(sent).toEqual([]);
  });
});

describe("dependsOn", () => {
  it("is sent by id", async () => {
    const { client, rounds } = service(echo);
    const requests = {
      a: getThing.request({ id: "1" }),
      b: getThing.request({ id: "2" }),
      c: getThing.request({ id: "3" }),
    };
    await batch(client, requests, { dependsOn: { a: ["c"], c: ["b"] } });
    expect(rounds[0]?.map(({ id, dependsOn }) => [id, dependsOn])).toEqual([
      ["1", ["3"]],
      ["3", ["2"]],
      ["2", undefined],
    ]);
    // @ts-expect-error: no such part
    const wrong: BatchOptions<keyof typeof requests> = { dependsOn: { a: ["d"] } };
    await expect(batch(client, requests, wrong)).rejects.toThrow(new TypeError("Unexpected part d that a depends on"));
  });

  it("keeps together what depends on each other", async () => {
    const { client, rounds } = service(echo);
    await batch(client, many(25), { dependsOn: { t24: ["t18"], t18: ["t2"] } });
    expect(rounds.map((parts) => parts.map(({ url }) => Number(url.slice(8))))).toEqual([
      [0, 1, 2, 18, 24, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17].sort(byPlaceOf(rounds[0])),
      [19, 20, 21, 22, 23],
    ]);
  });

  it("starts another request where a group no longer fits", async () => {
    const { client, rounds } = service(echo);
    const dependsOn = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`t${index + 13}`, ["t12"]]));
    await batch(client, many(24), { dependsOn });
    expect(rounds.map(({ length }) => length)).toEqual([12, 12]);
  });

  it("refuses groups that are too large", async () => {
    const { client, sent } = service(echo);
    const dependsOn = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`t${index + 1}`, ["t0"]]));
    await expect(batch(client, many(21), { dependsOn })).rejects.toThrow(
      new TypeError("Unexpected 21 parts that depend on each other, expected up to 20"),
    );
    expect(sent).toEqual([]);
  });
});

/** Parts of a group may stand in any order. */
function byPlaceOf(parts: readonly WirePart[] | undefined): (a: number, b: number) => number {
  const places = new Map(parts?.map(({ url }, index) => [Number(url.slice(8)), index]));
  return (a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0);
}

describe("retries", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  /** Sends the batch, and gives its results with the times at which parts were sent. */
  async function run<const Requests extends Readonly<Record<string, ApiRequest>>>(
    respond: Responder,
    requests: Requests,
    options?: BatchOptions<keyof Requests & string>,
  ) {
    const began = Date.now();
    const times: number[] = [];
    const { client, rounds } = service((part, round) => {
      times[round - 1] = (Date.now() - began) / 1000;
      return respond(part, round);
    });
    const running = batch(client, requests, options);
    running.catch(() => {});
    await vi.runAllTimersAsync();
    return { results: await running, times, rounds: rounds.map((parts) => parts.map(({ id }) => id)), parts: rounds };
  }

  const requests = {
    a: getThing.request({ id: "1" }),
    b: addThing.request({ body: {} }),
    c: getThing.request({ id: "3" }),
  };
  const busy = (status: number, seconds: number) => ({ status, headers: { "Retry-After": String(seconds) } });

  it("repeats just the parts that ask for it, when the last of them may be", async () => {
    const { results, rounds, times } = await run(
      ({ id }, round) => (round === 1 && id !== "3" ? busy(429, id === "1" ? 4 : 7) : { body: { id } }),
      requests,
    );
    expect([results.a.value, results.b.value, results.c.value]).toEqual([{ id: "1" }, { id: "2" }, { id: "3" }]);
    expect(rounds).toEqual([
      ["1", "2", "3"],
      ["1", "2"],
    ]);
    expect(times).toEqual([0, 7]);
  });

  it("repeats 503 and 504 only where it does no harm", async () => {
    const { results, rounds } = await run(({ id }, round) => (round === 1 ? busy(503, 1) : { body: { id } }), requests);
    expect(results.b.error).toMatchObject({ status: 503, retryAfter: 1 });
    expect(rounds).toEqual([
      ["1", "2", "3"],
      ["1", "3"],
    ]);
  });

  it("gives up in the end", async () => {
    const { results, rounds } = await run(() => busy(429, 1), { a: requests.a });
    expect(rounds).toHaveLength(4);
    expect(results.a.error).toMatchObject({ status: 429, retryAfter: 1 });
  });

  it("does not wait longer than it may, and not at all if it must not", async () => {
    const once = [["1"]];
    expect((await run(() => busy(429, 301), { a: requests.a })).rounds).toEqual(once);
    expect((await run(() => busy(429, 3), { a: requests.a }, { retry: { maxWait: 2000 } })).rounds).toEqual(once);
    expect((await run(() => busy(429, 1), { a: requests.a }, { retry: false })).rounds).toEqual(once);
    expect((await run(() => busy(429, 1), { a: requests.a }, { retry: { maxRetries: 1 } })).rounds).toHaveLength(2);
  });

  it("asks whether to repeat, and tells that it does", async () => {
    const onRetry = vi.fn();
    const retry = { onRetry, shouldRetry: () => true };
    const { results } = await run(
      (_, round) => (round === 1 ? busy(500, 2) : { body: { id: "1" } }),
      { a: requests.a },
      { retry },
    );
    expect(results.a.value).toEqual({ id: "1" });
    expect(onRetry).toHaveBeenCalledTimes(1);
    expect(onRetry).toHaveBeenCalledWith(expect.objectContaining({ request: requests.a, attempt: 1, wait: 2000 }));
  });

  it("repeats along what was not done because of it, and depends no more on what was done", async () => {
    const { results, rounds, parts } = await run(
      ({ id }, round) => {
        if (round === 1 && id === "1") return busy(429, 1);
        return round === 1 && id !== "4" ? { status: 424 } : { body: { id } };
      },
      { ...requests, d: requests.a },
      { dependsOn: { c: ["b"], b: ["a", "d"] } },
    );
    expect(Object.values(results).map(({ value }) => value)).toEqual([
      { id: "1" },
      { id: "2" },
      { id: "3" },
      { id: "4" },
    ]);
    expect(rounds.map((ids) => [...ids].sort())).toEqual([
      ["1", "2", "3", "4"],
      ["1", "2", "3"],
    ]);
    expect(parts[1]?.map(({ id, dependsOn }) => [id, dependsOn]).sort()).toEqual([
      ["1", undefined],
      ["2", ["1"]],
      ["3", ["2"]],
    ]);
  });

  it("does not repeat what was not done because of an error that stays", async () => {
    const { results, rounds } = await run(({ id }) => ({ status: id === "1" ? 404 : 424 }), requests, {
      dependsOn: { b: ["a"], c: ["b"] },
    });
    expect(rounds).toHaveLength(1);
    expect([results.a.error?.status, results.b.error?.status, results.c.error?.status]).toEqual([404, 424, 424]);
  });

  it("stops waiting when it is aborted", async () => {
    const { client, sent } = service(() => busy(429, 60));
    const controller = new AbortController();
    const running = batch(client, { a: requests.a }, { signal: controller.signal });
    running.catch(() => {});
    await vi.advanceTimersByTimeAsync(1000);
    controller.abort("enough");
    await expect(running).rejects.toBe("enough");
    expect(sent).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });
});
