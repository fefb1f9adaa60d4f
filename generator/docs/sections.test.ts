import { describe, expect, it } from "vitest";
import { rangeText, sectionsFrom, timeOf } from "./reading.fixture.ts";
import { blocksOf, effectiveName, headingKey } from "./sections.ts";

describe("sections", () => {
  it("are the headings of a page, after the part before any", () => {
    const sections = sectionsFrom(
      "Before.\n\n# Lamp\n\nA lamp.\n\n## Properties\n\n### Remarks\n\nMore.\n\n## Unheard of",
    );
    expect(
      sections.map(({ heading, depth, name, ancestors, blocks }) => [heading, depth, name, ancestors, blocks.length]),
    ).toEqual([
      ["", 0, null, [], 1],
      ["Lamp", 1, null, [], 1],
      ["Properties", 2, "properties", [1], 0],
      ["Remarks", 3, "prose", [1, 2], 1],
      ["Unheard of", 2, null, [1], 0],
    ]);
  });

  it("have the place of their heading", () => {
    expect(sectionsFrom("# Lamp\n\n## Properties").map(({ place }) => rangeText(place))).toEqual([
      "1:1-1:1",
      "1:1-1:7",
      "3:1-3:14",
    ]);
  });

  it("may skip levels", () => {
    const [, , deep, flat] = sectionsFrom("# Lamp\n\n##### Request\n\n## Response");
    expect([deep?.ancestors, flat?.ancestors]).toEqual([[1], [1]]);
  });

  it("are not opened by the markers of tabs", () => {
    expect(sectionsFrom("# Lamp\n\n# [HTTP](#tab/http)\n\nText.").map(({ heading }) => heading)).toEqual(["", "Lamp"]);
  });

  it("are not opened by the title of a note in a quote", () => {
    const sections = sectionsFrom("# Lamp\n\n## Properties\n\n> ### Note\n> Careful.\n\n|a|b|\n|-|-|");
    expect(sections.map(({ heading }) => heading)).toEqual(["", "Lamp", "Properties"]);
    expect(sections[2]?.blocks.map(({ node }) => node.type)).toEqual(["heading", "paragraph", "table"]);
  });

  it("have their heading as plain text, without tags and marks", () => {
    const headings = sectionsFrom('## **Bold** `code` [link](a.md) <a name="x"></a>\n\n## Two   words \u00a0 here').map(
      ({ heading }) => heading,
    );
    expect(headings).toEqual(["", "Bold code link", "Two words here"]);
  });

  it("inherit the meaning of the nearest heading above that has one", () => {
    const sections = sectionsFrom("# Lamp\n\n## Properties\n\n### Shade settings\n\n#### Remarks\n\n## Else");
    expect(sections.map((_, index) => effectiveName(sections, index))).toEqual([
      null,
      null,
      "properties",
      "properties",
      "prose",
      null,
    ]);
    expect(effectiveName(sections, 99)).toBeNull();
  });

  it("give their blocks of one kind", () => {
    const [section] = sectionsFrom("Text.\n\n- list\n\nMore.");
    expect(section && blocksOf(section.blocks, "paragraph")).toHaveLength(2);
    expect(section && blocksOf(section.blocks, "list")).toHaveLength(1);
  });
});

describe("a heading for comparison", () => {
  it.each([
    ["HTTP Request", "http request"],
    ["  JSON\n Representation: ", "json representation"],
    ["Properties.", "properties"],
    ["Properties : ", "properties"],
    ["", ""],
  ])("of %j is %j", (heading, key) => {
    expect(headingKey(heading)).toBe(key);
  });

  it("is made in linear time", () => {
    expect(timeOf(() => headingKey(`${":. ".repeat(60_000)}a`))).toBeLessThan(200);
  });
});
