import { expect, it } from "vitest";
import { apiPage, example } from "../docs/api-page.fixture.ts";
import { buildOne } from "./operations.fixture.ts";

const templates = (text: string) => buildOne(text, "api/sheet-rows.md").paths.map((path) => path.template);
const rows = (...lines: readonly string[]) =>
  `## Function parameters\n\n|Parameter|Type|Description|\n|--|--|--|\n${lines.join("\n")}`;

// trap 17
it("come from the example and the table", () => {
  const text = apiPage(
    "GET /sheets/{id}/rows\nGET /me/sheet/rows",
    rows("|count|Int32|How many.|"),
    example("GET https://api.example.com/v1.0/sheets/1/rows(count=5)"),
  );
  expect(templates(text)).toEqual(["/sheets/{sheetId}/rows(count={count})", "/me/sheet/rows(count={count})"]);
});

it("are quoted as in the example where the page has no table", () => {
  expect(templates(apiPage("GET /sheets/{id}/rows", example("GET /sheets/1/rows(area='A1')")))).toEqual([
    "/sheets/{sheetId}/rows(area='{area}')",
  ]);
});

it("come from the table alone where no example shows a call", () => {
  expect(templates(apiPage("GET /sheets/{id}/rows", rows("|area|String|Where.|", "|count|Int32|How many.|")))).toEqual([
    "/sheets/{sheetId}/rows(area='{area}',count={count})",
  ]);
});

it("leave the plain path in place if they are optional, or if an example does without them", () => {
  const optional = rows("|count|Int32|Optional. How many.|");
  expect(templates(apiPage("GET /sheets/{id}/rows", optional, example("GET /sheets/1/rows(count=5)")))).toEqual([
    "/sheets/{sheetId}/rows",
    "/sheets/{sheetId}/rows(count={count})",
  ]);
  expect(
    templates(apiPage("GET /sheets/{id}/rows", example("GET /sheets/1/rows", "GET /sheets/1/rows(count=5)"))),
  ).toHaveLength(2);
  expect(templates(apiPage("GET /sheets/{id}/rows", optional))).toEqual(["/sheets/{sheetId}/rows"]);
});

it("are left alone where a line of the page has them", () => {
  const lines = "GET /zones\nGET /zones(kind='{kind}')";
  expect(templates(apiPage(lines, rows("|kind|String|Which.|"), example("GET /zones(kind='x')")))).toEqual([
    "/zones",
    "/zones(kind='{kind}')",
  ]);
});

it("are not made of the parameters of an action", () => {
  expect(templates(apiPage("POST /sheets/{id}/rows", rows("|count|Int32|How many.|")))).toEqual([
    "/sheets/{sheetId}/rows",
  ]);
});
