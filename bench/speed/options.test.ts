import { expect, test } from "vitest";
import { readOptions } from "./options.ts";

test("without arguments, everything is measured five times", () => {
  expect(readOptions([])).toEqual({
    runs: 5,
    only: new Set(["ours", "peers", "growth"]),
    isJson: false,
    isStrict: false,
    isHelp: false,
  });
});

test("parts add up", () => {
  expect(readOptions(["--only", "ours", "--only", "growth", "--runs", "3", "--json", "--strict"])).toEqual({
    runs: 3,
    only: new Set(["ours", "growth"]),
    isJson: true,
    isStrict: true,
    isHelp: false,
  });
});

test.each([
  [["--runs", "0"], "Unexpected --runs 0, expected a number from 1 to 999"],
  [["--runs", "many"], "Unexpected --runs many, expected a number from 1 to 999"],
  [["--only", "theirs"], "Unexpected --only theirs, expected ours, peers, growth"],
  [["--fast"], "Unknown option '--fast'"],
  [["ours"], "Unexpected argument 'ours'"],
])("%j is refused", (args, message) => {
  expect(() => readOptions(args)).toThrow(message);
});
