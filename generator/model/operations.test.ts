import { expect, it } from "vitest";
import { apiPage, example, readApi } from "../docs/api-page.fixture.ts";
import { buildOne, buildPages } from "./operations.fixture.ts";

it("makes one operation of a page", () => {
  const operation = buildOne(
    apiPage(
      "GET /makers/{id}/widgets",
      "## Optional query parameters\n\nThis method supports the `$select` OData query parameter.",
      "## Response\n\nIf successful, this method returns a `200 OK` response code and a collection of [widget](../resources/widget.md) objects in the response body.",
      example("GET https://api.example.com/v1.0/makers/1/widgets", 'HTTP/1.1 200 OK\n\n{ "value": [] }'),
    ),
    "api/maker-list-widgets.md",
  );
  expect(operation).toMatchObject({
    id: "api/maker-list-widgets",
    name: "listMakerWidgets",
    resource: "makers",
    page: "api/maker-list-widgets.md",
    title: "List widgets",
    method: "GET",
    kind: "list",
    paths: [{ template: "/makers/{makerId}/widgets" }],
    query: { named: ["select"], isGeneric: false },
    body: null,
    response: { envelope: "collection", type: { kind: "object", id: "sample.widget" } },
    examples: [{ name: "example" }],
  });
});

it("is plain data, the same in whatever order the pages come", () => {
  const pages = ["b/x-list.md", "a/x-list.md", "c/y-get.md"].map((path) => readApi(apiPage("GET /xs/{id}"), path).page);
  const forth = buildPages(pages).operations;
  const back = buildPages([...pages].reverse()).operations;
  expect(forth).toEqual(back);
  expect(forth.map((operation) => operation.id)).toEqual(["a/x-list", "b/x-list", "c/y-get"]);
  expect(JSON.parse(JSON.stringify(forth))).toEqual(forth);
});

it("keeps a page whose request cannot be read", () => {
  const operation = buildOne(
    `${apiPage("PATCH ** unknown")}\n\n## Permissions\n\n## Request body\n\nSupply a JSON representation of a [widget](../resources/widget.md).\n\n${example('PATCH /x\n\n{ "size": 1 }', 'HTTP/1.1 200 OK\n\n{ "size": 1 }')}`,
    "3f9a.md",
  );
  expect(operation).toMatchObject({
    method: "PATCH",
    paths: [],
    kind: "update",
    body: { kind: "resource" },
    examples: [{ request: { method: "PATCH" } }],
  });
});

it("makes two operations of a page that gives an object and its raw content", () => {
  const page = readApi(
    apiPage(
      "GET /widgets/{id}\nGET /widgets/{id}/$value",
      "## Optional query parameters\n\nThis method supports the `$select` OData query parameter.",
      "## Response\n\nIf successful, this method returns a `200 OK` response code and a [widget](../resources/widget.md) object in the response body.",
      example(
        "GET https://api.example.com/v1.0/widgets/1",
        'HTTP/1.1 200 OK\n\n{ "size": 1 }',
        "GET https://api.example.com/v1.0/widgets/1/$value",
        "HTTP/1.1 200 OK\n\nraw",
      ),
    ),
    "api/widget-get.md",
  ).page;
  const shape = buildPages([page]).operations.map(({ id, name, kind, paths, query, response, examples }) => ({
    id,
    name,
    kind,
    paths: paths.map(({ template }) => template),
    options: query.named,
    content: response.content,
    type: response.type,
    urls: examples.map(({ request }) => request?.url),
  }));
  expect(shape).toEqual([
    {
      id: "api/widget-get",
      name: "getWidget",
      kind: "get",
      paths: ["/widgets/{widgetId}"],
      options: ["select"],
      content: "json",
      type: { kind: "object", id: "sample.widget" },
      urls: ["https://api.example.com/v1.0/widgets/1"],
    },
    {
      id: "api/widget-get/$value",
      name: "getWidgetContent",
      kind: "content",
      paths: ["/widgets/{widgetId}/$value"],
      options: [],
      content: "binary",
      type: null,
      urls: ["https://api.example.com/v1.0/widgets/1/$value"],
    },
  ]);
});
