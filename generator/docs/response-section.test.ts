import { describe, expect, it } from "vitest";
import { apiPage, readApi } from "./api-page.fixture.ts";

const read = (text: string) => readApi(apiPage("GET /widgets", `## Response\n\n${text}`)).page.response;
const widget = "[widget](../resources/widget.md)";

describe("statuses", () => {
  it.each([
    ["If successful, this method returns a `200 OK` response code.", [200]],
    ["It returns `201, Created`, or 409 Conflict if there is one.", [201, 409]],
    ["Returns HTTP 204 and nothing else.", [204]],
    ["It returns `200` or `404`.", [200, 404]],
    ["A page has 100 objects at most; see section 3.404.", []],
    ["A `202 Accepted` response code.", [202]],
  ])("of %j are %j", (text, statuses) => {
    expect(read(text)?.statuses).toEqual(statuses);
  });
});

describe("type", () => {
  it.each([
    [`returns a \`200 OK\` response code and a ${widget} object in the response body.`, "widget", false],
    [`returns a \`200 OK\` response code and a collection of ${widget} objects in the response body.`, "widget", true],
    [`returns a \`200 OK\` response code and ${widget} collection in the response body.`, "widget", true],
    [`returns a \`200 OK\` response code and the requested ${widget} objects in the response body.`, "widget", true],
    [`returns a list of all the newer ${widget} resources.`, "widget", true],
    ["returns a `200 OK` response code and the updated **widget** resource in the response body.", "widget", false],
    ["returns `200 OK` and an updated gearBox object in the response body.", "gearBox", false],
    ["returns the [widget][] in the response body.\n\n[widget]: ../resources/widget.md", "widget", false],
  ])("of %j", (text, name, isCollection) => {
    expect(read(`If successful, this method ${text}`)).toMatchObject({ type: { kind: "named", name }, isCollection });
  });

  it.each([
    ["a String in the response body", "String", false],
    ["a String collection object in the response body", "String", true],
    ["a Boolean value in the response body", "Boolean", false],
    ["a Stream in the response body", "Stream", false],
  ])("of %j is primitive", (text, primitive, isCollection) => {
    expect(read(`If successful, this function returns a \`200 OK\` response code and ${text}.`)).toMatchObject({
      type: { primitive },
      isCollection,
    });
  });

  it("is none in a note, or where only an object is spoken of", () => {
    expect(read(`Returns \`200 OK\` and an object in the response body.\n\n> See ${widget}.`)?.type).toBeNull();
  });
});

describe("emptiness", () => {
  it.each([
    ["returns a `204 No Content` response code.", true],
    ["returns a `200 OK` response code. It does not return anything in the response body.", true],
    ["returns a `202 Accepted` response code and no response body.", true],
    ["returns a `200 OK` response code.", false],
    [`returns a \`204 No Content\` or a \`200 OK\` response code and a ${widget} object.`, false],
  ])("of %j is %j", (text, isEmpty) => {
    expect(read(`If successful, this method ${text}`)?.isEmpty).toBe(isEmpty);
  });
});

it("finds headers in prose and in tables", () => {
  expect(
    read("Returns `202 Accepted`. The `Location` header says where. The request header is ignored.")?.headers,
  ).toEqual(["Location"]);
  expect(
    read("It has the following response headers.\n\n|Name|Description|\n|--|--|\n|Retry-After|When.|")?.headers,
  ).toEqual(["Retry-After"]);
});

it("leaves the response of an example alone", () => {
  const { page } = readApi(apiPage("GET /widgets", "## Example\n\n### Response\n\nReturns 200 OK."));
  expect(page.response).toBeNull();
});

it("leaves the response beside an example alone", () => {
  const { page } = readApi(
    apiPage("GET /widgets", `## More of it\n\n### Example\n\nHow.\n\n### Response\n\nSee the ${widget} facet.`),
  );
  expect(page.response).toBeNull();
});

it("reports a table of members that it does not read", () => {
  expect(
    readApi(apiPage("GET /widgets", "## Response\n\n|Name|Type|Description|\n|--|--|--|\n|a|String|A.|")).codes,
  ).toContain("table-unread");
});
