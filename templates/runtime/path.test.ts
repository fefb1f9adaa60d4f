import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expandPath, linkUrl } from "./path.ts";

const path = (template: string, args: Readonly<Record<string, unknown>>): string =>
  expandPath([template], new Map(Object.entries(args))).path;

/** Any text that is well-formed, with those characters often that mean something in a path. */
const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom(..."/\\.%'\"()?#;,=&+: 2eEfF"),
    fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
  ),
  minLength: 1,
});

const isWellFormed = (value: string): boolean => !/\p{Surrogate}/u.test(value);

describe("expandPath", () => {
  it("fills the parameters in, and keeps them out of the template", () => {
    const args = new Map<string, unknown>([
      ["userId", "jane@contoso.example"],
      ["number", 7],
    ]);
    expect(expandPath(["/users/{userId}/files/{number}"], args)).toEqual({
      path: "/users/jane%40contoso.example/files/7",
      template: "/users/{userId}/files/{number}",
    });
  });

  it("takes the first template of which all parameters are given", () => {
    const templates = ["/groups/{groupId}/users/{userId}", "/users/{userId}", "/me"];
    const template = (...names: string[]): string =>
      expandPath(templates, new Map(names.map((name) => [name, "x"]))).template;
    expect(template("userId", "groupId")).toBe("/groups/{groupId}/users/{userId}");
    expect(template("userId", "other")).toBe("/users/{userId}");
    expect(template("groupId")).toBe("/me");
    expect(template()).toBe("/me");
  });

  it("refuses arguments that fit no template", () => {
    expect(() => expandPath(["/users/{userId}", "/f(n={'name'})"], new Map())).toThrow(
      new TypeError("Unexpected arguments, expected those of /users/{userId} or /f(n={name})"),
    );
  });

  it("refuses a parameter that is there and undefined, instead of reaching another resource", () => {
    const args = new Map([["userId", undefined]]);
    expect(() => expandPath(["/users/{userId}", "/me"], args)).toThrow(
      new TypeError("Unexpected empty path parameter userId"),
    );
  });

  it("takes the template that is chosen by name", () => {
    const templates = ["/things/{id}", "/things(key={'id'})", "/first?fixed=1"];
    const chosen = (name: string | undefined): string =>
      expandPath(templates, new Map([["id", "1"], ...(name === undefined ? [] : [["path", name] as const])]), "path")
        .path;
    expect(chosen(undefined)).toBe("/things/1");
    expect(chosen("/things/{id}")).toBe("/things/1");
    expect(chosen("/things(key={id})")).toBe("/things(key='1')");
    expect(chosen("/first?fixed=1")).toBe("/first?fixed=1");
    expect(() => chosen("/other")).toThrow(TypeError);
  });

  it("keeps a fixed query string", () => {
    expect(path("/things/{id}/content?format=pdf", { id: "a?b" })).toBe("/things/a%3Fb/content?format=pdf");
    expect(() => path("/things/{id}?format=pdf", { id: ".." })).toThrow(TypeError);
  });

  it.each(["/users/{id}", "/files/{+id}", "/f(n={=id})"])("refuses an empty parameter in %s", (template) => {
    expect(() => path(template, { id: "" })).toThrow(new TypeError("Unexpected empty path parameter id"));
  });
});

describe("{name}", () => {
  it.each([
    ["a/b", "a%2Fb"],
    ["a\\b", "a%5Cb"],
    ["%2F", "%252F"],
    ["%2e%2e", "%252e%252e"],
    ["a?b#c", "a%3Fb%23c"],
    ["O'Neil", "O'Neil"],
    ["ä ☃ 🙂", "%C3%A4%20%E2%98%83%20%F0%9F%99%82"],
    ["...", "..."],
    [true, "true"],
    [null, "null"],
  ])("keeps %j in its segment", (value, encoded) => {
    expect(path("/x/{id}/y", { id: value })).toBe(`/x/${encoded}/y`);
  });

  it.each([".", ".."])("refuses %j, which would climb in the tree", (value) => {
    expect(() => path("/x/{id}/y", { id: value })).toThrow(
      new TypeError("Unexpected `.` or `..` as a segment of /x/{id}/y"),
    );
    expect(() => path("/x/{id}", { id: value })).toThrow(TypeError);
    expect(() => path("/x/{id}?a=b", { id: value })).toThrow(TypeError);
    expect(path("/x/a{id}/y", { id: value })).toBe(`/x/a${value}/y`);
  });

  it("refuses half a surrogate pair", () => {
    expect(() => path("/x/{id}", { id: "\ud800" })).toThrow(URIError);
  });

  it("never changes the segments around it", () => {
    fc.assert(
      fc.property(text.filter(isWellFormed), (value) => {
        fc.pre(value !== "." && value !== "..");
        const url = new URL(`https://api.example/v1${path("/first/{id}/last?fixed=1", { id: value })}`);
        const [, version, first, middle, last, ...rest] = url.pathname.split("/");
        expect([version, first, decodeURIComponent(middle ?? ""), last, rest]).toEqual([
          "v1",
          "first",
          value,
          "last",
          [],
        ]);
        expect([url.origin, url.search, url.hash]).toEqual(["https://api.example", "?fixed=1", ""]);
      }),
    );
  });
});

