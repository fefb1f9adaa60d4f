import { describe, expect, it } from "vitest";
import { headingKey } from "./sections.ts";
import { createVocabulary } from "./synonyms.ts";
import { columnKey } from "./tables.ts";

describe("the built-in words", () => {
  const vocabulary = createVocabulary();

  it("are written as headings and column titles are looked up", () => {
    for (const word of vocabulary.sections.keys()) expect(headingKey(word)).toBe(word);
    for (const word of vocabulary.columns.keys()) expect(columnKey(word)).toBe(word);
  });

  it.each([
    ["json representation", "representation"],
    ["methods", "methods"],
    ["reports", "methods"],
    ["related content", "prose"],
    ["see also", "prose"],
    ["derived types", "derivedTypes"],
    ["instance attributes", "instanceAnnotations"],
    ["members", "members"],
  ])("make the heading %s one of %s", (heading, name) => {
    expect(vocabulary.sections.get(heading)).toBe(name);
  });

  it.each([
    ["guid", "Guid"],
    ["datetime", "DateTimeOffset"],
    ["timestamp", "DateTimeOffset"],
    ["bool", "Boolean"],
    ["integer", "Int32"],
    ["number", "Double"],
    ["url", "String"],
  ])("make the type %s a %s", (word, primitive) => {
    expect(vocabulary.primitives.get(word)).toBe(primitive);
  });

  it("do not hold names of JavaScript objects", () => {
    expect(vocabulary.sections.get("constructor")).toBeUndefined();
    expect(vocabulary.primitives.get("tostring")).toBeUndefined();
  });
});

describe("words of a config", () => {
  it("are added, whatever their case and white space", () => {
    const vocabulary = createVocabulary({
      sections: { properties: ["  Data   Members "] },
      columns: { description: ["What it is"] },
      primitives: { Int64: ["BigNumber"] },
    });
    expect(vocabulary.sections.get("data members")).toBe("properties");
    expect(vocabulary.columns.get("what it is")).toBe("description");
    expect(vocabulary.primitives.get("bignumber")).toBe("Int64");
    expect(vocabulary.sections.get("properties")).toBe("properties");
  });

  it("outrank the built-in ones", () => {
    const vocabulary = createVocabulary({ sections: { prose: ["Fields"] }, primitives: { Guid: ["url"] } });
    expect(vocabulary.sections.get("fields")).toBe("prose");
    expect(vocabulary.primitives.get("url")).toBe("Guid");
  });

  it("match headings with the colon that a writer copied along", () => {
    expect(createVocabulary({ sections: { errors: ["Problems:"] } }).sections.get(headingKey("Problems:"))).toBe(
      "errors",
    );
  });
});
