import { expect, it } from "vitest";
import { timeOf } from "./reading.fixture.ts";
import { trimmedEnd, trimmedEnds } from "./trimmed-text.ts";

it.each([
  ["brightness:.", ":.", "brightness"],
  [":.", ":.", ""],
  ["", ":.", ""],
  ["a:b", ":", "a:b"],
])("drops the characters at the end of %j only", (text, characters, kept) => {
  expect(trimmedEnd(text, characters)).toBe(kept);
});

it("drops the characters at both ends and keeps them inside", () => {
  expect(trimmedEnds("**a*b**", "*")).toBe("a*b");
  expect(trimmedEnds("***", "*")).toBe("");
});

it("looks at a long run of the characters once", () => {
  const run = ".".repeat(60_000);
  expect(timeOf(() => trimmedEnds(`a${run}b${run}`, "."))).toBeLessThan(200);
});