describe("{'name'}", () => {
  it("quotes as OData does, also what is empty", () => {
    expect(path("/f(n={'name'},m=1)", { name: "O'Neil & Co" })).toBe("/f(n='O''Neil%20%26%20Co',m=1)");
    expect(path("/f(n={'name'})", { name: "" })).toBe("/f(n='')");
  });

  it("never ends its quotes", () => {
    fc.assert(
      fc.property(text.filter(isWellFormed), (value) => {
        const url = new URL(`https://api.example/v1${path("/first/f(n={'name'},m=1)/last", { name: value })}`);
        const [, , , called = "", last, ...rest] = url.pathname.split("/");
        const literal = /^f\(n='((?:[^']|'')*)',m=1\)$/s.exec(decodeURIComponent(called))?.[1];
        expect(literal?.replaceAll("''", "'")).toBe(value);
        expect([last, rest, url.search, url.hash]).toEqual(["last", [], "", ""]);
      }),
    );
  });
});

describe("{=name}", () => {
  it.each([
    [1.5, "1.5"],
    [true, "true"],
    [null, "null"],
    ["2020-01-31T10:00:00+01:00", "2020-01-31T10%3A00%3A00%2B01%3A00"],
    ["Color'red'", "Color'red'"],
    [["a", 'b")'], "%5B%22a%22%2C%22b%5C%22)%22%5D"],
  ])("writes %j without quotes", (value, encoded) => {
    expect(path("/f(n={=value})", { value })).toBe(`/f(n=${encoded})`);
  });

  it.each(["1)/other(2", "1,m=2", "a;b"])("refuses %j, which would end the literal", (value) => {
    expect(() => path("/f(n={=value},m=1)", { value })).toThrow(
      new TypeError("Unexpected end within the path parameter value"),
    );
  });

  it("never changes the segments and the literals around it", () => {
    fc.assert(
      fc.property(text.filter(isWellFormed), (value) => {
        fc.pre(!/[(),;]/.test(value));
        const url = new URL(`https://api.example/v1${path("/first/f(n={=value},m=1)/last", { value })}`);
        const [, , , called = "", last, ...rest] = url.pathname.split("/");
        expect(decodeURIComponent(called)).toBe(`f(n=${value},m=1)`);
        expect([last, rest, url.search, url.hash]).toEqual(["last", [], "", ""]);
      }),
    );
  });
});

describe("{+name}", () => {
  it("keeps the slashes", () => {
    expect(path("/root:/{+path}:/content", { path: "my docs/a#1.txt" })).toBe("/root:/my%20docs/a%231.txt:/content");
  });

  it.each(["a/../b", "../b", "a/.", "a/./b"])("refuses %j, which would climb in the tree", (value) => {
    expect(() => path("/files/{+path}/content", { path: value })).toThrow(TypeError);
  });

  it("never changes the segments around it", () => {
    fc.assert(
      fc.property(text.filter(isWellFormed), (value) => {
        fc.pre(value.split("/").every((segment) => segment !== "." && segment !== ".."));
        const url = new URL(`https://api.example/v1${path("/first/{+path}/last", { path: value })}`);
        expect(decodeURIComponent(url.pathname)).toBe(`/v1/first/${value}/last`);
        expect(url.pathname.split("/").length).toBe(4 + value.split("/").length);
        expect([url.search, url.hash]).toEqual(["", ""]);
      }),
    );
  });
});

describe("linkUrl", () => {
  it("resolves a link against the base URL", () => {
    expect(linkUrl("https://api.example/v1/a?$skip=2", "https://api.example/v1")).toBe(
      "https://api.example/v1/a?$skip=2",
    );
    expect(linkUrl("a?$skip=2", "https://api.example/v1")).toBe("https://api.example/v1/a?$skip=2");
    expect(linkUrl("/v2/a", "https://api.example/v1")).toBe("https://api.example/v2/a");
    expect(linkUrl("//evil.example/a", "https://api.example/v1")).toBe("https://evil.example/a");
  });
});
