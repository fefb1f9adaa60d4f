import { expect, test } from "vitest";
import { createPageFilter, selectPages } from "./page-filter.ts";

const pages = ["api/user-get.md", "api/user-list.md", "api/users/x.md", "resources/user.md", "a[1].md"];

test.each([
  ["api/user-list.md", ["api/user-list.md"]],
  ["api/user", ["api/user-get.md", "api/user-list.md", "api/users/x.md"]],
  ["./api/user-", ["api/user-get.md", "api/user-list.md"]],
  ["api\\user-", ["api/user-get.md", "api/user-list.md"]],
  ["api/*.md", ["api/user-get.md", "api/user-list.md"]],
  ["**/user*", ["api/user-get.md", "api/user-list.md", "resources/user.md"]],
  ["{api,resources}/user{-get,}.md", ["api/user-get.md", "resources/user.md"]],
  ["user", []],
])("%s", (pattern, expected) => {
  expect(pages.filter(createPageFilter(pattern))).toEqual(expected);
});

test("several patterns add up, and those without a page are named", () => {
  const { matches, unmatched } = selectPages(["resources/", "api/user-g", "nothing", "*.txt"], pages);
  expect(pages.filter(matches)).toEqual(["api/user-get.md", "resources/user.md"]);
  expect(unmatched).toEqual(["nothing", "*.txt"]);
});

test("without a pattern every page is meant", () => {
  expect(selectPages([], pages).matches("whatever")).toBe(true);
});
