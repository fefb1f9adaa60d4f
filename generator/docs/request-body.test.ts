import { describe, expect, it } from "vitest";
import { apiPage, readApi } from "./api-page.fixture.ts";

const read = (text: string) => readApi(apiPage("POST /widgets", `## Request body\n\n${text}`)).page.body;
const table = "|Property|Type|Description|\n|--|--|--|\n|size|Int32|Required. How large.|\n|note|String|A note.|";

describe("no body", () => {
  it.each([
    "Do not supply a request body for this method.",
    "Don't supply a request body for this method.",
    "This method does not require any request body.",
    "No request body.",
    "None.",
    "This operation has no request content.",
  ])("%j", (text) => {
    expect(read(text)).toMatchObject({ isNone: true, type: null, rows: [], contentType: null });
  });
});

describe("a resource", () => {
  it.each([
    ["In the request body, supply a JSON representation of the [widget](../resources/widget.md) object.", "widget"],
    [
      "See [maker](../resources/maker.md). Supply a JSON representation of a [widget](../resources/widget.md).",
      "widget",
    ],
    ["In the request body, supply a JSON representation of a **widget** object.", "widget"],
    ["In the request body, supply a JSON representation for the widget object.", "widget"],
    ["Supply a JSON representation of [widget][w].\n\n[w]: ../resources/widget.md", "widget"],
  ])("%j", (text, name) => {
    expect(read(text)?.type).toMatchObject({ kind: "named", name });
  });

  it("is none in a link to a guide", () => {
    expect(read("Read [permissions](/guide/permissions.md) and [this](https://example.com/a.md).")?.type).toBeNull();
  });
});

describe("parameters", () => {
  it("are the rows of the table", () => {
    const body = read(`In the request body, provide a JSON object with these parameters.\n\n${table}`);
    expect(body?.rows.map((row) => [row.name.value, row.description.isRequired])).toEqual([
      ["size", true],
      ["note", false],
    ]);
    expect(body?.type).toBeNull();
  });

  it("are not the resource that their text only mentions", () => {
    expect(read(`The parameters are about the [maker](../resources/maker.md).\n\n${table}`)?.type).toBeNull();
  });

  // trap 45
  it("are not read out of a comment", () => {
    expect(
      read(`Provide these.\n\n${table}\n\n<!--\n## Other\n\n|Property|Type|\n|--|--|\n|hidden|String|\n-->`)?.rows,
    ).toHaveLength(2);
  });
});

describe("raw content", () => {
  it.each([
    ["The contents of the request body should be the binary stream of the file.", "application/octet-stream"],
    ["Supply the page as `text/html`.", "text/html"],
    ["In the request body, supply a JSON object.", null],
  ])("of %j is %j", (text, type) => {
    expect(read(text)?.contentType).toBe(type);
  });
});

it("reports tables without names, but not lists of values", () => {
  const codes = (section: string) => readApi(apiPage("POST /widgets", `## Request body\n\n${section}`)).codes;
  expect(codes("|Kind|Default|\n|--|--|\n|a|b|")).toContain("table-unread");
  expect(codes("|Value|Description|\n|--|--|\n|small|Fits.|")).not.toContain("table-unread");
});

it("is absent where the page has no such section", () => {
  expect(readApi(apiPage("GET /widgets")).page.body).toBeNull();
});
