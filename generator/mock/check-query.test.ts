import { expect, test } from "vitest";
import { parameter } from "../examples/examples.fixture.ts";
import { asking, errorOf, example, model, operationWith, path } from "./mock.fixture.ts";

const list = operationWith("listThings", { paths: ["/things"], options: ["select", "top", "count"] }, [
  example("all", "GET /things?$orderby=name", { json: { value: [] } }),
]);
const ask = asking(
  model([
    { ...list, response: { ...list.response, envelope: "collection" } },
    operationWith("getPlain", { paths: ["/plain"] }, []),
    operationWith("getAny", { paths: ["/any"] }, [], { query: { named: [], isGeneric: true } }),
    operationWith(
      "getRange",
      {
        paths: ["/range"],
        queryParameters: [
          parameter("startDate", "DateTimeOffset", { wireName: "startDate", isRequired: true }),
          parameter("size", "Int32"),
          parameter("top", "Int32", { wireName: "$top" }),
        ],
      },
      [],
    ),
    operationWith("fixed", { paths: [path("/fixed", [{ name: "$expand", value: "parts" }])] }, []),
  ]),
);

test.each([
  "/things?$select=id,name&$top=2&$count=true",
  "/things?%24top=2",
  "/things?top=2",
  // Shown by an example.
  "/things?$orderby=other",
  // Parts of links.
  "/things?$skiptoken=abc",
  "/things?$deltatoken=abc",
  // Services pass over what they do not know.
  "/things?nocache=1&nocache=2",
  "/any?$filter=a&$search=b&$expand=c",
  "/range?startDate=2020-01-01T00:00:00Z&size=3",
  "/range?STARTDATE=2020&$top=1",
  "/fixed?$expand=parts",
])("%s is granted", async (url) => {
  expect((await ask(`GET ${url}`)).status).toBe(200);
});

test.each([
  [
    "/things?$filter=a",
    "unsupportedQueryOption",
    "$filter",
    "Unexpected query option $filter, expected only what the page grants: $select, $top, $count",
  ],
  [
    "/plain?$select=id",
    "unsupportedQueryOption",
    "$select",
    "Unexpected query option $select, expected none, as the page grants no query options",
  ],
  [
    "/any?$selcet=id",
    "unsupportedQueryOption",
    "$selcet",
    "Unexpected query option $selcet, expected one of OData's query options",
  ],
  ["/things?$top=x", "invalidQueryOption", "$top", "Unexpected value of $top, expected a number"],
  ["/things?$top=-1", "invalidQueryOption", "$top", "Unexpected value of $top, expected a number"],
  ["/things?$count=1", "invalidQueryOption", "$count", "Unexpected value of $count, expected true or false"],
  ["/things?$select=", "invalidQueryOption", "$select", "Unexpected value of $select, expected a value"],
  ["/things?$top=1&$top=2", "repeatedQueryOption", "$top", "Unexpected second $top"],
  ["/range", "missingQueryParameter", "startDate", "The query parameter startDate is missing"],
  ["/range?startDate=a&size=big", "invalidQueryParameter", "size", "Unexpected value of size, expected Int32"],
])("%s: %s", async (url, code, target, message) => {
  const answered = await ask(`GET ${url}`);
  expect(answered.status).toBe(400);
  expect(errorOf(answered)).toEqual({ code, message, details: [{ code, target, message }] });
});

test("all that is wrong is said at once", async () => {
  expect(errorOf(await ask("GET /things?$top=x&$filter=y"))).toMatchObject({
    code: "invalidQueryOption",
    message:
      "Unexpected value of $top, expected a number; " +
      "Unexpected query option $filter, expected only what the page grants: $select, $top, $count",
    details: [{ target: "$top" }, { target: "$filter" }],
  });
});

test("nothing is checked where that is switched off", async () => {
  expect((await asking(model([list]), { isValidating: false })("GET /things?$filter=y&$top=x")).status).toBe(200);
});
