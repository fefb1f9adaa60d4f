import { expect, it } from "vitest";
import { apiPage } from "../docs/api-page.fixture.ts";
import { buildOne } from "./operations.fixture.ts";

const headers = (request: string, ...rows: readonly string[]) =>
  buildOne(apiPage(request, `## Request headers\n\n|Name|Description|\n|--|--|\n${rows.join("\n")}`)).headers.map(
    ({ name, wireName, isRequired, values }) => [name, wireName, isRequired, values],
  );

it("leaves out what the client sends by itself", () => {
  expect(
    headers(
      "GET /a",
      "|Authorization|Bearer {token}. Required.|",
      "|Content-Type|application/json|",
      "|Accept|application/json|",
    ),
  ).toEqual([]);
  expect(headers("GET /a", "|Accept|`text/html` or `application/json`|")).toEqual([
    ["accept", "Accept", false, ["text/html", "application/json"]],
  ]);
});

it("joins the rows of one header", () => {
  expect(
    headers(
      "GET /a",
      "|Prefer: size=large|One. Optional.|",
      "|prefer: colour=red|Two. Required.|",
      "|If-Match|The version. Required.|",
    ),
  ).toEqual([
    ["prefer", "Prefer", true, ["size=large", "colour=red"]],
    ["ifMatch", "If-Match", true, []],
  ]);
});

it("gives keys that no parameter has", () => {
  expect(headers("GET /a/{session-id}", "|Session-Id|Which.|", "|sessionId|Which.|").map(([name]) => name)).toEqual([
    "sessionIdHeader",
    "sessionIdHeader3",
  ]);
});
