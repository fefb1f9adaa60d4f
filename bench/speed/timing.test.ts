import { expect, test } from "vitest";
import { median, timingOf } from "./timing.ts";

test("the median is the middle one, or lies between the two in the middle", () => {
  expect([median([10, 2, 9]), median([10, 2]), median([4])]).toEqual([9, 6, 4]);
  expect(() => median([])).toThrow("no median");
});

test("one slow run does not move the time", () => {
  const run = (seconds: number, megabytes: number) => ({ seconds, cpuSeconds: seconds / 2, megabytes, stdout: "" });
  expect(timingOf([run(2, 100), run(30, 300), run(1, 200)])).toEqual({
    seconds: 2,
    cpuSeconds: 1,
    megabytes: 200,
    fastest: 1,
    slowest: 30,
  });
});
