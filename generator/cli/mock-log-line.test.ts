import fc from "fast-check";
import { expect, test } from "vitest";
import { mockLogLine } from "./mock-log-line.ts";

const answered = {
  part: null,
  method: "GET",
  target: "/v1.0/users?$top=1",
  status: 200,
  milliseconds: 3.6,
  operation: "listUsers",
  example: "getAll",
  complaint: null,
};

test.each([
  [{}, "GET /v1.0/users?$top=1 200 4ms listUsers example getAll"],
  [{ example: null }, "GET /v1.0/users?$top=1 200 4ms listUsers"],
  [
    { status: 400, example: null, complaint: "The header If-Match is missing" },
    "GET /v1.0/users?$top=1 400 4ms listUsers - The header If-Match is missing",
  ],
  [{ part: "a" }, "  [a] GET /v1.0/users?$top=1 200 listUsers example getAll"],
  [{ part: "a", method: "", target: "", operation: null, example: null }, "  [a] 200"],
])("%j", (more, line) => {
  expect(mockLogLine({ ...answered, ...more })).toBe(line);
});

test("long texts are cut", async () => {
  const line = mockLogLine({ ...answered, target: `/${"a".repeat(9_000)}`, complaint: "b".repeat(9_000) });
  expect(line).toBe(`GET /${"a".repeat(399)}… 200 4ms listUsers example getAll - ${"b".repeat(300)}…`);
});

test("no text acts on the terminal, or on a service that reads the log", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (text, other) => {
      const line = mockLogLine({ ...answered, part: text, method: other, target: text, complaint: other });
      expect(line).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]|##\[|^\s*::/u);
    }),
  );
});
