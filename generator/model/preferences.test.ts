import { expect, it } from "vitest";
import { apiPage, example, readApi } from "../docs/api-page.fixture.ts";
import { buildOne, buildPages } from "./operations.fixture.ts";

const table = (...rows: readonly string[]) => `## Request headers\n\n|Name|Description|\n|--|--|\n${rows.join("\n")}`;
const sent = (...values: readonly string[]) => example(...values.map((value) => `GET /widgets\nPrefer: ${value}`));

const prefer = (...sections: readonly string[]) =>
  buildOne(apiPage("GET /widgets", ...sections)).headers.find((header) => header.wireName === "Prefer");

it("joins what the page says of one token", () => {
  expect(
    prefer(
      table(
        "|Prefer: return=minimal|Less.|",
        "|Prefer: return=representation|More.|",
        "|Prefer: widget.zone|The zone.|",
        "|If-Match|The version.|",
      ),
      "## Remarks\n\nSend `Prefer: return=minimal` to be fast.",
      sent('Widget.Zone="Here and there", odata.maxpagesize=5'),
    )?.preferences,
  ).toEqual([
    {
      key: "return",
      token: "return",
      values: ["minimal", "representation"],
      kind: "text",
      isQuoted: false,
      description: "Less.\nMore.",
    },
    { key: "widgetZone", token: "widget.zone", values: [], kind: "text", isQuoted: true, description: "The zone." },
    {
      key: "odataMaxpagesize",
      token: "odata.maxpagesize",
      values: [],
      kind: "number",
      isQuoted: false,
      description: null,
    },
  ]);
});

it("adds the header where only prose or an example has it", () => {
  expect(prefer(sent("respond-async"))).toMatchObject({
    name: "prefer",
    isRequired: false,
    values: [],
    preferences: [{ key: "respondAsync", kind: "flag" }],
  });
  expect(prefer("## Remarks\n\nSend `Prefer: skip-lock`. Then `Prefer: skip-lock` works.")?.preferences).toEqual([
    {
      key: "skipLock",
      token: "skip-lock",
      values: [],
      kind: "flag",
      isQuoted: false,
      description: "Send Prefer: skip-lock.",
    },
  ]);
  expect(prefer("## Remarks\n\nWe prefer `a=b`.", sent("{a}"))).toBeUndefined();
});

it("gives other headers none", () => {
  expect(buildOne(apiPage("GET /a", table("|If-Match|The version.|"))).headers[0]?.preferences).toEqual([]);
});

it("gives each token a key of its own", () => {
  expect(prefer(sent("widget.size=a", "widget-size=b"))?.preferences.map(({ key, token }) => [key, token])).toEqual([
    ["widgetSize", "widget.size"],
    ["widgetSize2", "widget-size"],
  ]);
});

it("learns from other pages how a value is written", () => {
  const page = (path: string, ...sections: readonly string[]) =>
    readApi(apiPage("GET /widgets", ...sections), path).page;
  const named = page("api/a.md", table("|Prefer: widget.zone|The zone.|", "|Prefer: widget.depth|How deep.|"));
  const shown = page("api/b.md", sent('widget.zone="UTC", widget.depth=3'));
  const kinds = (...pages: ReturnType<typeof page>[]) =>
    buildPages(pages).operations[0]?.headers[0]?.preferences.map(({ kind, isQuoted }) => [kind, isQuoted]);
  expect(kinds(named)).toEqual([
    ["flag", false],
    ["flag", false],
  ]);
  expect(kinds(named, shown)).toEqual([
    ["text", true],
    ["number", false],
  ]);
});
