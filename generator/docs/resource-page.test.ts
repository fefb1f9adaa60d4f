import { describe, expect, it } from "vitest";
import type { PropertyRow, ResourcePage } from "./page.ts";
import { fence, findings, propertyTable, readResourceText } from "./reading.fixture.ts";

const json = (text: string): string => `${fence}json\n${text}\n${fence}`;
const annotation = (keys = ""): string => `<!-- { "blockType": "resource"${keys === "" ? "" : `, ${keys}`} } -->\n\n`;
const names = (rows: readonly PropertyRow[]): string[] => rows.map(({ name }) => name.value);
const rowsOf = ({ type }: ResourcePage) => ({
  properties: names(type.properties),
  relationships: names(type.relationships),
});

/** A page with that title and those sections. */
const page = (title: string, ...sections: readonly string[]): string => [`# ${title}`, ...sections].join("\n\n");
const properties = `## Properties\n\n${propertyTable("|wattage|Int32|In watts.|")}`;

describe("the name of the type", () => {
  it.each([
    ["lamp resource type", "lamp"],
    ["lamp resource", "lamp"],
    ["lamp complex type", "lamp"],
    ["lamp entity type", "lamp"],
    ["lamp facet", "lamp"],
    ["lamp type", "lamp"],
    ["lamp resource type (open extensions)", "lamp"],
    ["lamp (deprecated)", "lamp"],
    ["lamp", "lamp"],
    ["**lamp** resource type", "lamp"],
    ["`lamp` resource type", "lamp"],
    ["Lamp resource type", "Lamp"],
    ["lamp resource type:", "lamp"],
  ])("is in the title %s", (title, name) => {
    const { page: read } = readResourceText(page(title, properties), "resources/other.md");
    expect([read.type.name.value, read.type.namespace]).toEqual([name, null]);
  });

  it("may have its namespace in the title", () => {
    const { page: read } = readResourceText(page("contoso.crm.lamp resource type", properties));
    expect([read.type.name.value, read.type.namespace]).toEqual(["lamp", "contoso.crm"]);
  });

  it.each([
    ["resources/lamp.md", "lamp"],
    ["resources/crm-lamp.md", "lamp"],
    ["resources/lamp_v2.md", "lamp_v2"],
    ["resources/1.lamp.md", "1_lamp"],
    ["lamp.MD", "lamp"],
  ])("comes from the file %s where the title is a sentence", (path, name) => {
    expect(readResourceText(page("Configuring the light", properties), path).page.type.name.value).toBe(name);
  });

  // trap 37
  it("is that of the annotation, whatever title and file are", () => {
    const text = page(
      "Light",
      properties,
      `## JSON representation\n\n${annotation('"@odata.type": "contoso.crm.deskLamp"')}${json("{}")}`,
    );
    const { page: read } = readResourceText(text, "resources/light.md");
    expect([read.type.name.value, read.type.namespace, read.type.place.line]).toEqual(["deskLamp", "contoso.crm", 11]);
  });

  it.each(["Collection(contoso.crm.lamp)", "contoso.crm.lamp; X", "two words", "."])(
    "is not %s, which an annotation may hold by mistake",
    (odataType) => {
      const text = page(
        "lamp resource type",
        properties,
        `${annotation(`"@odata.type": "${odataType}"`)}${json("{}")}`,
      );
      expect(readResourceText(text).page.type.name.value).toBe("lamp");
    },
  );

  it.each([["a_".repeat(30_000)], ["a".repeat(60_000)], ["../../x"], ["class"]])(
    "is some identifier where the title is %.20s",
    (title) => {
      expect(readResourceText(page(`${title} resource type`, properties)).page.type.name.value).toMatch(/^\w+$/);
    },
  );
});

// trap 38
it("a page that shows a part of a type is read as that part", () => {
  const part = (name: string) => {
    const table = `## Properties\n\n${propertyTable(`|${name}|String||`)}`;
    const text = page("lamp resource type", table, `${annotation('"@odata.type": "contoso.crm.lamp"')}${json("{}")}`);
    const { type } = readResourceText(text, `resources/${name}-lamp.md`).page;
    return [type.name.value, names(type.properties)];
  };
  expect([part("colour"), part("size")]).toEqual([
    ["lamp", ["colour"]],
    ["lamp", ["size"]],
  ]);
});

