import { describe, expect, test } from "vitest";
import { asking, errorOf, example, model, operationWith, place } from "./mock.fixture.ts";
import type { AnsweredRequest } from "./mock-app.ts";

const api = model([
  operationWith("getThing", { paths: ["/things/{id}"] }, [
    example("one", "GET /things/1", { headers: [{ name: "etag", value: "e" }], json: { id: "1" } }),
  ]),
  operationWith("create", { method: "POST", paths: ["/things"], hasBody: true }, [
    example("made", "POST /things", { status: 201, json: { id: "2" } }),
  ]),
  operationWith("remove", { method: "DELETE", paths: ["/things/{id}"] }, [
    example("gone", "DELETE /things/1", { status: 204 }),
  ]),
  operationWith("photo", { paths: ["/photo"] }, [
    example("bytes", "GET /photo", { text: "abc", headers: [{ name: "content-type", value: "image/png" }] }),
  ]),
  operationWith("setPhoto", { method: "PUT", paths: ["/photo"] }, [example("set", "PUT /photo", { status: 204 })], {
    body: {
      contentType: "image/png",
      kind: "binary",
      textType: null,
      type: null,
      properties: [],
      description: null,
      place,
    },
  }),
]);

const ask = asking(api);
const batch = (requests: unknown) => ask("POST /v1.0/$batch", { body: { requests } });

test("each part is answered as if it had come alone", async () => {
  const { status, json } = await batch([
    { id: "a", method: "get", url: "/things/7" },
    { id: "b", method: "POST", url: "things", headers: { "Content-Type": "application/json" }, body: { name: "x" } },
    { id: "c", method: "DELETE", url: "/things/1" },
    { id: "d", method: "GET", url: "/photo" },
    { id: "e", method: "GET", url: "/nothing" },
  ]);
  expect(status).toBe(200);
  expect(json).toMatchObject({
    responses: [
      { id: "a", status: 200, headers: { Etag: "e", "Content-Type": "application/json" }, body: { id: "1" } },
      { id: "b", status: 201, body: { id: "2" } },
      { id: "c", status: 204 },
      { id: "d", status: 200, headers: { "Content-Type": "image/png" }, body: "YWJj" },
      { id: "e", status: 404, body: { error: { code: "pathNotDocumented" } } },
    ],
  });
});

test("a part waits for others, and fails where one of these fails", async () => {
  const { json } = await batch([
    { id: "1", method: "GET", url: "/things/1", dependsOn: ["2"] },
    { id: "2", method: "GET", url: "/nothing" },
    { id: "3", method: "GET", url: "/things/1", dependsOn: ["1"] },
    { id: "4", method: "GET", url: "/things/1", dependsOn: ["5"] },
    { id: "5", method: "GET", url: "/things/1" },
  ]);
  expect(
    (json as { responses: { id: string; status: number }[] }).responses.map(({ id, status }) => [id, status]),
  ).toEqual([
    ["1", 424],
    ["2", 404],
    ["3", 424],
    ["4", 200],
    ["5", 200],
  ]);
});

test("links in a part lead to the mock as links of a whole answer do", async () => {
  const lists = operationWith("list", { paths: ["/things"], options: ["top"] }, [
    example("all", "GET /things", { json: { value: [1, 2] } }),
  ]);
  const app = asking(model([{ ...lists, response: { ...lists.response, envelope: "collection" } }]));
  const { json } = await app("POST /v1.0/$batch", {
    body: { requests: [{ id: "1", method: "GET", url: "/things?$top=1" }] },
  });
  expect(json).toMatchObject({
    responses: [
      { body: { "@odata.nextLink": "http://mock.test/v1.0/things?$top=1&$skiptoken=apipage.list.all.1", value: [1] } },
    ],
  });
});

