import { afterEach, describe, expect, it, vi } from "vitest";
import { ApiError } from "./api-error.ts";
import { type ClientOptions, createClient } from "./client.ts";
import type { HttpRequest, Middleware } from "./http-request.ts";
import type { ApiRequest, ResultKind } from "./request.ts";

function recordingClient(options: Partial<ClientOptions> = {}, answer: () => Response = () => new Response("{}")) {
  const calls: { url: string; init: RequestInit; token: string | null }[] = [];
  const client = createClient({
    baseUrl: "https://api.example/v1/",
    fetch: async (url, init) => {
      calls.push({ url, init, token: new Headers(init.headers).get("authorization") });
      return answer();
    },
    ...options,
  });
  return { client, calls };
}

const get = (path = "/a", result: ResultKind = "json"): ApiRequest => ({
  operation: "getThing",
  method: "GET",
  path,
  template: "/things/{thingId}",
  result,
});

const busy = () => new Response("", { status: 429, headers: { "retry-after": "0" } });

afterEach(() => {
  vi.restoreAllMocks();
});

describe("createClient", () => {
  it("needs no more than a base URL and a token", async () => {
    const fetch = vi.spyOn(globalThis, "fetch").mockResolvedValue(new Response("{}"));
    const client = createClient({ baseUrl: "https://api.example/v1", token: "secret" });
    expect(await (await client.send(get())).text()).toBe("{}");
    const [url, init] = fetch.mock.calls[0] ?? [];
    expect([url, init?.method, init?.signal]).toEqual(["https://api.example/v1/a", "GET", undefined]);
    expect(new Headers(init?.headers).get("authorization")).toBe("Bearer secret");
  });

  it("has the base URL without a final slash", () => {
    expect(recordingClient().client.baseUrl).toBe("https://api.example/v1");
  });

  it.each(["file:///etc", "javascript:alert(1)", "/relative"])("refuses %s as base URL", (baseUrl) => {
    expect(() => createClient({ baseUrl })).toThrow(TypeError);
  });

  it("takes the platform's fetch as it is", () => {
    expect(createClient({ baseUrl: "https://api.example", fetch }).baseUrl).toBe("https://api.example");
  });

  it("asks for a token for each try", async () => {
    let count = 0;
    const answers = [busy()];
    const { client, calls } = recordingClient(
      { token: async () => `t${++count}` },
      () => answers.shift() ?? new Response(),
    );
    await client.send(get());
    await client.send(get());
    expect(calls.map(({ token }) => token)).toEqual(["Bearer t1", "Bearer t2", "Bearer t3"]);
  });

  it("rejects with what the token function throws, and sends nothing", async () => {
    const error = new Error("signed out");
    const { client, calls } = recordingClient({ token: () => Promise.reject(error) });
    await expect(client.send(get())).rejects.toBe(error);
    expect(calls).toEqual([]);
  });

  it("does not wait for a token function that takes too long", async () => {
    const { client } = recordingClient({ token: () => new Promise(() => {}), timeout: 5 });
    await expect(client.send(get())).rejects.toMatchObject({ code: "Timeout" });
  });

  it("does not send the token to another origin", async () => {
    const { client, calls } = recordingClient({ token: "secret" });
    await expect(client.send(get("https://evil.example/a"))).rejects.toThrow(TypeError);
    expect(calls).toEqual([]);
  });

  it("does not try again if it is told so", async () => {
    const { client, calls } = recordingClient({ retry: false }, busy);
    await expect(client.send(get())).rejects.toMatchObject({ status: 429 });
    expect(calls).toHaveLength(1);
  });
});

