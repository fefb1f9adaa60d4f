import { describe, expect, it } from "vitest";
import { enumInTitle, readEnumPage, readEnumSections } from "./enum-section.ts";
import type { EnumDeclaration } from "./page.ts";
import { contextFor, findings, rangeText, sectionsFrom } from "./reading.fixture.ts";

function read(text: string) {
  const context = contextFor();
  return { enums: readEnumSections(sectionsFrom(text), context), diagnostics: context.diagnostics };
}

/** `name: a, b=1` */
const short = ({ name, members }: EnumDeclaration): string =>
  `${name.value}: ${members.map(({ value, number }) => (number === null ? value : `${value}=${number}`)).join(", ")}`;

describe("a heading of an enum", () => {
  const table = "|Member|Description|\n|-|-|\n|dim|Low.|\n|bright|High.|";
  it.each([
    ["### mode values", "mode"],
    ["#### mode values", "mode"],
    ["### mode   values ", "mode"],
    ["### `mode` values", "mode"],
    ["### **mode** values", "mode"],
    ["### mode property values", "mode"],
    ["### mode enum values", "mode"],
    ["### mode possible values", "mode"],
    ["### mode enumeration", "mode"],
    ["### mode enum", "mode"],
    ["### mode enum type", "mode"],
    ["### modeEnumeration enumeration", "modeEnumeration"],
    ["### mode members", "mode"],
    ["### Mode options", "Mode"],
    ["### contoso.crm.mode values", "mode"],
  ])("%s names %s", (heading, name) => {
    expect(read(`# Lamp\n\n${heading}\n\n${table}`).enums.map(short)).toEqual([`${name}: dim, bright`]);
  });

  it.each([
    "# mode values",
    "### Values",
    "### Members",
    "### The values of a mode",
    "### mode",
    `### ${"x".repeat(400)} values`,
  ])("%s names none", (heading) => {
    expect(read(`${heading}\n\n${table}`).enums).toEqual([]);
  });

  it("gives the enum its namespace, its place and its kind", () => {
    const [found] = read(`# Lamp\n\n### contoso.crm.mode values\n\n${table}`).enums;
    expect(found).toMatchObject({ namespace: "contoso.crm", source: "section", description: null, isMultiple: false });
    expect(found && rangeText(found.place)).toBe("3:1-3:28");
  });

  it("without members under it says nothing", () => {
    expect(
      read(
        "### mode values\n\nSee another page.\n\n### shade values\n\n|Property|Type|Description|\n|-|-|-|\n|a|String||",
      ),
    ).toEqual({
      enums: [],
      diagnostics: [],
    });
  });
});

describe("the table of an enum", () => {
  it.each([
    ["|Member|\n|-|\n|dim|\n|bright|", "dim, bright"],
    ["|Value|\n|-|\n|dim|\n|bright|", "dim, bright"],
    ["|Member|Value|Description|\n|-|-|-|\n|dim|0|Low.|\n|bright|1|High.|", "dim=0, bright=1"],
    ["|Member|Value|\n|-|-|\n|dim|0|\n|bright|-1|", "dim=0, bright=-1"],
    ["|Member|Int value|Description|\n|-|-|-|\n|dim|0|Low.|\n|bright|1|High.|", "dim=0, bright=1"],
    // trap 31: the second column of the same title holds the numbers
    ["|Member|Member|Description|\n|-|-|-|\n|dim|0|Low.|\n|bright|1|High.|", "dim=0, bright=1"],
    ["|Member|Description|\n|-|-|\n|dim|Low.|\n|bright|High.|", "dim, bright"],
    ["|Value|Description|\n|-|-|\n|dim|Low.|\n|bright|High.|", "dim, bright"],
    ["|Name|Value|Description|\n|-|-|-|\n|dim|0|Low.|\n|bright|1|High.|", "dim=0, bright=1"],
    ["|Name|Description|\n|-|-|\n|dim|Low.|\n|bright|High.|", "dim, bright"],
    ["|Possible values|Description|\n|-|-|\n|dim|Low.|\n|bright|High.|", "dim, bright"],
    ["|Value|Member|\n|-|-|\n|0|dim|\n|1|bright|", "dim=0, bright=1"],
    ["|Member|Value|\n|-|-|\n|dim|zero|\n|bright|0x1|", "dim, bright"],
    ["|Member|Description|\n|-|-|\n|`dim`|Low.|\n|*bright*|High.|", "dim, bright"],
    ['|Member|Description|\n|-|-|\n|"dim"|Low.|\n|**bright**|High.|', "dim, bright"],
    ["|Member|Description|\n|-|-|\n|dim (default)|Low.|\n|`bright` (deprecated)|High.|", "dim, bright"],
    ["|Value|\n|-|\n|South Wing Letter|\n|it's|", "South Wing Letter, it's"],
    // trap 4
    ["|Member|Description|\n|-|-|-|\n|dim|Low.|\n|bright|High.|", "dim, bright"],
  ])("%j has %s", (table, members) => {
    expect(read(`### mode values\n\n${table}`).enums.map(short)).toEqual([`mode: ${members}`]);
  });

  it("gives descriptions, deprecations and places", () => {
    const { enums } = read(
      "### mode values\n\n|Member|Description|\n|-|-|\n|dim|Low. Deprecated since May.|\n|bright (deprecated)| |",
    );
    expect(enums[0]?.members).toEqual([
      {
        value: "dim",
        number: null,
        description: "Low. Deprecated since May.",
        deprecation: "Deprecated since May.",
        place: { page: "resources/lamp.md", line: 5, column: 1, endLine: 5, endColumn: 33 },
      },
      {
        value: "bright",
        number: null,
        description: null,
        deprecation: "deprecated",
        place: { page: "resources/lamp.md", line: 6, column: 1, endLine: 6, endColumn: 24 },
      },
    ]);
  });

  it("keeps exactly what stands in backticks", () => {
    const { enums } = read('### mode values\n\n|Member|\n|-|\n|`"a"`|\n|`*/`|\n|`__proto__`|\n|`a\\b`|');
    expect(enums[0]?.members.map(({ value }) => value)).toEqual(['"a"', "*/", "__proto__", "a\\b"]);
  });

  it("may have rows that are not members, which are reported", () => {
    const { enums, diagnostics } = read(
      "### mode values\n\n|Member|Description|\n|-|-|\n|dim|One.|\n||Two.|\n|dim|Three.|\n|||",
    );
    expect(enums.map(short)).toEqual(["mode: dim"]);
    expect(findings(diagnostics)).toEqual(["row-unread 6:1-6:8", "name-duplicate 7:1-7:5"]);
    expect(rangeText(diagnostics[1]?.related?.place ?? null)).toBe("5:1-5:11");
  });

  it("does not have a member of more than 16 KB", () => {
    expect(read(`### mode values\n\n|Member|\n|-|\n|${"x".repeat(16_385)}|\n|dim|`).enums.map(short)).toEqual([
      "mode: dim",
    ]);
  });
});

