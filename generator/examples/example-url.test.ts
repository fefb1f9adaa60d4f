import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { maxUrlLength, readExampleUrl } from "./example-url.ts";

const baseUrl = "https://api.example.com/v1.0";

/** Path and query of the first reading. */
function read(url: string, base: string | null = baseUrl): unknown {
  const result = readExampleUrl(url, base);
  if (!result.ok) return result.reason;
  const [first] = result.readings;
  return [`/${first?.segments.join("/")}`, ...(first?.query ?? []).map(({ name, text }) => `${name}=${text}`)];
}

function isRepaired(url: string): boolean | null {
  const result = readExampleUrl(url, baseUrl);
  return result.ok ? result.isRepaired : null;
}

describe("host and version", () => {
  test.each([
    ["https://api.example.com/v1.0/things/7"],
    ["https://api.example.com/V1.0/things/7"],
    ["https://api.example.com/beta/things/7"],
    ["https://other.example.net/v2/things/7"],
    ["http://localhost:8080/things/7"],
    ["https://{host}/v1.0/things/7"],
    ["api.example.com/v1.0/things/7"],
    ["/v1.0/things/7"],
    ["/things/7"],
    ["things/7"],
  ])("%s", (url) => {
    expect(read(url)).toEqual(["/things/7"]);
  });

  test("the path of the service root goes with it", () => {
    const root = "https://example.com/shop/api/v3";
    expect(read("https://example.com/shop/api/v3/things", root)).toEqual(["/things"]);
    expect(read("https://example.com/shop/api/v2/things", root)).toEqual(["/things"]);
    expect(read("https://example.com/shop/api/things", root)).toEqual(["/things"]);
    expect(read("/shop/api/things", root)).toEqual(["/shop/api/things"]);
    expect(read("https://example.com/shopping/things", root)).toEqual(["/shopping/things"]);
  });

  test("without a base URL, too", () => {
    expect(read("https://api.example.com/v1.0/things", null)).toEqual(["/things"]);
    expect(read("https://api.example.com/v1.0", null)).toEqual(["/"]);
  });
});

describe("repairs", () => {
  test.each([
    ["/things/7/", ["/things/7"]],
    ["/things//7", ["/things/7"]],
    [" /things / 7 ", ["/things/7"]],
    ["/things\n  /7\n  ?$top=5\n  &$skip=2", ["/things/7", "$top=5", "$skip=2"]],
    ["/things?$filter=a eq 1\n  and b eq 2", ["/things", "$filter=a eq 1 and b eq 2"]],
    ["/things?$select=id,\n  size", ["/things", "$select=id,size"]],
    ["/things/7 HTTP/1.1", ["/things/7"]],
    ["/things?a=1&amp;b=2", ["/things", "a=1", "b=2"]],
    ["/things[?deep=true]", ["/things", "deep=true"]],
    ["/things/7/$entity", ["/things/7"]],
    ["/things?$orderbysize&$top=1", ["/things", "$orderby=size", "$top=1"]],
    ["/things?$search=\u201dred\u201d&$top=1", ["/things", '$search="red"', "$top=1"]],
    ["/things\u200b/7", ["/things/7"]],
  ])("%j", (url, expected) => {
    expect(read(url)).toEqual(expected);
    expect(isRepaired(url)).toBe(true);
  });

  test("are none where all is well", () => {
    expect(isRepaired("https://api.example.com/v1.0/things/7?$top=5&$filter=a eq 'b'")).toBe(false);
    expect(isRepaired("/")).toBe(false);
  });
});

describe("query", () => {
  test.each([
    ["?%24top=5", ["$top=5"]],
    ["?&$top=5&&", ["$top=5"]],
    ["?$filter=name eq 'salt %26 pepper'&$top=1", ["$filter=name eq 'salt & pepper'", "$top=1"]],
    ["?$filter=name eq 'salt & pepper'&$top=1", ["$filter=name eq 'salt & pepper'", "$top=1"]],
    ["?$filter=name eq 'O'Hara'&$top=1", ["$filter=name eq 'O'Hara'", "$top=1"]],
    ["?$filter=a=b", ["$filter=a=b"]],
    ["?flag", ["flag="]],
    ["?url=https%3A%2F%2Fx.example%2F%3Fa%3D1", ["url=https://x.example/?a=1"]],
    ["?escaped=%2541", ["escaped=%41"]],
  ])("%s", (query, expected) => {
    expect(read(`/things${query}`)).toEqual(["/things", ...expected]);
  });

  test("a plus is a blank where forms write it so, and a plus elsewhere", () => {
    expect(read("/things?$filter=a+eq+'b'")).toEqual(["/things", "$filter=a eq 'b'"]);
    expect(read("/things?$filter=a eq 'b+c'")).toEqual(["/things", "$filter=a eq 'b+c'"]);
    expect(read("/things?$filter=a%20eq%20'b+c'")).toEqual(["/things", "$filter=a eq 'b+c'"]);
    expect(read("/things?start=2020-01-01T10:00:00+02:00")).toEqual(["/things", "start=2020-01-01T10:00:00+02:00"]);
    expect(read("/things?start=2020-01-01T10%3A00%3A00+02%3A00")).toEqual([
      "/things",
      "start=2020-01-01T10:00:00+02:00",
    ]);
  });
});

describe("readings", () => {
  test("are two where slashes stand inside of quotes or braces", () => {
    const result = readExampleUrl("/things/find(path='a/b?c')/{x/y}?$top=1", baseUrl);
    expect(
      result.ok && result.readings.map(({ segments, query }) => [...segments, ...query.map(({ name }) => name)]),
    ).toEqual(
      [
        ["things", "find(path='a", "b"],
        ["things", "find(path='a/b?c')", "{x/y}", "$top"],
      ].map((one, index) => (index === 0 ? [...one, "c')/{x/y}?$top"] : one)),
    );
  });
});

test.each([
  ["", "no URL"],
  ["ftp://example.com/things", "unexpected scheme `ftp`, expected https"],
  ["docs\\api** not found", "unexpected `\\`"],
  ["`/things`", "unexpected ```"],
  [`/${"x".repeat(maxUrlLength)}`, `${maxUrlLength + 1} characters`],
  ["/a".repeat(201), "201 segments"],
])("refuses %#", (url, reason) => {
  expect(read(url)).toBe(reason);
});

test("never throws", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."ab/?&=%'\"(){}[]<>$ +\n\\:") }), (url) => {
      expect(readExampleUrl(url, baseUrl).ok).toBeTypeOf("boolean");
    }),
  );
});

test("takes time in proportion to the length", () => {
  const start = performance.now();
  for (const part of ["[?", "(", "'", " ", "%", "&amp;", "\n ", "{<"])
    readExampleUrl(part.repeat(15_000 / part.length), baseUrl);
  expect(performance.now() - start).toBeLessThan(1_000);
});