describe("properties and relationships", () => {
  it("are those of the tables in their sections", () => {
    const text = page(
      "lamp resource type",
      properties,
      "## Relationships\n\n|Relationship|Type|Description|\n|-|-|-|\n|shade|[shade](shade.md)||",
    );
    expect(rowsOf(readResourceText(text).page)).toEqual({ properties: ["wattage"], relationships: ["shade"] });
  });

  it.each([
    ["## Relationships\n\n|Relationship name|Type|Description|\n|-|-|-|\n|shade|String||"],
    ["## Relationships\n\n|Property|Type|Description|\n|-|-|-|\n|shade|String||"],
    ["## Relationships\n\n|Name|Type|Description|\n|-|-|-|\n|shade|String||"],
    ["## Navigation properties\n\n|Name|Type|\n|-|-|\n|shade|String|"],
    ["## More\n\n|Relationship|Type|\n|-|-|\n|shade|String|"],
  ])("has the relationship of %j", (section) => {
    expect(rowsOf(readResourceText(page("lamp resource type", properties, section)).page).relationships).toEqual([
      "shade",
    ]);
  });

  it("has properties where the heading says so, whatever the column is titled", () => {
    const text = page("lamp resource type", "## Properties\n\n|Relationship|Type|\n|-|-|\n|shade|String|");
    expect(rowsOf(readResourceText(text).page)).toEqual({ properties: ["shade"], relationships: [] });
  });

  it.each(["None", "None.", "None,", ""])("has no relationship where the section says %j", (text) => {
    const read = readResourceText(page("lamp resource type", properties, `## Relationships\n\n${text}`));
    expect(rowsOf(read.page).relationships).toEqual([]);
    expect(read.diagnostics).toEqual([]);
  });

  it("may stand under headings of lower level, or under the title", () => {
    const table = (name: string) => `|Property|Type|\n|-|-|\n|${name}|String|`;
    const { page: read } = readResourceText(
      page(
        "lamp resource type",
        table("top"),
        "## Properties",
        `### Basic\n\n${table("basic")}`,
        `### Advanced\n\n${table("advanced")}`,
      ),
    );
    expect(rowsOf(read).properties).toEqual(["top", "basic", "advanced"]);
  });

  it("of two tables are joined, the first row of a name counts", () => {
    const second = "## Properties\n\n|Property|Type|\n|-|-|\n|wattage|String|\n|volts|Int32|";
    const { page: read } = readResourceText(page("lamp resource type", properties, second));
    expect(read.type.properties.map(({ name, type }) => [name.value, type?.primitive])).toEqual([
      ["wattage", "Int32"],
      ["volts", "Int32"],
    ]);
  });

  it("may have no column of types", () => {
    const { page: read } = readResourceText(
      page(
        "lamp resource type",
        properties,
        "## Relationships\n\n|Relationship|Description|\n|-|-|\n|shade|It covers.|",
      ),
    );
    expect(read.type.relationships[0]).toMatchObject({ name: { value: "shade" }, type: null });
  });

  it("are not what a property holds, which a section of its own tells", () => {
    const { page: read, diagnostics } = readResourceText(
      page(
        "lamp resource type",
        properties,
        `### Properties of a lamp definition\n\n${propertyTable("|inner|String||")}`,
      ),
    );
    expect(rowsOf(read).properties).toEqual(["wattage"]);
    expect(findings(diagnostics)).toEqual(["section-unknown 9:1-9:36"]);
    expect(diagnostics[0]?.message).toBe(
      "Unexpected section `Properties of a lamp definition`, its content is not read",
    );
  });

  it.each([
    ["## Instance attributes\n\n|Property|Type|Description|\n|-|-|-|\n|@contoso.mode|String||"],
    ["## PlugError properties\n\n|Property|Type|Description|\n|-|-|-|\n|code|String||"],
    ["## Example\n\n|Property|Type|Description|\n|-|-|-|\n|code|String||"],
    ["## Methods\n\n|Method|Return type|Description|\n|-|-|-|\n|[Get](../api/lamp-get.md)|String||"],
    ["### mode values\n\n|Member|Value|Description|\n|-|-|-|\n|dim|0||"],
    // trap 45
    ["<!--\n## Relationships\n\n|Relationship|Type|Description|\n|-|-|-|\n|shade|String||\n-->"],
  ])("are not in %j", (section) => {
    const { page: read } = readResourceText(page("lamp resource type", properties, section));
    expect(rowsOf(read)).toEqual({ properties: ["wattage"], relationships: [] });
  });

  it("may have names of JavaScript objects", () => {
    const table = propertyTable("|`__proto__`|String||", "|constructor|Int32||", "|hasOwnProperty|String||");
    expect(rowsOf(readResourceText(page("lamp resource type", `## Properties\n\n${table}`)).page).properties).toEqual([
      "__proto__",
      "constructor",
      "hasOwnProperty",
    ]);
  });
});

