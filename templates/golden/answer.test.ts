import { describe, expect, it } from "vitest";
import type { ExampleResponse } from "../runtime/example.ts";
import { answerOf, textOf } from "./answer.ts";

function fetched(responses: readonly ExampleResponse[], index = 0): Promise<Response> {
  return answerOf(responses, index).fetch("https://api.example.com/v1/things", {});
}

describe("answerOf", () => {
  it("gives one of the responses, as JSON", async () => {
    const responses = [{ status: 404 }, { status: 200, headers: { "X-A": "b" }, body: { a: [null] } }];
    const response = await fetched(responses, 1);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toEqual({ "content-type": "application/json", "x-a": "b" });
    expect(await response.json()).toEqual({ a: [null] });
    expect([response.url, response.redirected]).toEqual(["https://api.example.com/v1/things", false]);
    expect(answerOf(responses, 1).response).toBe(responses[1]);
  });

  it("gives text as it is, by its own type", async () => {
    const response = await fetched([{ status: 200, headers: { "content-type": "text/html" }, body: "<p>" }]);
    expect([response.headers.get("content-type"), await response.text()]).toEqual(["text/html", "<p>"]);
  });

  it.each([204, 205, 304])("gives no body with status %i, even if the page shows one", async (status) => {
    const response = await fetched([{ status, body: {} }]);
    expect([response.status, response.body, response.headers.get("content-type")]).toEqual([status, null, null]);
  });

  it("gives JSON `null`, and nothing for nothing", async () => {
    expect(await (await fetched([{ status: 200, body: null }])).text()).toBe("null");
    expect(await (await fetched([{ status: 200 }])).text()).toBe("");
  });

  it("encodes what cannot stand in a header", async () => {
    const response = await fetched([{ status: 200, headers: { etag: "“a”\u0001é 🐟" } }]);
    expect(response.headers.get("etag")).toBe("%E2%80%9Ca%E2%80%9D%01é %F0%9F%90%9F");
  });

  it("follows a redirect to the next response, or to some content", async () => {
    const found = { status: 302, headers: { location: "/files/1" } };
    const some = await fetched([found]);
    expect([some.status, some.url, some.redirected]).toEqual([200, "https://api.example.com/files/1", true]);
    expect(await some.text()).toBe("content");
    const next = await fetched([found, { status: 200, body: "a,b" }]);
    expect([next.status, next.url, await next.text()]).toEqual([200, "https://api.example.com/files/1", "a,b"]);
    expect(await (await fetched([found, { status: 410, body: "gone" }])).text()).toBe("content");
    const lost = await fetched([{ status: 304, headers: {} }]);
    expect([lost.status, lost.redirected]).toEqual([304, false]);
    const created = await fetched([{ status: 201, headers: { location: "/files/1" } }]);
    expect([created.status, created.redirected]).toEqual([201, false]);
  });

  it("has no more responses than the example", () => {
    expect(() => answerOf([{ status: 200 }], 1)).toThrow("The example has no response 2");
  });
});

describe("textOf", () => {
  it("is JSON, and text as it is", () => {
    expect([textOf({ a: 1 }), textOf("a"), textOf(null), textOf([])]).toEqual(['{"a":1}', "a", "null", "[]"]);
  });
});
