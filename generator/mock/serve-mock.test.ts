import { connect, createServer } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { RunError } from "../run-error.ts";
import { example, model, operationWith, place } from "./mock.fixture.ts";
import { createMockApp } from "./mock-app.ts";
import { serveMock } from "./serve-mock.ts";

const api = model([
  operationWith(
    "putThing",
    { method: "PUT", paths: ["/things/{id}"] },
    [example("put", "PUT /things/1", { json: { id: "1" } })],
    {
      body: {
        contentType: "image/png",
        kind: "binary",
        textType: null,
        type: null,
        properties: [],
        description: null,
        place,
      },
    },
  ),
  operationWith("getThing", { paths: ["/things/{id}"] }, [example("one", "GET /things/1", { json: { id: "1" } })]),
]);

async function serve(maxBodyBytes = 1_000) {
  const log: string[] = [];
  const app = createMockApp(api, {
    checkBody: () => [],
    maxBodyBytes,
    onAnswer: ({ method, status }) => log.push(`${method} ${status}`),
  });
  const server = await serveMock(app.fetch, { port: 0, host: "127.0.0.1" });
  onTestFinished(() => server.close());
  return { ...server, log };
}

/** Sends text as it is, and gives what comes back until the connection ends. */
function raw(origin: string, text: string, isCut = false): Promise<string> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(text);
      if (isCut) setTimeout(() => socket.destroy(), 50);
    });
    let answer = "";
    socket.on("data", (chunk) => {
      answer += chunk;
    });
    socket.on("error", () => {});
    socket.on("close", () => resolve(answer));
  });
}

const put = (origin: string, init: RequestInit): Promise<Response> =>
  fetch(`${origin}/things/1`, { method: "PUT", headers: { "content-type": "image/png" }, ...init });

/** A body of a length that is not announced. */
const stream = (length: number) => ({
  body: new Blob(["a".repeat(length)]).stream(),
  duplex: "half" as const,
});

test("a body of any kind is taken up to the limit", async () => {
  const { origin } = await serve();
  expect((await put(origin, { body: "a".repeat(1_000) })).status).toBe(200);
  expect((await put(origin, { body: "a".repeat(1_001) })).status).toBe(413);
  expect((await put(origin, stream(1_000))).status).toBe(200);
  expect((await put(origin, stream(1_001))).status).toBe(413);
  expect((await put(origin, {})).status).toBe(400);
});

test("a client that goes away in the middle is no bug, and others are still answered", async () => {
  const { origin, log } = await serve();
  await raw(origin, "PUT /things/1 HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nabc", true);
  expect((await fetch(`${origin}/things/1`)).status).toBe(200);
  expect(log).not.toContain("PUT 500");
});

test.each([
  ["GET http://other.test/things/1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", /^HTTP\/1\.1 200 /],
  ["GET /a/../things/1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", /^HTTP\/1\.1 200 /],
  ["OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", /^HTTP\/1\.1 [24]0/],
  ["GET /things/1 HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n", /^HTTP\/1\.1 400 /],
  ["TRACE /things/1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", /^HTTP\/1\.1 405 /],
  ["no HTTP at all\r\n\r\n", /^HTTP\/1\.1 400 /],
])("sent as it is: %j", async (text, expected) => {
  const { origin } = await serve();
  expect(await raw(origin, text)).toMatch(expected);
});

test("closing ends connections that are kept open", async () => {
  const server = await serve();
  const open = raw(server.origin, "GET /things/1 HTTP/1.1\r\nHost: x\r\n\r\n");
  await expect.poll(() => server.log).toEqual(["GET 200"]);
  await server.close();
  expect(await open).toMatch(/^HTTP\/1\.1 200 /);
  await expect(fetch(server.origin)).rejects.toThrow("fetch failed");
});

test("a port that is taken is one line that says what to do", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => other.once("listening", resolve));
  onTestFinished(() => void other.close());
  const address = other.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const message = `port ${port} of 127.0.0.1 is taken: stop what listens there, or choose another one with --port (0 takes any free one)`;
  await expect(serveMock(() => new Response(), { port, host: "127.0.0.1" })).rejects.toThrow(
    new RunError("unreadable", message),
  );
});

test("a host that is not of this machine is named", async () => {
  const host = "192.0.2.1";
  const message = `--host ${host} is no address of this machine: 127.0.0.1 is, and 0.0.0.0 is all of them`;
  await expect(serveMock(() => new Response(), { port: 0, host })).rejects.toThrow(new RunError("usage", message));
});

test("an address with colons stands in brackets", async () => {
  const server = await serveMock(() => new Response("six"), { port: 0, host: "::1" }).catch(() => null);
  // Not every machine has IPv6.
  if (server === null) return;
  onTestFinished(() => server.close());
  expect(server.origin).toMatch(/^http:\/\/\[::1\]:\d+$/);
  expect(await (await fetch(server.origin)).text()).toBe("six");
});
