import { expect, it } from "vitest";
import { apiPage } from "../docs/api-page.fixture.ts";
import { buildOne } from "./operations.fixture.ts";

const link = "[widget](../resources/widget.md)";
const kindOf = (path: string, title: string, request: string, response = "`200 OK`.") =>
  buildOne(`${apiPage(request, `## Response\n\nReturns ${response}`)}`.replace("List widgets", title), path).kind;

it.each([
  ["widget-list.md", "List", "GET /widgets", `\`200 OK\` and a collection of ${link} objects.`, "list"],
  ["widget-get.md", "Get", "GET /widgets/{id}", `\`200 OK\` and a ${link} object.`, "get"],
  [
    "widget-delta.md",
    "widget: delta",
    "GET /widgets/delta",
    `\`200 OK\` and a collection of ${link} objects.`,
    "delta",
  ],
  [
    "widget-near.md",
    "widget: near",
    "GET /widgets/near(x={x})",
    `\`200 OK\` and a collection of ${link} objects.`,
    "function",
  ],
  ["widget-top.md", "top function", "GET /widgets/top", `\`200 OK\` and a ${link} object.`, "function"],
  ["widget-get-photo.md", "Get photo", "GET /widgets/{id}/photo/$value", "`200 OK`.", "content"],
  ["maker-post-widgets.md", "New", "POST /makers/{id}/widgets", `\`201 Created\` and a ${link} object.`, "create"],
  ["x.md", "Create widget", "POST /widgets", "`201 Created`.", "create"],
  ["x.md", "Widgets", "POST /widgets", "`201 Created`.", "create"],
  ["widget-polish.md", "widget: polish", "POST /widgets/{id}/polish", "`200 OK`.", "action"],
  ["post-forward.md", "post: forward", "POST /posts/{id}/forward", "`202 Accepted`.", "action"],
  ["widget-update.md", "Update", "PATCH /widgets/{id}", "`204 No Content`.", "update"],
  ["widget-delete.md", "Delete", "DELETE /widgets/{id}", "`204 No Content`.", "delete"],
  ["maker-post-widgets.md", "Add", "POST /makers/{id}/widgets/$ref", "`204 No Content`.", "reference"],
  ["maker-delete-widgets.md", "Remove", "DELETE /makers/{id}/widgets/{id}/$ref", "`204 No Content`.", "reference"],
])("%s, %s: %s is %5$s", (path, title, request, response, kind) => {
  expect(kindOf(path, title, request, response)).toBe(kind);
});

it("is content for raw bytes that are sent", () => {
  const text = apiPage("PUT /widgets/{id}/photo", "## Request body\n\nThe binary content of the photo.");
  expect(buildOne(text, "widget-put-photo.md").kind).toBe("content");
});
