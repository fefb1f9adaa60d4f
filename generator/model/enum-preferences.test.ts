import { expect, it } from "vitest";
import { getPage, modelOf, resourcePage } from "./pages.fixture.ts";

const hint = "Use the `Prefer: include-new` request header to get the following value in this evolvable enum: `c`.";
const state = (note = "") => `|state|String|Possible values are: \`a\`, \`b\`, \`unknownFutureValue\`, \`c\`. ${note}|`;

const preferences = (resources: Readonly<Record<string, string>>) => {
  const shown = { type: "shop.core.order", json: '{ "id": "1" }' };
  const { model } = modelOf({ "api/order-get.md": getPage("Get order", "/orders/{id}", shown), ...resources });
  return model.operations[0]?.headers.map(({ wireName, preferences: all }) => [
    wireName,
    all.map(({ key, kind, description }) => [key, kind, description]),
  ]);
};

const expected = [["Prefer", [["includeNew", "flag", hint.replace(/`/g, "")]]]];

it("asks for what an enum of the response needs", () => {
  expect(preferences({ "resources/order.md": resourcePage("order", ["|id|String||", state(hint)]) })).toEqual(expected);
  expect(preferences({ "resources/order.md": resourcePage("order", ["|id|String||", state()]) })).toEqual([]);
});

it("looks into the types of properties, and not behind relationships", () => {
  const line = resourcePage("line", [state(hint)]);
  const through = (type: string) => ({
    "resources/line.md": line,
    "resources/part.md": resourcePage("part", ["|lines|[line](line.md) collection||", "|part|[part](part.md)||"]),
    "resources/order.md": type,
  });
  expect(preferences(through(resourcePage("order", ["|id|String||", "|part|[part](part.md)||"])))).toEqual(expected);
  expect(
    preferences(
      through(
        resourcePage("order", ["|id|String||"], {
          after: "## Relationships\n\n|Relationship|Type|Description|\n|--|--|--|\n|part|[part](part.md)||",
        }),
      ),
    ),
  ).toEqual([]);
});

it("takes what one page says of an enum for every use of it", () => {
  const enumPage = `# state enum type\n\nNamespace: shop.core\n\n|Member|Description|\n|--|--|\n|a||\n|unknownFutureValue||\n|c||\n`;
  const linked = (note: string) => `|state|[state](state.md)|The state. ${note}|`;
  expect(
    preferences({
      "resources/state.md": enumPage,
      "resources/order.md": resourcePage("order", ["|id|String||", linked("")]),
      "resources/other.md": resourcePage("other", [linked(hint)]),
    }),
  ).toEqual(expected);
});
