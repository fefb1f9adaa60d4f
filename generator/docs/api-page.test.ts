import { describe, expect, it } from "vitest";
import { apiPage, example, fence, readApi } from "./api-page.fixture.ts";
import { createParser } from "./parser.ts";
import { createPageReader } from "./read-page.ts";
import { createVocabulary } from "./synonyms.ts";

const block = (text: string) => `${fence}http\n${text}\n${fence}`;

it("reads the facts of a page with their places", () => {
  const { page, diagnostics } = readApi(
    [
      '---\ntitle: "Create part"\ndoc_type: apiPageType\n---\n\n# Create part\n\nNamespace: sample.shop\n\nAdd a part to a widget.',
      "## Permissions\n\n|Permission type|Permissions (from least to most privileged)|\n|:--|:--|\n|Application|Parts.ReadWrite|",
      `## HTTP request\n\n<!-- { "blockType": "ignored" } -->\n\n${block("POST /widgets/{widget-id}/parts")}`,
      "## Request headers\n\n|Name|Description|\n|:--|:--|\n|Authorization|Bearer {token}. Required.|",
      "## Request body\n\nIn the request body, supply a JSON representation of the [part](../resources/part.md) object.",
      "## Response\n\nIf successful, this method returns a `201 Created` response code and a [part](../resources/part.md) object in the response body.",
      example(
        'POST https://api.example.com/v1.0/widgets/7/parts\nContent-Type: application/json\n\n{ "id": "a" }',
        'HTTP/1.1 201 Created\n\n{ "id": "a" }',
      ),
    ].join("\n\n"),
  );
  expect(diagnostics).toEqual([]);
  expect(page).toMatchObject({
    title: { value: "Create part" },
    namespace: { value: "sample.shop" },
    description: "Add a part to a widget.",
    requests: [{ method: "POST", place: { line: 23 } }],
    place: { line: 23, column: 1 },
    body: { type: { name: "part" }, isNone: false },
    response: { statuses: [201], type: { name: "part" } },
  });
  expect(page.permissions).toHaveLength(1);
  expect(page.headers).toHaveLength(1);
  expect(page.examples).toHaveLength(1);
});

// trap 8
it("reads a page of several cases, each with a request and parameters of its own, whose requests are the examples", () => {
  const part = (title: string, path: string, name: string) =>
    `## ${title}\n\n### HTTP request\n\n<!-- { "blockType": "request", "name": "${name}" } -->\n\n${block(`GET ${path}`)}\n\n### Path parameters\n\n|Parameter name|Value|Description|\n|--|--|--|\n|_${name}_|string|Required.|`;
  const { page } = readApi(
    [
      "# Get box",
      part("My box", "/me/box", "none"),
      part("A box of a shop", "/shops/{shopId}/box", "shopId"),
      `## Response\n\nEach returns a [box](../resources/box.md).\n\n${block("HTTP/1.1 200 OK\n\n{}")}`,
    ].join("\n\n"),
  );
  expect(page.requests).toHaveLength(2);
  expect(page.pathParameters.map((row) => row.name.value)).toEqual(["none", "shopId"]);
  expect(page.examples.map((found) => [found.name, found.responses.length])).toEqual([
    ["none", 0],
    ["shopId", 1],
  ]);
});

it("reports what a page leaves out", () => {
  const { codes } = readApi("# List widgets\n\n## HTTP request\n\n## Permissions\n\n## Request headers");
  expect(codes).toEqual(["permissions-missing", "request-missing", "response-missing"]);
});

it("reports tables under headings that nobody knows", () => {
  const { diagnostics } = readApi(apiPage("GET /widgets", "## Limits per maker\n\n|Maker|Limit|\n|--|--|\n|a|1|"));
  expect(diagnostics.find((found) => found.code === "section-unknown")?.message).toContain("Limits per maker");
});

describe("kind", () => {
  const parser = createParser("remark");
  const kindOf = (text: string): string | undefined => {
    if (!parser) throw new Error("the reference parser is always there");
    return createPageReader({ parser, vocabulary: createVocabulary(), lookup: () => undefined })("x/y.md", text).page
      ?.kind;
  };

  it("is api by a request block under its heading, or by one beside a permissions section", () => {
    expect(kindOf(`# Get\n\n## HTTP request\n\n${block("GET /widgets")}`)).toBe("api");
    expect(kindOf(`# Get\n\n## Permissions\n\n## All of them\n\n${block("GET /widgets")}`)).toBe("api");
    expect(kindOf(`# Get\n\n## HTTP request\n\n${block("PATCH ** unknown")}\n\n## Response`)).toBe("api");
  });

  it("is not api because of examples, or of requests in a guide", () => {
    expect(kindOf(`# Guide\n\n## Permissions\n\n## Example\n\n${block("GET /widgets")}`)).toBe("prose");
    expect(
      kindOf(`# Guide\n\n## Calls\n\n${block("GET /widgets")}\n\n#### Response\n\n${block("HTTP/1.1 200 OK")}`),
    ).toBe("prose");
  });
});
