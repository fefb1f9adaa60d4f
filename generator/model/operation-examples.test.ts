import { expect, it } from "vitest";
import { apiPage, example, fence } from "../docs/api-page.fixture.ts";
import { buildOne, buildPage } from "./operations.fixture.ts";

const host = "https://api.example.com/v1.0";

// trap 24
it("leaves out what the service sends to others", () => {
  const { operations, codes } = buildPage(
    apiPage(
      "POST /calls",
      example(
        `POST ${host}/calls`,
        "HTTP/1.1 201 Created",
        `POST ${host}/calls`,
        "POST https://bot.example.org/callback",
        "HTTP/1.1 200 OK",
      ),
    ),
  );
  expect(operations[0]?.examples.map((found) => found.responses.length)).toEqual([1, 0]);
  expect(operations[0]?.response.statuses).toEqual([201]);
  expect(codes).toContain("example-foreign");
});

it("gives each method its own", () => {
  const { operations, codes } = buildPage(
    apiPage(
      "PATCH /a\nPUT /a",
      example("PUT /a", "HTTP/1.1 201 Created", "PATCH /a", "HTTP/1.1 204 No Content", "DELETE /a"),
    ),
    "api/a-update.md",
  );
  expect(operations.map((operation) => operation.examples.map((found) => found.request?.method))).toEqual([
    ["PATCH"],
    ["PUT"],
  ]);
  expect(codes).toContain("example-method-differs");
});

it("names them by title, annotation or number, uniquely", () => {
  const block = (text: string) => `${fence}http\n${text}\n${fence}`;
  const text = apiPage(
    "GET /a",
    `## Examples\n\n### Example 1: Get all of them\n\n${block("GET /a")}\n\n### Example 2: Get all of them\n\n${block("GET /a")}\n\n## Example\n\n<!-- { "blockType": "request", "name": "get_a_few" } -->\n${block("GET /a")}\n\n${block("GET /a")}`,
  );
  expect(buildOne(text).examples.map((found) => found.name)).toEqual([
    "getAllOfThem",
    "getAllOfThem2",
    "getAFew",
    "example",
  ]);
});

it("resolves the types of annotations", () => {
  const text = apiPage(
    "GET /a",
    `## Example\n\n${fence}http\nGET /a\n${fence}\n\n<!-- { "blockType": "response", "@odata.type": "Collection(sample.widget)", "truncated": true } -->\n${fence}http\nHTTP/1.1 200 OK\n\n{ "value": [] }\n${fence}`,
  );
  expect(buildOne(text).examples[0]?.responses[0]).toMatchObject({
    isTruncated: true,
    type: { kind: "collection", of: { kind: "object", id: "sample.widget" } },
    body: { json: { value: [] } },
  });
});
