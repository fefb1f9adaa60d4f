import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apiPage, readApi } from "./api-page.fixture.ts";

const rows = (...lines: readonly string[]) => `## Request headers\n\n|Name|Description|\n|--|--|\n${lines.join("\n")}`;
const rules = (...sections: readonly string[]) =>
  readApi(apiPage("GET /widgets", ...sections)).page.optionRules.map(({ when, headers, options }) => [
    when.join("+"),
    headers.join("+"),
    options.join("+"),
  ]);
const inRow = (text: string) => rules(rows(`|Level|${text}|`));

describe("header rows", () => {
  it.each<[string, string[][]]>([
    [
      "eventual. This header and `$count` are required when using `$search`, or when using `$filter` with the `$orderby` query parameter. It is slow.",
      [
        ["search", "Level", "count"],
        ["filter+orderby", "Level", "count"],
      ],
    ],
    [
      "eventual. This header and `$count` are required when using the `$search`, `$filter`, `$orderby`, or OData cast query parameters.",
      [
        ["search", "Level", "count"],
        ["filter", "Level", "count"],
        ["orderby", "Level", "count"],
      ],
    ],
    [
      "This header and `$count` are required when using `$search`, or in specific usage of `$filter`.",
      [["search", "Level", "count"]],
    ],
    [
      "This header is required when using `$search`, or `$filter` with the `endsWith` logical operator.",
      [["search", "Level", ""]],
    ],
    ["Required when the request includes the `$count=true` query parameter.", [["count", "Level", ""]]],
    ["Required if you use both `$filter` and `$orderBy`.", [["filter+orderby", "Level", ""]]],
    ["`$count` is required when using `$search`.", [["search", "", "count"]]],
    [
      "This header and `$search` are required when using `$search` together with `$top`.",
      [["search+top", "Level", ""]],
    ],
  ])("%s", (text, expected) => {
    expect(inRow(text)).toEqual(expected);
  });

  it.each([
    "eventual. Required when the request includes the `$expand=owner($levels=max)` parameter.",
    "This header is required when using `$search` and `$filter`.",
    "This header is required when using `$search`, `$filter`, and `$top`.",
    "This header is required when using `$search` or `$filter` on large shops.",
    "This header is not required when using `$search`.",
    "This header is required when creating a widget.",
    "Parts are required when using `$search`.",
    "Required.",
  ])("nothing: %s", (text) => {
    expect(inRow(text)).toEqual([]);
  });
});

it("reads prose about query options, and no other", () => {
  const sentence = "The `$search` query parameter works only on names and requires the **Level** header. More follows.";
  expect(rules(`## Optional query parameters\n\n${sentence}`)).toEqual([["search", "Level", ""]]);
  expect(rules(`## Remarks\n\n${sentence}`)).toEqual([]);
  expect(
    rules("## Optional query parameters\n\nThe `$search` parameter, if used twice, requires the Level header."),
  ).toEqual([]);
  expect(rules("## Optional query parameters\n\nThe Level header is required when using `$search`.")).toEqual([
    ["search", "Level", ""],
  ]);
});

it("takes any text", () => {
  const word = fc.constantFrom(
    "$search",
    "$top",
    "required",
    "when",
    "header",
    "this",
    "or",
    ",",
    "and",
    "with",
    "both",
    "x",
  );
  fc.assert(
    fc.property(fc.array(word), (words) => {
      for (const [when] of inRow(words.join(" "))) expect(when).toMatch(/^(?:search|top)(?:\+(?:search|top))?$/);
    }),
  );
});
