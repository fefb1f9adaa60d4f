import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ExampleRequest } from "./example.ts";
import { type ComparedRequest, type KnownExample, knownExample, nearestExample, placeOf } from "./match-example.ts";

const known = (request: Partial<ExampleRequest>): KnownExample =>
  knownExample({ request: { method: "GET", path: "/", ...request }, responses: [] });

const get: ComparedRequest = { method: "GET", headers: {}, body: undefined };

/** Index of the example that answers, -1 if none does. */
function nearest(
  examples: readonly Partial<ExampleRequest>[],
  url: string,
  more: Partial<ComparedRequest> = {},
  mustBeSame = false,
): number {
  const all = examples.map(known);
  const found = nearestExample(all, { ...get, ...more }, placeOf(url), mustBeSame);
  return found === undefined ? -1 : all.indexOf(found);
}

describe("placeOf", () => {
  it.each<[string, string, readonly string[]]>([
    ["/things", "/things", []],
    ["/things/a%20b/c%2Fd", "/things/a b/c%2Fd", []],
    ["/things?b=2&a=1&a=0", "/things", ["a=0", "a=1", "b=2"]],
    ["/things?$filter=size%20gt%205&x=a+b%2B", "/things", ["$filter=size gt 5", "x=a b+"]],
    ["/100%", "/100%", []],
    ["", "", []],
  ])("reads %s", (url, path, query) => {
    expect(placeOf(url)).toEqual({ path, query });
  });
});

describe("templates", () => {
  it.each<[string, string, boolean]>([
    ["/things", "/things", true],
    ["/things", "/things/7", false],
    ["/things", "/Things", false],
    ["/things/{thingId}", "/things/7", true],
    ["/things/{thingId}", "/things/a%2Fb", true],
    ["/things/{thingId}", "/things/7/parts", false],
    ["/things/{thingId}", "/things/", false],
    ["/things/{thingId}", "/things/$count", false],
    ["/things/{thingId}", "/things/$Value", false],
    ["/things/{thingId}", "/things/$1", true],
    ["/things/$count", "/things/$count", true],
    ["/things/{thingId}/$ref", "/things/7/$ref", true],
    ["/things/{thingId}/$ref", "/things/7/$value", false],
    ["/files/{+path}", "/files/a/$value", true],
    ["/{a}/{b}", "/x/y", true],
    ["/files/{+path}:/content", "/files/a/b c/d.txt:/content", true],
    ["/files/{+path}:/content", "/files/a/content", false],
    ["/files/{+path}/x/{id}", "/files/p/x/q/x/r", true],
    ["/find(topic={'topic'},pages={=pages})", "/find(topic='it''s',pages=3)", true],
    ["/find(topic={'topic'},pages={=pages})", "/find(topic='a/b',pages=3)", false],
    ["/a%20b/{id}", "/a b/7", true],
    ["/things/{thingId}?includeParts=true", "/things/7?includeParts=true&$top=5", true],
    ["/things/{thingId}?includeParts=true", "/things/7", false],
    ["/things/{}", "/things/{}", true],
  ])("%s and %s: %s", (path, url, fits) => {
    expect(nearest([{ path }], url)).toBe(fits ? 0 : -1);
  });

  it("take no longer for many ways to read a path", () => {
    const path = `/${"{a}".repeat(60)}b`;
    expect(nearest([{ path }], `/${"x".repeat(2000)}`)).toBe(-1);
  });

  it("fit what they are filled in with", () => {
    const segment = fc.string({ unit: "binary", minLength: 1 });
    fc.assert(
      fc.property(segment, segment, (a, b) => {
        const url = `/things/${encodeURIComponent(a)}/parts(${encodeURIComponent(b)})`;
        expect(nearest([{ path: "/things/{a}/parts({b})" }], url)).toBe(0);
        expect(nearest([{ path: "/things/{a}/parts({b})" }], `${url}/more`)).toBe(-1);
      }),
    );
  });
});

describe("nearestExample", () => {
  it("knows methods, in any case", () => {
    expect(nearest([{ method: "post", path: "/things" }, { path: "/things" }], "/things")).toBe(1);
    expect(nearest([{ method: "post", path: "/things" }], "/things", { method: "POST" })).toBe(0);
  });

  it("prefers the documented path to a template, and this to another path of the function", () => {
    const examples = [
      { path: "/me", otherPaths: ["/people/{id}"], url: "/me" },
      { path: "/people/{id}", url: "/people/1?$select=name" },
      { path: "/people/{id}", url: "/people/2?$select=name" },
    ];
    expect(nearest(examples, "/people/2")).toBe(2);
    expect(nearest(examples, "/people/3")).toBe(1);
    expect(nearest(examples.slice(0, 1), "/people/3")).toBe(0);
  });

  it("prefers the same query, as a set, then options of the same names", () => {
    const examples = [
      { path: "/things", url: "/things" },
      { path: "/things", url: "/things?$top=2&$select=id" },
      { path: "/things", url: "/things?$select=id,name&$top=2" },
    ];
    expect(nearest(examples, "/things?$select=id&$top=2")).toBe(1);
    expect(nearest(examples, "/things?$top=2&$select=id%2Cname")).toBe(2);
    expect(nearest(examples, "/things?$top=9&$select=size")).toBe(1);
    expect(nearest(examples, "/things?$filter=x")).toBe(0);
  });

  it("prefers the same body, whatever the order of its members", () => {
    const examples = [
      { method: "POST", path: "/things", body: { name: "a", tags: ["x", "y"] } },
      { method: "POST", path: "/things", body: { name: "b", size: null } },
    ];
    const post = (body: unknown): number => nearest(examples, "/things", { method: "POST", body });
    expect(post({ size: null, name: "b" })).toBe(1);
    expect(post({ tags: ["x", "y"], name: "a" })).toBe(0);
    for (const other of [{ name: "b" }, { name: "b", size: 0 }, [], "b", undefined, { name: "b", size: null, x: 1 }])
      expect(post(other)).toBe(0);
  });

  it("prefers the documented headers", () => {
    const examples = [
      { path: "/mail", headers: { prefer: "html", "content-type": "application/json" } },
      { path: "/mail", headers: { accept: "x" } },
      { path: "/mail", headers: { Prefer: "text" } },
    ];
    expect(nearest(examples, "/mail", { headers: { prefer: "text" } })).toBe(2);
    expect(nearest(examples, "/mail", { headers: { prefer: "html" } })).toBe(0);
    expect(nearest(examples, "/mail")).toBe(1);
  });

  it("takes the first of equals", () => {
    expect(nearest([{ path: "/{a}" }, { path: "/{b}" }], "/x")).toBe(0);
  });

  it("takes nothing but the very URL where that is asked for", () => {
    const examples = [
      { path: "/things", url: "/things" },
      { path: "/things", url: "/things?$skiptoken=a%2Bb" },
      { path: "/parts?page=2" },
      { path: "/{any}?page=3" },
    ];
    const same = (url: string): number => nearest(examples, url, {}, true);
    expect(same("/things?$skiptoken=a%2Bb")).toBe(1);
    expect(same("/things?$skiptoken=c")).toBe(-1);
    expect(same("/parts?page=2")).toBe(2);
    expect(same("/parts?page=3")).toBe(-1);
  });
});
