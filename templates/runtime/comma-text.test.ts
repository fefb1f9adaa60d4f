import { describe, expect, it } from "vitest";
import { commaText } from "./comma-text.ts";

describe("commaText", () => {
  it("joins lists of strings at their paths, and changes nothing that was given", () => {
    const body = Object.freeze({
      rights: Object.freeze(["read", "write"]),
      names: Object.freeze(["a", "b"]),
      owner: Object.freeze({ rights: Object.freeze(["own"]), id: "1" }),
      note: null,
    });
    expect(commaText(["rights", "owner.rights"])(body)).toEqual({
      rights: "read,write",
      names: ["a", "b"],
      owner: { rights: "own", id: "1" },
      note: null,
    });
  });

  it("goes through lists on the way, the body itself among them", () => {
    const body = [{ parts: [{ rights: ["a", "b"] }, { rights: [] }, null, "x"] }];
    expect(commaText(["parts.rights"])(body)).toEqual([{ parts: [{ rights: "a,b" }, { rights: "" }, null, "x"] }]);
  });

  it.each([
    [{ rights: "read" }],
    [{ rights: null }],
    [{ rights: undefined }],
    [{ rights: [1, "a"] }],
    [{ rights: { inner: ["a"] } }],
    [{ other: ["a"] }],
    [null],
    ["rights"],
    [undefined],
  ])("leaves %j as it is", (body) => {
    expect(commaText(["rights", "owner.rights"])(body)).toEqual(body);
  });

  it("adds no member, and knows no prototype", () => {
    expect(Object.keys(Object(commaText(["a.b", "toString"])({ c: 1 })))).toEqual(["c"]);
    const own: unknown = JSON.parse('{"__proto__":["a","b"]}');
    expect(JSON.stringify(commaText(["__proto__"])(own))).toBe('{"__proto__":"a,b"}');
  });
});
