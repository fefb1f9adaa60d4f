import { expect, it } from "vitest";
import { apiPage, readApi } from "./api-page.fixture.ts";

const table = (...rows: readonly string[]) => ["|Parameter|Type|Description|", "|--|--|--|", ...rows].join("\n");
const names = (rows: readonly { readonly name: { readonly value: string } }[]) => rows.map((row) => row.name.value);

it("sorts tables by their heading", () => {
  const { page } = readApi(
    apiPage(
      "GET /widgets/{id}/near(x={x})",
      `## Path parameters\n\n${table("|id|String|Which.|")}`,
      `## Query parameters\n\n${table("|$top|Int32|How many.|", "|maker|String|Whose.|")}`,
      `## Function parameters\n\n${table("|x|Double|Where.|")}`,
    ),
  );
  expect([names(page.pathParameters), names(page.queryParameters), names(page.functionParameters)]).toEqual([
    ["id"],
    ["maker"],
    ["x"],
  ]);
});

it("lets the path decide about a table headed Parameters", () => {
  const section = `## Parameters\n\n${table("|widget-id|String|Which.|", "|size|Int32|How large.|")}`;
  const get = readApi(apiPage("GET /widgets/{widget-id}", section)).page;
  expect([names(get.pathParameters), names(get.functionParameters)]).toEqual([["widget-id"], ["size"]]);
  const post = readApi(apiPage("POST /widgets/{widget-id}/grow", section, "## Request body\n\nAn object.")).page;
  expect([names(post.pathParameters), names(post.body?.rows ?? [])]).toEqual([["widget-id"], ["size"]]);
});

// trap 17
it("takes a body table on a page that only gets for function parameters", () => {
  const { page } = readApi(
    apiPage(
      "GET /widgets/{id}/secret",
      `## Request body\n\nIn the request URL, provide these.\n\n${table("|keyId|String|Which key.|")}`,
    ),
  );
  expect(names(page.functionParameters)).toEqual(["keyId"]);
  expect(page.body).toMatchObject({ isNone: true, rows: [] });
});

it("knows types in a column headed Value", () => {
  const { page, codes } = readApi(
    apiPage(
      "GET /widgets/{id}",
      "## Path parameters\n\n|Parameter name|Value|Description|\n|--|--|--|\n|**id**|`string`|Required. Which.|",
    ),
  );
  expect(page.pathParameters[0]?.type?.primitive).toBe("String");
  expect(codes).not.toContain("table-unread");
});

it("joins the tables of a page for two versions", () => {
  const both = `## Query parameters\n\n${table("|a|String|A.|")}\n\n${table("|a|String|A.|", "|b|String|B.|")}`;
  expect(names(readApi(apiPage("GET /widgets", both)).page.queryParameters)).toEqual(["a", "b"]);
});

it("does not take filterable properties for parameters", () => {
  const { page, codes } = readApi(
    apiPage(
      "GET /widgets",
      "## Optional query parameters\n\n|Name|Description|\n|--|--|\n|maker/name|Filter by it.|\n|parts/any(p: p/id eq 'x')|Filter by it.|",
    ),
  );
  expect(page.queryParameters).toEqual([]);
  expect(codes).not.toContain("row-unread");
});

it("reports tables of something else", () => {
  expect(readApi(apiPage("GET /widgets", "## Query parameters\n\n|Vendor|Keyword|\n|--|--|\n|a|b|")).codes).toContain(
    "table-unread",
  );
});

it("leaves system query options to their own reader, with further words beside the name, too", () => {
  const { page, codes } = readApi(
    apiPage(
      "GET /widgets",
      "## Optional query parameters\n\n|Parameter|Description|\n|--|--|\n|`$top`|How many.|\n|$filter with **any** operator|By parts.|\n|maker|Whose.|",
    ),
  );
  expect(names(page.queryParameters)).toEqual(["maker"]);
  expect(page.queryOptions).toEqual(["top", "filter"]);
  expect(codes).not.toContain("row-unread");
});
