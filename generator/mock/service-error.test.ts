import { expect, test } from "vitest";
import { createRequestIds, errorAnswer, usualCode } from "./service-error.ts";

test.each([
  [404, "notFound"],
  [418, "imaTeapot"],
  [429, "tooManyRequests"],
  [503, "serviceUnavailable"],
  [599, "error"],
])("the code of %d is %s", (status, code) => {
  expect(usualCode(status)).toBe(code);
});

test("ids are counted, each mock for itself", () => {
  const next = createRequestIds();
  expect([next(), next()]).toEqual(["00000000-0000-0000-0000-000000000001", "00000000-0000-0000-0000-000000000002"]);
  expect(createRequestIds()()).toBe("00000000-0000-0000-0000-000000000001");
});

test("an answer has the headers of its error, and a body where HTTP allows one", () => {
  const error = { status: 405, code: "c", message: "m", headers: [["allow", "GET"]] } as const;
  const { status, headers, body, source } = errorAnswer(error, "7", { operation: "a", example: null });
  expect([status, Object.fromEntries(headers), source]).toEqual([
    405,
    { allow: "GET" },
    { operation: "a", example: null, complaint: "m" },
  ]);
  expect(body).toEqual({
    kind: "json",
    value: { error: { code: "c", message: "m", innerError: { "request-id": "7" } } },
  });
});
