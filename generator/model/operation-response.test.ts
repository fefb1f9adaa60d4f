import { describe, expect, it } from "vitest";
import { apiPage, example, fence } from "../docs/api-page.fixture.ts";
import { buildOne, buildPage } from "./operations.fixture.ts";

const widget = { kind: "object", id: "sample.widget" };
const link = "[widget](../resources/widget.md)";
const returns = (text: string) => `## Response\n\nIf successful, this method returns ${text}`;
const json = (status: string, body: unknown) =>
  `HTTP/1.1 ${status}\nContent-Type: application/json\n\n${JSON.stringify(body)}`;
const response = (request: string, ...sections: readonly string[]) => buildOne(apiPage(request, ...sections)).response;

describe("one or many", () => {
  it("by prose", () => {
    expect(response("GET /widgets", returns(`\`200 OK\` and a collection of ${link} objects.`))).toMatchObject({
      content: "json",
      envelope: "collection",
      type: widget,
      statuses: [200],
    });
    expect(response("GET /widgets/{id}", returns(`\`200 OK\` and a ${link} object.`))).toMatchObject({
      envelope: "none",
      type: widget,
    });
  });

  it("by the example where prose names no type", () => {
    expect(
      response(
        "GET /widgets",
        example("GET /widgets", json("200 OK", { value: [{ "@odata.type": "#sample.widget" }] })),
      ),
    ).toMatchObject({ envelope: "collection", type: widget });
  });

  it("by the path where prose and example differ", () => {
    const one = returns(`\`200 OK\` and a ${link} object.`);
    const many = returns(`\`200 OK\` and a collection of ${link} objects.`);
    const list = example("GET /x", json("200 OK", { value: [{ id: "1" }] }));
    const single = example("GET /x", json("200 OK", { id: "1" }));
    expect(response("GET /widgets/{id}", one, list).envelope).toBe("none");
    expect(response("GET /widgets", one, list).envelope).toBe("collection");
    expect(response("GET /widgets/{id}", many, single).envelope).toBe("none");
    // The title says "List".
    expect(response("GET /widgets", many, single).envelope).toBe("collection");
  });
});

describe("{ value: … }", () => {
  // trap 30
  it("around a single object is no collection", () => {
    expect(
      response(
        "GET /widgets/{id}",
        returns(`\`200 OK\` and a ${link} object.`),
        example("GET /widgets/1", json("200 OK", { value: { id: "1" } })),
      ),
    ).toMatchObject({ envelope: "value", type: widget });
  });

  // trap 17
  it("around a primitive", () => {
    const text = returns("`200 OK` response code and a String in the response body.");
    expect(
      response("GET /widgets/{id}/secret", text, example("GET /widgets/1/secret", json("200 OK", { value: "x" }))),
    ).toMatchObject({ envelope: "value", type: { kind: "primitive", name: "String" } });
    expect(response("GET /widgets/{id}/secret", text)).toMatchObject({ envelope: "value" });
  });

  it("that is a member of the type is none", () => {
    expect(
      response(
        "GET /widgets/{id}",
        returns(`\`200 OK\` and a ${link} object.`),
        example("GET /widgets/1", json("200 OK", { id: "1", value: "x" })),
      ).envelope,
    ).toBe("none");
  });
});

describe("no content", () => {
  it.each([
    returns("a `204 No Content` response code."),
    returns("`202 Accepted`. It does not return anything in the response body."),
    `${returns("`200 OK`.")}\n\n${example("POST /widgets/1/polish", "HTTP/1.1 200 OK")}`,
    example("POST /widgets/1/polish", "HTTP/1.1 204 No Content\nContent-Type: text/plain\n\nnobody"),
  ])("%j", (section) => {
    expect(response("POST /widgets/{id}/polish", section)).toMatchObject({
      content: "none",
      type: null,
      envelope: "none",
      contentTypes: [],
    });
  });
});

describe("raw content", () => {
  // trap 23
  it("behind a redirect, annotated with a type", () => {
    const shown = `## Example\n\n${fence}http\nGET /report(days='7')\n${fence}\n\n<!-- { "blockType": "response", "@odata.type": "sample.widget" } -->\n${fence}http\nHTTP/1.1 302 Found\nLocation: https://files.example.com/1\n${fence}\n\n${fence}http\nHTTP/1.1 200 OK\nContent-Type: application/octet-stream\n\nDate,Count\n${fence}`;
    expect(response("GET /report(days='{days}')", returns("a `302 Found` response."), shown)).toMatchObject({
      content: "binary",
      statuses: [200, 302],
      type: null,
      contentTypes: ["application/octet-stream"],
      headers: ["Location"],
    });
  });

  it.each([
    ["GET /widgets/{id}/photo/$value", returns("`200 OK` and the photo.")],
    ["POST /widgets/{id}/draw", returns("`200 OK` response code and a Stream in the response body.")],
    ["GET /widgets/{id}/image", example("GET /widgets/1/image", "HTTP/1.1 200 OK\nContent-Type: image/png\n\n…")],
  ])("of %s", (request, section) => {
    expect(response(request, section)).toMatchObject({ content: "binary", type: null });
  });

  it("may be text", () => {
    expect(
      response(
        "GET /widgets/{id}/size",
        example("GET /widgets/1/size", "HTTP/1.1 200 OK\nContent-Type: text/plain\n\n12"),
      ),
    ).toMatchObject({ content: "text", contentTypes: ["text/plain"] });
  });
});

describe("contradictions are reported", () => {
  it("of statuses", () => {
    const { operations, codes } = buildPage(
      apiPage(
        "POST /widgets",
        returns(`\`201 Created\` and a ${link} object.`),
        example("POST /widgets", json("200 OK", {})),
      ),
    );
    expect(operations[0]?.response.statuses).toEqual([200, 201]);
    expect(codes).toContain("status-differs");
  });

  it("of types", () => {
    const { operations, codes } = buildPage(
      apiPage(
        "GET /widgets/{id}",
        returns(`\`200 OK\` and a ${link} object.`),
        example("GET /widgets/1", json("200 OK", { "@odata.type": "#sample.part" })),
      ),
    );
    expect(operations[0]?.response.type).toEqual(widget);
    expect(codes).toContain("response-type-differs");
  });
});

it("falls back on the annotation where the text's type is on no page", () => {
  const text = returns("`200 OK` and a [gadget](../resources/gadget.md) object.");
  expect(
    response("GET /widgets/{id}", text, example("GET /widgets/1", json("200 OK", { "@odata.type": "#sample.widget" })))
      .type,
  ).toEqual(widget);
  expect(response("GET /widgets/{id}", text).type).toMatchObject({ kind: "unknown" });
});

it("is untyped JSON where nobody says more", () => {
  expect(response("GET /widgets/{id}", example("GET /widgets/1", json("200 OK", { a: 1 })))).toMatchObject({
    content: "json",
    type: { kind: "primitive", name: "Untyped" },
  });
});

it("is what a write was sent, if it shows an object and names none", () => {
  const body = `## Request body\n\nSupply a JSON representation of a ${link} object.`;
  expect(
    response(
      "PATCH /widgets/{id}",
      body,
      returns("`200 OK`."),
      example("PATCH /widgets/1", json("200 OK", { id: "1" })),
    ).type,
  ).toEqual(widget);
});

it("leaves error statuses out", () => {
  expect(
    response(
      "GET /widgets",
      returns("`200 OK`, or `404 Not Found`."),
      example("GET /widgets", "HTTP/1.1 400 Bad Request"),
    ).statuses,
  ).toEqual([200]);
});
