/** What goes wrong between a client and a service, against a real server: what arrives there, and what the caller gets. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { ApiError } from "./api-error.ts";
import { type ClientOptions, createClient } from "./client.ts";
import { answer, breakOff, type FaultServer, json, reset, stall, startFaultServer } from "./fault-server.fixture.ts";
import type { ApiFunction, OptionalListFunction } from "./function-types.ts";
import { listOperation } from "./pages.ts";
import { type Content, contentOperation, jsonOperation, voidOperation } from "./results.ts";
import type { RetryOptions } from "./retry.ts";

interface Thing {
  readonly id: string;
}

interface ThingArgs {
  readonly thingId: string;
}

const getThing: ApiFunction<ThingArgs, Thing> = jsonOperation({
  name: "getThing",
  method: "GET",
  paths: ["/things/{thingId}"],
});

const createThing: ApiFunction<{ readonly body: unknown }, Thing> = jsonOperation({
  name: "createThing",
  method: "POST",
  paths: ["/things"],
  json: "body",
});

const getFile: ApiFunction<{ readonly path: string }, Content> = contentOperation({
  name: "getFile",
  method: "GET",
  paths: ["/files/{+path}/content"],
});

const putFile: ApiFunction<{ readonly content: ReadableStream | Blob | FormData | URLSearchParams }, void> =
  voidOperation({ name: "putFile", method: "PUT", paths: ["/file"], content: "content" });

const listThings: OptionalListFunction<{ readonly prefer?: string }, Thing> = listOperation({
  name: "listThings",
  method: "GET",
  paths: ["/things"],
  headers: { Prefer: "prefer" },
});

let service: FaultServer;
let other: FaultServer;
beforeAll(async () => {
  [service, other] = await Promise.all([startFaultServer(), startFaultServer()]);
});
afterAll(async () => {
  await Promise.all([service.close(), other.close()]);
});
afterEach(() => {
  service.expect();
  other.expect();
});

const clientOf = (options: Partial<ClientOptions> = {}) =>
  createClient({ baseUrl: `${service.origin}/v1`, token: "secret", ...options });

async function errorOf(call: PromiseLike<unknown>): Promise<unknown> {
  try {
    await call;
  } catch (error) {
    return error;
  }
  throw new Error("Unexpected success");
}

const thing = { id: "1" };
const soon = { "retry-after": "0" };
const requestLines = (server: FaultServer) => server.seen.map(({ method, url }) => `${method} ${url}`);

describe("a service that is busy", () => {
  it.each([429, 503, 504])("is asked again after status %i, at the time that it names", async (status) => {
    service.expect(
      answer(status, soon),
      answer(status, { "retry-after": "Fri, 31 Jan 2020 00:00:00 GMT" }),
      json(thing),
    );
    const waits: number[] = [];
    const client = clientOf({ retry: { onRetry: ({ wait }) => waits.push(wait) } });
    expect(await getThing(client, { thingId: "1" })).toEqual(thing);
    expect(requestLines(service)).toEqual(Array(3).fill("GET /v1/things/1"));
    expect(service.seen.map(({ headers }) => headers.authorization)).toEqual(Array(3).fill("Bearer secret"));
    expect(waits).toEqual([0, 0]);
  });

  it("gets a POST again after 429, with its body", async () => {
    service.expect(answer(429, soon), json(thing));
    expect(await createThing(clientOf(), { body: { name: "a" } })).toEqual(thing);
    expect(service.seen.map(({ body }) => body)).toEqual(['{"name":"a"}', '{"name":"a"}']);
  });

  it("does not get a POST again after 503, as it may have been done", async () => {
    service.expect(answer(503, soon));
    expect(await errorOf(createThing(clientOf(), { body: {} }))).toMatchObject({ status: 503, retryAfter: 0 });
    expect(requestLines(service)).toEqual(["POST /v1/things"]);
  });

  it("is not waited for beyond the budget: the error comes at once and names the time", async () => {
    service.expect(answer(429, { "retry-after": "301" }, '{"error":{"code":"Throttled","message":"Later."}}'));
    expect(await errorOf(getThing(clientOf(), { thingId: "1" }))).toMatchObject({
      status: 429,
      code: "Throttled",
      retryAfter: 301,
      message: "429 Throttled: Later. (GET /things/{thingId})",
    });
    expect(service.seen).toHaveLength(1);
  });

  it("is not asked for ever", async () => {
    service.expect(...Array(5).fill(answer(503, soon)));
    expect(await errorOf(getThing(clientOf(), { thingId: "1" }))).toMatchObject({ status: 503 });
    expect(service.seen).toHaveLength(4);
  });

  it("gets a stream once, as it cannot be read again", async () => {
    service.expect(answer(429, soon));
    const content = new Blob(["some ", "bytes"]).stream();
    expect(await errorOf(putFile(clientOf(), { content }))).toMatchObject({ status: 429, retryAfter: 0 });
    expect(service.seen.map(({ body }) => body)).toEqual(["some bytes"]);
  });

  it.each([
    ["a file", () => new Blob(["x=1"], { type: "text/plain" }), "text/plain", "x=1"],
    ["a form", formOf, /^multipart\/form-data; boundary=/, /name="x"\r\n\r\n1\r\n/],
    ["a query", () => new URLSearchParams({ x: "1" }), /^application\/x-www-form-urlencoded/, "x=1"],
  ])("gets %s again", async (_, contentOf, type, body) => {
    service.expect(answer(429, soon), answer(204));
    expect(await putFile(clientOf(), { content: contentOf() })).toBeUndefined();
    expect(service.seen).toHaveLength(2);
    for (const seen of service.seen) {
      expect(seen.headers["content-type"]).toMatch(type);
      expect(seen.body).toMatch(body);
    }
  });

  it("is not waited for any longer once the caller has aborted", async () => {
    service.expect(answer(429, { "retry-after": "60" }));
    const controller = new AbortController();
    const reason = new Error("enough");
    const retry: RetryOptions = { onRetry: () => queueMicrotask(() => controller.abort(reason)) };
    const call = getThing(clientOf({ retry }), { thingId: "1" }, { signal: controller.signal });
    expect(await errorOf(call)).toBe(reason);
    expect(service.seen).toHaveLength(1);
  });
});

function formOf(): FormData {
  const form = new FormData();
  form.set("x", "1");
  return form;
}

describe("a connection", () => {
  it("that is reset before the response is a NetworkError, and is not tried again", async () => {
    service.expect(reset);
    const error = await errorOf(getThing(clientOf(), { thingId: "1" }));
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({
      status: 0,
      code: "NetworkError",
      message: "NetworkError: no response (GET /things/{thingId})",
      cause: expect.objectContaining({ name: "TypeError" }),
    });
    expect(service.seen).toHaveLength(1);
  });

  it("that is reset is tried again if the caller wants it", async () => {
    service.expect(reset, breakOff('{"id":'), json(thing));
    const codes: unknown[] = [];
    const retry: RetryOptions = {
      shouldRetry: ({ error }) => error instanceof ApiError || undefined,
      onRetry: ({ error }) => codes.push(error instanceof ApiError && error.code),
    };
    const random = Math.random;
    Math.random = () => 0;
    const value = await getThing(clientOf({ retry }), { thingId: "1" }).finally(() => {
      Math.random = random;
    });
    expect(value).toEqual(thing);
    expect(codes).toEqual(["NetworkError", "ConnectionLost"]);
    expect(service.seen).toHaveLength(3);
  });

  it("that breaks within a value is a ConnectionLost with the status", async () => {
    service.expect(breakOff('{"id":"1"'));
    expect(await errorOf(getThing(clientOf(), { thingId: "1" }))).toMatchObject({
      name: "ApiError",
      status: 200,
      code: "ConnectionLost",
      message: "200 ConnectionLost: the response broke off (GET /things/{thingId})",
      cause: expect.objectContaining({ name: "TypeError" }),
    });
  });

  it("that breaks within an error leaves the error", async () => {
    service.expect((response) => {
      response.writeHead(404, { "content-length": "100" }).write('{"error":', () => response.destroy());
    });
    expect(await errorOf(getThing(clientOf(), { thingId: "1" }))).toMatchObject({ status: 404, body: "" });
  });

  it("that breaks within content fails where it is read", async () => {
    service.expect(breakOff("abc"), breakOff("abc"));
    const content = await getFile(clientOf(), { path: "a" });
    expect([content.response.status, content.contentLength]).toEqual([200, 100_000]);
    expect(await errorOf(content.text())).toMatchObject({ status: 200, code: "ConnectionLost" });
    const { value } = await (await getFile(clientOf(), { path: "a" })).stream().getReader().read();
    expect(new TextDecoder().decode(value)).toBe("abc");
  });
});

describe("a time limit", () => {
  const timeout = 30;

  it.each([
    ["a response", () => {}],
    ["the rest of a body", stall('{"id":')],
    ["the rest of an error", stallError],
  ])("ends the waiting for %s", async (_, fault) => {
    service.expect(fault);
    const error = await errorOf(getThing(clientOf(), { thingId: "1" }, { timeout }));
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({
      status: 0,
      code: "Timeout",
      message: "Timeout: no complete answer within 30 ms (GET /things/{thingId})",
      cause: expect.objectContaining({ name: "TimeoutError" }),
    });
    expect((error as ApiError).cause).toBeInstanceOf(DOMException);
    expect(service.seen).toHaveLength(1);
  });

  it("covers all tries, and lets a service that asks for more time fail at once", async () => {
    service.expect(answer(429, soon), () => {});
    expect(await errorOf(getThing(clientOf({ timeout }), { thingId: "1" }))).toMatchObject({ code: "Timeout" });
    expect(service.seen).toHaveLength(2);
    service.expect(answer(429, { "retry-after": "1" }));
    expect(await errorOf(getThing(clientOf({ timeout }), { thingId: "1" }))).toMatchObject({
      status: 429,
      retryAfter: 1,
    });
    expect(service.seen).toHaveLength(1);
  });

  it("of a client gives way to that of a call", async () => {
    service.expect((response) => setTimeout(() => json(thing)(response), 20));
    expect(await getThing(clientOf({ timeout: 1 }), { thingId: "1" }, { timeout: 5000 })).toEqual(thing);
  });

  it("covers the head of content, not the content", async () => {
    service.expect(() => {});
    expect(await errorOf(getFile(clientOf({ timeout }), { path: "a" }))).toMatchObject({ code: "Timeout" });
    service.expect((response) => {
      response.write("slow ");
      setTimeout(() => response.end("content"), 2 * timeout);
    });
    const content = await getFile(clientOf({ timeout }), { path: "a" });
    expect(await content.text()).toBe("slow content");
  });
});

const stallError = (response: Parameters<typeof reset>[0]) => {
  response.writeHead(500, { "content-length": "100" }).write("{");
};

describe("an abort", () => {
  /** Aborts some milliseconds after the head of a response has come. */
  function aborting(reason: unknown, options: Partial<ClientOptions> = {}) {
    const controller = new AbortController();
    const client = clientOf(options).use((next) => async (request) => {
      const response = await next(request);
      setTimeout(() => controller.abort(reason), 5);
      return response;
    });
    return { client, signal: controller.signal };
  }

  it.each([[undefined], [5000]])("within a body rejects with the reason, at a time limit of %s", async (timeout) => {
    service.expect(stall('{"id":'), stall("content"));
    // A TypeError is what the platform gives where a connection breaks: it must not be taken for one.
    const reason = new TypeError("enough");
    const first = aborting(reason, timeout ? { timeout } : {});
    expect(await errorOf(getThing(first.client, { thingId: "1" }, { signal: first.signal }))).toBe(reason);
    const second = aborting(reason, timeout ? { timeout } : {});
    const content = await getFile(second.client, { path: "a" }, { signal: second.signal });
    expect(await errorOf(content.blob())).toBe(reason);
    expect(service.seen).toHaveLength(2);
  });

  it("before a response rejects with the reason, of whatever type", async () => {
    const controller = new AbortController();
    service.expect(() => controller.abort("enough"));
    expect(await errorOf(getThing(clientOf(), { thingId: "1" }, { signal: controller.signal }))).toBe("enough");
  });

  it("of the caller's own time limit is not an ApiError", async () => {
    service.expect(() => {});
    const error = await errorOf(
      getThing(clientOf({ timeout: 5000 }), { thingId: "1" }, { signal: AbortSignal.timeout(10) }),
    );
    expect(error).toBeInstanceOf(DOMException);
    expect(error).toMatchObject({ name: "TimeoutError" });
  });

  it("before the call sends nothing", async () => {
    expect(await errorOf(getThing(clientOf(), { thingId: "1" }, { signal: AbortSignal.abort("no") }))).toBe("no");
    expect(service.seen).toEqual([]);
  });
});

