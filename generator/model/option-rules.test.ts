import { expect, it } from "vitest";
import { apiPage } from "../docs/api-page.fixture.ts";
import { buildOne } from "./operations.fixture.ts";

const options = (text: string) => `## Optional query parameters\n\n${text}`;
const rows = (...lines: readonly string[]) => `## Request headers\n\n|Name|Description|\n|--|--|\n${lines.join("\n")}`;
const rules = (...sections: readonly string[]) => buildOne(apiPage("GET /widgets", ...sections)).optionRules;

const sentence = "This header and `$count` are required when using `$search`.";

it("gives the header's only value", () => {
  expect(rules(options("Supports `$search` and `$count`."), rows(`|Level|eventual. ${sentence}|`))).toEqual([
    {
      when: ["search"],
      headers: ["Level"],
      options: ["count"],
      headerValues: { Level: "eventual" },
      text: "This header and $count are required when using $search.",
    },
  ]);
  expect(
    rules(options("Supports `$search` and `$count`."), rows(`|Level|Values can be \`a\` or \`b\`. ${sentence}|`)),
  ).toMatchObject([{ headers: ["Level"], headerValues: {} }]);
});

it("holds only for what the operation supports", () => {
  const row = rows(`|Level|eventual. ${sentence}|`);
  expect(rules(options("Supports `$search`."), row)).toEqual([]);
  expect(rules(options("Supports `$count`."), row)).toEqual([]);
  expect(rules(options("Supports the OData query parameters."), row)).toHaveLength(1);
});

it("demands no header that the operation does not take", () => {
  const text = "Supports `$search`. The `$search` query parameter requires the **Level** header.";
  expect(rules(options(text))).toEqual([]);
  expect(rules(options(text), rows("|level|eventual. May be sent.|"))).toMatchObject([
    { when: ["search"], headers: ["level"], headerValues: { level: "eventual" } },
  ]);
});

it("says nothing twice", () => {
  expect(
    rules(
      options("Supports `$search`, `$top` and `$count`. The `$search` query parameter requires the Level header."),
      rows(`|Level|eventual. ${sentence} Required when using \`$search\` with \`$top\`.|`),
    ).map(({ when }) => when),
  ).toEqual([["search"]]);
});
