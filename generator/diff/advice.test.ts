import { expect, it } from "vitest";
import { versionAdvice } from "./advice.ts";
import { diffModels } from "./diff-models.ts";
import { basePages, edited, modelFrom, type Replacement } from "./pages.fixture.ts";

function bump(...replace: Replacement[]): string {
  return versionAdvice(diffModels(modelFrom(basePages), modelFrom(edited(basePages, { replace })))).bump;
}

const clock = "resources/clock.md";

it.each<[string, readonly Replacement[]]>([
  ["major", [[clock, "|hands|Int32|", "|hands|Boolean|"]]],
  ["minor", [[clock, "Number of hands that it has.", "Number of hands that it has. Read-only."]]],
  ["minor", [["api/clock-list.md", "`$top` and", "`$top`, `$skip` and"]]],
  ["patch", [[clock, "Number of hands that it has.", "How many hands there are."]]],
  ["none", []],
])("%s", (expected, replace) => {
  expect(bump(...replace)).toBe(expected);
});
