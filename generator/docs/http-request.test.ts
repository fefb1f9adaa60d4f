import { describe, expect, it } from "vitest";
import { apiPage, example, fence, readApi } from "./api-page.fixture.ts";
import { piecesText } from "./path-grammar.ts";

const lines = (text: string) => readApi(text).page.requests.map((line) => `${line.method} ${piecesText(line.pieces)}`);
const block = (text: string, lang = "http") => `${fence}${lang}\n${text}\n${fence}`;

it("reads every line of the blocks under the heading, each once", () => {
  const text = apiPage(
    "GET /widgets\n\nGET /makers/{id}/widgets\nGET /widgets",
    block("GET /parts/{id}/widgets", " rest-interactive"),
  );
  expect(lines(text)).toEqual(["GET /widgets", "GET /makers/{id}/widgets", "GET /parts/{id}/widgets"]);
});

it("keeps a line for each version of the service", () => {
  const { page } = readApi(
    apiPage("GET https://api.example.com/beta/widgets\nGET https://api.example.com/v1.0/widgets"),
  );
  expect(page.requests.map((line) => line.baseUrl)).toEqual([
    "https://api.example.com/beta",
    "https://api.example.com/v1.0",
  ]);
});

// trap 5
it("finds the block of a page without the heading", () => {
  const text = `# Add part\n\n## Permissions\n\n${block("POST /widgets/{id}/parts")}\n\n## Request body\n\n${example("POST /widgets/1/parts")}`;
  expect(lines(text)).toEqual(["POST /widgets/{id}/parts"]);
});

// trap 6
it("finds a block in a list item", () => {
  const text = `# List parts\n\n## HTTP request\n\n1. Of a widget:\n\n   <!-- { "blockType": "ignored" } -->\n   ${fence}http\n   GET /widgets/{id}/parts\n   ${fence}`;
  expect(lines(text)).toEqual(["GET /widgets/{id}/parts"]);
});

// trap 7
it("finds templates under headings of the page's own words", () => {
  const text = [
    "# Get a shop\n\n## Permissions",
    `## The main shop\n\n${block("GET /shops/main")}`,
    `## By address\n\n${block("GET /shops/{host}:/{path}")}`,
    example("GET /shops/1"),
  ].join("\n\n");
  expect(lines(text)).toEqual(["GET /shops/main", "GET /shops/{host}:/{path}"]);
});

// trap 22
it("does not need an annotation next to the block, nor the example's path among the templates", () => {
  const text = apiPage(
    "DELETE /boxes/{id}",
    `<!-- { "blockType": "ignored" } -->\n\nOr, for one of several:\n\n${block("DELETE /shelves/{id}/boxes/{id}")}`,
    example("DELETE https://api.example.com/v1.0/box"),
  );
  const { page, codes } = readApi(text);
  expect(page.requests).toHaveLength(2);
  expect(page.examples[0]?.request?.url).toBe("https://api.example.com/v1.0/box");
  expect(codes).not.toContain("request-line-invalid");
});

it("does not take a request inside of an example for a template, even under that heading", () => {
  const text = apiPage(
    "POST /widgets/{id}/invite",
    `## Example\n\n### HTTP request\n\n${block("POST /widgets/7/invite")}`,
  );
  expect(lines(text)).toEqual(["POST /widgets/{id}/invite"]);
});

describe("lines that are no request lines", () => {
  // trap 13
  it.each([
    ["GET /a\nor\nGET /b", "or"],
    // trap 14
    ["GET /a\nGET /b\nSession-Id: {session-id}", "Session-Id: {session-id}"],
  ])("of %j are reported and left out", (request, ignored) => {
    const { page, diagnostics } = readApi(apiPage(request));
    expect(page.requests).toHaveLength(2);
    expect(diagnostics.find((found) => found.code === "request-line-ignored")?.message).toContain(ignored);
  });
});

// trap 9
it("reads a whole message as template and as example", () => {
  const { page, codes } = readApi(
    apiPage(
      'POST /widgets/{id}/invite\nContent-Type: application/json\n\n{ "note": "hi" }',
      example('HTTP/1.1 200 OK\n\n{ "id": "1" }'),
    ),
  );
  expect(page.requests).toHaveLength(1);
  expect(page.examples).toHaveLength(1);
  expect(page.examples[0]?.request?.body?.json).toEqual({ note: "hi" });
  expect(page.examples[0]?.responses[0]?.status).toBe(200);
  expect(codes).not.toContain("example-unpaired");
});

