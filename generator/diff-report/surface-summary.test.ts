import { expect, test } from "vitest";
import { hostileReport, sampleChanges } from "./report.fixture.ts";
import { surfaceLines } from "./surface-summary.ts";

test("the gravest come first, and no more than a person reads", () => {
  const [first] = sampleChanges;
  const many = Array.from({ length: 21 }, () => sampleChanges.at(1)).filter((one) => one !== undefined);
  const lines = surfaceLines(first === undefined ? many : [...many, first]);
  expect(lines).toHaveLength(22);
  expect(lines[1]).toBe("  breaking property sample.time.clock/hands is removed, was Int32");
  expect(lines.at(-1)).toBe("  … and 2 more: apipage diff lists them all");
});

test("text of a page does not act on the terminal", () => {
  expect(surfaceLines(hostileReport("\u001b[31m\n::error::x").changes)).toEqual([
    "Surface  1 breaking, 0 warnings, 0 info since the last run",
    "  breaking \u{fffd}[31m\u{fffd}::error::x",
  ]);
});
