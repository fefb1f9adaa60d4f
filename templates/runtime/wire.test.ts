/** What arrives at a real server of the values that a caller gives. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createClient } from "./client.ts";
import { type FaultServer, json, startFaultServer } from "./fault-server.fixture.ts";
import type { ApiFunction, ListFunction } from "./function-types.ts";
import { listOperation } from "./pages.ts";
import { jsonOperation, voidOperation } from "./results.ts";

const getThing: ApiFunction<{ readonly thingId: string }, unknown> = jsonOperation({
  name: "getThing",
  method: "GET",
  paths: ["/things/{thingId}"],
});

const createThing: ApiFunction<{ readonly body: unknown }, unknown> = jsonOperation({
  name: "createThing",
  method: "POST",
  paths: ["/things"],
  json: "body",
});

const putFile: ApiFunction<{ readonly content: ReadableStream }, void> = voidOperation({
  name: "putFile",
  method: "PUT",
  paths: ["/file"],
  content: "content",
});

const findThings: ListFunction<{ readonly name: string }, unknown> = listOperation({
  name: "findThings",
  method: "GET",
  paths: ["/things/find(name={'name'})"],
});

let service: FaultServer;
beforeAll(async () => {
  service = await startFaultServer();
});
afterAll(() => service.close());
afterEach(() => {
  service.expect();
});

const clientOf = () => createClient({ baseUrl: `${service.origin}/v1`, token: "secret" });
const requestLines = (server: FaultServer) => server.seen.map(({ method, url }) => `${method} ${url}`);

describe("what arrives", () => {
  it.each([
    ["a/b", "a%2Fb"],
    ["a%2Fb", "a%252Fb"],
    ["..%2F..", "..%252F.."],
    ["a\\..\\b", "a%5C..%5Cb"],
    ["jane@contoso.example?x=1#y", "jane%40contoso.example%3Fx%3D1%23y"],
    ["ä ☃ 👋", "%C3%A4%20%E2%98%83%20%F0%9F%91%8B"],
    [`O'Neil "Q"`, "O'Neil%20%22Q%22"],
  ])("of the parameter %j is one segment", async (thingId, segment) => {
    await getThing(clientOf(), { thingId });
    expect(requestLines(service)).toEqual([`GET /v1/things/${segment}`]);
  });

  it.each([".", ".."])("of the parameter %j is nothing", async (thingId) => {
    await expect(getThing(clientOf(), { thingId })).rejects.toThrow(TypeError);
    expect(service.seen).toEqual([]);
  });

  it("of a literal cannot leave its quotes", async () => {
    service.expect(json({ value: [] }));
    await findThings(clientOf(), { name: "it's')/x?" });
    expect(requestLines(service)).toEqual(["GET /v1/things/find(name='it''s'')%2Fx%3F')"]);
  });

  it("of a JSON body has null, and lacks undefined", async () => {
    await createThing(clientOf(), { body: { a: null, b: undefined, c: [undefined, null], d: { e: undefined } } });
    expect(service.seen.map(({ body }) => body)).toEqual(['{"a":null,"c":[null,null],"d":{}}']);
    expect(service.seen[0]?.headers["content-type"]).toBe("application/json");
  });

  it("of a stream is the whole, as it comes", async () => {
    const content = new ReadableStream({
      async start(controller) {
        for (const part of ["one ", "two"]) {
          await Promise.resolve();
          controller.enqueue(new TextEncoder().encode(part));
        }
        controller.close();
      },
    });
    await putFile(clientOf(), { content });
    expect(service.seen).toMatchObject([
      { method: "PUT", url: "/v1/file", body: "one two", headers: { "content-type": "application/octet-stream" } },
    ]);
    expect(service.seen[0]?.headers["transfer-encoding"]).toBe("chunked");
  });
});
