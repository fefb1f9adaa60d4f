import { describe, expect, it } from "vitest";
import { linkRequest, type OperationSpec, requestOf } from "./operation-spec.ts";
import type { ApiRequest } from "./request.ts";

const spec: OperationSpec = {
  name: "listThings",
  method: "GET",
  paths: ["/users/{userId}/things", "/things"],
  query: { $select: "select", $top: "top", $count: "count" },
  headers: { "If-Match": "ifMatch" },
};

describe("requestOf", () => {
  it("puts each argument where it goes", () => {
    expect(
      requestOf(spec, { userId: "a b", select: ["id", "name"], top: 0, count: false, ifMatch: "*" }, "page"),
    ).toEqual({
      operation: "listThings",
      method: "GET",
      path: "/users/a%20b/things",
      template: "/users/{userId}/things",
      query: { $select: "id,name", $top: "0", $count: "false" },
      headers: { "If-Match": "*" },
      result: "page",
    });
  });

  it("leaves out arguments that are undefined, empty lists, and what is no argument", () => {
    const { query, headers } = requestOf(spec, { select: [], top: undefined, ifMatch: undefined, other: 1 }, "page");
    expect([query, headers]).toEqual([{}, {}]);
  });

  it("is plain data", () => {
    const request = requestOf({ ...spec, scopes: { application: ["Things.Read"] } }, { userId: "1", top: 2 }, "page");
    expect(JSON.parse(JSON.stringify(request))).toEqual(request);
    expect(request.scopes).toEqual({ application: ["Things.Read"] });
  });

  it("sends what is null, and what is in a body as it is", () => {
    const body = { name: null };
    const request = requestOf({ name: "a", method: "PATCH", paths: ["/a"], json: "body" }, { body }, "json");
    expect(request.json).toBe(body);
    expect(requestOf({ name: "a", method: "POST", paths: ["/a"], json: "body" }, { body: null }, "json").json).toBe(
      null,
    );
    expect(requestOf({ name: "a", method: "POST", paths: ["/a"], json: "body" }, {}, "json")).not.toHaveProperty(
      "json",
    );
  });

  it("sends content with its media type", () => {
    const content = new Uint8Array([1]);
    const put: OperationSpec = { name: "a", method: "PUT", paths: ["/a"], content: "data", contentType: "image/png" };
    expect(requestOf(put, { data: content }, "void")).toMatchObject({ content, contentType: "image/png" });
  });

  it("sends a text in place of JSON, where the service takes one", () => {
    const post: OperationSpec = { name: "a", method: "POST", paths: ["/a"], json: "body", textType: "text/plain" };
    const sent = requestOf(post, { body: "TUlNRQ==" }, "void");
    expect(sent).toMatchObject({ content: "TUlNRQ==", contentType: "text/plain" });
    expect(sent).not.toHaveProperty("json");
    expect(requestOf(post, { body: { a: 1 } }, "void")).toMatchObject({ json: { a: 1 } });
    // Without the choice a text is JSON, as any other value.
    const { textType: _, ...plain } = post;
    expect(requestOf(plain, { body: "a" }, "void")).toMatchObject({ json: "a" });
  });

  it("encodes arguments that are not sent as they are given, and leaves out what the encoder leaves out", () => {
    const encode = { top: (value: number) => value * 2, ifMatch: () => undefined };
    const { query, headers } = requestOf({ ...spec, encode }, { top: 2, ifMatch: "x" }, "page");
    expect([query, headers]).toEqual([{ $top: "4" }, {}]);
    expect(requestOf({ ...spec, encode }, {}, "page").query).toEqual({});
  });

  it("chooses a path by the argument that names it", () => {
    const choosing: OperationSpec = { name: "a", method: "GET", paths: ["/a", "/b"], choice: "path" };
    expect(requestOf(choosing, { path: "/b" }, "json").path).toBe("/b");
    expect(requestOf(choosing, {}, "json").path).toBe("/a");
  });

  it("takes no argument from a prototype", () => {
    const tricky: OperationSpec = { name: "a", method: "GET", paths: ["/a"], query: { x: "toString", y: "__proto__" } };
    expect(requestOf(tricky, {}, "json").query).toEqual({});
    expect(requestOf(tricky, JSON.parse('{"__proto__":"p"}'), "json").query).toEqual({ y: "p" });
  });

  it("sends a state instead of all other arguments", () => {
    const delta: OperationSpec = { ...spec, since: "since" };
    const since = "https://api.example/v1/things?$deltatoken=x";
    expect(requestOf(delta, { since, select: ["id"], ifMatch: "*" }, "delta")).toEqual({
      operation: "listThings",
      method: "GET",
      path: since,
      template: "/things",
      headers: { "If-Match": "*" },
      result: "delta",
    });
    expect(requestOf(delta, { since: undefined }, "delta").path).toBe("/things");
  });
});

describe("linkRequest", () => {
  it("keeps the headers, but neither method, query nor body", () => {
    const request: ApiRequest = {
      operation: "findThings",
      method: "POST",
      path: "/things/find",
      template: "/things/find",
      query: { $top: "1" },
      headers: { prefer: "x" },
      json: {},
      contentType: "application/json",
      accept: "application/json",
      result: "page",
    };
    expect(linkRequest(request, "https://api.example/v1/next")).toEqual({
      operation: "findThings",
      method: "GET",
      path: "https://api.example/v1/next",
      template: "/things/find",
      headers: { prefer: "x" },
      accept: "application/json",
      result: "page",
    });
  });
});
