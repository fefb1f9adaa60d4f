import fc from "fast-check";
import { afterEach, describe, expect, expectTypeOf, it, vi } from "vitest";
import { ApiError, type ErrorDetail, readError, readRetryAfter, toResult } from "./api-error.ts";
import type { ApiRequest } from "./request.ts";

const request: ApiRequest = {
  operation: "createThing",
  method: "POST",
  path: "/things/secret-id",
  template: "/things/{thingId}",
  headers: { authorization: "secret-token" },
  result: "json",
};

describe("readError", () => {
  it("reads all that OData tells", async () => {
    const body = JSON.stringify({
      error: {
        code: "BadRequest",
        message: "Wrong.",
        details: [{ code: "A", message: "first", target: "name", other: 1 }, null],
        innerError: {
          code: "Inner",
          "request-id": "r",
          "client-request-id": "c",
          date: "2020-01-31T00:00:00",
          innererror: { message: "without a code", innererror: { code: "Innermost" } },
        },
      },
    });
    const response = new Response(body, { status: 400, headers: { "retry-after": "3", "x-a": "1" } });
    const error = await readError(response, request);
    expect(error).toMatchObject({
      name: "ApiError",
      message: "400 BadRequest: Wrong. (POST /things/{thingId}, request-id r)",
      status: 400,
      code: "BadRequest",
      innerCodes: ["Inner", "Innermost"],
      requestId: "r",
      clientRequestId: "c",
      date: "2020-01-31T00:00:00",
      retryAfter: 3,
      details: [{ code: "A", message: "first", target: "name" }, {}],
      body,
      request: { method: "POST", path: "/things/{thingId}" },
    });
    expect(error.headers.get("x-a")).toBe("1");
  });

  it("prefers the identifiers of the headers", async () => {
    const headers = { "request-id": "92fd", "client-request-id": "c", date: "Fri, 31 Jan 2020 00:00:00 GMT" };
    const body = '{"error":{"innerError":{"request-id":"other","client-request-id":"other"}}}';
    const error = await readError(new Response(body, { status: 500, headers }), request);
    expect([error.requestId, error.clientRequestId, error.date]).toEqual(["92fd", "c", headers.date]);
  });

  it.each([
    ["", "503 Busy (POST /things/{thingId})"],
    ["<html>", "503 Busy (POST /things/{thingId})"],
    ["[]", "503 Busy (POST /things/{thingId})"],
    ['{"error":null}', "503 Busy (POST /things/{thingId})"],
    ['{"error":"invalid"}', "503 Busy (POST /things/{thingId})"],
    ['{"error":{"message":"Later."}}', "503 Busy: Later. (POST /things/{thingId})"],
  ])("makes the best of %j", async (body, message) => {
    const error = await readError(new Response(body, { status: 503, statusText: "Busy" }), request);
    expect(error.message).toBe(message);
    expect([error.body, error.code]).toEqual([body, undefined]);
  });

  it("never fails, whatever comes", async () => {
    const values = fc.object({ key: fc.constantFrom("error", "code", "message", "details", "innerError", "x") });
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string(),
          fc.json(),
          values.map((value) => JSON.stringify(value)),
        ),
        async (body) => {
          expect(await readError(new Response(body, { status: 500 }), request)).toMatchObject({ status: 500 });
        },
      ),
    );
  });

  it("says what an unchanged resource is, even without the text of the status", async () => {
    const error = await readError(new Response(null, { status: 304 }), request);
    expect(error.message).toBe("304: unchanged, as the request had asked (POST /things/{thingId})");
  });
});

describe("ApiError", () => {
  it("keeps tokens, parameters and raw bodies out of logs", async () => {
    const response = new Response("secret-body", { status: 500, headers: { "set-cookie": "secret-cookie" } });
    const error = await readError(response, request);
    expect(JSON.stringify(error)).not.toContain("secret");
    expect(String(error)).not.toContain("secret");
    expect(Object.keys(error.toJSON())).toEqual([
      "name",
      "message",
      "status",
      "code",
      "innerCodes",
      "details",
      "requestId",
      "clientRequestId",
      "date",
      "retryAfter",
      "request",
    ]);
  });

  it("is an Error with a stack and a cause", () => {
    const error = new ApiError(request, { status: 0, text: "no response", cause: "x" });
    expect(error).toBeInstanceOf(Error);
    expect(error.message).toBe("no response (POST /things/{thingId})");
    expect(error.cause).toBe("x");
    expect(error.stack).toContain("api-error.test");
  });

  it("knows the codes of the page, and takes others", () => {
    type Code = "NotFound" | "Conflict";
    expectTypeOf<ApiError<Code>["code"]>().toEqualTypeOf<Code | (string & {}) | undefined>();
    expectTypeOf<ApiError<Code>>().toExtend<ApiError>();
    expectTypeOf<ApiError["details"]>().toEqualTypeOf<readonly ErrorDetail[]>();
  });
});

describe("readRetryAfter", () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  const read = (value: string, more: Record<string, string> = {}) =>
    readRetryAfter(new Headers({ "retry-after": value, ...more }));

  it("reads seconds and dates", () => {
    vi.useFakeTimers({ now: Date.parse("2020-01-31T00:00:00.500Z") });
    expect(read("120")).toBe(120);
    expect(read(" 0 ")).toBe(0);
    expect(read("1.5")).toBe(1.5);
    expect(read("Fri, 31 Jan 2020 00:00:30 GMT")).toBe(30);
    expect(read("Thu, 30 Jan 2020 00:00:00 GMT")).toBe(0);
  });

  it("takes dates by the clock of the service, if it tells", () => {
    const date = "Thu, 01 Jan 1970 01:00:00 GMT";
    expect(read("Thu, 01 Jan 1970 01:00:30 GMT", { date })).toBe(30);
  });

  it.each(["", "soon", "-1", "1e3", "0x10", "Infinity", "2020-01-31", "soon GMT"])(
    "does not guess what %j means",
    (value) => {
      expect(read(value)).toBeUndefined();
    },
  );

  it("is undefined without the header", () => {
    expect(readRetryAfter(new Headers())).toBeUndefined();
  });
});

describe("toResult", () => {
  it("gives the value, or the error", async () => {
    expect(await toResult(async () => 1)).toEqual({ ok: true, value: 1 });
    const error = new ApiError(request, { status: 404 });
    expect(await toResult(() => Promise.reject(error))).toEqual({ ok: false, error });
  });

  it("still rejects with what the caller did wrong or aborted", async () => {
    await expect(toResult(() => Promise.reject(new TypeError("wrong")))).rejects.toThrow("wrong");
    await expect(
      toResult(() => {
        throw new TypeError("wrong");
      }),
    ).rejects.toThrow("wrong");
  });
});
