import { describe, expect, it } from "vitest";
import { isTabMarker, placeIn, placeOf } from "./blocks.ts";
import { blocksFrom, fence } from "./reading.fixture.ts";

const kinds = (text: string): string[] => blocksFrom(text).map((block) => block.node.type);

describe("the blocks of a page", () => {
  it("stand in reading order", () => {
    expect(kinds(`# Lamp\n\nA lamp.\n\n|a|b|\n|-|-|\n|1|2|\n\n<!-- note -->\n\n${fence}json\n{}\n${fence}`)).toEqual([
      "heading",
      "paragraph",
      "table",
      "html",
      "code",
    ]);
  });

  // trap 6
  it("inside of lists come after the list, as annotations, code and tables do", () => {
    const list = [
      "1. First:",
      "",
      '   <!-- { "blockType": "ignored" } -->',
      "",
      `   ${fence}http`,
      "   GET /lamps",
      `   ${fence}`,
      "",
      "   - inner",
      "",
      "   |a|b|",
      "   |-|-|",
      "   |1|2|",
    ].join("\n");
    expect(kinds(list)).toEqual(["list", "html", "code", "list", "table"]);
  });

  it("inside of quotes are marked as quoted", () => {
    const blocks = blocksFrom("> [!NOTE]\n> Careful.\n>\n> - one\n\nAfter.");
    expect(blocks.map((block) => [block.node.type, block.isQuoted])).toEqual([
      ["paragraph", true],
      ["list", true],
      ["paragraph", false],
    ]);
  });

  it("leave out the markers of tabs, rules and link definitions", () => {
    expect(kinds("# [HTTP](#tab/http)\n\nText.\n\n---\n\n[ref]: lamp.md")).toEqual(["paragraph"]);
  });

  it("have the place of their node in the file", () => {
    const [heading, paragraph] = blocksFrom("# Lamp\n\n  A lamp.", "resources/lamp.md");
    expect(heading && placeOf(heading)).toEqual({
      page: "resources/lamp.md",
      line: 1,
      column: 1,
      endLine: 1,
      endColumn: 7,
    });
    expect(paragraph && placeOf(paragraph)).toMatchObject({ line: 3, column: 3, endColumn: 10 });
  });

  it("are placed at the start of the file where a node has no position", () => {
    expect(placeIn("lamp.md", { type: "paragraph", children: [] })).toEqual({
      page: "lamp.md",
      line: 1,
      column: 1,
      endLine: 1,
      endColumn: 1,
    });
  });
});

describe("a tab marker", () => {
  it.each([
    ["# [HTTP](#tab/http)", true],
    ["### [Go](#tab/go)", true],
    ["# [Lamp](lamp.md)", false],
    ["# See [HTTP](#tab/http)", false],
  ])("%s: %s", (text, expected) => {
    // Markers are no blocks, so that one is only seen by what is missing.
    expect(blocksFrom(text)).toHaveLength(expected ? 0 : 1);
    const [block] = blocksFrom(text);
    if (block?.node.type === "heading") expect(isTabMarker(block.node)).toBe(false);
  });
});
