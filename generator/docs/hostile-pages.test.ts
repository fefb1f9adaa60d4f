/** Whole pages of random, mutated and hostile text: reading yields a page or says why not, and takes linear time. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createParser } from "./parser.ts";
import { fence, pagePath, propertyTable, readWith, timeOf } from "./reading.fixture.ts";

const parser = createParser("remark");
if (!parser) throw new Error("the reference parser is always there");
const read = (text: string) =>
  readWith(parser, text, pagePath, { "resources/a.md": text, "resources/b.md": "# B\n\n[!INCLUDE [a](a.md)]" });

const whole = `---
title: "lamp resource type"
doc_type: resourcePageType
---

# lamp resource type

Namespace: contoso.crm

A lamp. Inherits from [light](light.md).

[!INCLUDE [b](b.md)]

## Properties

${propertyTable(
  "|**Group**|||",
  "|`mode`|lampMode|How it shines. Possible values are: `dim`, `bright`. Read-only. Supports `$filter` (`eq`).|",
  "|shades|Collection([shade](shade.md))|Nullable.<br><br>Returned only on `$select`.|",
)}

### lampMode values

|Member|Value|
|-|-|
|dim|0|

## Relationships

None.

## Methods

|Method|Return type|Description|
|-|-|-|
|[Get](../api/lamp-get.md)|[lamp](lamp.md)|Get one.|

## JSON representation

<!-- { "blockType": "resource", "@odata.type": "contoso.crm.lamp", "baseType": null } -->

${fence}json
{ "mode": "String", "shades": [{ "@odata.type": "contoso.crm.shade" }], }
${fence}
`;

/** Reading gave a page, or findings of which one is an error. */
function expectReading(text: string): void {
  const { page, diagnostics } = read(text);
  if (page === null) expect(diagnostics.some(({ severity }) => severity === "error")).toBe(true);
  else expect(page.path).toBe(pagePath);
  for (const { message, place } of diagnostics) {
    expect(message).not.toMatch(/[\p{Cc}\u202e]/u);
    expect(place?.line).toBeGreaterThan(0);
  }
}

const signs = fc.constantFrom(
  "|",
  "`",
  "*",
  "_",
  "[",
  "]",
  "(",
  ")",
  "<",
  ">",
  "#",
  "-",
  "\n",
  "\n\n",
  "\\",
  "{",
  "}",
  '"',
  "!",
  "<!--",
  "-->",
  "\t",
  "\r\n",
  "\u00a0",
  "\u202e",
  "\0",
  "\ud800",
  "💡",
  "<br>",
  "---\n",
  "~~~",
  "__proto__",
);

describe("any page", () => {
  it("of random text is read or reported", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 300 }), expectReading), { numRuns: 100 });
    fc.assert(
      fc.property(
        fc.array(signs, { maxLength: 60 }).map((parts) => parts.join("")),
        expectReading,
      ),
      { numRuns: 100 },
    );
  });

  it("with something put in or left out anywhere is read or reported", () => {
    const change = fc.record({
      at: fc.nat(whole.length),
      removed: fc.nat(40),
      inserted: fc.array(signs, { maxLength: 4 }),
    });
    const mutated = fc.array(change, { minLength: 1, maxLength: 6 }).map((changes) => {
      let text = whole;
      for (const { at, removed, inserted } of changes)
        text = text.slice(0, at) + inserted.join("") + text.slice(at + removed);
      return text;
    });
    fc.assert(fc.property(mutated, expectReading), { numRuns: 120 });
  });

  it("with its lines in any order is read or reported", () => {
    const lines = whole.split("\n");
    fc.assert(
      fc.property(fc.shuffledSubarray(lines, { minLength: 5 }), (some) => expectReading(some.join("\n"))),
      { numRuns: 100 },
    );
  });

  it("with random words in its cells keeps every row that has a name", () => {
    const cell = fc.array(
      fc.constantFrom("String", "collection", "Possible values are: `a`", "`x`", "**y**", "(z)", "null", "."),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(cell, cell, (type, description) => {
        const row = `|mode|${type.join(" ")}|${description.join(" ")}|`;
        const { page } = read(`# lamp resource type\n\n## Properties\n\n${propertyTable(row, "|id|String||")}`);
        expect(page?.kind === "resource" && page.type.properties.map(({ name }) => name.value)).toEqual(["mode", "id"]);
      }),
      { numRuns: 100 },
    );
  });
});

describe("a page of hostile text", () => {
  const long = 60_000;
  const many = (part: string, length = long): string => part.repeat(length / part.length);
  it.each([
    ["spaces in prose", `# lamp\n\nx${many(" ")}x`],
    ["brackets in prose", `# lamp\n\n${many("[")}`],
    ["phrases in prose", `# lamp\n\n${many("inherits from the base class ")}`],
    ["deprecations in prose", `# lamp\n\n${many("the api ")}deprecated`],
    ["dots in a heading", `# lamp\n\n## ${many(".")}x`],
    ["spaces in a heading", `# lamp\n\n## x${many(" ")}x values`],
    ["words in a heading", `# ${many("a ")}values`],
    ["underscores in a heading", `# ${many("a_")} enum type`],
    ["spaces in a name", `## Properties\n\n${propertyTable(`|x${many(" ")}x|String||`)}`],
    ["stars in a name", `## Properties\n\n${propertyTable(`|${many("\\*")}x|String||`)}`],
    ["parentheses in a name", `## Properties\n\n${propertyTable(`|${many("(")}x|String||`)}`],
    ["brackets in a type", `## Properties\n\n${propertyTable(`|x|${many("[")}||`)}`],
    ["collections in a type", `## Properties\n\n${propertyTable(`|x|${many("Collection(")}||`)}`],
    ["spaces in a description", `## Properties\n\n${propertyTable(`|x|String|Possible values are${many(" ")}x|`)}`],
    ["commas in a description", `## Properties\n\n${propertyTable(`|x|String|Possible values are: a${many(",")}x|`)}`],
    ["quotes in a member", `### mode values\n\n|Member|\n|-|\n|${many('"')}x|`],
    ["broken tables", `# lamp\n\n${many("a|b\n|-|-|-|\n\n", 14_000)}`],
    ["rows that are cut off", `## Properties\n\n${propertyTable("|x|String|y|", many("|,|\n", 8_000))}`],
    ["a comment", `<!-- { "blockType": ${many("[")} -->`],
    ["an unclosed comment", `<!-- ${many("<!-- ")}`],
    ["front matter", `---\ntitle: ${many("[", 12_000)}\n---\n`],
    ["a title in front matter", `---\ndoc_type: ${many("_ ", 12_000)}x\n---\n`],
    [
      "JSON",
      `## JSON representation\n\n<!-- { "blockType": "resource" } -->\n\n${fence}json\n${many('{"a":')}\n${fence}`,
    ],
    ["an include", `[!INCLUDE [a](${many("../")}x)]`],
    ["includes", many("[!INCLUDE [a](a.md)]\n\n")],
    ["quotes", `${many(">")} x`],
    ["tab markers", many("# [HTTP](#tab/http)\n\n", 10_000)],
  ])("%s is read or reported in time", (_, text) => {
    expect(timeOf(() => expectReading(text))).toBeLessThan(5_000);
  });
});