test("bodies that are no JSON come as text or in base64", async () => {
  const put = (id: string, type: string, body: string) => ({
    id,
    method: "PUT",
    url: "/photo",
    headers: { "content-type": type },
    body,
  });
  const { json } = await batch([
    put("1", "image/png", "YWJj"),
    put("2", "text/plain", "abc"),
    put("3", "image/png", ""),
  ]);
  expect(json).toMatchObject({
    responses: [{ status: 204 }, { status: 204 }, { body: { error: { code: "missingBody" } } }],
  });
});

describe("a batch that cannot be read", () => {
  const part = (id: unknown, more: object = {}) => ({ id, method: "GET", url: "/things/1", ...more });

  test.each([
    [undefined, 'expected { "requests": [...] }'],
    [{}, 'expected { "requests": [...] }'],
    [[], "requests is empty"],
    [Array.from({ length: 21 }, (_, index) => part(String(index))), "21 requests, expected up to 20"],
    [[part(1)], "requests[0] has no id, expected a text"],
    [[7], "requests[0] has no id, expected a text"],
    [[part("a"), part("a")], "the id a comes twice"],
    [[part("a", { dependsOn: "b" })], "dependsOn of a is no list of ids"],
    [[part("a", { dependsOn: ["b"] })], "a depends on b, and there is no such request"],
    [[part("a", { dependsOn: ["b"] }), part("b", { dependsOn: ["a"] })], "the requests a, b wait for each other"],
  ])("%j", async (requests, reason) => {
    const answered = await batch(requests);
    expect([answered.status, errorOf(answered)]).toEqual([
      400,
      { code: "invalidBatch", message: `The batch cannot be read: ${reason}` },
    ]);
  });

  test("as 20 are the most", async () => {
    expect((await batch(Array.from({ length: 20 }, (_, index) => part(String(index))))).status).toBe(200);
  });
});

test.each([
  [{ method: 7 }, "expected a method"],
  [{ method: "GET it" }, "expected a method"],
  [{ url: "" }, "expected a url"],
  [
    { url: "https://api.example.com/v1.0/things/1" },
    "unexpected url https://api.example.com/v1.0/things/1, expected one relative to the base URL",
  ],
  [{ url: "//evil.example/x" }, "unexpected url //evil.example/x, expected one relative to the base URL"],
  [{ headers: [] }, "headers are no object of texts"],
  [{ headers: { "no name": "x" } }, "headers are no object of texts"],
])("a part that cannot be read fails alone: %j", async (wrong, reason) => {
  const { json } = await batch([
    { id: "a", method: "GET", url: "/things/1", ...wrong },
    { id: "b", method: "GET", url: "/things/1" },
  ]);
  expect(json).toMatchObject({
    responses: [
      {
        id: "a",
        status: 400,
        body: { error: { code: "invalidBatchRequest", message: `Request a of the batch cannot be read: ${reason}` } },
      },
      { id: "b", status: 200 },
    ],
  });
});

test("a batch in a batch is no request of the API", async () => {
  const { json } = await batch([{ id: "a", method: "POST", url: "/$batch", body: { requests: [] } }]);
  expect(json).toMatchObject({ responses: [{ status: 404 }] });
});

test("only POST is a batch", async () => {
  expect((await ask("GET /$batch")).status).toBe(404);
});

test("the log has a line for each part, and one for the batch", async () => {
  const log: Pick<AnsweredRequest, "part" | "method" | "target" | "status">[] = [];
  await asking(api, {
    onAnswer: ({ part, method, target, status }) => log.push({ part, method, target, status }),
  })("POST /$batch", {
    body: {
      requests: [
        { id: "a", method: "GET", url: "/things/1?x=1" },
        { id: "b", method: "GET", url: "https://x/" },
      ],
    },
  });
  expect(log).toEqual([
    { part: "a", method: "GET", target: "/things/1?x=1", status: 200 },
    { part: "b", method: "", target: "", status: 400 },
    { part: null, method: "POST", target: "/$batch", status: 200 },
  ]);
});
