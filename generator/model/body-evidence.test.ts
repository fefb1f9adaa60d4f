import { describe, expect, it } from "vitest";
import type { RequestBody } from "./api-model.ts";
import { codesOf, modelOf, resourcePage } from "./pages.fixture.ts";

const resources = {
  "resources/book.md": resourcePage("book", [
    "|id|String||",
    "|title|String||",
    "|tags|String collection||",
    "|cover|[cover](cover.md)||",
  ]),
  "resources/cover.md": resourcePage("cover", ["|colour|String||"]),
};

const page = (
  rows: readonly string[],
  sent: string,
  answer = "Returns `201 Created` and a [book](../resources/book.md) object.",
) =>
  [
    "# Create book\n\nNamespace: shop.core",
    "## HTTP request\n\n```http\nPOST /books\n```",
    `## Request body\n\n|Property|Type|Description|\n|--|--|--|\n${rows.join("\n")}`,
    `## Response\n\n${answer}`,
    `## Example\n\n\`\`\`http\nPOST https://api.example.com/v1/books\n\n${sent}\n\`\`\``,
  ].join("\n\n");

const result = (text: string) => modelOf({ ...resources, "api/book-post.md": text });
const bodyOf = (text: string): RequestBody | null | undefined => result(text).model.operations[0]?.body;

describe("a creation", () => {
  it("takes the whole type where an example sends a member of it that the table lacks", () => {
    expect(bodyOf(page(["|title|String||"], '{ "title": "x", "tags": [] }'))).toMatchObject({
      kind: "resource",
      type: { id: "shop.core.book" },
      properties: [{ name: "title" }],
    });
  });

  it("takes what the table has where examples send nothing else, or something that no type has", () => {
    const parameters = { kind: "parameters", type: null };
    expect(bodyOf(page(["|title|String||"], '{ "title": "x" }'))).toMatchObject(parameters);
    expect(bodyOf(page(["|title|String||"], '{ "title": "x", "price": 1 }'))).toMatchObject(parameters);
  });

  it("is one only where something was created", () => {
    const answer = "Returns `200 OK` and a [book](../resources/book.md) object.";
    expect(bodyOf(page(["|title|String||"], '{ "tags": [] }', answer))).toMatchObject({ kind: "parameters" });
  });
});

describe("a row of another kind than the property", () => {
  const rows = ["|cover|String|The cover.|"];
  it("is typed as the property where examples agree, with a report", () => {
    const text = page(rows, '{ "cover": { "colour": "red" }, "title": "x" }');
    expect(bodyOf(text)?.properties[0]).toMatchObject({
      type: { kind: "object", id: "shop.core.cover" },
      description: "The cover.",
    });
    expect(codesOf(result(text))).toContain("type-conflict");
  });

  it("stays where examples agree with it, or say nothing", () => {
    const string = { type: { kind: "primitive", name: "String" } };
    expect(bodyOf(page(rows, '{ "cover": "red", "title": "x" }'))?.properties[0]).toMatchObject(string);
    expect(bodyOf(page(rows, '{ "cover": null, "title": "x" }'))?.properties[0]).toMatchObject(string);
  });
});

describe("a row without a type", () => {
  const untyped = (name: string) =>
    page([`|title|String||`], '{ "title": "x", "tags": [] }').replace(
      "|Property|Type|Description|\n|--|--|--|\n|title|String||",
      `|Name|Value|\n|--|--|\n|${name}|a word|`,
    );

  it("is of the type of the property that has its name", () => {
    const { diagnostics, model } = result(untyped("tags"));
    expect(model.operations[0]?.body?.properties).toMatchObject([
      { name: "tags", type: { kind: "collection", of: { kind: "primitive", name: "String" } }, description: "a word" },
    ]);
    expect(diagnostics.map(({ code }) => code)).not.toContain("type-cell-invalid");
  });

  it("is text where it names the type of the object", () => {
    expect(bodyOf(untyped("@odata.type"))?.properties).toMatchObject([
      { name: "@odata.type", type: { kind: "primitive", name: "String" } },
    ]);
    expect(codesOf(result(untyped("@odata.type")))).not.toContain("type-cell-invalid");
  });

  it("is reported where nothing says of what type it is", () => {
    const { diagnostics, model } = result(untyped("price"));
    expect(model.operations[0]?.body?.properties).toMatchObject([{ name: "price", type: { kind: "unknown" } }]);
    expect(
      diagnostics.filter(({ code }) => code === "type-cell-invalid").map(({ severity, place }) => [severity, place]),
    ).toMatchObject([["error", { page: "api/book-post.md", line: 15, column: 1 }]]);
  });
});

it("calls a member as the examples do, where the table differs by a capital", () => {
  const answer = "Returns `204 No Content`.";
  const text = page(["|Title|String||"], '{ "title": "x" }', answer);
  expect(bodyOf(text)?.properties.map(({ name }) => name)).toEqual(["title"]);
  expect(codesOf(result(text))).toContain("name-case-differs");
  expect(bodyOf(page(["|Title|String||"], '{ "Title": "x" }', answer))?.properties[0]?.name).toBe("Title");
  expect(bodyOf(page(["|title|String||"], '{ "Title": "x" }', answer))?.properties[0]?.name).toBe("title");
});

it("is of the type that all types of the examples derive from", () => {
  const below = (name: string, base: string, rows: readonly string[]) =>
    resourcePage(name, rows, { opening: `Inherits from [${base}](${base}.md).` });
  const base = {
    ...resources,
    "resources/book.md": below("book", "thing", ["|title|String||"]),
    "resources/cover.md": below("cover", "thing", ["|colour|String||"]),
    "resources/pocketbook.md": below("pocketBook", "book", ["|size|Int32||"]),
    "resources/audiobook.md": below("audioBook", "book", ["|length|Int32||"]),
    "resources/thing.md": resourcePage("thing", ["|id|String||"]),
  };
  const typed = (...names: readonly string[]) => {
    const answer = "Returns `204 No Content`.";
    const [first = "", ...others] = names.map((name) => `{ "@odata.type": "#shop.core.${name}" }`);
    const further = others.map((json) => `\n\n\`\`\`http\nPOST https://api.example.com/v1/books\n\n${json}\n\`\`\``);
    const text = `${page(["|title|String||"], first, answer)}${further.join("")}`;
    return modelOf({ ...base, "api/book-post.md": text }).model.operations[0]?.body?.type;
  };
  expect(typed("pocketBook", "audioBook")).toEqual({ kind: "object", id: "shop.core.book" });
  expect(typed("pocketBook")).toEqual({ kind: "object", id: "shop.core.pocketBook" });
  // What everything derives from says nothing.
  expect(typed("pocketBook", "cover")).toEqual({ kind: "object", id: "shop.core.pocketBook" });
});
