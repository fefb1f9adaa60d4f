import { describe, expect, it } from "vitest";
import type { PropertyRow } from "./page.ts";
import { isTypedTable, readPropertyRows } from "./property-table.ts";
import { contextFor, findings, propertyTable, rangeText, tablesFrom } from "./reading.fixture.ts";

function read(table: string) {
  const context = contextFor();
  const [found] = tablesFrom(table, context);
  if (!found) throw new Error("not a table");
  return { rows: readPropertyRows(found, context), diagnostics: context.diagnostics };
}

const namesOf = (rows: readonly PropertyRow[]): string[] => rows.map(({ name }) => name.value);

describe("a table of properties", () => {
  it.each([
    ["|Property|Type|Description|", true],
    ["|Property name|Type|Description|", true],
    ["|Name|Type|", true],
    ["|Description|Type|Relationship|", true],
    ["|Property|Description|", false],
    ["|Member|Value|Description|", false],
  ])("%s: %s", (head, expected) => {
    const [table] = tablesFrom(`${head}\n${"|-".repeat(head.split("|").length - 2)}|`);
    expect(table && isTypedTable(table)).toBe(expected);
  });

  it("gives name, type, description and places of each row", () => {
    const { rows, diagnostics } = read(
      propertyTable("|wattage|Int32|In watts. Read-only.|", "|shade|[shade](shade.md) collection||"),
    );
    expect(
      rows.map((row) => [
        row.name.value,
        rangeText(row.name.place),
        row.type?.text,
        row.description.text,
        rangeText(row.place),
      ]),
    ).toEqual([
      ["wattage", "3:1-3:9", "Int32", "In watts. Read-only.", "3:1-3:37"],
      ["shade", "4:1-4:7", "shade collection", null, "4:1-4:38"],
    ]);
    expect(rows[0]?.description.isReadOnly).toBe(true);
    expect(diagnostics).toEqual([]);
  });

  it("may have its columns in any order, and others between", () => {
    const { rows } = read("|Min value|Description|Type|Property|\n|-|-|-|-|\n|1|In watts.|Int32|wattage|");
    expect(rows.map((row) => [row.name.value, row.type?.primitive, row.description.text])).toEqual([
      ["wattage", "Int32", "In watts."],
    ]);
  });

  it("may be empty", () => {
    expect(read(propertyTable())).toEqual({ rows: [], diagnostics: [] });
  });
});

describe("the name of a row", () => {
  it.each([
    // trap 41
    ["**wattage**", "wattage"],
    ["`wattage`", "wattage"],
    ["*wattage*", "wattage"],
    ["[wattage](wattage.md)", "wattage"],
    ["wattage\\*", "wattage"],
    ["wattage\\ ", "wattage"],
    ["wattage:", "wattage"],
    ["wattage (preview)", "wattage"],
    ["**wattage** (deprecated)", "wattage"],
    ["\u200bwattage", "wattage"],
    ["Wattage", "Wattage"],
    ["v4_0_3", "v4_0_3"],
    ["_hidden", "_hidden"],
    ["@odata.etag", "@odata.etag"],
    ["@contoso.crm.behaviour", "@contoso.crm.behaviour"],
    ["$count", "$count"],
    ["Content-Type", "Content-Type"],
    ["__proto\\_\\_", "__proto__"],
    ["constructor", "constructor"],
  ])("%s is %s", (cell, name) => {
    expect(namesOf(read(propertyTable(`|${cell}|Int32|In watts.|`)).rows)).toEqual([name]);
  });

  it.each([
    ["a: string }; X; interface Y { b"],
    ["a'; X; '"],
    ["two words"],
    ["1st"],
    ["💡"],
    ["`wattage`, `volts`"],
    [`${"x".repeat(301)}`],
  ])("is not %s: the row is reported and not read", (cell) => {
    const { rows, diagnostics } = read(propertyTable(`|${cell}|Int32|In watts.|`));
    expect(rows).toEqual([]);
    expect(diagnostics.map(({ code, place }) => [code, place?.line, place?.column])).toEqual([["row-unread", 3, 1]]);
  });

  it("is missing: the row is reported by what it has", () => {
    const { diagnostics } = read(propertyTable("||Int32|In watts.|"));
    expect(findings(diagnostics)).toEqual(["row-unread 3:1-3:19"]);
    expect(diagnostics[0]?.message).toBe("Unexpected row `Int32`, expected a name in its first cell: it is not read");
  });

  it("stands twice: the first row counts, other letter case makes another property", () => {
    const { rows, diagnostics } = read(propertyTable("|id|String|One.|", "|ID|String|Two.|", "|id|Int32|Three.|"));
    expect(rows.map((row) => [row.name.value, row.description.text])).toEqual([
      ["id", "One."],
      ["ID", "Two."],
    ]);
    expect(findings(diagnostics)).toEqual(["name-case-differs 4:1-4:4", "name-duplicate 5:1-5:4"]);
    expect(diagnostics[0]?.message).toBe("`ID` differs from `id` only in letter case");
    expect(diagnostics.map(({ related }) => rangeText(related?.place ?? null))).toEqual(["3:1-3:4", "3:1-3:17"]);
  });
});

