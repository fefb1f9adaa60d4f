import { describe, expect, it } from "vitest";
import type { EnumDeclaration, Page } from "./page.ts";
import { createParser } from "./parser.ts";
import { createPageReader, createTreeReader } from "./read-page.ts";
import {
  fence,
  findings,
  propertyTable,
  readEnumText,
  readResourceText,
  readText,
  readWith,
} from "./reading.fixture.ts";
import { createVocabulary } from "./synonyms.ts";

const page = (...parts: readonly string[]): string => parts.join("\n\n");
const front = (docType: string): string => `---\ntitle: x\ndoc_type: ${docType}\n---`;
const properties = `## Properties\n\n${propertyTable("|wattage|Int32|In watts.|")}`;
const representation = `## JSON representation\n\n${fence}json\n{}\n${fence}`;
const annotated = `<!-- { "blockType": "resource", "@odata.type": "contoso.crm.lamp" } -->\n\n${fence}json\n{}\n${fence}`;
const members = "## Members\n\n|Member|Value|Description|\n|-|-|-|\n|dim|0|Low.|\n|bright|1|High.|";
const request = `## HTTP request\n\n${fence}http\nGET /lamps\n${fence}`;

const short = ({ name, members: rows }: EnumDeclaration): string =>
  `${name.value}: ${rows.map(({ value }) => value).join(", ")}`;
const enumsOf = ({ enums }: Page): string[] => enums.map(short);

describe("what a page is about", () => {
  it.each<[string, string, Page["kind"]]>([
    ["a table of properties", page(front("resourcePageType"), "# lamp resource type", properties), "resource"],
    ["a quoted doc_type", page(front('"resourcePageType"'), "# lamp resource type", properties), "resource"],
    ["a table of properties without front matter", page("# lamp resource type", properties), "resource"],
    ["an annotation", page("# Anything", annotated), "resource"],
    // Marker types have a representation and nothing else, JSON-only pages a representation with all they have.
    ["a JSON representation", page(front("resourcePageType"), "# lamp resource type", representation), "resource"],
    ["a JSON representation on a page of no type", page("# lamp resource type", representation), "prose"],
    ["members", page(front("enumPageType"), "# mode enum type", members), "enum"],
    ["members under the title of an enum", page("# mode enum type", members), "enum"],
    ["members under the title Members", page(front("enumPageType"), "# Members", members), "enum"],
    ["a section of an enum", page("# Modes", "### mode values\n\n|Member|\n|-|\n|dim|"), "enum"],
    ["a request", page(front("apiPageType"), "# List lamps", request), "api"],
    ["a request without front matter", page("# List lamps", request), "api"],
    ["prose", page(front("conceptualPageType"), "# Lamps", "All about lamps."), "prose"],
    ["prose that calls itself a type", page(front("resourcePageType"), "# Lamps", "All about lamps."), "prose"],
    ["an enum without members", page(front("enumPageType"), "# mode enum type", "No members."), "prose"],
    ["nothing", "", "prose"],
  ])("with %s", (_, text, kind) => {
    expect(readText(text).page.kind).toBe(kind);
  });

  it.each(["lamp.md", "api/lamp.md", "docs/v2/things/lamp.md", "resources/lamp.MD"])(
    "does not depend on its folder: %s",
    (path) => {
      expect(readText(page("# lamp resource type", properties), path).page.kind).toBe("resource");
      expect(readText(page("# List lamps", request), path).page.kind).toBe("api");
    },
  );

  it.each([
    [
      "apiPageType",
      page("# lamp resource type", properties),
      "page-kind-mismatch 6:1-6:21",
      "Unexpected `doc_type: apiPageType` on a page with the content of resource page, read by its content",
    ],
    [
      "resourcePageType",
      page("# List lamps", request),
      "page-kind-mismatch 6:1-6:13",
      "Unexpected `doc_type: resourcePageType` on a page with the content of api page, read by its content",
    ],
    [
      "resourcePageType",
      page("# mode enum type", members),
      "page-kind-mismatch 6:1-6:17",
      "Unexpected `doc_type: resourcePageType` on a page with the content of enum page, read by its content",
    ],
  ])("outranks the doc_type %s, and says so", (docType, text, finding, message) => {
    const { diagnostics } = readText(page(front(docType), text));
    expect(findings(diagnostics)).toContain(finding);
    expect(diagnostics.map((found) => found.message)).toContain(message);
  });

  it.each(["conceptualPageType", "somethingElse", "5"])(
    "goes without a word where the doc_type is %s and the page has no reference",
    (docType) => {
      expect(readText(page(front(docType), "# Lamps", "Text.")).diagnostics.map(({ code }) => code)).toEqual([
        "page-no-reference",
      ]);
    },
  );

  it("is nothing that could be generated: the page says so at its title", () => {
    expect(findings(readText("# Lamps\n\nText.").diagnostics)).toEqual(["page-no-reference 1:1-1:8"]);
  });

  it("is read without a title, which is reported", () => {
    const { page: read, diagnostics } = readText(properties);
    expect(read).toMatchObject({ kind: "resource", title: { value: "lamp" } });
    expect(findings(diagnostics)).toEqual(["title-missing 1:1-1:1"]);
    expect(findings(readText(page("#", properties)).diagnostics)).toEqual(["title-missing 1:1-1:1"]);
  });
});

