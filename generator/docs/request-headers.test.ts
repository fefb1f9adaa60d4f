import { describe, expect, it } from "vitest";
import { apiPage, readApi } from "./api-page.fixture.ts";
import { saysRequired } from "./request-headers.ts";

const read = (table: string) => readApi(apiPage("GET /widgets", `## Request headers\n\n${table}`));
const headers = (table: string) => read(table).page.headers.map((row) => [row.name.value, row.isRequired, row.values]);

describe("required", () => {
  it.each([
    "Bearer {token}. Required.",
    "Bearer {token}.Required",
    "Bearer <token> Required.",
    "application/json. Required",
    "Bearer {token} (required)",
    "Required. The version that you know.",
  ])("%j says it", (text) => {
    expect(saysRequired(text)).toBe(true);
  });

  it.each([
    "Bearer {token}",
    "Optional.",
    "This header and `$count` are required when using `$search`.",
    "eventual. Required when the request includes `$count`.",
    "Not required.",
    "Parts of a required presentation.",
  ])("%j does not", (text) => {
    expect(saysRequired(text)).toBe(false);
  });
});

it("finds columns by their title", () => {
  const expected = [
    ["Authorization", true, []],
    ["Content-Type", true, ["application/json"]],
  ];
  expect(
    headers(
      "|Header|Value|\n|--|--|\n|Authorization|Bearer &lt;token&gt; Required.|\n|Content-Type|application/json. Required.|",
    ),
  ).toEqual(expected);
  expect(
    headers(
      "|Name|Type|Description|\n|--|--|--|\n|`Authorization`|string|`Bearer {token}`. Required.|\n|**Content-Type**|string|`application/json`. Required.|",
    ),
  ).toEqual(expected);
});

it("lists values that are announced, and no other code", () => {
  expect(
    headers(
      "|Name|Description|\n|--|--|\n|Prefer: widget.size|Values can be `large` or `small`. A `Size-Applied` header comes back.|\n|AnswerLevel|eventual. This header and `$count` are required when using `$search`.|\n|If-None-Match|Answers `304 Not Modified` for the `etag` given. Optional.|",
    ),
  ).toEqual([
    ["Prefer", false, []],
    ["AnswerLevel", false, ["eventual"]],
    ["If-None-Match", false, []],
  ]);
});

it("reads a Required column", () => {
  expect(
    headers("|Name|Required|Description|\n|--|--|--|\n|If-Match|Yes|The version.|\n|Prefer|No|What you like.|"),
  ).toEqual([
    ["If-Match", true, []],
    ["Prefer", false, []],
  ]);
});

// trap 10
it("does not take a table of values under a heading of its own for headers", () => {
  expect(
    headers(
      "|Name|Description|\n|--|--|\n|Prefer|See below.|\n\n### Values of Prefer\n\n|Name|Description|\n|--|--|\n|keepLink|Keeps the link.|",
    ),
  ).toEqual([["Prefer", false, []]]);
});

it("refuses names that are none", () => {
  const { page, codes } = read("|Name|Description|\n|--|--|\n|content-type'; X|application/json|\n|Accept|text/plain|");
  expect(page.headers.map((row) => row.name.value)).toEqual(["Accept"]);
  expect(codes).toContain("header-invalid");
});

it("does not take the name of a preference for a value of the header", () => {
  expect(
    headers(
      '|Name|Description|\n|--|--|\n|Prefer: widget.size|The size.|\n|Prefer: return=minimal|Less.|\n|Prefer|Set to `widget.zone`, as in `widget.zone="UTC"`.|\n|Prefer|`odata.maxpagesize={x}`. Optional.|\n|Prefer|return=minimal. Optional.|\n|Prefer|A value of `skip-lock` skips locks.|',
    ).map(([, , values]) => values),
  ).toEqual([[], ["return=minimal"], [], [], ["return=minimal"], ["skip-lock"]]);
});
