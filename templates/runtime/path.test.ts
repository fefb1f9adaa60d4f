import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linkPath, literal, path, quoted, segments } from "./path.ts";

describe("path", () => {
  it("encodes each parameter as one segment and keeps the parameters out of the template", () => {
    expect(path`/users/${"jane@contoso.example"}/files/${7}`).toEqual({
      text: "/users/jane%40contoso.example/files/7",
      template: "/users/{}/files/{}",
    });
  });

  it.each([
    ["a/b", "a%2Fb"],
    ["%2F", "%252F"],
    ["a?b#c", "a%3Fb%23c"],
    ["ä ☃", "%C3%A4%20%E2%98%83"],
    ["...", "..."],
  ])("keeps %j in its segment", (value, encoded) => {
    expect(path`/x/${value}/y`.text).toBe(`/x/${encoded}/y`);
  });

  it.each([".", ".."])("refuses %j, which would climb in the tree", (value) => {
    expect(() => path`/x/${value}/y`).toThrow("Unexpected `.` or `..` as a segment of /x/{}/y");
    expect(() => path`/x/${value}`).toThrow(TypeError);
    expect(() => path`/x/${segments(`a/${value}/b`)}`).toThrow(TypeError);
  });

  it("refuses an empty parameter, which would ask for another resource", () => {
    expect(() => path`/users/${""}`).toThrow("Unexpected empty parameter in /users/{}");
    expect(() => path`/files/${segments("")}`).toThrow("Unexpected empty path parameter");
    expect(() => path`/f(n=${literal("")})`).toThrow("Unexpected empty path parameter");
  });

  it("never lets a value change the segments before and after it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (value) => {
        fc.pre(value !== "." && value !== "..");
        const url = new URL(path`/first/${value}/last`.text, "https://api.example");
        const [, first, middle, last, ...rest] = url.pathname.split("/");
        expect([first, decodeURIComponent(middle ?? ""), last, rest]).toEqual(["first", value, "last", []]);
        expect([url.search, url.hash]).toEqual(["", ""]);
      }),
    );
  });
});

describe("literals", () => {
  it("quotes strings as OData does", () => {
    expect(path`/f(name=${quoted("O'Neil & Co")})`.text).toBe("/f(name='O''Neil%20%26%20Co')");
    expect(quoted("").encoded).toBe("''");
  });

  it("writes numbers, booleans, dates and lists without quotes", () => {
    expect(path`/f(a=${literal(1.5)},b=${literal(true)},c=${literal("2020-01-31")})`.text).toBe(
      "/f(a=1.5,b=true,c=2020-01-31)",
    );
    expect(decodeURIComponent(literal(["a", 'b"']).encoded)).toBe('["a","b\\""]');
  });

  it("keeps the slashes of a path", () => {
    expect(path`/root:/${segments("my docs/a#1.txt")}:/content`.text).toBe("/root:/my%20docs/a%231.txt:/content");
  });
});

describe("linkPath", () => {
  it("resolves a link against the base URL", () => {
    expect(linkPath("https://api.example/v1/a?$skip=2", "https://api.example/v1").text).toBe(
      "https://api.example/v1/a?$skip=2",
    );
    expect(linkPath("a?$skip=2", "https://api.example/v1").text).toBe("https://api.example/v1/a?$skip=2");
    expect(linkPath("/v2/a", "https://api.example/v1").text).toBe("https://api.example/v2/a");
  });
});