describe("a list in place of a table", () => {
  it.each([
    ["- `dim`\n- `bright`"],
    ["* dim\n* bright"],
    ["1. dim\n2. bright"],
    ["- **dim**: The light is low.\n- **bright** - The light is high."],
    ["- `dim` – The light is low.\n- `bright`"],
  ])("%j has the members", (list) => {
    expect(read(`### mode values\n\nThese are:\n\n${list}`).enums.map(short)).toEqual(["mode: dim, bright"]);
  });

  it("has descriptions after a dash or colon", () => {
    const { enums } = read("### mode values\n\n- `dim`: The light is low.\n- `bright` — The light is high.\n- `off`");
    expect(enums[0]?.members.map(({ description }) => description)).toEqual([
      "The light is low.",
      "The light is high.",
      null,
    ]);
  });

  it.each(["- See the lamp.\n- See the shade.", "- `dim` or\n\n- See the *shade* and so on."])(
    "%j is prose",
    (list) => {
      expect(read(`### mode values\n\n${list}`).enums).toEqual([]);
    },
  );
});

describe("values that combine", () => {
  it.each([
    ["This is a flags enum.", true],
    ["A flagged enumeration.", true],
    ["A multi-valued enumeration.", true],
    ["Any combination of the members.", true],
    ["The flags of all countries.", false],
  ])("%s %s", (prose, expected) => {
    expect(read(`### mode values\n\n${prose}\n\n|Member|\n|-|\n|dim|`).enums[0]?.isMultiple).toBe(expected);
  });
});

describe("the title of an enum page", () => {
  it.each<[string, string | null]>([
    ["mode enum type", "mode"],
    ["mode enum", "mode"],
    ["mode enumeration", "mode"],
    ["mode enumeration type", "mode"],
    ["contoso.crm.mode enum type", "contoso.crm.mode"],
    ["mode enum type (deprecated)", "mode"],
    ["mode resource type", null],
    ["Members", null],
    ["The mode of an enum type", null],
    [`${"_".repeat(60_000)} enum type`, null],
  ])("%s names %s", (title, name) => {
    expect(enumInTitle(title)).toBe(name);
  });
});

describe("the enum of a whole page", () => {
  const name = { value: "mode", place: { page: "resources/mode.md", line: 1, column: 1, endLine: 1, endColumn: 7 } };
  const readPage = (text: string) => readEnumPage(name, "How it shines.", sectionsFrom(text), contextFor());

  it.each([
    ["in its section of members", "# mode enum type\n\n## Members\n\n|Member|Value|\n|-|-|\n|dim|0|"],
    ["in its section of values", "# mode enum type\n\n## Values\n\n|Member|Value|\n|-|-|\n|dim|0|"],
    ["under the title", "# mode enum type\n\n|Member|Value|\n|-|-|\n|dim|0|"],
    ["in the section of properties", "# mode enum type\n\n## Properties\n\n|Member|Value|\n|-|-|\n|dim|0|"],
  ])("has its members %s", (_, text) => {
    const found = readPage(text);
    expect(found && short(found)).toBe("mode: dim=0");
    expect(found).toMatchObject({ source: "page", description: "How it shines.", place: name.place });
  });

  it("takes the section of members before others", () => {
    const found = readPage("# mode enum type\n\n|Value|\n|-|\n|no|\n\n## Members\n\n|Member|\n|-|\n|dim|");
    expect(found && short(found)).toBe("mode: dim");
  });

  it("is none without members", () => {
    expect(readPage("# mode enum type\n\nNothing.\n\n## See also\n\n|Member|\n|-|\n|dim|")).toBeNull();
  });
});
