import { expect, test } from "vitest";
import { callOf, gist } from "./examples.fixture.ts";

test.each([
  [
    "a word for a collection and its key",
    "/makers/{makerId}/parts/{partId}",
    "/home/parts/7",
    { makerId: "{makerId}", partId: "7" },
  ],
  [
    "the same in the middle",
    "/home/shelf/items/{id}/sheets/{sheet}",
    "/home/shelf/top/sheets/A",
    { id: "{id}", sheet: "A" },
  ],
  ["something more in front", "/makers/{makerId}/parts", "/old/makers/7/parts", { makerId: "7" }],
  ["something less in front", "/home/makers/{makerId}/parts", "/makers/7/parts", { makerId: "7" }],
  ["another collection", "/shop/makers/{makerId}/parts/all", "/shop/vendors/7/parts/all", { makerId: "{makerId}" }],
  ["a value where the page has one of its own", "/domains/example.com/records", "/domains/{name}/records", {}],
])("%s", (_, template, example, values) => {
  expect(gist(callOf({ paths: [template] }, `GET ${example}`))).toEqual([template, values, "address"]);
});

test.each([
  ["another end", "/makers/{makerId}/parts", "/makers/7/wheels"],
  ["one segment more at the end", "/makers/{makerId}", "/makers/7/parts"],
  ["one segment less at the end", "/makers/{makerId}/parts/{partId}", "/makers/7/parts"],
  ["a key of another collection", "/makers/{makerId}/parts", "/vendors/{vendorId}/parts"],
  ["two places", "/a/makers/b/parts/all", "/x/makers/y/parts/all"],
  ["three segments", "/a/b/c/parts/all", "/x/y/z/parts/all"],
  ["too little that is the same", "/a/b/parts", "/x/y/parts"],
])("not %s", (_, template, example) => {
  expect(gist(callOf({ paths: [template] }, `GET ${example}`))).toBe("path-differs");
});

test("the nearest of several, and the first of equals", () => {
  const paths = ["/shop/rooms/shelves/{id}/parts", "/shop/makers/{makerId}/parts", "/shop/vendors/{vendorId}/parts"];
  expect(gist(callOf({ paths }, "GET /shop/home/parts"))).toEqual([
    "/shop/makers/{makerId}/parts",
    { makerId: "{makerId}" },
    "address",
  ]);
});

test("says what differs", () => {
  const call = callOf({ paths: ["/makers/{makerId}/parts"] }, "GET /home/parts");
  expect(call.kind === "call" && call.notes.map(({ text }) => text)).toEqual([
    "The example has /home where the page has /makers/{}.",
  ]);
});