describe("an enum page", () => {
  it("of 2021 has numbers and a title that names it", () => {
    const read = readEnumText(
      page(front("enumPageType"), "# mode enum type", "Namespace: contoso.crm", "How it shines.", members),
    );
    expect(read).toMatchObject({
      namespace: { value: "contoso.crm" },
      description: "How it shines.",
      enums: [
        {
          name: { value: "mode" },
          source: "page",
          description: "How it shines.",
          members: [
            { value: "dim", number: 0, description: "Low." },
            { value: "bright", number: 1, description: "High." },
          ],
        },
      ],
    });
  });

  it("of today has members and descriptions only, and one for those to come", () => {
    const table =
      "## Members\n\n|Member|Description|\n|:---|:---|\n|dim|Low.|\n|unknownFutureValue|For members to come.|\n|bright|High.|";
    expect(enumsOf(readEnumText(page("# mode enum type", "How it shines.", table)))).toEqual([
      "mode: dim, unknownFutureValue, bright",
    ]);
  });

  it.each([
    ["# Members", "resources/mode.md", "mode"],
    ["# Members", "resources/crm-mode.md", "mode"],
    ["# Mode", "resources/shine.md", "Mode"],
    // The file says which word is the name, the title how it is written.
    ["# shineMode values", "resources/shinemode.md", "shineMode"],
    ["# The shineMode enumeration of lamps", "resources/crm-shinemode.md", "shineMode"],
    ["# The modes of lamps", "resources/shinemode.md", "shinemode"],
  ])("with the title %s in %s is named %s", (title, path, name) => {
    const { enums } = readEnumText(page(front("enumPageType"), title, members), path);
    expect(enums.map((found) => found.name.value)).toEqual([name]);
  });

  it("may have its members in a broken table", () => {
    const table = "## Members\n\n|Member|Value|\n|-|-|-|\n|dim|0|\n|bright|1|";
    expect(enumsOf(readEnumText(page("# mode enum type", table)))).toEqual(["mode: dim, bright"]);
  });

  // trap 31
  it("that collects many has a section for each", () => {
    const text = page(
      front("enumPageType"),
      "# Contoso enum values",
      "### mode values \n\n|Member|Member|Description|\n|-|-|-|\n|dim|0|Low.|",
      "### shade values\n\n|Value|\n|-|\n|paper|\n|glass|",
      "#### plug property values\n\n- `big`\n- `small`",
    );
    const read = readEnumText(text, "resources/enums-crm.md");
    expect(enumsOf(read)).toEqual(["mode: dim", "shade: paper, glass", "plug: big, small"]);
    expect(read.enums.map(({ source }) => source)).toEqual(["section", "section", "section"]);
  });

  it("may have further enums in sections", () => {
    const text = page("# mode enum type", members, "### shade values\n\n|Value|\n|-|\n|paper|");
    expect(enumsOf(readEnumText(text))).toEqual(["mode: dim, bright", "shade: paper"]);
  });
});

