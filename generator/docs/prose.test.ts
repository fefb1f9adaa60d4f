import { expect, it } from "vitest";
import { sentencesOf } from "./prose.ts";

it("splits sentences, but not at a full stop inside of a name", () => {
  expect(sentencesOf("Use `$top`. The sample.widget stays. It has v1.0 parts!\nNext line")).toEqual([
    "Use `$top`.",
    "The sample.widget stays.",
    "It has v1.0 parts!",
    "Next line",
  ]);
});
