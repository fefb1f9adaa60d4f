import { expect, it } from "vitest";
import { apiPage } from "../docs/api-page.fixture.ts";
import { buildOne } from "./operations.fixture.ts";

it("lists the rows of error tables, each once", () => {
  const table = (...rows: readonly string[]) => `|Status|Error code|Meaning|\n|--|--|--|\n${rows.join("\n")}`;
  const missing = "|404|WidgetNotFound|There is none.|";
  const { errors } = buildOne(
    apiPage(
      "GET /widgets",
      `## Errors\n\n${table(missing, "|409||Somebody was faster.|")}\n\n### More\n\n${table(missing, "|404|WidgetGone|There was one.|")}`,
    ),
  );
  expect(errors).toEqual([
    { status: 404, code: "WidgetNotFound", text: "There is none." },
    { status: 409, code: null, text: "Somebody was faster." },
    { status: 404, code: "WidgetGone", text: "There was one." },
  ]);
  expect(buildOne(apiPage("GET /widgets")).errors).toEqual([]);
});