describe("the response", () => {
  it("has been read, and is otherwise as it came", async () => {
    const came = new Response('{"a":"ä"}', { status: 202, statusText: "Later", headers: { location: "/b" } });
    Object.defineProperties(came, { redirected: { value: true }, url: { value: "https://api.example/c" } });
    const response = await recordingClient({}, () => came).client.send(get());
    expect(came.bodyUsed).toBe(true);
    const { status, statusText, redirected, url, headers } = response;
    expect([status, statusText, redirected, url]).toEqual([202, "Later", true, "https://api.example/c"]);
    expect(headers.get("location")).toBe("/b");
    expect(await response.json()).toEqual({ a: "ä" });
  });

  it("may have no body", async () => {
    const response = await recordingClient({}, () => new Response(null, { status: 204 })).client.send(get());
    expect([response.status, await response.text()]).toEqual([204, ""]);
    // As browsers give it.
    const withStream = () =>
      Object.defineProperty(new Response(null, { status: 204 }), "body", { value: new Blob([]).stream() });
    const inBrowser = await recordingClient({}, withStream).client.send(get());
    expect([inBrowser.status, await inBrowser.text()]).toEqual([204, ""]);
  });

  it("is still to come if it is content", async () => {
    const came = new Response("abc");
    expect(await recordingClient({}, () => came).client.send(get("/a", "content"))).toBe(came);
    expect(came.bodyUsed).toBe(false);
  });

  it("is an ApiError if it is no success", async () => {
    const body = JSON.stringify({ error: { code: "NotFound", message: "No such thing." } });
    const { client } = recordingClient(
      {},
      () => new Response(body, { status: 404, headers: { "request-id": "92fd" } }),
    );
    const error = await client.send(get()).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({
      status: 404,
      code: "NotFound",
      message: "404 NotFound: No such thing. (GET /things/{thingId}, request-id 92fd)",
    });
  });

  it("is an ApiError of status 0 if there is none", async () => {
    const cause = new TypeError("fetch failed");
    const { client } = recordingClient({ fetch: () => Promise.reject(cause) });
    await expect(client.send(get())).rejects.toMatchObject({ status: 0, code: "NetworkError", cause });
  });

  it("is an ApiError with its status if it breaks off", async () => {
    const cause = new TypeError("terminated");
    const broken = new ReadableStream({ start: (controller) => controller.error(cause) });
    const { client } = recordingClient({}, () => new Response(broken, { headers: { "x-a": "1" } }));
    const error = await client.send(get()).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ status: 200, code: "ConnectionLost", cause });
    expect((error as ApiError).headers.get("x-a")).toBe("1");
  });

  it("is the signal's reason if the call was aborted, even by a fetch that does not listen", async () => {
    const controller = new AbortController();
    const { client } = recordingClient({ fetch: () => new Promise(() => controller.abort("enough")) });
    await expect(client.send(get(), { signal: controller.signal })).rejects.toBe("enough");
  });
});

describe("middleware", () => {
  /** Notes when it is passed. */
  const noting =
    (notes: string[], name: string): Middleware =>
    (next) => {
      notes.push(`${name} made`);
      return async (request) => {
        notes.push(`${name} sends`);
        const response = await next(request);
        notes.push(`${name} got ${response.status}`);
        return response;
      };
    };

  it("is passed for each try: the first used is outermost; each is made once", async () => {
    const answers = [busy()];
    const notes: string[] = [];
    const { client } = recordingClient({}, () => answers.shift() ?? new Response());
    expect(client.use(noting(notes, "a")).use(noting(notes, "b"))).toBe(client);
    expect(notes.splice(0)).toEqual(["a made", "b made"]);
    await client.send(get());
    expect(notes.splice(0)).toEqual([
      ...["a sends", "b sends", "b got 429", "a got 429"],
      ...["a sends", "b sends", "b got 200", "a got 200"],
    ]);
    client.use(noting(notes, "c"));
    await client.send(get());
    expect(notes).toEqual(["c made", "a sends", "b sends", "c sends", "c got 200", "b got 200", "a got 200"]);
  });

  it("sees token and headers, and may change the request", async () => {
    const seen: (string | null)[] = [];
    const { client, calls } = recordingClient({ token: "secret" });
    client.use((next) => (request) => {
      seen.push(request.headers.get("authorization"));
      request.headers.set("authorization", "Bearer other");
      return next(request);
    });
    await client.send(get());
    expect(seen).toEqual(["Bearer secret"]);
    expect(calls.map(({ token }) => token)).toEqual(["Bearer other"]);
  });

  it("may send another request, wherever it likes, or none", async () => {
    const { client, calls } = recordingClient();
    client.use((next) => async (request) => next({ ...request, url: "https://cache.example/a" }));
    await client.send(get());
    expect(calls.map(({ url }) => url)).toEqual(["https://cache.example/a"]);
    client.use(() => async () => new Response("cached"));
    expect(await (await client.send(get())).text()).toBe("cached");
    expect(calls).toHaveLength(1);
  });

  it("is given what fetch rejects with, and may send again", async () => {
    const cause = new TypeError("fetch failed");
    const fetch = vi.fn<NonNullable<ClientOptions["fetch"]>>().mockRejectedValueOnce(cause);
    fetch.mockResolvedValue(new Response("{}"));
    const caught: unknown[] = [];
    const { client } = recordingClient({ fetch });
    const again: Middleware = (next) => (request: HttpRequest) =>
      next(request).catch((error: unknown) => {
        caught.push(error);
        return next(request);
      });
    expect((await client.use(again).send(get())).status).toBe(200);
    expect(caught).toEqual([cause]);
  });

  it("rejects the call with what it throws", async () => {
    const error = new TypeError("a mistake in it");
    const { client } = recordingClient();
    client.use(() => () => Promise.reject(error));
    await expect(client.send(get())).rejects.toBe(error);
  });
});
