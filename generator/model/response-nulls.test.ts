import { expect, it } from "vitest";
import { getPage, modelOf, resourcePage, typeIn } from "./pages.fixture.ts";

const resources = {
  "resources/book.md": resourcePage("book", [
    "|id|String|Key.|",
    "|cover|[cover](cover.md)||",
    "|pages|[page](page.md) collection||",
  ]),
  "resources/cover.md": resourcePage("cover", ["|colour|String||", "|title|String|Not nullable.|", "|width|Int32||"]),
  "resources/page.md": resourcePage("page", ["|text|String||"]),
};
const get = (json: string) => ({ "api/a.md": getPage("Get book", "/books/{id}", { type: "shop.core.book", json }) });
const nullable = (json: string, type: string) =>
  typeIn(modelOf({ ...resources, ...get(json) }), type).properties.flatMap(({ name, isNullable }) =>
    isNullable === true ? [name] : [],
  );

it("allows null where a response shows it inside of another object", () => {
  expect(nullable('{ "id": "1", "cover": { "colour": null, "width": 3 } }', "cover")).toEqual(["colour"]);
  expect(nullable('{ "value": { "id": "1", "cover": { "width": null } } }', "cover")).toEqual(["width"]);
});

it("looks at all items of a list", () => {
  expect(nullable('{ "id": "1", "pages": [{ "text": "x" }, { "text": null }] }', "page")).toEqual(["text"]);
});

it("believes the table more than an example", () => {
  expect(nullable('{ "id": "1", "cover": { "title": null } }', "cover")).toEqual([]);
});

it("follows the type that an object names", () => {
  const json = '{ "id": "1", "cover": { "@odata.type": "#shop.core.page", "text": null, "colour": null } }';
  expect(nullable(json, "page")).toEqual(["text"]);
  expect(nullable(json, "cover")).toEqual([]);
});
