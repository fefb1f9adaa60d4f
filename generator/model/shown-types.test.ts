import { expect, it } from "vitest";
import type { TypeRef } from "./api-model.ts";
import { modelOf, resourcePage } from "./pages.fixture.ts";

const below = (name: string, base: string) =>
  resourcePage(name, [`|${name}Mark|String||`], { opening: `Inherits from [${base}](${base}.md).` });

const resources = {
  "resources/thing.md": resourcePage("thing", ["|id|String||"]),
  "resources/book.md": below("book", "thing"),
  "resources/audiobook.md": below("audioBook", "book"),
  "resources/pocketbook.md": below("pocketBook", "book"),
  "resources/cover.md": below("cover", "thing"),
};

interface ShownResponse {
  readonly json: unknown;
  readonly annotation?: string;
  readonly status?: string;
}

/** The type of what an operation gives whose page states the type `pocketBook`. */
function given(...responses: readonly ShownResponse[]): TypeRef | null | undefined {
  const examples = responses.flatMap(({ json, annotation, status = "201 Created" }, index) => [
    `### Example ${index}`,
    "```http\nPOST https://api.example.com/v1/books\n```",
    `<!-- { "blockType": "response"${annotation ? `, "@odata.type": "${annotation}"` : ""} } -->`,
    `\`\`\`http\nHTTP/1.1 ${status}\nContent-Type: application/json\n\n${JSON.stringify(json)}\n\`\`\``,
  ]);
  const text = [
    "# Create book\n\nNamespace: shop.core",
    "## HTTP request\n\n```http\nPOST /books\n```",
    "## Response\n\nReturns `201 Created` and a [pocketBook](../resources/pocketbook.md) or an [audioBook](../resources/audiobook.md) object.",
    "## Examples",
    ...examples,
  ].join("\n\n");
  return modelOf({ ...resources, "api/book-post.md": text }).model.operations[0]?.response.type;
}

const of = (name: string) => ({ "@odata.type": `#shop.core.${name}` });
const type = (name: string) => ({ kind: "object", id: `shop.core.${name}` });

it("a response is of the type that all shown ones derive from", () => {
  expect(given({ json: of("pocketBook") }, { json: of("audioBook") })).toEqual(type("book"));
});

it("stays as the page states it where that covers all, or a single type is shown", () => {
  expect(given({ json: of("pocketBook") }, { json: of("pocketBook") })).toEqual(type("pocketBook"));
  expect(given({ json: of("audioBook") })).toEqual(type("pocketBook"));
  expect(given({ json: of("pocketBook") }, { json: of("audioBook"), status: "404 Not Found" })).toEqual(
    type("pocketBook"),
  );
});

it("is of the root of all types only where an annotation says so", () => {
  const shown = [{ json: of("pocketBook") }, { json: of("cover") }];
  expect(given(...shown)).toEqual(type("pocketBook"));
  expect(given(...shown.map((one) => ({ ...one, annotation: "shop.core.thing" })))).toEqual(type("thing"));
});
