import { expect, it } from "vitest";
import { apiPage, readApi } from "./api-page.fixture.ts";

const read = (table: string) => readApi(apiPage("GET /widgets", `## Error responses\n\n${table}`));

it("reads statuses and codes, whatever the column is called", () => {
  expect(
    read("|Status|Code|Description|\n|--|--|--|\n|404 Not Found|widgetNotFound|No such widget.|\n|409|busy|Try again.|")
      .page.errors,
  ).toEqual([
    { status: 404, code: "widgetNotFound", text: "No such widget." },
    { status: 409, code: "busy", text: "Try again." },
  ]);
  expect(read("|Error code|Description|\n|--|--|\n|403 Forbidden|Not yours.|").page.errors).toEqual([
    { status: 403, code: null, text: "Not yours." },
  ]);
});

it("leaves out the method, which is that of the page", () => {
  const table = "|Scenario|Method|Code|Message|\n|--|--|--|--|\n|Still in use.|DELETE|409|Take it off first.|";
  const { page } = readApi(apiPage("DELETE /widgets/{id}", `### Error conditions and messages\n\n${table}`));
  expect(page.errors).toEqual([{ status: 409, code: null, text: "Still in use.\nTake it off first." }]);
});

it("reports other tables", () => {
  expect(read("|Situation|Advice|\n|--|--|\n|a|b|").codes).toContain("table-unread");
});
