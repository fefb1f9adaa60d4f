import { expect, it } from "vitest";
import { isPlaceholder } from "./placeholder.ts";

it.each([
  "String",
  "string",
  "Boolean",
  "String (timestamp)",
  "Edm.Boolean",
  "Status value",
  "status-value",
  "<status>",
  "{status}",
  "[status]",
  "low | normal | high",
  "low|normal",
  "...",
  "…",
  "",
])("takes %j for a placeholder", (text) => {
  expect(isPlaceholder(text)).toBe(true);
});

it.each(["high", "true", "2", "HTML", "in progress", "a value of its own kind", "<a>b</a>", "Stringent"])(
  "takes %j for a value",
  (text) => {
    expect(isPlaceholder(text)).toBe(false);
  },
);

it("knows the names of the member and of its type", () => {
  expect(isPlaceholder("importance", ["importance"])).toBe(true);
  expect(isPlaceholder("#shop.core.Importance", ["level", "importance"])).toBe(true);
  expect(isPlaceholder("@odata.type: shop.core.importance", ["importance"])).toBe(true);
  expect(isPlaceholder("importance", ["level"])).toBe(false);
});

it("takes no long text for one", () => {
  expect(isPlaceholder(`<${"x".repeat(300)}>`)).toBe(false);
});
