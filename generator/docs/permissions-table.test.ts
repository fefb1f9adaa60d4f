import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apiPage, fence, readApi } from "./api-page.fixture.ts";
import { defaultLimits } from "./limits.ts";
import { readPermissionCell } from "./permission-cell.ts";
import { permissionScheme } from "./permissions-table.ts";

const read = (section: string, files: Readonly<Record<string, string>> = {}) =>
  readApi(apiPage("GET /widgets", `## Permissions\n\n${section}`), "api/widget-list.md", files);
const rows = (section: string) =>
  read(section).page.permissions.flatMap((table) => table.rows.map((row) => [row.scheme, row.scopes, row.isSupported]));

const twoColumns = (cell: string) =>
  `|Permission type|Permissions (from least to most privileged)|\n|:--|:--|\n|Delegated (work or school account)|${cell}|`;

describe("cells", () => {
  it.each([
    ["Widgets.Read", ["Widgets.Read"]],
    ["Widgets.Read.All, Widgets.ReadWrite.All", ["Widgets.Read.All", "Widgets.ReadWrite.All"]],
    ["Widgets.Read, , Parts.Read,", ["Widgets.Read", "Parts.Read"]],
    // A missing comma.
    ["Widgets.Read.All Widgets.ReadWrite.All", ["Widgets.Read.All", "Widgets.ReadWrite.All"]],
    ["Widgets.Read and Parts.Read, or Makers.Read.", ["Widgets.Read", "Parts.Read", "Makers.Read"]],
    ["Widget-Parts.Read*, Widgets.Read\\*, `Parts.Read`", ["Widget-Parts.Read", "Widgets.Read", "Parts.Read"]],
    ["One from Widgets.Read plus either Parts.Read (see below)", ["Widgets.Read", "Parts.Read"]],
    ["widgets.read, parts.write", ["widgets.read", "parts.write"]],
    ["See example.com for more", []],
    ["For **widgets**:\nWidgets.Read\nFor **parts**:\nParts.Read", ["Widgets.Read", "Parts.Read"]],
  ])("of %j hold %j", (text, scopes) => {
    expect(readPermissionCell(text)).toMatchObject({ scopes, isUnsupported: false });
  });

  it.each(["Not supported.", "Not Supported", "not available", "Not applicable.", "n/a"])(
    "%j says that it cannot be called",
    (text) => {
      expect(readPermissionCell(text)).toMatchObject({ scopes: [], isUnsupported: true });
    },
  );

  it("refuse what only looks like a permission", () => {
    expect(readPermissionCell("Widgets.Read/*X, <script>, Parts.Read")).toMatchObject({
      scopes: ["Parts.Read"],
      refused: ["Widgets.Read/*X"],
    });
  });

  it("hold a limited number", () => {
    const many = Array.from({ length: defaultLimits.permissionsPerCell + 1 }, (_, i) => `Widgets.Read${i}`).join(", ");
    expect(readPermissionCell(many).scopes).toEqual([]);
  });

  it("never throw, and give each permission once and by the grammar", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.array(fc.constantFrom("A.B", "a.b", ",", " ", "*", "and", "..", "(", "x")).map((parts) => parts.join("")),
        ),
        (text) => {
          const { scopes } = readPermissionCell(text);
          expect(new Set(scopes).size).toBe(scopes.length);
          for (const scope of scopes) expect(scope).toMatch(/^[A-Za-z][\w-]*([.:/][A-Za-z][\w-]*)+$/);
        },
      ),
    );
    const started = performance.now();
    for (const part of [".", " ", "A.", "*", "A.b "]) readPermissionCell(`${part.repeat(100_000)}x`);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

it.each([
  ["Delegated (work or school account)", "delegatedWork"],
  ["Delegated (personal Microsoft account)", "delegatedPersonal"],
  ["Delegated permission", "delegatedWork"],
  ["Application", "application"],
  ["widget", null],
])("%j is %j", (label, scheme) => {
  expect(permissionScheme(label)).toBe(scheme);
});

