import { describe, expect, it } from "vitest";
import { deprecationIn, deprecationOfPage } from "./deprecation-wording.ts";

describe("a text deprecates what it describes", () => {
  it.each<[string, string]>([
    ["Deprecated.", "Deprecated."],
    ["The mode. Deprecated. Use dim instead.", "Deprecated."],
    ["This property is deprecated and is always null. Read-only.", "This property is deprecated and is always null."],
    ["The mode. This property will be deprecated in May.", "This property will be deprecated in May."],
    ["It has been deprecated since 2020.", "It has been deprecated since 2020."],
    ["Lamp id - to be deprecated", "Lamp id - to be deprecated"],
    ["(deprecated)", "deprecated"],
    ["[Deprecated]", "Deprecated"],
    ["[Deprecated] Has no effect.", "[Deprecated] Has no effect."],
    ["List lamps (deprecated)", "List lamps (deprecated)"],
    ["Deprecated -- use shade instead.", "Deprecated -- use shade instead."],
    ["This is scheduled for deprecation.", "This is scheduled for deprecation."],
    ["The mode.\nDeprecated since version two.", "Deprecated since version two."],
  ])("%j by %j", (text, sentence) => {
    expect(deprecationIn(text)).toBe(sentence);
  });

  it.each([
    "The brightness.",
    "Replaces the deprecated mode property.",
    "Use this instead of the deprecated mode.",
    "The possible states are Available and Deprecated.",
    "Lets callers keep their deprecated version of the lamp.",
    "A flag that the switch is depreciated.",
    "",
  ])("%j does not", (text) => {
    expect(deprecationIn(text)).toBeNull();
  });
});

describe("a paragraph deprecates the subject of its page", () => {
  it.each<[string, boolean, string]>([
    ["This API is deprecated and will stop in May.", false, "This API is deprecated and will stop in May."],
    ["A lamp. This resource type is deprecated. Use light.", false, "This resource type is deprecated."],
    [
      "This complex type will be deprecated in the future.",
      false,
      "This complex type will be deprecated in the future.",
    ],
    ["[!CAUTION] These APIs are deprecated.", true, "These APIs are deprecated."],
    ["**Note:** This has been deprecated.", true, "This has been deprecated."],
  ])("%j", (text, isQuoted, sentence) => {
    expect(deprecationOfPage(text, isQuoted)).toBe(sentence);
  });

  it.each<[string, boolean]>([
    ["A lamp. Older lamps are deprecated.", false],
    ["[!NOTE] The mode of lamps was renamed.", true],
    ["Older lamps are deprecated.", true],
    ["This API replaces the deprecated one.", false],
  ])("%j does not", (text, isQuoted) => {
    expect(deprecationOfPage(text, isQuoted)).toBeNull();
  });
});
