import { describe, expect, it } from "vitest";
import { apiPage, example, fence, readApi } from "./api-page.fixture.ts";

const read = (...sections: readonly string[]) => readApi(apiPage("POST /widgets", ...sections));
const note = (annotation: object) => `<!-- ${JSON.stringify(annotation)} -->`;
const block = (text: string, lang = "http") => `${fence}${lang}\n${text}\n${fence}`;

describe("pairs", () => {
  // trap 23
  it("a request with all responses up to the next request", () => {
    const { page } = read(
      example(
        "GET /widgets",
        "HTTP/1.1 302 Found\nLocation: https://files.example.com/1",
        "HTTP/1.1 200 OK\nContent-Type: application/octet-stream\n\nDate,Count",
        "GET /parts",
        "HTTP/1.1 200 OK",
      ),
    );
    expect(
      page.examples.map((found) => [found.request?.url, found.responses.map((response) => response.status)]),
    ).toEqual([
      ["/widgets", [302, 200]],
      ["/parts", [200]],
    ]);
    expect(page.examples[0]?.responses[1]?.body).toMatchObject({
      text: "Date,Count",
      mediaType: "application/octet-stream",
    });
  });

  // trap 24
  it("requests that nobody answers, whatever their number", () => {
    const { page } = read(
      example(
        "POST /widgets",
        "HTTP/1.1 201 Created",
        "POST https://bot.example.org/callback",
        "POST https://bot.example.org/callback",
      ),
    );
    expect(page.examples.map((found) => found.responses.length)).toEqual([1, 0, 0]);
  });

  it("a response without request with itself", () => {
    const { page, codes } = read(example("HTTP/1.1 200 OK"));
    expect(page.examples).toMatchObject([{ request: null, responses: [{ status: 200 }] }]);
    expect(codes).toContain("example-unpaired");
  });

  // trap 28
  it("under numbered headings of any depth", () => {
    const { page } = read(
      `## Example\n\n##### Request 1\n\n${block("POST /widgets")}\n\n##### Response 1\n\n${block("HTTP/1.1 201 Created")}\n\n##### Request 2\n\n${block("POST /parts")}\n\n##### Response 2\n\n${block("HTTP/1.1 202 Accepted")}`,
    );
    expect(page.examples.map((found) => [found.request?.url, found.responses[0]?.status])).toEqual([
      ["/widgets", 201],
      ["/parts", 202],
    ]);
  });

  // trap 6
  it("in list items", () => {
    const { page } = read(
      `## Examples\n\n1. First\n\n   ${note({ blockType: "request", name: "get_one" })}\n   ${fence}http\n   POST /widgets\n   ${fence}`,
    );
    expect(page.examples).toMatchObject([{ name: "get_one", request: { url: "/widgets" } }]);
  });
});

describe("annotations", () => {
  it("give name, type and marks", () => {
    const { page } = read(
      `## Example\n\n${note({ blockType: "request", name: "create_widget", "@odata.type": "sample.widget" })}\n${block("POST /widgets\n\n{}")}\n\n${note({ blockType: "response", truncated: "true", "@odata.type": "Collection(sample.widget)", isCollection: true })}\n${block("HTTP/1.1 200 OK")}`,
    );
    expect(page.examples[0]).toMatchObject({
      name: "create_widget",
      request: { odataType: "sample.widget", isTruncated: false },
      responses: [{ odataType: "Collection(sample.widget)", isCollection: true, isTruncated: true }],
    });
  });

  it("do not decide what a block is", () => {
    const { page } = read(
      `## Example\n\n${note({ blockType: "response" })}\n${block("POST /widgets")}\n\n${note({ blockType: "ignored" })}\n${block("HTTP/1.1 200 OK")}`,
    );
    expect(page.examples).toMatchObject([{ request: { url: "/widgets" }, responses: [{ status: 200 }] }]);
  });
});

it("has the title of the nearest heading that says something", () => {
  const { page } = read(
    `## Examples\n\n### Example 2: Make a large one\n\n#### Request\n\n${block("POST /widgets")}\n\n## Example\n\n### Request\n\n${block("POST /parts")}`,
  );
  expect(page.examples.map((found) => found.title)).toEqual(["Make a large one", null]);
});