describe("the JSON representation", () => {
  it("is the annotated block, wherever it stands", () => {
    const text = page(
      "lamp resource type",
      `## Example\n\n${json('{ "no": 1 }')}`,
      `${annotation()}${json('{ "wattage": 1 }')}`,
      properties,
    );
    expect(readResourceText(text).page.type.representation).toEqual([
      { name: "wattage", shape: { kind: "number", isInteger: true } },
    ]);
  });

  it("is the annotated block of its section before others", () => {
    const text = page(
      "lamp resource type",
      `## Example\n\n${annotation()}${json('{ "no": 1 }')}`,
      `## JSON representation\n\n${annotation()}${json('{ "yes": 1 }')}`,
    );
    expect(readResourceText(text).page.type.representation?.map(({ name }) => name)).toEqual(["yes"]);
  });

  it("without annotation is the first block of its section", () => {
    const text = page(
      "lamp resource type",
      properties,
      `## JSON Representation\n\nHere:\n\n${json('{ "wattage": 1 }')}\n\n${json('{ "no": 1 }')}`,
    );
    expect(readResourceText(text).page.type.representation?.map(({ name }) => name)).toEqual(["wattage"]);
  });

  // trap 6
  it("may stand in a list", () => {
    const text = page(
      "lamp resource type",
      `1. See:\n\n   ${annotation().trim()}\n\n   ${fence}json\n   { "wattage": 1 }\n   ${fence}`,
    );
    expect(readResourceText(text).page.type.representation?.map(({ name }) => name)).toEqual(["wattage"]);
  });

  it("is absent where the page shows none", () => {
    expect(readResourceText(page("lamp resource type", properties)).page.type.representation).toBeNull();
  });

  it("that is no JSON leaves the type without one, and is reported", () => {
    const { page: read, diagnostics } = readResourceText(
      page("lamp resource type", `## JSON representation\n\n${annotation()}${json("{ wattage }")}`, properties),
    );
    expect(read.type.representation).toBeNull();
    expect(findings(diagnostics)).toEqual(["example-json-invalid 7:1-9:4"]);
  });

  // trap 36: a property that only the JSON has
  it("keeps members that the table does not have", () => {
    const text = page(
      "lamp resource type",
      properties,
      `## JSON representation\n\n${annotation()}${json('{ "id": "String", "wattage": 1 }')}`,
    );
    expect(readResourceText(text).page.type.representation?.map(({ name }) => name)).toEqual(["id", "wattage"]);
  });

  it("of an open type without table holds somebody's members, not the type's", () => {
    const open = `${annotation('"openType": true')}${json('{ "colour-1": "x", "size": 4 }')}`;
    expect(readResourceText(page("lamp resource type", open)).page.type).toMatchObject({
      isOpen: true,
      representation: [],
    });
    expect(readResourceText(page("lamp resource type", properties, open)).page.type.representation).toHaveLength(2);
  });
});