describe("rows that are not properties", () => {
  // trap 40
  it("are bold titles over the rows that follow", () => {
    const { rows, diagnostics } = read(
      propertyTable("|**Settings**|", "|mode|String|The mode.|", "|**Shades**|||", "|shade|String||"),
    );
    expect(namesOf(rows)).toEqual(["mode", "shade"]);
    expect(diagnostics).toEqual([]);
  });

  it("are empty ones", () => {
    expect(read(propertyTable("||||", "|mode|String||", "| | | |"))).toMatchObject({
      rows: [{ name: { value: "mode" } }],
      diagnostics: [],
    });
  });

  // trap 34
  it("are the broken-off ends of the description above, which are glued to it", () => {
    const { rows, diagnostics } = read(
      propertyTable("|mode|String|Possible values: `dim`,|", "|`bright`, `dark`.|", "|shade|String||"),
    );
    expect(rows[0]?.description).toMatchObject({
      text: "Possible values: dim, bright, dark.",
      values: { values: ["dim", "bright", "dark"] },
    });
    expect(namesOf(rows)).toEqual(["mode", "shade"]);
    expect(findings(diagnostics)).toEqual(["row-width 4:1-4:20"]);
  });
});

describe("the description of a row", () => {
  // trap 36
  it("may stand in the type cell, where the pipe between them is missing", () => {
    const { rows } = read(propertyTable("|lamps|[lamp](lamp.md) collection. Holds the lamps. Nullable.|"));
    expect(rows[0]).toMatchObject({
      type: { name: "lamp", isCollection: true },
      description: { text: "Holds the lamps. Nullable.", isNullable: true },
    });
  });

  it("may stand in a column of another title", () => {
    expect(read("|Name|Type|Remarks|\n|-|-|-|\n|mode|String|The mode.|").rows[0]?.description.text).toBe("The mode.");
    expect(read("|Name|Value|\n|-|-|\n|mode|The mode.|").rows[0]?.description.text).toBe("The mode.");
  });

  it("says that the property is deprecated, or its name does", () => {
    const { rows } = read(
      propertyTable(
        "|mode (deprecated)|String|The mode.|",
        "|shade|String|Deprecated since May.|",
        "|old (deprecated)|String|Deprecated. Use mode.|",
      ),
    );
    expect(rows.map(({ description }) => description.deprecation)).toEqual([
      "deprecated",
      "Deprecated since May.",
      "Deprecated.",
    ]);
  });
});

describe("a column that says what is required", () => {
  it.each<[string, boolean | null]>([
    ["Yes", true],
    ["Y", true],
    ["Required", true],
    ["true", true],
    ["Yes (on create)", true],
    ["No", false],
    ["N", false],
    ["Optional", false],
    ["", null],
  ])("%j: %s", (cell, expected) => {
    expect(
      read(`|Parameter|Type|Description|Required?|\n|-|-|-|-|\n|mode|String|The mode.|${cell}|`).rows[0]
        ?.requiredColumn,
    ).toBe(expected);
  });

  it("may be absent", () => {
    expect(read(propertyTable("|mode|String|Required.|")).rows[0]).toMatchObject({
      requiredColumn: null,
      description: { isRequired: true },
    });
  });
});

describe("the type of a row", () => {
  it("is null where the cell is blank or there is no column", () => {
    expect(read(propertyTable("|mode||The mode.|")).rows[0]?.type).toBeNull();
    expect(read("|Property|Description|\n|-|-|\n|mode|The mode.|").rows[0]?.type).toBeNull();
  });
});
