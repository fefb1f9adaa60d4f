import { describe, expect, it } from "vitest";
import { ApiError, readError, readRetryAfter } from "./api-error.ts";
import { path } from "./path.ts";
import type { ApiRequest } from "./request.ts";

const request: ApiRequest = {
  method: "POST",
  path: path`/things/${"secret-id"}`,
  headers: { authorization: "secret-token" },
};

describe("readError", () => {
  it("reads all that OData tells", async () => {
    const body = JSON.stringify({
      error: {
        code: "BadRequest",
        message: "Wrong.",
        details: [{ code: "A", message: "first", target: "name", other: 1 }, null],
        innerError: { "request-id": "r", "client-request-id": "c", date: "2020-01-31T00:00:00" },
      },
    });
    const error = await readError(new Response(body, { status: 400, headers: { "retry-after": "3" } }), request);
    expect(error).toMatchObject({
      name: "ApiError",
      status: 400,
      code: "BadRequest",
      requestId: "r",
      clientRequestId: "c",
      date: "2020-01-31T00:00:00",
      retryAfter: 3,
      details: [{ code: "A", message: "first", target: "name" }, {}],
      body,
      request: { method: "POST", path: "/things/{}" },
    });
  });

  it.each([
    ["", "503 Busy (POST /things/{})"],
    ["<html>", "503 Busy (POST /things/{})"],
    ["[]", "503 Busy (POST /things/{})"],
    ['{"error":null}', "503 Busy (POST /things/{})"],
    ['{"error":{"message":"Later."}}', "503 Busy: Later. (POST /things/{})"],
  ])("makes the best of %j", async (body, message) => {
    const error = await readError(new Response(body, { status: 503, statusText: "Busy" }), request);
    expect(error.message).toBe(message);
    expect([error.body, error.code]).toEqual([body, undefined]);
  });

  it("keeps tokens, parameters and raw bodies out of logs", async () => {
    const error = await readError(new Response("secret-body", { status: 500 }), request);
    expect(JSON.stringify(error)).not.toContain("secret");
    expect(String(error)).not.toContain("secret");
    expect(Object.keys(error.toJSON())).toEqual([
      "name",
      "message",
      "status",
      "code",
      "requestId",
      "clientRequestId",
      "date",
      "retryAfter",
      "request",
    ]);
  });

  it("is an Error with a stack", () => {
    const error = new ApiError(request, { status: 0, text: "no response", cause: "x" });
    expect(error).toBeInstanceOf(Error);
    expect(error.message).toBe("no response (POST /things/{})");
    expect(error.cause).toBe("x");
  });
});

describe("readRetryAfter", () => {
  it("reads seconds and dates", () => {
    const now = Date.parse("2020-01-31T00:00:00Z");
    expect(readRetryAfter("120", now)).toBe(120);
    expect(readRetryAfter("Fri, 31 Jan 2020 00:00:30 GMT", now)).toBe(30);
    expect(readRetryAfter("Thu, 30 Jan 2020 00:00:00 GMT", now)).toBe(0);
    expect(readRetryAfter("soon", now)).toBeUndefined();
    expect(readRetryAfter(null, now)).toBeUndefined();
  });
});