describe("tables", () => {
  it("have a row for each permission type", () => {
    const table = `${twoColumns("Widgets.Read, Widgets.ReadWrite")}\n|Delegated (personal account)|Not supported.|\n|Application|None.|`;
    expect(rows(table)).toEqual([
      ["delegatedWork", ["Widgets.Read", "Widgets.ReadWrite"], true],
      ["delegatedPersonal", [], false],
      ["application", [], true],
    ]);
  });

  it("turn the order round where it is from most to least", () => {
    const table =
      "|Permission type|Permissions (from most to least privileged)|\n|--|--|\n|Application|Widgets.ReadWrite, Widgets.Read|";
    expect(rows(table)).toEqual([["application", ["Widgets.Read", "Widgets.ReadWrite"], true]]);
  });

  it("have least and higher ones apart, from an include", () => {
    const include =
      "---\ndescription: made by a tool\n---\n\n|Permission type|Least privileged permissions|Higher privileged permissions|\n|:--|:--|:--|\n|Delegated (work or school account)|Widgets.Read|Widgets.ReadWrite, Shop.Read|\n|Application|Not supported.|Not supported.|\n|Delegated (personal account)|Widgets.Read|Not available.|";
    const { page } = read("[!INCLUDE [permissions](../includes/permissions/widget-list-permissions.md)]", {
      "includes/permissions/widget-list-permissions.md": include,
    });
    expect(page.permissions[0]?.rows.map((row) => [row.scheme, row.scopes, row.isSupported])).toEqual([
      ["delegatedWork", ["Widgets.Read", "Widgets.ReadWrite", "Shop.Read"], true],
      ["application", [], false],
      ["delegatedPersonal", ["Widgets.Read"], true],
    ]);
    expect(page.permissions[0]?.place.page).toBe("includes/permissions/widget-list-permissions.md");
  });

  // trap 4
  it("are read though their delimiter row is too wide", () => {
    const { page, codes } = read(
      "|Permission type|Permissions (from least to most privileged)|\n|:--|:--|:--|\n|Application|Widgets.Read|",
    );
    expect(page.permissions[0]?.rows[0]?.scopes).toEqual(["Widgets.Read"]);
    expect(codes).toContain("table-invalid");
  });

  // traps 15 and 43
  it("may be a matrix of resources", () => {
    const matrix =
      "|Supported resource|Delegated (work or school account)|Delegated (personal Microsoft account)|Application|\n|--|--|--|--|\n|[widget](../resources/widget.md)|Widgets.Read|Not supported|Widgets.Read.All|\n|part|Parts.Read|Parts.Read|Not supported.|";
    const { page } = read(matrix);
    expect(page.permissions.map((table) => table.appliesTo)).toEqual(["widget", "part"]);
    expect(page.permissions[0]?.rows.map((row) => [row.scheme, row.scopes, row.isSupported])).toEqual([
      ["delegatedWork", ["Widgets.Read"], true],
      ["delegatedPersonal", [], false],
      ["application", ["Widgets.Read.All"], true],
    ]);
  });

  it("may list cases below a permission type", () => {
    const table =
      "|Permission type (by workflow)|Permissions (from most to least privileged)|\n|--|--|\n|Delegated (work or school account)|varies|\n|&nbsp; Selling|Widgets.Sell, Widgets.Read|\n|&nbsp; Making|Widgets.Make|\n|Application||\n|&nbsp; Making|Widgets.Make.All|\n|Delegated (personal account)|Not supported.|";
    const { page, codes } = read(table);
    expect(
      page.permissions.map((found) => [found.appliesTo, found.rows.map((row) => [row.scheme, row.scopes])]),
    ).toEqual([
      [null, [["delegatedPersonal", []]]],
      ["Selling", [["delegatedWork", ["Widgets.Read", "Widgets.Sell"]]]],
      [
        "Making",
        [
          ["delegatedWork", ["Widgets.Make"]],
          ["application", ["Widgets.Make.All"]],
        ],
      ],
    ]);
    expect(codes).not.toContain("permission-row-unknown");
  });

  it("say what they are for by the heading or the request above them", () => {
    const table = twoColumns("Widgets.Read");
    const { page } = read(
      `${table}\n\n### For makers\n\n${table}\n\n${fence}http\nGET /a\nGET /b\n${fence}\n\n${table}`,
    );
    expect(page.permissions.map((found) => found.appliesTo)).toEqual([null, "For makers", "GET /a, GET /b"]);
    expect(page.requests.map((line) => line.text)).toEqual(["GET /widgets"]);
  });

  it("report what they do not understand", () => {
    const { codes } = read(
      `${twoColumns("**TODO: say which**")}\n|Application|A.B|\n|widget|Widgets.Read|\n\n|Caller|Result|\n|--|--|\n|you|all|`,
    );
    expect(codes).toEqual(["permission-cell-unread", "permission-row-unknown", "table-unread", "response-missing"]);
  });

  it("may be missing", () => {
    expect(readApi(apiPage("GET /widgets")).codes).toContain("permissions-missing");
  });
});
