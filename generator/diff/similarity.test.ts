import fc from "fast-check";
import { expect, it } from "vitest";
import { likeness, nameLikeness, overlap } from "./similarity.ts";

it.each<[string | null, string | null, number | null]>([
  ["Order Id of the device.", "Group Tag of the device.", 3 / 7],
  ["Same words, other order.", "other order same words", 1],
  ["One.", "Two.", 0],
  [null, "Two.", null],
  ["", "Two.", null],
])("%s is like %s by %s", (a, b, expected) => {
  expect(likeness(a, b)).toBe(expected);
});

it.each([
  ["createdDateTime", "createdDate", 2 / 3],
  ["isHTMLBody", "isHtmlBody", 1],
  ["v10_0", "v11_0", 0.5],
  ["label", "title", 0],
])("the name %s is like %s by %d", (a, b, expected) => {
  expect(nameLikeness(a, b)).toBeCloseTo(expected);
});

it("whatever the texts, likeness is symmetrical, and between 0 and 1", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (a, b) => {
      for (const measure of [likeness, nameLikeness]) {
        expect(measure(a, b)).toBe(measure(b, a));
        expect(measure(a, b) ?? 0).toBeGreaterThanOrEqual(0);
        expect(measure(a, b) ?? 0).toBeLessThanOrEqual(1);
      }
    }),
  );
  expect(overlap(new Set(), new Set())).toBe(0);
});

it("does not slow down on long texts", () => {
  const long = "aB".repeat(1_000_000);
  const start = performance.now();
  likeness(long, long);
  nameLikeness(long, long);
  expect(performance.now() - start).toBeLessThan(500);
});
