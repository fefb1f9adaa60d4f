import { describe, expect, it } from "vitest";
import { createClient } from "./client.ts";
import { path } from "./path.ts";
import type { ApiRequest } from "./request.ts";
import { sendContent, sendJson, sendText, sendValue, sendVoid } from "./results.ts";

const request: ApiRequest = { method: "GET", path: path`/a` };

function clientOf(body: BodyInit | null, init: ResponseInit = {}) {
  const accepted: (string | null)[] = [];
  const client = createClient({
    baseUrl: "https://api.example",
    fetch: async (_, { headers }) => {
      accepted.push(new Headers(headers).get("accept"));
      return new Response(body, init);
    },
  });
  return { client, accepted };
}

describe("sendJson", () => {
  it("gives the value", async () => {
    const value: { name: string } = await sendJson(clientOf('{"name":"x"}').client, undefined, request);
    expect(value).toEqual({ name: "x" });
  });

  it("gives undefined for an empty response, as the call has succeeded", async () => {
    expect(await sendJson(clientOf(null, { status: 204 }).client, undefined, request)).toBeUndefined();
  });

  it("rejects if the response is not JSON", async () => {
    const sent = sendJson(clientOf("<html>").client, undefined, request);
    await expect(sent).rejects.toMatchObject({ status: 200, code: "InvalidResponse", body: "<html>" });
  });

  it("rejects if the connection breaks while it is read", async () => {
    const broken = new ReadableStream({ start: (controller) => controller.error(new TypeError("terminated")) });
    await expect(sendJson(clientOf(broken).client, undefined, request)).rejects.toMatchObject({
      name: "ApiError",
      code: "InvalidResponse",
    });
  });

  it("rejects with the reason if it is aborted while it is read", async () => {
    const reason = new DOMException("stop", "AbortError");
    const broken = new ReadableStream({ start: (controller) => controller.error(reason) });
    await expect(sendJson(clientOf(broken).client, undefined, request)).rejects.toBe(reason);
  });
});

describe("sendValue", () => {
  it.each([
    ['{"value":{"id":"1"}}', { id: "1" }],
    ['{"@odata.context":"…","value":true}', true],
    ['{"id":"1","value":"own"}', { id: "1", value: "own" }],
    ['{"id":"1"}', { id: "1" }],
    ["3", 3],
  ])("takes the value out of %s", async (body, value) => {
    expect(await sendValue(clientOf(body).client, undefined, request)).toEqual(value);
  });
});

describe("other results", () => {
  it("gives nothing, whatever comes", async () => {
    expect(await sendVoid(clientOf("ignored").client, undefined, request)).toBeUndefined();
    expect(await sendVoid(clientOf(null, { status: 204 }).client, undefined, request)).toBeUndefined();
  });

  it("gives text, and asks for it", async () => {
    const { client, accepted } = clientOf("42");
    expect(await sendText(client, undefined, request)).toBe("42");
    expect(accepted).toEqual(["text/plain, */*"]);
  });

  it("gives raw content unread", async () => {
    const { client, accepted } = clientOf("abc", { headers: { "content-type": "text/csv", "content-length": "3" } });
    const content = await sendContent(client, undefined, request);
    expect(content.response.bodyUsed).toBe(false);
    expect([content.contentType, content.contentLength]).toEqual(["text/csv", 3]);
    expect(await new Response(content.stream()).text()).toBe("abc");
    expect(accepted).toEqual(["*/*"]);
  });

  it("gives an empty stream for an empty response", async () => {
    const content = await sendContent(clientOf(null, { status: 204 }).client, undefined, request);
    expect([content.contentType, content.contentLength]).toEqual([undefined, undefined]);
    expect(await new Response(content.stream()).text()).toBe("");
  });
});
