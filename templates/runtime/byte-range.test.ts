import { describe, expect, it } from "vitest";
import { byteRange } from "./byte-range.ts";

describe("byteRange", () => {
  it.each([
    [[0, 1023], "bytes=0-1023"],
    [[5, 5], "bytes=5-5"],
    [[1024], "bytes=1024-"],
  ] as const)("writes %j", (range, text) => {
    expect(byteRange(range)).toBe(text);
  });

  it.each([[[-1]], [[0.5]], [[Number.NaN]], [[2, 1]], [[0, 1.5]], [[0, Number.POSITIVE_INFINITY]]] as const)(
    "refuses %j",
    (range) => {
      expect(() => byteRange(range)).toThrow(TypeError);
    },
  );
});
