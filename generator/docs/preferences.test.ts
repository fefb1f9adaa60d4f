import { describe, expect, it } from "vitest";
import { apiPage, example, readApi } from "./api-page.fixture.ts";
import { timeOf } from "./reading.fixture.ts";

const read = (...sections: readonly string[]) => readApi(apiPage("GET /widgets", ...sections)).page;
const rows = (titles: string, ...lines: readonly string[]) =>
  read(`## Request headers\n\n|${titles}|\n|${titles.replace(/[^|]+/g, "--")}|\n${lines.join("\n")}`).headers.map(
    (row) => row.preferences.map(({ token, form, values, text }) => [token, form, values, text]),
  );

describe("rows of the header table", () => {
  it("reads the name cell", () => {
    expect(
      rows(
        "Name|Type|Description",
        '|Prefer: widget.size|string|The size. Values can be "large" or "small". Optional.|',
        '|Prefer: widget.zone|string|The time zone, for example, "Central Europe".|',
        "|Prefer: skip-lock||Skips locks.|",
        "|Prefer: return=minimal||Optional.|",
      ),
    ).toEqual([
      [["widget.size", "placeholder", ["large", "small"], 'The size. Values can be "large" or "small". Optional.']],
      [["widget.zone", "placeholder", [], 'The time zone, for example, "Central Europe".']],
      [["skip-lock", "none", [], "Skips locks."]],
      [["return", "word", ["minimal"], null]],
    ]);
  });

  it("reads what the other cells start with, or show with a value", () => {
    expect(
      rows(
        "Name|Description",
        "|Prefer|return=minimal. Less comes back. Optional.|",
        "|Prefer|return=minimal <br><br>Less comes back.|",
        "|Prefer|odata.maxpagesize={x}. Optional.|",
        '|prefer|Set to `widget.zone`, as in `widget.zone="UTC"`.|',
        "|Prefer|{Time zone}. Optional.|",
      ),
    ).toEqual([
      [["return", "word", ["minimal"], "Less comes back. Optional."]],
      [["return", "word", ["minimal"], "Less comes back."]],
      [["odata.maxpagesize", "placeholder", [], null]],
      [
        ["widget.zone", "quoted", [], 'Set to widget.zone, as in widget.zone="UTC".'],
        ["widget.zone", "none", [], 'Set to widget.zone, as in widget.zone="UTC".'],
      ],
      [],
    ]);
  });

  it("gives each of several flags the sentence about it", () => {
    expect(
      rows("Name|Description", "|Prefer|Optional. A value of `skip-lock` skips locks. A value of `keep` keeps them.|"),
    ).toEqual([
      [
        ["skip-lock", "none", [], "A value of skip-lock skips locks."],
        ["keep", "none", [], "A value of keep keeps them."],
      ],
    ]);
  });

  it("reads none in rows of other headers", () => {
    expect(rows("Name|Description", "|If-Match|etag=1|")).toEqual([[]]);
  });
});

const elsewhere = (...sections: readonly string[]) =>
  read(...sections).preferences.map(({ token, form, values, text }) => [token, form, values, text]);

it("reads a table of values below the headers", () => {
  expect(
    elsewhere(
      "## Request headers\n\n|Name|Description|\n|--|--|\n|Prefer|See below.|\n\n### Prefer header values\n\n|Name|Description|\n|--|--|\n|keepLink|Keeps the link.|\n|size=large|More.|",
    ),
  ).toEqual([
    ["keepLink", "none", [], "Keeps the link."],
    ["size", "word", ["large"], "More."],
  ]);
});

it("reads code spans in prose", () => {
  expect(
    elsewhere(
      "## Response\n\nReturns `204`. If the `Prefer` header has `return=representation`, it returns `200`.",
      "## More\n\nSend `prefer:skip-lock` first. `Preference-Applied: skip-lock` comes back, and `$count=true` is ignored.",
    ),
  ).toEqual([
    ["return", "word", ["representation"], "If the Prefer header has return=representation, it returns 200."],
    ["skip-lock", "none", [], "Send prefer:skip-lock first."],
  ]);
});

it("keeps the words beside an example to the example", () => {
  expect(elsewhere(`## Example\n\nThis one has \`Prefer: widget.zone="UTC"\`.\n\n${example("GET /widgets")}`)).toEqual([
    ["widget.zone", "quoted", [], null],
  ]);
});

it("reads a page of nothing but preferences in time", () => {
  const spans = "`Prefer: a=b, c`, ".repeat(20_000);
  const pairs = "a=b and c=d, ".repeat(20_000);
  const page = apiPage("GET /a", `## Request headers\n\n|Name|Description|\n|--|--|\n|Prefer|${pairs}|`, spans);
  expect(timeOf(() => expect(readApi(page).page.preferences).toHaveLength(100))).toBeLessThan(5_000);
});