describe("a link to another origin", () => {
  const ids = async (client: ReturnType<typeof clientOf>) =>
    (await listThings(client, { prefer: "p" }, { headers: { "x-call": "1" } }).toArray()).map(({ id }) => id);
  const pageTo = (link: string) => json({ value: [thing], "@odata.nextLink": link });

  it("is refused: nothing arrives there", async () => {
    service.expect(pageTo(`${other.origin}/v1/things?$skip=1`));
    const error = await errorOf(ids(clientOf()));
    expect(error).toEqual(new TypeError(`Unexpected origin ${other.origin}, expected ${service.origin}`));
    expect([service.seen.length, other.seen]).toEqual([1, []]);
  });

  it("is followed if the client allows it, without the token and the headers of client and call", async () => {
    service.expect(pageTo(`${other.origin}/v1/things?$skip=1`));
    other.expect(json({ value: [{ id: "2" }] }));
    const token = () => "secret";
    expect(await ids(clientOf({ token, headers: { "x-app": "demo" }, linkOrigins: [`${other.origin}/`] }))).toEqual([
      "1",
      "2",
    ]);
    expect(service.seen[0]?.headers).toMatchObject({ authorization: "Bearer secret", "x-app": "demo", "x-call": "1" });
    expect(requestLines(other)).toEqual(["GET /v1/things?$skip=1"]);
    const { headers } = other.seen[0] ?? {};
    expect(headers).toMatchObject({ accept: "application/json", prefer: "p" });
    expect([headers?.authorization, headers?.["x-app"], headers?.["x-call"]]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("that leads back to an earlier page ends the list with an error", async () => {
    const endless = pageTo(`${service.origin}/v1/things?$skip=1`);
    service.expect(endless, endless, endless);
    expect(await errorOf(ids(clientOf()))).toMatchObject({
      code: "InvalidResponse",
      request: { path: "/things" },
    });
    expect(requestLines(service)).toEqual(["GET /v1/things", "GET /v1/things?$skip=1"]);
  });

  it("of a redirect is followed by the platform, without the token", async () => {
    service.expect(answer(302, { location: `${other.origin}/download?key=1` }));
    other.expect(answer(200, { "content-type": "text/plain" }, "content"));
    const content = await getFile(clientOf({ headers: { cookie: "secret" } }), { path: "a b/c" });
    expect([content.contentType, await content.text()]).toEqual(["text/plain", "content"]);
    expect(requestLines(service)).toEqual(["GET /v1/files/a%20b/c/content"]);
    expect(service.seen[0]?.headers.authorization).toBe("Bearer secret");
    expect(requestLines(other)).toEqual(["GET /download?key=1"]);
    expect(JSON.stringify(other.seen[0]?.headers)).not.toContain("secret");
  });
});

describe("an error", () => {
  it.each([
    ["in HTML", answer(502, { "content-type": "text/html" }, "<h1>Bad Gateway</h1>"), "<h1>Bad Gateway</h1>"],
    ["without a body", answer(502), ""],
    ["in broken JSON", answer(502, { "content-type": "application/json" }, '{"error":'), '{"error":'],
  ])("%s is still one with status and body", async (_, fault, body) => {
    service.expect(fault);
    const error = await errorOf(getThing(clientOf(), { thingId: "1" }));
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({
      status: 502,
      code: undefined,
      body,
      message: "502 Bad Gateway (GET /things/{thingId})",
    });
  });

  it("is what an unchanged resource gives that was asked for by its version", async () => {
    service.expect(answer(304, { etag: '"1"' }));
    const headers = { "if-none-match": '"1"' };
    expect(await errorOf(getThing(clientOf(), { thingId: "1" }, { headers }))).toMatchObject({
      status: 304,
      message: "304 Not Modified: unchanged, as the request had asked (GET /things/{thingId})",
    });
    expect(service.seen[0]?.headers["if-none-match"]).toBe('"1"');
  });

  it("is what a success in HTML gives", async () => {
    service.expect(answer(200, { "content-type": "text/html" }, "<html>Sign in</html>"));
    expect(await errorOf(getThing(clientOf(), { thingId: "1" }))).toMatchObject({
      status: 200,
      code: "InvalidResponse",
      body: "<html>Sign in</html>",
    });
  });

  it("comes as a result of safe calls", async () => {
    service.expect(answer(404, { "request-id": "92fd" }, '{"error":{"code":"NotFound","message":"No such thing."}}'));
    const result = await getThing.safe(clientOf(), { thingId: "1" });
    expect(result).toMatchObject({ ok: false, error: { code: "NotFound", requestId: "92fd" } });
  });
});
