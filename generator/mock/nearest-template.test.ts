import fc from "fast-check";
import { expect, test } from "vitest";
import { model, operation } from "./mock.fixture.ts";
import { createNearestTemplates } from "./nearest-template.ts";

const nearest = createNearestTemplates(
  model([
    operation("listThings", { paths: ["/things"] }),
    operation("getThing", { paths: ["/things/{id}"] }),
    operation("deleteThing", { method: "DELETE", paths: ["/things/{thingId}"] }),
    operation("listParts", { paths: ["/things/{id}/parts"] }),
    operation("createThing", { method: "POST", paths: ["/things"] }),
    operation("me", { paths: ["/me/settings"] }),
  ]),
);

test.each([
  ["/thing", ["/things (GET, POST)"]],
  ["/things/7/part", ["/things/{id}/parts (GET)", "/things/{id} (DELETE, GET)"]],
  ["/things//parts", ["/things/{id}/parts (GET)", "/things/{id} (DELETE, GET)"]],
  ["/me/setting", ["/me/settings (GET)"]],
  ["/nothing/like/this", []],
])("%s", (path, expected) => {
  expect(nearest(path, 2)).toEqual(expected);
});

test("no path makes it throw, or gives more than asked for", () => {
  fc.assert(
    fc.property(fc.webPath(), (path) => {
      expect(nearest(path, 3).length).toBeLessThanOrEqual(3);
    }),
  );
  expect(nearest("/a".repeat(5_000))).toEqual([]);
});
