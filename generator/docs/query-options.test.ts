import { expect, it } from "vitest";
import { apiPage, readApi } from "./api-page.fixture.ts";

const read = (section: string) => {
  const { page } = readApi(apiPage("GET /widgets", section));
  return [page.queryOptions, page.isQueryGeneric];
};

it.each([
  ["This method supports the [OData query parameters](/x) to help customize the response.", [[], true]],
  ["This method supports the `$select` and `$top` OData query parameters.", [["select", "top"], false]],
  ["This method supports the OData query parameters, including `$search`.", [["search"], true]],
  [
    "This method supports the OData query parameters.\n\nUse `$orderby` and `$filter` with care.",
    [["orderby", "filter"], true],
  ],
  ["This method supports the OData query parameters: `$top`.", [["top"], false]],
  ["This method supports the OData query parameters:\n\n- `$top`", [["top"], false]],
  ["This method supports some of the OData query parameters.\n\nYou can use `$top`.", [["top"], false]],
  ["This method supports the `select` OData query parameter.", [["select"], false]],
  ["Use `$top`.\n\nFor general information, see [OData query parameters](/x).", [["top"], false]],
  ["This method supports OData query parameters.\n\n`$count` is not supported.", [[], true]],
  ["You can use `$filter` and `$orderBy`.", [["filter", "orderby"], false]],
  ["This method does not support OData query parameters.", [[], false]],
  ["This method doesn't support `$filter`. It supports `$select`.", [["select"], false]],
  ["There is no support for `$search`.", [[], false]],
  ["`$count` is not supported.", [[], false]],
  ["- You can use `$expand`.\n- `$skip` is currently not supported.", [["expand"], false]],
  ["None.", [[], false]],
])("reads %j", (text, expected) => {
  expect(read(`## Optional query parameters\n\n${text}`)).toEqual(expected);
});

it("reads tables", () => {
  expect(
    read(
      "## Query parameters\n\n|Parameter|Type|Description|\n|--|--|--|\n|$top|Int32|How many.|\n|maker|String|Whose.|",
    ),
  ).toEqual([["top"], false]);
});

it("takes a table for a list, too", () => {
  const table = "|Name|Description|\n|--|--|\n|$top|How many.|";
  expect(read(`## Query parameters\n\nSee OData query parameters.\n\n${table}`)).toEqual([["top"], false]);
});

it("looks nowhere else", () => {
  expect(read("## Response\n\nIf you use `$select`, fewer members come back.")).toEqual([[], false]);
});