describe("facts of the type", () => {
  it("are in the annotation", () => {
    const text = page(
      "lamp resource type",
      `${annotation('"keyProperty": "id", "openType": true, "abstract": "true", "baseType": "contoso.crm.light"')}${json("{}")}`,
    );
    expect(readResourceText(text).page.type).toMatchObject({
      keyProperty: "id",
      isOpen: true,
      isAbstract: true,
      baseTypes: [{ evidence: "annotation", name: "light", namespace: "contoso.crm" }],
    });
  });

  it("are none without one", () => {
    expect(readResourceText(page("lamp resource type", properties)).page.type).toMatchObject({
      keyProperty: null,
      isOpen: false,
      isAbstract: false,
      baseTypes: [],
      derivedTypes: [],
    });
  });

  it.each([
    ["This resource is an open type that allows additional properties.", true],
    ["A lamp, which is an open type.", true],
    ["An open type that allows others.", true],
    ["See [open types](open.md).", false],
  ])("may be in prose: %s", (text, isOpen) => {
    expect(readResourceText(page("lamp resource type", text, properties)).page.type.isOpen).toBe(isOpen);
  });

  it("hold the base types and the derived types of the opening", () => {
    const text = page(
      "light resource type",
      "Inherits from [source](source.md). The derived types are [lamp](lamp.md) and [torch](torch.md).",
      properties,
    );
    const { type } = readResourceText(text).page;
    expect(type.baseTypes.map(({ name }) => name)).toEqual(["source"]);
    expect(type.derivedTypes.map(({ name }) => name)).toEqual(["lamp", "torch"]);
  });
});

describe("methods", () => {
  const methods = (...rows: readonly string[]): string =>
    page(
      "lamp resource type",
      properties,
      `## Methods\n\n|Method|Return type|Description|\n|-|-|-|\n${rows.join("\n")}`,
    );

  it("are the linked rows of their table", () => {
    const { page: read, diagnostics } = readResourceText(
      methods(
        "|[List lamps](../api/lamp-list.md)|[lamp](lamp.md) collection|All.|",
        "|[Delete](../api/lamp-delete.md)|None|Gone.|",
      ),
    );
    expect(
      read.methods.map(({ title, link, returnType, place }) => [
        title,
        link,
        returnType?.name,
        returnType?.isCollection,
        place.line,
      ]),
    ).toEqual([
      ["List lamps", "../api/lamp-list.md", "lamp", true, 13],
      ["Delete", "../api/lamp-delete.md", undefined, undefined, 14],
    ]);
    expect(diagnostics).toEqual([]);
  });

  // trap 40
  it("are not the bold titles over groups of them, nor empty rows", () => {
    const { page: read } = readResourceText(
      methods("|**Shades**|||", "|||", "|Plain|None|No link.|", "|[Get](a.md)| |One.|"),
    );
    expect(read.methods.map(({ title }) => title)).toEqual(["Get"]);
  });

  it.each(["None.", "none", "No Content", "-", "", "The requested type of lamp", "GET /lamps", "Location header"])(
    "return no type where the cell says %j, and that is no finding",
    (cell) => {
      const { page: read, diagnostics } = readResourceText(methods(`|[Do](a.md)|${cell}|It.|`));
      expect(read.methods.map(({ returnType }) => returnType)).toEqual([null]);
      expect(diagnostics).toEqual([]);
    },
  );

  it.each(["Methods", "Operations", "Reports", "Tasks"])("may be under the heading %s", (heading) => {
    const text = page(
      "lamp resource type",
      properties,
      `## ${heading}\n\n|Common task|HTTP method|\n|-|-|\n|[Get](a.md)|GET|`,
    );
    expect(readResourceText(text).page.methods.map(({ link }) => link)).toEqual(["a.md"]);
  });

  it("may link by reference", () => {
    const { page: read } = readResourceText(`${methods("|[Get][get]|None||")}\n\n[get]: ../api/lamp-get.md`);
    expect(read.methods.map(({ link }) => link)).toEqual(["../api/lamp-get.md"]);
  });
});