// trap 10
it("passes over samples in a programming language", () => {
  const { page, codes } = readApi(
    apiPage("GET /shares/{id}", `### Encoding\n\n${block("string x = Encode(url);", "csharp")}`),
  );
  expect(page.requests).toHaveLength(1);
  expect(codes).not.toContain("example-unread");
});

it("gives no path for an error sentence, and says why", () => {
  const { page, diagnostics } = readApi(
    apiPage("PATCH ** no address of sample.widget is known", "## Request headers\n\n## Request body"),
  );
  expect(page.requests).toEqual([]);
  const found = diagnostics.filter(({ code }) => code.startsWith("request-"));
  expect(found.map(({ code, place }) => [code, place?.line])).toEqual([
    ["request-line-invalid", 6],
    ["request-missing", 1],
  ]);
});

it("reports what it repaired", () => {
  const { diagnostics } = readApi(apiPage("GET widgets/(id)/.../parts"));
  expect(diagnostics.map(({ message }) => message)).toContain(
    "Request line `GET widgets/(id)/.../parts` read as `GET /widgets/{id}/parts`",
  );
});

describe("under the heading", () => {
  it("a block may start with another line", () => {
    const { page, codes } = readApi(apiPage("for yourself\nGET /me\nGET /users/{id}"));
    expect(page.requests.map((line) => line.text)).toEqual(["GET /me", "GET /users/{id}"]);
    expect(codes).toContain("request-line-ignored");
    expect(codes).not.toContain("example-unread");
  });

  it("a line with a method and no path is an error", () => {
    const { page, codes } = readApi(apiPage("GET /me\nGET/users\nPOST"));
    expect(page.requests.map((line) => line.text)).toEqual(["GET /me"]);
    expect(codes.filter((code) => code === "request-line-invalid")).toHaveLength(2);
  });

  it("a path behind a word that is no method is an error", () => {
    const { page, diagnostics } = readApi(
      apiPage("GTE /users/{id}\nGET /me\nor https://api.example.com/me\nsession: /1\nsee /\nor"),
    );
    expect(page.requests.map((line) => line.text)).toEqual(["GET /me"]);
    const found = diagnostics.filter(({ code }) => code.startsWith("request-line-"));
    expect(
      found.map(({ code, message, place }) => [code, place?.line, message.slice(message.indexOf("`: ") + 3)]),
    ).toEqual([
      ["request-line-invalid", 6, "`GTE` is no method"],
      ["request-line-invalid", 8, "`or` is no method"],
      ["request-line-ignored", 9, expect.any(String)],
      ["request-line-ignored", 10, expect.any(String)],
      ["request-line-ignored", 11, expect.any(String)],
    ]);
  });

  it("a request in the line of the fence is read", () => {
    const { page, codes } = readApi(
      `# List widgets\n\n## HTTP request\n\n${fence}http GET /widgets\n\n## Response\n\nAll.`,
    );
    expect(page.requests.map((line) => line.text)).toEqual(["GET /widgets"]);
    expect(codes).toContain("request-line-repaired");
  });
});

describe("a page that is divided by what is asked for", () => {
  const part = (title: string, line: string, heading = "") => `## ${title}\n\n${heading}${block(line)}`;

  it("has templates in parts without a heading for them, in the order of the page", () => {
    const parts = [
      part("Lists of a person", "GET /people/{id}/lists"),
      part("Lists of a group", "GET /groups/{id}/lists", "### HTTP request\n\n"),
      part("Lists of a site", "GET /sites/{id}/lists"),
      part("Example", "GET /people/1/lists"),
    ];
    expect(lines(`# List lists\n\n${parts.join("\n\n")}`)).toEqual([
      "GET /people/{id}/lists",
      "GET /groups/{id}/lists",
      "GET /sites/{id}/lists",
    ]);
  });

  it("is none where the heading stands by itself", () => {
    const parts = [part("HTTP request", "GET /lists"), part("Other ways", "GET /sites/{id}/lists")];
    expect(lines(`# List lists\n\n${parts.join("\n\n")}`)).toEqual(["GET /lists"]);
  });
});
