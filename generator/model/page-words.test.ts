import { expect, it } from "vitest";
import { apiPage, readApi } from "../docs/api-page.fixture.ts";
import { createPageWordReader, spelled } from "./page-words.ts";

const words = createPageWordReader()(
  readApi(
    apiPage(
      "POST /makers/{maker-id}/widgetParts/{widgetPartId}/assignBadge(dayOfWeek={d})",
      "## Response\n\nReturns a [gearBox](../resources/gearbox.md) object.",
    ),
  ).page,
);

it.each([
  ["assignbadge", "assignBadge"],
  ["WIDGETPART", "widgetPart"],
  ["widgetparts", "widgetParts"],
  ["dayofweek", "dayOfWeek"],
  ["gearbox", "gearBox"],
  // "List widgets" is the title.
  ["listwidgets", "listWidgets"],
  ["makerwidgetpart", "makerWidgetPart"],
  // One unknown word at the end.
  ["widgetroot", "widgetRoot"],
  // An ending is no word.
  ["widgetable", "widgetable"],
  ["unheard", "unheard"],
])("spells %j as %j", (token, expected) => {
  expect(spelled(token, words)).toBe(expected);
});

it("does not split very long tokens", () => {
  const token = "widget".repeat(2_000);
  const started = performance.now();
  expect(spelled(token, words)).toBe(token);
  expect(performance.now() - started).toBeLessThan(1_000);
});
