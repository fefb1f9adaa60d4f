import { describe, expect, it } from "vitest";
import { blocksFrom, cellFrom, contextFor, findings, rangeText, tablesFrom, timeOf } from "./reading.fixture.ts";
import { cellAt, columnIndex, columnKey, readTable } from "./tables.ts";

const cells = (text: string): string[][] =>
  tablesFrom(text).flatMap((table) => table.rows.map((row) => row.cells.map((cell) => cell.text)));

describe("columns", () => {
  it.each([
    ["|Property|Type|Description|", ["name", "type", "description"]],
    ["|Property name|Type|Description|", ["name", "type", "description"]],
    ["|**Name**|`Type`|DESCRIPTION|", ["name", "type", "description"]],
    ["| Relationship | Type | Description |", ["name", "type", "description"]],
    ["|Member|Value|Description|", ["member", "value", "description"]],
    // trap 31
    ["|Member|Member|Description|", ["member", "member", "description"]],
    ["|Member|Int value|Description|", ["member", "number", "description"]],
    ["|Property|Type|Min value|Supported resources|", ["name", "type", null, "appliesTo"]],
  ])("of %s are known by their titles", (head, names) => {
    const [table] = tablesFrom(`${head}\n${"|-".repeat(head.split("|").length - 2)}|`);
    expect(table?.columns.map((column) => column.name)).toEqual(names);
  });

  it("are found by the first of several meanings that the table has", () => {
    const [table] = tablesFrom("|Value|Member|\n|-|-|\n|1|dim|");
    expect(table && columnIndex(table, "name", "member", "value")).toBe(1);
    expect(table && columnIndex(table, "type")).toBe(-1);
  });

  it("without title and content are layout", () => {
    const [table] = tablesFrom("|Property|Type||\n|-|-|-|\n|wattage|Int32||");
    expect(table?.columns.map(({ title }) => title)).toEqual(["Property", "Type"]);
  });

  it("without title but with content stay", () => {
    const [table] = tablesFrom("|Property|Type||\n|-|-|-|\n|wattage|Int32|In watts.|");
    expect(table?.columns.map(({ title }) => title)).toEqual(["Property", "Type", ""]);
  });

  it("have a title in one line without marks, for lookup", () => {
    expect(columnKey("**Property**\n name ")).toBe("property name");
  });
});

describe("cells", () => {
  it("have their text, their source and their place", () => {
    const cell = cellFrom(" [lamp](lamp.md)  collection ");
    expect([cell.text, cell.source, rangeText(cell.place)]).toEqual([
      "lamp collection",
      "[lamp](lamp.md)  collection",
      "3:1-3:31",
    ]);
  });

  it("fold tabs and no-break spaces", () => {
    expect(cellFrom("\tone\u00a0two\t").text).toBe("one two");
  });

  it("are empty where a row is too short", () => {
    expect(cells("|a|b|c|\n|-|-|-|\n|1|2|")).toEqual([["1", "2", ""]]);
  });

  // trap 33
  it("keep an unescaped pipe in the last column, and say so", () => {
    const context = contextFor();
    const [table] = tablesFrom(
      "|Property|Type|Description|\n|-|-|-|\n|file|String|One of *.cer | *.crt | more.|",
      context,
    );
    expect(table?.rows[0]?.cells.map(({ text }) => text)).toEqual(["file", "String", "One of *.cer | *.crt | more."]);
    expect(findings(context.diagnostics)).toEqual(["row-width 3:1-3:43"]);
    expect(context.diagnostics[0]?.message).toBe("Unexpected 5 cells in a row, expected 3");
  });

  it("beyond the last column are dropped where they are empty", () => {
    const context = contextFor();
    const [table] = tablesFrom("|a|b|\n|-|-|\n|1|2|||", context);
    expect(table?.rows[0]?.cells.map(({ text }) => text)).toEqual(["1", "2"]);
    expect(context.diagnostics).toEqual([]);
  });

  // trap 34
  it("keep an escaped pipe", () => {
    expect(cells("|a|b|\n|-|-|\n|1|x \\| y|")).toEqual([["1", "x | y"]]);
  });

  it("are empty for a column that the table does not have", () => {
    const [table] = tablesFrom("|a|b|\n|-|-|\n|1|2|");
    const row = table?.rows[0];
    expect(row && cellAt(row, -1)).toMatchObject({ text: "", source: "", tokens: [] });
  });
});

describe("a table that GFM does not take for one", () => {
  // trap 4
  it("because its delimiter row is wider than its header is read all the same", () => {
    const context = contextFor();
    const text = "# Lamp\n\n|Property|Type|\n|:---|:---|:---|\n|wattage|Int32|\n|[shade](shade.md)|String|";
    const [table] = tablesFrom(text, context);
    expect(table?.columns.map(({ name }) => name)).toEqual(["name", "type"]);
    expect(table?.rows.map((row) => row.cells.map((cell) => `${cell.text} ${rangeText(cell.place)}`))).toEqual([
      ["wattage 5:1-5:9", "Int32 5:9-5:16"],
      ["shade 6:1-6:19", "String 6:19-6:27"],
    ]);
    expect(findings(context.diagnostics)).toEqual(["table-invalid 3:1-6:27"]);
  });

  it("because its delimiter row is narrower is read all the same", () => {
    expect(cells("|a|b|c|\n|-|-|\n|1|2|3|")).toEqual([["1", "2", "3"]]);
  });

  it("may follow lines of prose in its paragraph", () => {
    expect(cells("The table:\n|a|b|\n|-|-|-|\n|1|2|")).toEqual([["1", "2"]]);
  });

  it("may have references to definitions elsewhere on the page", () => {
    const [table] = tablesFrom("|a|b|\n|-|-|-|\n|1|[shade][]|\n\n[shade]: shade.md");
    expect(table?.rows[0]?.cells[1]?.tokens).toEqual([{ kind: "link", text: "shade", url: "shade.md" }]);
  });

  it("may have an escaped pipe in its header", () => {
    expect(cells("|a\\|b|c|\n|-|-|-|\n|1|2|")).toEqual([["1", "2"]]);
  });

  it.each(["a | b", "a | b\nc | d", "|a|b|\n|x|y|", "a\n|-|-|"])("%j is none", (text) => {
    const context = contextFor();
    const tables = blocksFrom(text).map((block) => readTable(block, context));
    expect(tables).toEqual([null]);
    expect(context.diagnostics).toEqual([]);
  });

  it("is looked for in linear time", () => {
    const [block] = blocksFrom(
      `a|b\nc${" ".repeat(60_000)}|${" ".repeat(60_000)}x${"-:".repeat(30_000)}\n${"|".repeat(20_000)}x`,
    );
    expect(block && timeOf(() => readTable(block, contextFor()))).toBeLessThan(500);
  });
});

// trap 45
it("a table inside of a comment is no table", () => {
  expect(tablesFrom("<!--\n## Relationships\n\n|Relationship|Type|\n|-|-|\n|shade|[shade](shade.md)|\n-->")).toEqual(
    [],
  );
});
