import { describe, expect, it } from "vitest";
import type { ClientOptions } from "./client.ts";
import { httpRequest, targetOf } from "./http-request.ts";
import type { ApiRequest, RequestOptions } from "./request.ts";

const baseUrl = "https://api.example/v1";

const requestOf = (more: Partial<ApiRequest> = {}): ApiRequest => ({
  operation: "callThing",
  method: "GET",
  path: "/a",
  template: "/a",
  result: "json",
  ...more,
});

describe("targetOf", () => {
  const target = (request: Partial<ApiRequest>, call: RequestOptions = {}, client: Partial<ClientOptions> = {}) =>
    targetOf(requestOf(request), call, { baseUrl, ...client }, baseUrl);

  it("puts paths below the base URL, with their query", () => {
    expect(target({ path: "/users/a%20b", query: { $filter: "name eq 'x'" } })).toEqual({
      url: "https://api.example/v1/users/a%20b?$filter=name%20eq%20'x'",
      isForeign: false,
    });
    expect(target({ path: "/" }).url).toBe("https://api.example/v1/");
    expect(targetOf(requestOf(), {}, { baseUrl }, "https://api.example").url).toBe("https://api.example/a");
  });

  it("adds the query to one that the path has", () => {
    expect(target({ path: "/a?fixed=1", query: { b: "2" } }).url).toBe(`${baseUrl}/a?fixed=1&b=2`);
    expect(target({ path: "/a?fixed=1" }).url).toBe(`${baseUrl}/a?fixed=1`);
  });

  it("lets the query of the call win", () => {
    const url = target({ query: { a: "1", b: "2" } }, { query: { b: 3, c: true } }).url;
    expect(url).toBe(`${baseUrl}/a?a=1&b=3&c=true`);
  });

  it("keeps a path that looks like another host below the base URL", () => {
    expect(target({ path: "//evil.example/a" }).url).toBe(`${baseUrl}//evil.example/a`);
  });

  it.each(["/../v2/a", "/a/../../v2", "/%2e%2E/v2", "/\\..\\..\\v2", "/.."])("refuses %j, which leaves it", (path) => {
    expect(() => target({ path })).toThrow(new TypeError("Unexpected steps out of https://api.example/v1/ in /a"));
  });

  it("takes a link as it is", () => {
    const path = "https://api.example/v2/b?$skip=1";
    expect(target({ path }, { query: { b: 3 } })).toEqual({ url: path, isForeign: false });
    expect(target({ path: "https://API.example:443/b" }).isForeign).toBe(false);
  });

  it.each([
    ["https://evil.example/v1/a", "https://evil.example"],
    ["http://api.example/v1/a", "http://api.example"],
    ["https://api.example:8443/a", "https://api.example:8443"],
    ["https://api.example@evil.example/a", "https://evil.example"],
    ["https:/\\evil.example/a", "https://evil.example"],
    ["data:text/plain,x", "null"],
  ])("refuses the link %s", (path, origin) => {
    expect(() => target({ path })).toThrow(new TypeError(`Unexpected origin ${origin}, expected https://api.example`));
    expect(() => target({ path }, {}, { linkOrigins: ["https://files.example"] })).toThrow(TypeError);
  });

  it("takes a link to a further origin", () => {
    const linkOrigins = ["https://one.example", "https://files.example/"];
    const path = "https://files.example/a?key=1";
    expect(target({ path }, {}, { linkOrigins })).toEqual({ url: path, isForeign: true });
  });
});

describe("httpRequest", () => {
  const made = (
    request: Partial<ApiRequest>,
    call: RequestOptions = {},
    client: Partial<ClientOptions> = {},
    isForeign = false,
    signal?: AbortSignal,
  ) => httpRequest({ url: `${baseUrl}/a`, isForeign }, requestOf(request), call, { baseUrl, ...client }, signal);

  it("has method, URL and what the caller can read", async () => {
    const { headers, ...request } = await made({ method: "DELETE" });
    expect(request).toEqual({ url: `${baseUrl}/a`, method: "DELETE" });
    expect([...headers]).toEqual([["accept", "application/json"]]);
    expect((await made({ accept: "*/*" })).headers.get("accept")).toBe("*/*");
  });

  it("lets the headers of a call win over those of the function, and these over those of the client", async () => {
    const { headers } = await made(
      { headers: { B: "function", c: "function" } },
      { headers: { C: "call" } },
      { token: "secret", headers: { a: "client", b: "client", c: "client", accept: "text/csv" } },
    );
    expect(Object.fromEntries(headers)).toEqual({
      accept: "text/csv",
      authorization: "Bearer secret",
      a: "client",
      b: "function",
      c: "call",
    });
  });

  it("has neither token nor headers of client and call if it leads away", async () => {
    const { headers } = await made(
      { headers: { prefer: "function", Authorization: "secret" } },
      { headers: { "x-call": "secret" } },
      { token: () => Promise.reject(new Error("not to be called")), headers: { "x-app": "secret" } },
      true,
    );
    expect(Object.fromEntries(headers)).toEqual({ accept: "application/json", prefer: "function" });
  });

  it.each<[ClientOptions["scopes"], readonly string[]]>([
    ["delegated", ["Things.Read"]],
    ["delegatedWork", ["Things.Read"]],
    ["application", ["Things.Read.All"]],
    ["delegatedPersonal", []],
    [undefined, []],
  ])("asks for a token for %s with the permissions %j", async (scopes, expected) => {
    const asked: unknown[] = [];
    const { signal } = new AbortController();
    const token: ClientOptions["token"] = (context) => {
      asked.push(context);
      return "t1";
    };
    const known = { delegatedWork: ["Things.Read"], application: ["Things.Read.All"] };
    const options = scopes ? { token, scopes } : { token };
    const { headers } = await made({ scopes: known }, {}, options, false, signal);
    expect(headers.get("authorization")).toBe("Bearer t1");
    await made({}, {}, options);
    expect(asked).toEqual([{ scopes: expected, signal }, { scopes: [] }]);
  });

  it("has no authorization without a token", async () => {
    expect((await made({}, {}, { token: async () => "" })).headers.has("authorization")).toBe(false);
  });

  it("has JSON: null clears, undefined is left out", async () => {
    const { body, headers } = await made({ method: "PATCH", json: { name: null, title: undefined } });
    expect([body, headers.get("content-type")]).toEqual(['{"name":null}', "application/json"]);
    const merge = await made({ method: "PATCH", json: null, contentType: "application/merge-patch+json" });
    expect([merge.body, merge.headers.get("content-type")]).toEqual(["null", "application/merge-patch+json"]);
  });

  it.each([
    ["bytes", new Uint8Array(1), "image/png", "application/octet-stream"],
    ["text", "x", "image/png", "application/octet-stream"],
    ["a stream", new ReadableStream(), "image/png", "application/octet-stream"],
    ["a file", new Blob([], { type: "text/csv" }), "image/png", null],
    ["a query", new URLSearchParams(), "image/png", null],
    ["a form", new FormData(), null, null],
  ])(
    "has %s with its media type, or leaves it to the platform where that knows it",
    async (_, content, type, without) => {
      const request = await made({ method: "PUT", content, contentType: "image/png" });
      expect([request.body, request.headers.get("content-type")]).toEqual([content, type]);
      expect((await made({ method: "PUT", content })).headers.get("content-type")).toBe(without);
      expect("duplex" in request).toBe(content instanceof ReadableStream);
    },
  );

  it("refuses headers that would end their line", async () => {
    await expect(made({ headers: { prefer: "a\r\nx: y" } })).rejects.toThrow(TypeError);
  });
});
