import { expect, it } from "vitest";
import { getPage, modelOf, resourcePage, typeIn } from "./pages.fixture.ts";

const rows = ["|id|String||"];
const resources = {
  "resources/book.md": resourcePage("book", rows),
  "resources/map.md": resourcePage("map", rows),
};
const get = (json: string, type = "shop.core.book") => getPage("Get book", "/books/{id}", { type, json });
const hasEtag = (pages: Readonly<Record<string, string>>, name = "book") =>
  typeIn(modelOf({ ...resources, ...pages }), name).hasEtag;

it("asks half of the examples", () => {
  const tagged = '{ "@odata.etag": "W/1", "id": "1" }';
  const bare = '{ "id": "1" }';
  expect(hasEtag({ "api/a.md": get(bare) })).toBe(false);
  expect(hasEtag({ "api/a.md": get(tagged), "api/b.md": get(bare) })).toBe(true);
  expect(hasEtag({ "api/a.md": get(`{ "value": [${tagged}, ${bare}, ${bare}] }`) })).toBe(false);
});

it("counts objects of exactly the type", () => {
  const other = '{ "value": [{ "@odata.type": "#shop.core.map", "@odata.etag": "W/1", "id": "1" }, { "id": "2" }] }';
  expect(hasEtag({ "api/a.md": get(other) })).toBe(false);
  expect(hasEtag({ "api/a.md": get(other) }, "map")).toBe(true);
});

it("believes the table", () => {
  expect(hasEtag({ "resources/book.md": resourcePage("book", [...rows, "|@odata.etag|String|The version.|"]) })).toBe(
    true,
  );
});

const write = (line: string, header: string) =>
  `# Change book\n\nNamespace: shop.core\n\n## HTTP request\n\n\`\`\`http\n${line}\n\`\`\`\n\n## Request headers\n\n|Name|Description|\n|--|--|\n${header}\n\n## Response\n\nReturns \`204 No Content\`.\n`;

it("believes a write that demands If-Match", () => {
  const read = { "api/get.md": get('{ "id": "1" }') };
  const demanding = "|If-Match|The version. Required.|";
  expect(hasEtag({ ...read, "api/a.md": write("DELETE /books/{book-id}", demanding) })).toBe(true);
  expect(hasEtag({ ...read, "api/a.md": write("PATCH /books('{id}')", demanding) })).toBe(true);
  expect(hasEtag({ ...read, "api/a.md": write("DELETE /books/{book-id}", "|If-Match|The version. Optional.|") })).toBe(
    false,
  );
  expect(hasEtag({ ...read, "api/a.md": write("DELETE /maps/{id}", demanding) })).toBe(false);
  expect(hasEtag({ ...read, "api/a.md": write("POST /books/{id}/lend", demanding) })).toBe(false);
});
