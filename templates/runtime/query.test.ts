import { describe, expect, it } from "vitest";
import { queryString } from "./query.ts";

describe("queryString", () => {
  it("encodes names and values, and keeps the dollar of system options", () => {
    expect(queryString({ $filter: "name eq 'a+b&c'", top: 5, deep: true })).toBe(
      "$filter=name%20eq%20'a%2Bb%26c'&top=5&deep=true",
    );
  });

  it("joins lists, and leaves out what is undefined or an empty list", () => {
    expect(queryString({ $select: ["id", "name"], $expand: [], skip: undefined, search: "" })).toBe(
      "$select=id%2Cname&search=",
    );
  });
});
