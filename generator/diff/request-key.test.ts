import { expect, it } from "vitest";
import type { PathTemplate } from "../model/api-model.ts";
import { pathKey, sameSegments } from "./request-key.ts";

/** `/users/{id}` with parameters in braces. */
function path(template: string, query: PathTemplate["query"] = []): PathTemplate {
  const parts = template
    .split(/(\{[^}]*\})/u)
    .filter((part) => part !== "")
    .map((part) => (part.startsWith("{") ? ({ parameter: part.slice(1, -1), encoding: "segment" } as const) : part));
  return { template, parts, query, place: { page: "a.md", line: 1, column: 1, endLine: 1, endColumn: 1 } };
}

it("what a parameter is called, and the case of segments, makes no other request", () => {
  expect(pathKey(path("/users/{id}/calendarGroups"))).toBe(pathKey(path("/users/{user-id}/calendargroups")));
  expect(pathKey(path("/users/{id}"))).not.toBe(pathKey(path("/users")));
});

it("a query that belongs to the path does", () => {
  expect(pathKey(path("/a", [{ name: "x", value: "1" }]))).toBe("/a?x=1");
  expect(pathKey(path("/a", [{ name: "x", value: { parameter: "p" } }]))).toBe("/a?x={}");
});

it.each([
  ["/teams/{}/openShiftsChangeRequests", "/teams/{}/openShiftChangeRequests", 2 / 3],
  ["/me/drive/root/workbook/tables", "/me/drive/items/{}/workbook/tables", 4 / 6],
  ["/clocks/{}/wind", "/clocks/{}", 0],
  ["/clocks", "/makers", 0],
  ["/a/b/c", "/x/y/c", 0],
])("%s and %s have %d in common", (old, current, share) => {
  expect(sameSegments(path(old), path(current))).toBeCloseTo(share);
});