describe("enums on the page of a type", () => {
  it("stand under headings, with a table or a list", () => {
    const text = page(
      "# lamp resource type",
      properties,
      "### mode values\n\n|Member|\n|-|\n|dim|",
      "### shade values\n\n- paper\n- glass",
    );
    expect(enumsOf(readResourceText(text).page)).toEqual(["mode: dim", "shade: paper, glass"]);
  });

  it("do not become properties", () => {
    const text = page("# lamp resource type", properties, "### mode values\n\n|Value|Description|\n|-|-|\n|dim|Low.|");
    expect(readResourceText(text).page.type.properties.map(({ name }) => name.value)).toEqual(["wattage"]);
  });
});

// A doc set of 2026: no annotations, no namespace line, names in backticks, padded tables, zones.
describe("a page of today's dialect", () => {
  const text = `---
title: "deskLamp resource type"
description: "Represents a lamp."
ms.topic: reference
ms.date: 08/14/2026
ms.localizationpriority: medium
doc_type: resourcePageType
zone_pivot_groups: versions
---

<!-- markdownlint-disable MD024 -->

# deskLamp resource type

:::zone pivot="next"
[!INCLUDE [beta-disclaimer](../../includes/beta-disclaimer.md)]
:::zone-end

Represents a lamp that inherits from [lamp](lamp.md)
and stands on a desk.

## Methods

:::zone pivot="current"

| Method                          | Return type           | Description |
|:--------------------------------|:----------------------|:------------|
| [List](../desklamp-list.md)     | \`deskLamp\` collection | Get all.    |
| [Block](../desklamp-block.md)   | None                  | Block one.  |

:::zone-end

## Properties

| Property       | Type                                     | Description                                                |
|:---------------|:-----------------------------------------|:-----------------------------------------------------------|
| \`id\`           | String                                   | Identifier. Inherited from [lamp](lamp.md).                |
| \`mode\`         | [lampMode](#lampmode-enumeration)        | How it shines. Supports \`$filter\` (\`eq\`).                  |
| \`state\`        | [lampState](#lampstate-enumeration)      | Possible values are \`on\`, \`off\`, \`unknownFutureValue\`.     |
| \`tags\`         | String collection                        | Tags (for example, \`cosy\`).                                |
| \`shades\`       | [shade](shade.md) collection             | Returned only on \`$select\`.                                |

### lampMode enumeration

| Value                | Description |
|:---------------------|:------------|
| \`dim\`                | Low.        |
| \`bright\`             | High.       |
| \`unknownFutureValue\` | Sentinel.   |

### lampState enumeration

| Value  |
|:-------|
| on     |
| off    |

## Relationships

None.

## JSON representation

As JSON:

${fence}json
{
  "id": "String",
  "mode": "String",
  "tags": ["String"],
  "shades": [{ "@odata.type": "contoso.crm.shade" }]
}
${fence}
`;
  const { page: read, diagnostics } = readResourceText(text, "lights/resources/desklamp.md", {
    "includes/beta-disclaimer.md": "> [!IMPORTANT]\n> APIs under the `/beta` version in Contoso are subject to change.",
  });

  it("is named by its title, without namespace", () => {
    expect(read).toMatchObject({ title: { value: "deskLamp resource type" }, namespace: null, version: null });
    expect(read.type).toMatchObject({ name: { value: "deskLamp" }, namespace: null });
    expect(read.description).toBe("Represents a lamp that inherits from lamp and stands on a desk.");
  });

  it("has its base type in prose", () => {
    expect(read.type.baseTypes).toMatchObject([{ evidence: "prose", name: "lamp", link: "lamp.md" }]);
  });

  it("has its properties without backticks", () => {
    expect(
      read.type.properties.map(({ name, type, description }) => [
        name.value,
        type?.text,
        description.values?.values ?? null,
      ]),
    ).toEqual([
      ["id", "String", null],
      ["mode", "lampMode", null],
      ["state", "lampState", ["on", "off", "unknownFutureValue"]],
      ["tags", "String collection", null],
      ["shades", "shade collection", null],
    ]);
    expect(
      read.type.properties.map(({ description }) => [
        description.filter,
        description.returned,
        description.inheritedFrom?.name ?? null,
      ]),
    ).toEqual([
      [null, null, "lamp"],
      [["eq"], null, null],
      [null, null, null],
      [null, null, null],
      [null, "onSelect", null],
    ]);
    expect(read.type.relationships).toEqual([]);
  });

  it("has its enums in sections", () => {
    expect(enumsOf(read)).toEqual(["lampMode: dim, bright, unknownFutureValue", "lampState: on, off"]);
  });

  it("has its methods in zones", () => {
    expect(
      read.methods.map(({ title, link, returnType }) => [
        title,
        link,
        returnType?.name ?? null,
        returnType?.isCollection ?? null,
      ]),
    ).toEqual([
      ["List", "../desklamp-list.md", "deskLamp", true],
      ["Block", "../desklamp-block.md", null, null],
    ]);
  });

  it("has its representation without annotation", () => {
    expect(read.type.representation?.map(({ name, shape }) => `${name} ${shape.kind}`)).toEqual([
      "id string",
      "mode string",
      "tags array",
      "shades array",
    ]);
  });

  it("gives no findings", () => {
    expect(diagnostics).toEqual([]);
  });
});

