import { expect, test } from "vitest";
import { runLimited } from "./time-limit.ts";

/** Takes far longer than any test may, one way or another. */
const endless: Readonly<Record<string, () => void>> = {
  "a loop": () => {
    for (;;);
  },
  "a regular expression": () => {
    /^(?:a+)+$/.test(`${"a".repeat(60)}!`);
  },
};

test.each(Object.entries(endless))("%s that does not end is ended, and the other steps run", (_, never) => {
  const done: number[] = [];
  const slow: number[] = [];
  runLimited(
    [1, 2, 3, 4],
    (item) => {
      if (item % 2 === 0) never();
      done.push(item);
    },
    (item) => slow.push(item),
    0.05,
  );
  expect({ done, slow }).toEqual({ done: [1, 3], slow: [2, 4] });
});

test("what a step throws is thrown", () => {
  const act = (): void =>
    runLimited(
      [1],
      () => {
        throw new RangeError("deep");
      },
      () => {},
      1,
    );
  expect(act).toThrow(new RangeError("deep"));
});

test("no step, no work", () => {
  runLimited([], expect.unreachable, expect.unreachable, 1);
});
