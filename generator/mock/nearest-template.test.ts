import fc from "fast-check";
import { expect, test } from "vitest";
import { model, operation } from "./mock.fixture.ts";
import { nearestTemplates } from "./nearest-template.ts";

const api = model([
  operation("listThings", { paths: ["/things"] }),
  operation("getThing", { paths: ["/things/{id}"] }),
  operation("listParts", { paths: ["/things/{id}/parts"] }),
  operation("createThing", { method: "POST", paths: ["/things"] }),
  operation("me", { paths: ["/me/settings"] }),
]);

test.each([
  ["/thing", ["GET /things", "POST /things"]],
  ["/things/7/part", ["GET /things/{id}/parts", "GET /things/{id}"]],
  ["/things//parts", ["GET /things/{id}/parts", "GET /things/{id}"]],
  ["/me/setting", ["GET /me/settings"]],
  ["/nothing/like/this", []],
])("%s", (path, expected) => {
  expect(nearestTemplates(api, path, 2)).toEqual(expected);
});

test("no path makes it throw, or gives more than asked for", () => {
  fc.assert(
    fc.property(fc.webPath(), (path) => {
      expect(nearestTemplates(api, path, 3).length).toBeLessThanOrEqual(3);
    }),
  );
  expect(nearestTemplates(api, "/a".repeat(5_000))).toEqual([]);
});
