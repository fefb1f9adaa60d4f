import fc from "fast-check";
import { expect, test } from "vitest";
import { isJsonType, maxJsonBytes, maxJsonDepth, readBody } from "./request-body.ts";

const read = (body: string | Uint8Array<ArrayBuffer>, contentType?: string) =>
  readBody({
    body: typeof body === "string" ? new TextEncoder().encode(body) : body,
    headers: new Headers(contentType === undefined ? {} : { "content-type": contentType }),
  });

test.each([
  ["", "application/json", { kind: "none" }],
  ['{"a":1}', "application/json; charset=utf-8", { kind: "json", value: { a: 1 } }],
  ['{"a":1}', "application/vnd.sample+json", { kind: "json", value: { a: 1 } }],
  ['{"a":1}', undefined, { kind: "json", value: { a: 1 } }],
  ["hello", undefined, { kind: "raw", mediaType: null }],
  ["hello", "text/plain", { kind: "raw", mediaType: "text/plain" }],
])("%j as %s", (body, type, expected) => {
  expect(read(body, type)).toEqual(expected);
});

test("what is said to be JSON and is not", () => {
  expect(read('{"a":', "application/json")).toMatchObject({ kind: "malformed" });
  expect(read(new Uint8Array([0x22, 0xff, 0x22]), "application/json")).toEqual({
    kind: "malformed",
    reason: "not UTF-8",
  });
});

test("depth has a limit", () => {
  const nested = (levels: number): string => "[".repeat(levels) + "]".repeat(levels);
  expect(read(nested(maxJsonDepth), "application/json").kind).toBe("json");
  expect(read(nested(maxJsonDepth + 1), "application/json")).toEqual({
    kind: "malformed",
    reason: "more than 100 levels",
  });
  expect(read(nested(200_000), "application/json").kind).toBe("malformed");
});

test("length has a limit, for JSON", () => {
  const text = (length: number): string => `"${"a".repeat(length - 2)}"`;
  expect(read(text(maxJsonBytes), "application/json").kind).toBe("json");
  expect(read(text(maxJsonBytes + 1), "application/json")).toEqual({
    kind: "malformed",
    reason: "more than 4194304 bytes",
  });
  expect(read(text(maxJsonBytes + 1), "image/png").kind).toBe("raw");
});

test("a member called __proto__ is a member", () => {
  const body = read('{"__proto__":{"x":1}}', "application/json");
  expect(body.kind === "json" && Object.hasOwn(Object(body.value), "__proto__")).toBe(true);
});

test("whatever is sent is read as something", () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.option(fc.constantFrom("application/json", "text/x", "")), (bytes, type) => {
      const kinds = ["none", "json", "raw", "malformed"];
      expect(kinds).toContain(read(new Uint8Array(bytes), type ?? undefined).kind);
    }),
  );
});

test.each([
  ["application/json", true],
  ["APPLICATION/JSON;odata.metadata=minimal", true],
  ["application/problem+json", true],
  ["text/json-seq", false],
  ["application/jsonx", false],
  ["", false],
])("%s is JSON: %s", (type, expected) => {
  expect(isJsonType(type)).toBe(expected);
});
