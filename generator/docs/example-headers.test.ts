import { expect, test } from "vitest";
import { exampleHeaders } from "./example-headers.ts";
import { defaultLimits } from "./limits.ts";
import { contextFor } from "./reading.fixture.ts";

const place = { page: "api/a.md", line: 3, column: 1, endLine: 4, endColumn: 1 };

function read(
  name: string,
  value: string,
): { readonly value: string | undefined; readonly messages: readonly string[] } {
  const context = contextFor();
  const [header] = exampleHeaders([{ name, value }], place, context);
  return { value: header?.value, messages: context.diagnostics.map(({ message }) => message) };
}

test.each([
  ["authorization", "Bearer 0123456789abcdef0123"],
  ["cookie", "session=0123456789abcdef"],
  ["x-api-key", "sk_live_0123456789"],
  ["ocp-apim-subscription-key", "0123456789abcdef0123456789abcdef"],
  ["x-access-token", "0123456789abcdef"],
  ["anything", "Bearer eyJ0eXAiOiJKV1Qi.eyJhIjoxMjM0NTY3ODkwfQ.sign"],
])("%s: %s looks like a secret", (name, value) => {
  expect(read(name, value)).toEqual({
    value: "…",
    messages: [`The value of the header \`${name}\` is left out of the example: it looks like a secret`],
  });
});

test.each([
  ["authorization", "Bearer {token}"],
  ["authorization", "Bearer <access-token>"],
  ["authorization", "Bearer eyJ0…"],
  ["x-api-key", "YOUR_KEY"],
  ["client-request-id", "0123456789abcdef0123456789abcdef"],
  ["if-match", 'W/"0123456789abcdef0123456789abcdef"'],
  ["location", "https://api.example.com/v1.0/operations/0123456789abcdef"],
])("%s: %s is text as any other", (name, value) => {
  expect(read(name, value)).toEqual({ value, messages: [] });
});

test("a value may have as many characters as the limit says", () => {
  expect(read("x", "a ".repeat(defaultLimits.headerLength / 2)).messages).toEqual([]);
  expect(read("x", `${"a ".repeat(defaultLimits.headerLength / 2)}a`)).toEqual({
    value: "…",
    messages: ["The value of the header `x` is left out of the example: 8193 characters, at most 8192 are read"],
  });
});
