import { describe, expect, it } from "vitest";
import { ApiError } from "./api-error.ts";
import { type ClientOptions, createClient } from "./client.ts";
import { path } from "./path.ts";
import type { ApiRequest } from "./request.ts";

interface Call {
  readonly url: string;
  readonly init: RequestInit;
  readonly headers: Record<string, string>;
}

function recordingClient(options: Partial<ClientOptions> = {}, answer: () => Response = () => new Response("{}")) {
  const calls: Call[] = [];
  const client = createClient({
    baseUrl: "https://api.example/v1/",
    fetch: async (url, init) => {
      calls.push({ url, init, headers: Object.fromEntries(new Headers(init.headers)) });
      return answer();
    },
    ...options,
  });
  return { client, calls };
}

const get = (text: string): ApiRequest => ({ method: "GET", path: { text, template: text } });

describe("createClient", () => {
  it("sends method, URL, query, token and headers", async () => {
    const { client, calls } = recordingClient({ token: "secret", headers: { "x-app": "demo" } });
    await client.send({
      method: "GET",
      path: path`/users/${"a b"}`,
      query: { $top: 1 },
      headers: { prefer: "x", "if-match": undefined },
    });
    expect(calls).toHaveLength(1);
    expect(calls[0]?.url).toBe("https://api.example/v1/users/a%20b?$top=1");
    expect(calls[0]?.init.method).toBe("GET");
    expect(calls[0]?.headers).toEqual({
      accept: "application/json",
      authorization: "Bearer secret",
      "x-app": "demo",
      prefer: "x",
    });
  });

  it("adds a query to a path that has one", async () => {
    const { client, calls } = recordingClient();
    await client.send({ ...get("/a?fixed=1"), query: { b: 2 } });
    expect(calls[0]?.url).toBe("https://api.example/v1/a?fixed=1&b=2");
  });

  it("asks for the token at each request", async () => {
    let count = 0;
    const { client, calls } = recordingClient({ token: async () => `t${++count}` });
    await client.send(get("/a"));
    await client.send(get("/b"));
    expect(calls.map(({ headers }) => headers["authorization"])).toEqual(["Bearer t1", "Bearer t2"]);
  });

  it("lets the headers of a call win", async () => {
    const { client, calls } = recordingClient({ headers: { prefer: "client" } });
    await client.send({ ...get("/a"), headers: { prefer: "function" } }, { headers: { prefer: "call" } });
    expect(calls[0]?.headers["prefer"]).toBe("call");
  });

  it("sends JSON: null clears, undefined is left out", async () => {
    const { client, calls } = recordingClient();
    await client.send({ method: "PATCH", path: path`/a`, json: { name: null, title: undefined } });
    expect(calls[0]?.init.body).toBe('{"name":null}');
    expect(calls[0]?.headers["content-type"]).toBe("application/json");
  });

  it("sends raw content with its media type, and leaves that of a form to the platform", async () => {
    const { client, calls } = recordingClient();
    const bytes = new Uint8Array([1, 2]);
    await client.send({ method: "PUT", path: path`/a`, content: bytes, contentType: "image/png" });
    await client.send({ method: "PUT", path: path`/a`, content: bytes });
    await client.send({ method: "PUT", path: path`/a`, content: new FormData(), contentType: "multipart/form-data" });
    expect(calls[0]?.init.body).toBe(bytes);
    expect(calls.map(({ headers }) => headers["content-type"])).toEqual([
      "image/png",
      "application/octet-stream",
      undefined,
    ]);
  });

  it("sends streams half duplex, as the platform demands", async () => {
    const { client, calls } = recordingClient();
    await client.send({ method: "PUT", path: path`/a`, content: new Blob(["x"]).stream() });
    expect(calls[0]?.init).toHaveProperty("duplex", "half");
  });

  it.each([
    ["https://evil.example/v1/a", "https://evil.example"],
    ["http://api.example/v1/a", "http://api.example"],
    ["https://api.example:8443/a", "https://api.example:8443"],
    ["https://user@evil.example/a", "https://evil.example"],
  ])("does not send the token to %s", async (url, origin) => {
    const { client, calls } = recordingClient({ token: "secret" });
    await expect(client.send(get(url))).rejects.toThrow(`Unexpected origin ${origin}, expected https://api.example`);
    expect(calls).toEqual([]);
  });

  it("keeps a path that looks like another host below the base URL", async () => {
    const { client, calls } = recordingClient();
    await client.send(get("//evil.example/a"));
    expect(calls[0]?.url).toBe("https://api.example/v1//evil.example/a");
  });

  it.each(["file:///etc", "javascript:alert(1)", "/relative"])("refuses %s as base URL", (baseUrl) => {
    expect(() => createClient({ baseUrl })).toThrow(TypeError);
  });

  it("rejects with an ApiError if the response is no success", async () => {
    const body = JSON.stringify({ error: { code: "NotFound", message: "No such thing." } });
    const { client } = recordingClient(
      {},
      () => new Response(body, { status: 404, headers: { "request-id": "92fd" } }),
    );
    const error = await client.send({ method: "GET", path: path`/users/${"jane"}` }).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({
      status: 404,
      code: "NotFound",
      message: "404 NotFound: No such thing. (GET /users/{}, request-id 92fd)",
    });
  });

  it("rejects with an ApiError of status 0 if there is no response", async () => {
    const cause = new TypeError("fetch failed");
    const { client } = recordingClient({ fetch: () => Promise.reject(cause) });
    await expect(client.send(get("/a"))).rejects.toMatchObject({ status: 0, code: "NetworkError", cause });
  });

  it("rejects with the reason of the signal if it was aborted", async () => {
    const { client } = recordingClient({ fetch: (_, { signal }) => Promise.reject(signal?.reason) });
    const signal = AbortSignal.abort("enough");
    await expect(client.send(get("/a"), { signal })).rejects.toBe("enough");
  });
});
