import { expect, test } from "vitest";
import { type Figure, figureTable, isMissed, isStepBack } from "./figures.ts";

const recall: Figure = { name: "types, recall", needed: 98, measured: 98.5, unit: "%" };
const errors: Figure = { name: "errors", needed: 0, measured: 2, unit: "", isCeiling: true };

test("a figure is missed below its floor or above its ceiling, and met by just reaching either", () => {
  expect([recall, { ...recall, measured: 98 }, { ...recall, measured: 97.9 }].map(isMissed)).toEqual([
    false,
    false,
    true,
  ]);
  expect([errors, { ...errors, measured: 0 }].map(isMissed)).toEqual([true, false]);
});

test("a missed figure is a step back only below what was reached", () => {
  const missed: Figure = { ...recall, needed: 99, reached: 98 };
  expect([isMissed(missed), isStepBack(missed), isStepBack({ ...missed, measured: 97.9 })]).toEqual([
    true,
    false,
    true,
  ]);
  expect([isStepBack(recall), isStepBack(errors)]).toEqual([false, true]);
});

test("the table marks what is missed", () => {
  expect(figureTable([recall, errors])).toBe(
    [
      "figure            needed   measured",
      "types, recall     >= 98%      98.5%",
      "errors              <= 0          2  missed",
    ].join("\n"),
  );
});
