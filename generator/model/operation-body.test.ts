import { describe, expect, it } from "vitest";
import { apiPage, example } from "../docs/api-page.fixture.ts";
import { buildOne } from "./operations.fixture.ts";

const widget = { kind: "object", id: "sample.widget" };
const link = "[widget](../resources/widget.md)";
const section = (text: string) => `## Request body\n\n${text}`;
const table = "|Property|Type|Description|\n|--|--|--|\n|size|Int32|Required. How large.|";
const body = (request: string, sections: readonly string[], path = "api/x-do.md") =>
  buildOne(apiPage(request, ...sections), path).body;

describe("a resource", () => {
  it("by the text, with the rows of the table", () => {
    expect(body("POST /widgets", [section(`Supply a JSON representation of a ${link}.\n\n${table}`)])).toMatchObject({
      kind: "resource",
      contentType: "application/json",
      type: widget,
      properties: [{ name: "size", isRequired: true }],
    });
  });

  it("by the example's type", () => {
    expect(
      body("POST /widgets", [
        section("Supply an object."),
        example('POST /widgets\n\n{ "@odata.type": "#sample.widget" }'),
      ]),
    ).toMatchObject({ kind: "resource", type: widget });
  });

  it("by what comes back from an update or a creation", () => {
    const text = section("Supply the values for the fields to update.");
    expect(
      body("PATCH /widgets/{id}", [text, `## Response\n\nReturns \`200 OK\` and a ${link} object.`]),
    ).toMatchObject({ type: widget });
    expect(
      body("POST /widgets", [
        section("Supply an object."),
        `## Response\n\nReturns \`201 Created\` and a ${link} object.`,
      ]),
    ).toMatchObject({ type: widget });
  });

  it("by the subject of an update that gives nothing back", () => {
    const text = [section(`Supply the values to update.\n\n${table}`), "## Response\n\nReturns `204 No Content`."];
    expect(body("PATCH /widgets/{id}", text, "api/widget-update.md")).toMatchObject({ kind: "resource", type: widget });
    expect(body("PATCH /x/{id}", text, "api/maker-update-widgets.md")).toMatchObject({ type: widget });
    expect(body("PATCH /x/{id}", text, "api/gadget-update.md")).toMatchObject({ kind: "parameters", type: null });
  });
});

it("takes the word of the examples for what a link means whose target is another type", () => {
  const text = section("Supply a JSON representation of a [part](../resources/widget.md) object.");
  const answer = (type: string) =>
    example('POST /x\n\n{ "id": "1" }', `HTTP/1.1 201 Created\n\n{ "@odata.type": "${type}" }`);
  expect(body("POST /x", [text, answer("#sample.widget")])?.type).toEqual(widget);
  expect(body("POST /x", [text, answer("#sample.maker")])?.type).toMatchObject({ id: "sample.part" });
  expect(body("POST /x", [text, example('POST /x\n\n{ "@odata.type": "#sample.widget" }')])?.type).toEqual(widget);
});

it("of an action is an object of parameters", () => {
  expect(
    body("POST /widgets/{id}/polish", [
      section(`Provide a JSON object.\n\n${table}`),
      `## Response\n\nReturns a ${link} object.`,
    ]),
  ).toMatchObject({
    kind: "parameters",
    type: null,
    properties: [{ name: "size" }],
  });
});

