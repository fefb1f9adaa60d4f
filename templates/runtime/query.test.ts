import { describe, expect, it } from "vitest";
import { queryString } from "./query.ts";

describe("queryString", () => {
  it("encodes names and values, and keeps the dollar of system options", () => {
    expect(queryString({ $filter: "name eq 'a+b&c'", top: 5, deep: true, "a=b": "#?" })).toBe(
      "$filter=name%20eq%20'a%2Bb%26c'&top=5&deep=true&a%3Db=%23%3F",
    );
  });

  it("leaves out what is undefined, but not what is empty", () => {
    expect(queryString({ skip: undefined, search: "" })).toBe("search=");
    expect(queryString({})).toBe("");
  });
});
