import fc from "fast-check";
import { expect, test } from "vitest";
import { documentedHeaders, sendableText } from "./documented-headers.ts";

const sent = (headers: Record<string, string>) =>
  Object.fromEntries(
    documentedHeaders(
      Object.entries(headers).map(([name, value]) => ({ name, value })),
      (url) => `led:${url}`,
    ),
  );

test("headers with a meaning are sent as documented", () => {
  expect(sent({ etag: 'W/"1"', "retry-after": "7", "x-sample-id": "a", "ratelimit-limit": "10" })).toEqual({
    etag: 'W/"1"',
    "ratelimit-limit": "10",
    "retry-after": "7",
    "x-sample-id": "a",
  });
});

test("addresses may lead to the mock", () => {
  expect(sent({ location: " /a ", "operation-location": "/b", "content-location": "/c", link: "/d" })).toEqual({
    "content-location": "led:/c",
    link: "/d",
    location: "led:/a",
    "operation-location": "led:/b",
  });
});

test("what would end the message, set cookies or steer a browser is not sent", () => {
  expect(
    sent({
      "access-control-allow-origin": "https://evil.example",
      connection: "close",
      "content-encoding": "gzip",
      "content-length": "1",
      "content-security-policy": "",
      "set-cookie": "a=b",
      "strict-transport-security": "max-age=1",
      "transfer-encoding": "chunked",
      "x-content-type-options": "none",
      refresh: "0;url=https://evil.example",
    }),
  ).toEqual({});
});

test("characters that HTTP does not have are encoded", () => {
  expect(sendableText("a b/ü\r\nx: \u{1f600}\ud800")).toBe("a b/%C3%BC%0D%0Ax: %F0%9F%98%80%EF%BF%BD");
});

test("any text of a page gives headers that can be sent", () => {
  const names = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("location", "etag", "x-a", "warning"));
  fc.assert(
    fc.property(names, fc.string({ unit: "binary" }), (name, value) => {
      const [pair] = [...documentedHeaders([{ name, value }], (url) => url)];
      if (pair !== undefined) expect(pair[1]).toMatch(/^[\x20-\x7e]*$/);
    }),
  );
});
