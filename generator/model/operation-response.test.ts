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

describe("media types that are not JSON", () => {
  const stream = (kind: string) =>
    example("POST /chat", `HTTP/1.1 200 OK\nContent-Type: ${kind}\n\ndata: { "id": "1" }`);

  it("win over a type in prose", () => {
    const text = returns(`\`200 OK\` and a stream of ${link} objects.`);
    expect(response("POST /chat", text, stream("text/event-stream"))).toMatchObject({ content: "binary", type: null });
    expect(response("POST /chat", text, stream("text/plain"))).toMatchObject({ content: "text", type: null });
    expect(response("POST /chat", text, stream("application/zip"))).toMatchObject({ content: "binary", type: null });
    expect(response("POST /chat", text, stream("application/json"))).toMatchObject({ content: "json", type: widget });
  });

  it("count in the text, too", () => {
    const text = (media: string) => returns(`\`200 OK\`, a Content-Type of \`${media}\`. Each holds a ${link}.`);
    expect(response("POST /chat", text("text/event-stream"))).toMatchObject({
      content: "binary",
      contentTypes: ["text/event-stream"],
    });
    expect(response("POST /chat", text("image/png"))).toMatchObject({ content: "binary", type: null });
    expect(response("POST /chat", text("text/csv"))).toMatchObject({ content: "text", type: null });
    expect(response("POST /chat", text("application/json"))).toMatchObject({ content: "json", type: widget });
    expect(response("POST /chat", text("application/x-www-form-urlencoded"))).toMatchObject({ content: "json" });
  });

  it("do not where JSON is shown", () => {
    const shown = example("POST /chat", json("200 OK", { id: "1" }));
    expect(response("POST /chat", returns("`200 OK`, or `text/event-stream`."), shown).content).toBe("json");
  });
});

it("goes by the example between a primitive type and an object", () => {
  const text = returns("`200 OK` and a String collection object in the response body.");
  const of = (item: unknown, type: string) =>
    `## Example\n\n<!-- { "blockType": "response", "@odata.type": "${type}" } -->\n${fence}http\n${json("200 OK", { value: [item] })}\n${fence}`;
  const object = buildPage(apiPage("POST /byIds", text, of({ "@odata.type": "#sample.part" }, "sample.widget")));
  expect(object.operations[0]?.response).toMatchObject({ envelope: "collection", type: widget });
  expect(object.diagnostics.map(({ message }) => message)).toContain(
    "The response is `String` by the text and `sample.widget` by the example, the example counts",
  );
  expect(response("POST /byIds", text, of("a", "sample.widget")).type).toMatchObject({ name: "String" });
  const many = returns(`\`200 OK\` and a collection of ${link} objects.`);
  expect(response("POST /byIds", many, of("a", "Edm.String")).type).toMatchObject({ name: "String" });
});

it("takes the example's word for what a link means whose target is another type", () => {
  const text = returns("`200 OK` and a [part](../resources/widget.md) object.");
  const shown = (type: string) => example("GET /x", json("200 OK", { "@odata.type": type }));
  expect(response("GET /x", text).type).toMatchObject({ id: "sample.part" });
  expect(response("GET /x", text, shown("#sample.part")).type).toMatchObject({ id: "sample.part" });
  expect(response("GET /x", text, shown("#sample.maker")).type).toMatchObject({ id: "sample.part" });
  expect(response("GET /x", text, shown("#sample.widget")).type).toEqual(widget);
});
