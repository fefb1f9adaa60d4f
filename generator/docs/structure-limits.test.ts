import { describe, expect, it } from "vitest";
import { defaultLimits } from "./limits.ts";
import { createParser } from "./parser.ts";
import { readWith, timeOf } from "./reading.fixture.ts";
import { checkStructure, PageTooComplex } from "./structure-limits.ts";

describe("the structure of a page", () => {
  it.each<[string, (count: number) => string, number]>([
    ["quotes inside each other", (count) => `${">".repeat(count)} a`, defaultLimits.nesting],
    ["lists inside each other in one line", (count) => `${"- ".repeat(count)}a`, defaultLimits.nesting],
    ["numbered lists inside each other", (count) => `${"1. ".repeat(count)}a`, defaultLimits.nesting],
    ["columns before a list item", (count) => `- a\n${" ".repeat(count)}- a`, defaultLimits.indentation],
    ["lines", (count) => "\n".repeat(count - 1), defaultLimits.lines],
    ["pipes", (count) => "|".repeat(count), defaultLimits.tablePipes],
    [
      "link definitions",
      (count) => Array.from({ length: count }, (_, i) => `[r${i}]: a.md`).join("\n"),
      defaultLimits.linkDefinitions,
    ],
    ["stars in a row", (count) => "*".repeat(count), defaultLimits.markRun],
    ["underscores in a row", (count) => "_".repeat(count), defaultLimits.markRun],
  ])("may have %s up to the limit", (_, text, limit) => {
    expect(() => checkStructure(text(limit))).not.toThrow();
    expect(() => checkStructure(text(limit + 1))).toThrow(PageTooComplex);
  });

  it("may have long lines, rules and indented code", () => {
    const page = [
      `${"word ".repeat(20_000)}`,
      "---",
      "***",
      "* * *",
      `${" ".repeat(2_000)}code`,
      "1234567890. no list",
    ];
    expect(() => checkStructure(page.join("\n"))).not.toThrow();
  });

  it("is checked in linear time", () => {
    const hostile = [" ".repeat(60_000), "[".repeat(60_000), "> ".repeat(400), "1".repeat(60_000), "\t".repeat(60_000)];
    expect(timeOf(() => checkStructure(hostile.join("\n")))).toBeLessThan(500);
  });

  it("beyond a limit leaves the page out, and says why", () => {
    const parser = createParser("remark");
    if (!parser) throw new Error("the reference parser is always there");
    const { page, diagnostics } = readWith(parser, `# Lamp\n\n${">".repeat(10_000)} a`);
    expect(page).toBeNull();
    expect(
      diagnostics.map(({ code, severity, message, place }) => ({ code, severity, message, line: place?.line })),
    ).toEqual([
      {
        code: "page-too-complex",
        severity: "error",
        message: "Unexpected 10000 quotes and lists inside each other, expected at most 500: the page is left out",
        line: 1,
      },
    ]);
  });
});
