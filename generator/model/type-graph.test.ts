import { expect, it } from "vitest";
import { modelOf, resourcePage } from "./pages.fixture.ts";
import { TypeGraph } from "./type-graph.ts";

it("knows what a type inherits", () => {
  const { model } = modelOf({
    "resources/item.md": resourcePage("item", ["|id|String||", "|name|String|Of the item.|"]),
    "resources/book.md": resourcePage("book", ["|name|String|Of the book.|", "|pages|Int32||"], {
      annotation: '"baseType": "shop.core.item"',
    }),
  });
  const graph = new TypeGraph(model.types, model.enums);
  expect(graph.chainOf("shop.core.book").map((type) => type.name)).toEqual(["book", "item"]);
  expect(graph.propertiesOf("shop.core.book").map(({ name, description }) => [name, description])).toEqual([
    ["name", "Of the book."],
    ["pages", null],
    ["id", null],
  ]);
  expect(graph.chainOf("shop.core.none")).toEqual([]);
});
