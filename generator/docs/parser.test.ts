import { describe, expect, it } from "vitest";
import { createParser } from "./parser.ts";
import { fence, pagePath, propertyTable, readWith } from "./reading.fixture.ts";

const remark = createParser("remark");
const satteri = createParser("satteri");

const resource = `---
title: "lamp resource type"
doc_type: resourcePageType
---

# lamp resource type

Namespace: contoso.crm

A lamp. Inherits from [light][].

[!INCLUDE [notice](../includes/notice.md)]

## Properties

${propertyTable(
  "|**wattage**|Int32|In watts.<br><br>Read-only. Possible values: `4`, `8`.|",
  "|shade|[shade](shade.md) collection|What *covers* it \\| or not. &lt;none&gt;|",
  "|file|String|`*.a | *.b`|",
  "|mode|String|",
)}

### mode values

|Member|Description|
|-|-|
|\`dim\`|Low.|
|bright| |

## JSON representation

<!-- { "blockType": "resource", "@odata.type": "contoso.crm.lamp" } -->

${fence} json
{
  "wattage": 4,
}
${fence}

[light]: light.md "Light"
`;

const pages: readonly (readonly [string, string])[] = [
  ["a resource page", resource],
  ["the same with CRLF", resource.replaceAll("\n", "\r\n")],
  [
    "an enum page",
    "# colour enum type\n\n## Members\n\n|Member|Value|Description|\n|:--|--:|:-:|\n|red|0|Warm.|\n|blue|1||\n",
  ],
  [
    "a broken table",
    "# lamp resource type\n\n## Properties\n\n|Property|Type|\n|-|-|-|\n|wattage|Int32|\n|shade|[shade][]|\n\n[shade]: shade.md\n",
  ],
  [
    "code in a list",
    `# lamp resource type\n\n1. See:\n\n   <!-- { "blockType": "resource" } -->\n   ${fence}json\n   { "wattage": 4 }\n   ${fence}\n`,
  ],
  [
    "tabs and quotes",
    `# Get lamp\n\n# [HTTP](#tab/http)\n\n${fence}http\nGET /lamps\n${fence}\n\n---\n\n> [!NOTE]\n> This API is deprecated.\n`,
  ],
  [
    "comments with tables",
    "# lamp resource type\n\n<!--\n## Properties\n\n|Property|Type|\n|-|-|\n|x|String|\n-->\n\nText.\n",
  ],
  [
    "addresses at the ends of cells",
    "# lamp resource type\n\n## Properties\n\n|Property|Type|Description|\n|-|-|-|\n|wattage|Int32|https://example.com/a|\n|https://example.com/b|String|See www.example.com|\n|shade|String|me@example.com|\n",
  ],
  ["front matter that is not closed", "---\ntitle: lamp\n\n# lamp resource type\n"],
  ["nothing", ""],
];

describe.skipIf(!satteri)("both parsers", () => {
  it.each(pages)("read %s alike", (_, text) => {
    if (!remark || !satteri) throw new Error("skipped without the second parser");
    const files = { "includes/notice.md": "> This resource is deprecated.\n" };
    expect(readWith(satteri, text, pagePath, files)).toEqual(readWith(remark, text, pagePath, files));
  });
});

it("the reference parser is always there", () => {
  expect(remark?.("# Lamp").children.map(({ type }) => type)).toEqual(["heading"]);
});
