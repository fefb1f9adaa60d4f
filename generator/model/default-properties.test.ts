import { expect, it } from "vitest";
import { getPage, modelOf, resourcePage } from "./pages.fixture.ts";

const shown = { type: "shop.core.book", json: '{ "id": "1" }' };

const listed = (sentence: string) => {
  const { model } = modelOf({
    "api/book-get.md": `${getPage("Get book", "/books/{id}", shown)}\n## Remarks\n\n${sentence}\n`,
    "resources/item.md": resourcePage("item", ["|id|String||"]),
    "resources/book.md": resourcePage("book", ["|title|String||", "|pages|Int32||"], {
      annotation: '"baseType": "shop.core.item"',
    }),
  });
  return model.operations[0]?.response.defaultProperties;
};

it("takes the names that the response type declares or inherits", () => {
  expect(listed("By default, only some properties are returned (**id**, **title**).")).toEqual(["id", "title"]);
  expect(listed("By default, only some properties are returned (`id`, `title`, `colour`).")).toEqual(["id", "title"]);
});

it("takes no list about something else, and none that is not there", () => {
  expect(listed("By default, only some properties are returned (`id`, `colour`, `size`).")).toBeNull();
  expect(listed("By default, only some properties are returned.")).toBeNull();
  expect(
    listed(
      "By default, these properties of the shop are returned: street, town.\n\nOf the book, properties returned by default: id, pages.",
    ),
  ).toEqual(["id", "pages"]);
});