describe("bodies", () => {
  const body = (text: string, headers = "Content-Type: application/json") => {
    const { page, codes } = read(example(`POST /widgets\n${headers}\n\n${text}`));
    return { body: page.examples[0]?.request?.body, codes: codes.filter((code) => code.startsWith("example-")) };
  };

  it("are parsed where they are JSON", () => {
    expect(body('{ "size": 1 }')).toMatchObject({
      body: { json: { size: 1 }, mediaType: "application/json" },
      codes: [],
    });
    expect(body('{ "size": 1 }', "Accept: x").body?.mediaType).toBe("application/json");
    expect(body("plain", "Content-Type: text/plain; charset=utf-8").body).toEqual(
      expect.objectContaining({ text: "plain", mediaType: "text/plain" }),
    );
  });

  it("have a place of their own", () => {
    expect(body('{\n  "size": 1\n}').body?.place).toMatchObject({ line: 15, endLine: 17 });
  });

  it.each([
    ['{ "size": 1, }', { size: 1 }],
    ['{ "size": 1 // large\n}', { size: 1 }],
    // trap 26
    ['{\n\u00a0\u00a0"size": 1\n}', { size: 1 }],
    // trap 28
    ['{ "note": "two\nlines" }', { note: "two\nlines" }],
    // trap 25
    ["{ “size”: 1 }", { size: 1 }],
  ])("%j is repaired", (text, json) => {
    expect(body(text)).toMatchObject({ body: { json }, codes: ["example-json-repaired"] });
  });

  // trap 27
  it("are kept as text where nothing helps", () => {
    const { body: read, codes } = body('{ "a": 1, - "b" }');
    expect(read?.text).toBe('{ "a": 1, - "b" }');
    expect(read).not.toHaveProperty("json");
    expect(codes).toEqual(["example-json-invalid"]);
  });

  it.each([
    // trap 29
    ["[Zip file with the widget]", "Content-Type: application/zip"],
    // trap 15
    ["{Raw bytes of the file}", "Content-Length: 5"],
  ])("%j is no JSON", (text, headers) => {
    const { body: read, codes } = body(text, headers);
    expect(read?.text).toBe(text);
    expect(read).not.toHaveProperty("json");
    expect(codes).toEqual([]);
  });

  it("may stand in a block of their own", () => {
    const { page, codes } = read(
      `## Example\n\n${block("POST https://bot.example.org/callback")}\n\n${note({ blockType: "example" })}\n${block('{ "state": "done" }', "json")}`,
    );
    expect(page.examples[0]?.request?.body?.json).toEqual({ state: "done" });
    expect(codes).not.toContain("example-unread");
  });
});

// trap 25
it("reads several messages of one block", () => {
  const { page } = read(example('POST /widgets\n{ "a": 1 }\nAuthorization: Bearer\n\nHTTP/1.1 200 OK\n{ "b": 1 }'));
  expect(page.examples).toMatchObject([
    { request: { body: { json: { a: 1 } } }, responses: [{ body: { json: { b: 1 } } }] },
  ]);
});

it("reports a block that is neither request nor response, unless it is a program", () => {
  const { codes } = read(`## Example\n\n${block('{ "a": 1 }', "json")}\n\n${block("var x = 1;", "javascript")}`);
  expect(codes.filter((code) => code === "example-unread")).toHaveLength(1);
});

it("reports a sentence in place of a URL, and keeps the example", () => {
  const { page, codes } = read(example("PATCH https://api.example.com/docs\\api** no address is known"));
  expect(page.examples).toHaveLength(1);
  expect(codes).toContain("example-url-invalid");
});

it("says nothing of blanks and quotes that an example's URL may have", () => {
  const { codes } = read(
    example("GET /widgets?$filter=maker eq 'x y'", "GET /widgets('a b')/parts", "GET /widgets/{widget id}"),
  );
  expect(codes).not.toContain("example-url-invalid");
});

describe("a body in a block of its own", () => {
  const bodyOf = (text: string, annotation: object | null = null) =>
    `${annotation === null ? "" : `${note(annotation)}\n\n`}${block(text)}`;
  const bodies = (...blocks: readonly string[]) =>
    read(`## Example\n\n${blocks.join("\n\nOr:\n\n")}`).page.examples.map(({ request }) => request?.body?.json);

  it("belongs to the request before it, hidden or not", () => {
    expect(bodies(block("POST /widgets"), bodyOf('{ "size": 1 }'))).toEqual([{ size: 1 }]);
    expect(bodies(block("POST /widgets"), bodyOf('{ "size": 1 }', { blockType: "ignored" }))).toEqual([{ size: 1 }]);
    expect(bodies(block("POST /widgets"), bodyOf('{ "size": 1 }', { blockType: "resource" }))).toEqual([undefined]);
  });

  it("is that of several requests of one method, which differ in their URLs", () => {
    const shared = bodyOf('{ "size": 1 }');
    expect(bodies(block("PATCH /widgets/1"), block("PATCH /widgets/one"), shared)).toEqual([{ size: 1 }, { size: 1 }]);
    expect(bodies(block("POST /widgets"), block("PATCH /widgets/one"), shared)).toEqual([undefined, { size: 1 }]);
    expect(
      bodies(block("PATCH /widgets/1"), block("HTTP/1.1 204 No Content"), block("PATCH /widgets/2"), shared),
    ).toEqual([undefined, { size: 1 }]);
  });
});