describe("a page that is included by another", () => {
  const table = `${propertyTable("|id|String|Identifier.|", "|bad name|String||")}`;

  it("gives its facts the places of its own file", () => {
    const { page: read, diagnostics } = readResourceText(
      "# lamp resource type\n\n## Properties\n\n[!INCLUDE [rows](../includes/rows.md)]",
      "resources/lamp.md",
      {
        "includes/rows.md": `---\nms.topic: include\n---\n\n${table}`,
      },
    );
    expect(read.type.properties[0]?.place).toMatchObject({ page: "includes/rows.md", line: 7 });
    expect(diagnostics.map(({ code, place }) => [code, place?.page, place?.line])).toEqual([
      ["row-unread", "includes/rows.md", 8],
    ]);
  });
});

describe("a page that is parsed already", () => {
  const parser = createParser("remark");
  if (!parser) throw new Error("the reference parser is always there");
  const options = { parser, vocabulary: createVocabulary(), lookup: () => undefined };
  const text = page("# lamp resource type", `## Properties\n\n${propertyTable("|wattage|Int 32|In watts.|")}`);

  it("is read as its text is", () => {
    const root = parser(text);
    const reading = createTreeReader(options)("lamp.md", text, () => root);
    expect(reading).toEqual(createPageReader(options)("lamp.md", text));
    expect(findings(reading.diagnostics)).toEqual(["type-cell-repaired 7:9-7:16"]);
    expect(root).toEqual(parser(text));
  });

  it("is read by its tree, not by its text", () => {
    const { page: read } = createTreeReader(options)("lamp.md", text, () => parser("# Lamps\n\nText."));
    expect(read).toMatchObject({ kind: "prose", title: { value: "Lamps" } });
  });
});

describe("findings", () => {
  it("are said once, though several readers look at a table", () => {
    const text = page(
      "# lamp resource type",
      `## Properties\n\n${propertyTable("|mode|String|a|b|")}`,
      `### More\n\n${propertyTable("|inner|String||")}`,
    );
    expect(findings(readText(text).diagnostics)).toEqual(["row-width 7:1-7:18", "section-unknown 9:1-9:9"]);
  });

  it("of a page on which the parser fails are one error, and no page", () => {
    const failing = () => {
      throw new RangeError("Maximum call stack size exceeded");
    };
    const { page: read, diagnostics } = readWith(failing, "# Lamp");
    expect(read).toBeNull();
    expect(diagnostics.map(({ code, severity, message }) => [code, severity, message])).toEqual([
      ["page-failed", "error", "The page could not be read (Maximum call stack size exceeded): it is left out"],
    ]);
  });
});