describe("a member that only the examples show around the documented ones", () => {
  const sent = (...bodies: readonly unknown[]) =>
    example(...bodies.map((json) => `POST /widgets/add\n\n${JSON.stringify(json)}`));
  const add = (shown: string) => body("POST /widgets/add", [section(`Provide these.\n\n${table}`), shown]);

  it("is the body's only member", () => {
    expect(add(sent({ value: [{ size: 1 }, { size: 2 }] }, { value: [{ size: 3 }] }))).toMatchObject({
      kind: "parameters",
      properties: [
        {
          name: "value",
          type: { kind: "collection", of: { kind: "primitive", name: "Untyped" } },
          description: "Objects with: size.",
          isRequired: true,
        },
      ],
    });
    expect(add(sent({ part: { size: 1 } }))?.properties).toMatchObject([
      { name: "part", type: { kind: "object", id: "sample.part" } },
    ]);
  });

  it.each([
    [{ size: { size: 1 } }],
    [{ value: [{ size: 1 }], other: 1 }],
    [{ value: [{ colour: 1 }] }],
    [{ value: [] }],
    [{ value: {} }],
    [{ value: 1 }],
    [[{ size: 1 }]],
  ])("is none in %j", (json) => {
    expect(add(sent(json))?.properties).toMatchObject([{ name: "size" }]);
  });

  it("is none where examples differ", () => {
    expect(add(sent({ value: [{ size: 1 }] }, { size: 1 }))?.properties).toMatchObject([{ name: "size" }]);
    expect(add(sent({ value: [{ size: 1 }] }, { value: { size: 1 } }))?.properties).toMatchObject([{ name: "size" }]);
  });
});

it("of a reference is a link", () => {
  expect(body("POST /makers/{id}/widgets/$ref", [section("Supply the id of the widget.")])).toMatchObject({
    kind: "parameters",
    properties: [{ name: "@odata.id", isRequired: true }],
  });
});

describe("raw content", () => {
  it.each([
    ["The body is the binary content of the file.", "", "binary", "application/octet-stream"],
    ["Supply the photo.", "|Content-Type|image/jpeg. Required.|", "binary", "image/jpeg"],
    ["Supply the page.", "|Content-Type|text/html. Required.|", "text", "text/html"],
  ])("%j", (text, row, kind, contentType) => {
    const headers = row === "" ? [] : [`## Request headers\n\n|Name|Description|\n|--|--|\n${row}`];
    expect(body("PUT /widgets/{id}/photo", [...headers, section(text)])).toMatchObject({
      kind,
      contentType,
      type: null,
      properties: [],
    });
  });

  it("goes by the example if nothing else is said", () => {
    expect(
      body("POST /widgets/import", [
        section("Supply the file."),
        example("POST /widgets/import\nContent-Type: application/zip\n\n[a file]"),
      ]),
    ).toMatchObject({ kind: "binary", contentType: "application/zip" });
  });
});

describe("no body", () => {
  it.each([
    ["GET /widgets", section(`Supply ${link}.`)],
    ["DELETE /widgets/{id}", section("Some words.")],
    ["POST /widgets/{id}/polish", section("Do not supply a request body.")],
    ["POST /widgets/{id}/polish", section("")],
    ["POST /widgets/{id}/polish", example("POST /widgets/1/polish\n\n{ }")],
  ])("%s: %j", (request, text) => {
    expect(body(request, [text])).toBeNull();
  });
});

it("of a deletion is what the example sends", () => {
  expect(
    body("DELETE /widgets", [section("Supply the ids."), example('DELETE /widgets\n\n{ "ids": [] }')]),
  ).not.toBeNull();
});

describe("text beside JSON", () => {
  const json = example('POST /mails\nContent-Type: application/json\n\n{ "subject": "x" }');
  const mime = example("POST /mails\nContent-Type: text/plain\n\nTUlNRS1WZXJzaW9uOiAxLjA=");
  const rows = section("|Parameter|Type|Description|\n|--|--|--|\n|subject|String||");

  it("is what an example sends", () => {
    expect(body("POST /mails", [rows, `${json}\n\n${mime}`])).toMatchObject({
      kind: "parameters",
      contentType: "application/json",
      textType: "text/plain",
    });
    expect(body("POST /mails", [rows, json])?.textType).toBeNull();
  });

  it("is no choice where there is nothing but text", () => {
    expect(body("POST /mails", [section("Supply the text."), mime])).toMatchObject({ kind: "text", textType: null });
  });
});
