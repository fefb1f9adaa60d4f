import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { basePath, readTarget } from "./request-target.ts";

const read = (url: string, baseUrl: string | null = "https://api.example.com/v1.0") =>
  readTarget(new URL(url, "http://127.0.0.1:3000"), baseUrl);

test.each([
  ["/v1.0/things/7", "/v1.0", "/things/7"],
  ["/things/7", "", "/things/7"],
  ["/beta/things/7", "/beta", "/things/7"],
  ["/V1.0/things", "/V1.0", "/things"],
  ["/v1.0", "/v1.0", "/"],
  ["/v1.0/", "/v1.0", "/"],
  ["/", "", "/"],
  ["/things/", "", "/things"],
  ["/versions/1", "", "/versions/1"],
  ["/v1.0/a/../b", "/v1.0", "/b"],
  ["/../../etc", "", "/etc"],
  // What clients make of a link that is not of https.
  ["/v1.0/http://127.0.0.1:3000/beta/things", "/beta", "/things"],
  ["/http://127.0.0.1:3000/v1.0/things", "/v1.0", "/things"],
  ["/v1.0/http:/things", "/v1.0", "/http:/things"],
])("%s: taken off is %j, and %j is left", (url, prefix, path) => {
  expect(read(url)).toMatchObject({ prefix, path });
});

test("a base URL with more than a version", () => {
  const baseUrl = "https://api.example.com/store/v2";
  expect(read("/store/v2/things", baseUrl)).toMatchObject({ prefix: "/store/v2", path: "/things" });
  expect(read("/store/beta/things", baseUrl)).toMatchObject({ prefix: "/store/beta", path: "/things" });
  expect(read("/v2/things", baseUrl)).toMatchObject({ prefix: "/v2", path: "/things" });
  expect(read("/things", baseUrl)).toMatchObject({ prefix: "", path: "/things" });
});

test("no base URL", () => {
  expect(read("/things", null)).toMatchObject({ prefix: "", path: "/things" });
  expect(basePath(null)).toBe("");
});

test("the path of the base URL, for people", () => {
  expect(basePath("https://api.example.com/store/v2/")).toBe("/store/v2");
  expect(basePath("no URL")).toBe("");
});

describe("the path", () => {
  test("keeps an empty segment, which is an id that was forgotten", () => {
    expect(read("/things//parts").readings[0]?.segments).toEqual(["things", "", "parts"]);
  });

  test("can be read with its syntax decoded, slashes in values apart", () => {
    expect(read("/f%28x%3D%27a%2Fb%27%29").readings.map(({ segments }) => segments)).toEqual([
      ["f%28x%3D%27a%2Fb%27%29"],
      ["f(x='a%2Fb')"],
    ]);
    expect(read("/things/a%zz").readings).toHaveLength(1);
  });
});

test("the query is decoded, and keeps its order", () => {
  expect(read("/things?%24top=1&q=a+b%26c&q=").query).toEqual([
    { name: "$top", value: "1" },
    { name: "q", value: "a b&c" },
    { name: "q", value: "" },
  ]);
});

test("no URL makes it throw, and prefix and path are all of the path", () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true }), (url) => {
      const { prefix, path } = read(url);
      const withoutSlash = (text: string): string => text.replace(/\/+$/, "");
      expect(withoutSlash(prefix + path)).toBe(withoutSlash(new URL(url).pathname));
    }),
  );
});
