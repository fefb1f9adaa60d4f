import { describe, expect, it } from "vitest";
import { ApiError } from "./api-error.ts";
import { type ClientOptions, createClient } from "./client.ts";
import { type Example, type ExampleResponse, readExamples } from "./example.ts";
import type { ApiFunction, OptionalListFunction } from "./function-types.ts";
import { type MockAnswer, type MockFetch, type MockFetchOptions, mockFetch } from "./mock-fetch.ts";
import { listOperation } from "./pages.ts";
import { contentOperation, jsonOperation } from "./results.ts";

const baseUrl = "https://api.example/v1";

interface Thing {
  readonly id: string;
}

const getThing: ApiFunction<{ thingId: string }, Thing> = /*@__PURE__*/ jsonOperation({
  name: "getThing",
  method: "GET",
  paths: ["/things/{thingId}"],
});

const listThings: OptionalListFunction<{ top?: number }, Thing> = /*@__PURE__*/ listOperation({
  name: "listThings",
  method: "GET",
  paths: ["/things"],
  query: { $top: "top" },
});

function example(url: string, ...responses: readonly ExampleResponse[]): Example {
  return { request: { method: "GET", path: url.split("?", 1)[0] ?? "", url }, responses };
}

const thing = (id: string, status = 200): ExampleResponse => ({ status, body: { id } });

const aThing: Example = {
  request: { method: "GET", path: "/things/{thingId}", url: "/things/7" },
  responses: [thing("7")],
};

function mock(answers: readonly MockAnswer[], options: MockFetchOptions = {}): MockFetch {
  return mockFetch(answers, { baseUrl, ...options });
}

function clientOf(fetch: MockFetch, options: Partial<ClientOptions> = {}) {
  return createClient({ baseUrl, token: "t", retry: false, fetch, ...options });
}

/** What a call is rejected with. */
async function reason(call: PromiseLike<unknown>): Promise<unknown> {
  return call.then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe("mockFetch", () => {
  it("answers with what an example shows", async () => {
    const fetch = mock([aThing]);
    expect(await getThing(clientOf(fetch), { thingId: "7" })).toEqual({ id: "7" });
    const response = await fetch(`${baseUrl}/things/8`);
    expect([response.status, response.url, response.redirected]).toEqual([200, `${baseUrl}/things/8`, false]);
    expect(response.headers.get("content-type")).toBe("application/json");
  });

  it("takes the platform's place", async () => {
    const fetch: typeof globalThis.fetch = mock([aThing]);
    expect(await (await fetch(new URL(`${baseUrl}/things/7`))).json()).toEqual({ id: "7" });
  });

  it("answers an error as an error", async () => {
    const body = { error: { code: "Gone", message: "Not any more." } };
    const fetch = mock([{ ...aThing, responses: [{ status: 410, headers: { "request-id": "r" }, body }] }]);
    const result = await getThing.safe(clientOf(fetch), { thingId: "7" });
    expect(result.error).toMatchObject({ status: 410, code: "Gone", requestId: "r" });
  });

  it("gives the responses of an example in order, and the last one from then on", async () => {
    const fetch = mock([
      { ...aThing, responses: [thing("a", 202), thing("b"), thing("c")] },
      example("/x", thing("x")),
    ]);
    const ids: unknown[] = [];
    for (const path of ["things/1", "x", "things/1", "x", "things/1", "things/1"])
      ids.push(((await (await fetch(`${baseUrl}/${path}`)).json()) as Thing).id);
    expect(ids).toEqual(["a", "x", "b", "x", "c", "c"]);
    expect((await mock([{ ...aThing, responses: [thing("a", 202)] }])(`${baseUrl}/things/1`)).status).toBe(202);
  });

  it("keeps what it was asked", async () => {
    const fetch = mock([aThing, { request: { method: "POST", path: "/things" }, responses: [{ status: 204 }] }]);
    await getThing(clientOf(fetch), { thingId: "a/b" }, { query: { $select: "id,name" } });
    const form = new FormData();
    await fetch(`${baseUrl}/things`, { method: "post", body: form });
    await fetch(`${baseUrl}/things`, {
      method: "POST",
      body: '{"name":null}',
      headers: [["Content-Type", "application/json; charset=utf-8"]],
    });
    await fetch(`${baseUrl}/things`, { method: "POST", body: "{", headers: { "content-type": "application/json" } });
    expect(fetch.calls).toEqual([
      {
        method: "GET",
        url: `${baseUrl}/things/a%2Fb?$select=id%2Cname`,
        path: "/things/a%2Fb",
        query: { $select: "id,name" },
        headers: { accept: "application/json", authorization: "Bearer t" },
        body: undefined,
      },
      { method: "POST", url: `${baseUrl}/things`, path: "/things", query: {}, headers: {}, body: form },
      {
        method: "POST",
        url: `${baseUrl}/things`,
        path: "/things",
        query: {},
        headers: { "content-type": "application/json; charset=utf-8" },
        body: { name: null },
      },
      {
        method: "POST",
        url: `${baseUrl}/things`,
        path: "/things",
        query: {},
        headers: { "content-type": "application/json" },
        body: "{",
      },
    ]);
  });

  it("takes a Request, too", async () => {
    const fetch = mock([{ request: { method: "POST", path: "/things" }, responses: [{ status: 204 }] }]);
    const request = new Request(`${baseUrl}/things`, {
      method: "POST",
      body: '{"id":"7"}',
      headers: { "content-type": "application/json" },
    });
    expect((await fetch(request)).status).toBe(204);
    expect(fetch.calls).toMatchObject([{ method: "POST", url: `${baseUrl}/things`, body: { id: "7" } }]);
    expect(await request.text()).toBe('{"id":"7"}');
  });

  it("compares no hosts, and the path below that of the base URL", async () => {
    expect((await mock([aThing])("http://localhost:8080/v1/things/1")).status).toBe(200);
    expect((await mockFetch([aThing])("https://api.example/things/1")).status).toBe(200);
    expect((await mock([aThing], { baseUrl: "https://api.example/v2/" })("https://api.example/v2/things/1")).ok).toBe(
      true,
    );
    // A client of a test may well have a base URL without a path.
    expect((await mock([aThing])("http://localhost/things/1")).status).toBe(200);
  });
});

describe("responses", () => {
  const body = async (response: ExampleResponse, method = "GET"): Promise<unknown> => {
    const fetch = mock([{ request: { method, path: "/x" }, responses: [response] }]);
    const answer = await fetch(`${baseUrl}/x`, { method });
    return [answer.headers.get("content-type"), await answer.text()];
  };

  it.each<[string, ExampleResponse, unknown]>([
    ["JSON", { status: 200, body: { a: [1, null] } }, ["application/json", '{"a":[1,null]}']],
    ["JSON that is no object", { status: 200, body: false }, ["application/json", "false"]],
    [
      "JSON of another type",
      { status: 200, headers: { "Content-Type": "application/x+json" }, body: [] },
      ["application/x+json", "[]"],
    ],
    ["text", { status: 200, headers: { "content-type": "text/csv" }, body: "a,b" }, ["text/csv", "a,b"]],
    ["bytes", { status: 200, body: new Uint8Array([104, 105]) }, [null, "hi"]],
    ["a Blob", { status: 200, body: new Blob(["hi"], { type: "text/x" }) }, ["text/x", "hi"]],
    ["nothing", { status: 200, body: null }, [null, ""]],
    ["nothing, as the status has it", { status: 204, body: {} }, [null, ""]],
  ])("hold %s", async (_, response, expected) => {
    expect(await body(response)).toEqual(expected);
  });

  it("have no body for HEAD", async () => {
    expect(await body(thing("7"), "HEAD")).toEqual([null, ""]);
  });

  it("have headers that HTTP cannot hold in a form that it can", async () => {
    const headers = { location: "https://api.example/…/caf\u00e9", "x-note": "a\u0001b" };
    const fetch = mock([example("/x", { status: 201, headers })]);
    const answer = await fetch(`${baseUrl}/x`);
    expect([answer.headers.get("location"), answer.headers.get("x-note")]).toEqual([
      "https://api.example/%E2%80%A6/caf\u00e9",
      "a%01b",
    ]);
  });
});

describe("a request that nothing answers", () => {
  it("is rejected with what there is, readable in the error of the client", async () => {
    const post: Example = { request: { method: "POST", path: "/things/{thingId}" }, responses: [] };
    const error = await reason(getThing(clientOf(mock([example("/things?$top=2"), post, post])), { thingId: "a b" }));
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({
      status: 0,
      code: "NetworkError",
      cause: {
        message: `No example answers GET /things/a b
There are examples of
  GET /things (/things?$top=2)
  POST /things/{thingId}`,
      },
    });
  });

  it("names the query, and the base URL if that may be why", async () => {
    const text = async (...answers: readonly MockAnswer[]) => String(await reason(mock(answers)("https://x/v2/a?b=c")));
    expect(await text()).toBe(`Error: No example answers GET /v2/a?b=c
It is not below /v1: give the client's base URL as the option \`baseUrl\`.
There are no examples`);
    const many = Array.from({ length: 40 }, (_, index) => example(`/things/${index}`));
    expect((await text(...many)).split("\n").slice(-2)).toEqual(["  GET /things/29", "  and 10 more"]);
  });

  it("is kept with the calls", async () => {
    const fetch = mock([]);
    await reason(fetch(`${baseUrl}/things`));
    expect(fetch.calls).toHaveLength(1);
  });

  it("may be one whose example has no response", async () => {
    expect(String(await reason(mock([{ ...aThing, responses: [] }])(`${baseUrl}/things/1`)))).toBe(
      "Error: The example GET /things/{thingId} (/things/7) shows no response: give it `responses`",
    );
  });
});

describe("pages", () => {
  const page = (ids: readonly string[], next?: string): ExampleResponse => ({
    status: 200,
    body: { value: ids.map((id) => ({ id })), ...(next && { "@odata.nextLink": next }) },
  });
  const first = example("/things", page(["1", "2"], `${baseUrl}/things?$skiptoken=p%202`));
  const second = example("/things?$skiptoken=p 2", page(["3"]));

  it("are followed from example to example", async () => {
    const fetch = mock([first, second]);
    expect(await listThings(clientOf(fetch)).toArray()).toEqual([{ id: "1" }, { id: "2" }, { id: "3" }]);
    expect(fetch.calls.map(({ query }) => query)).toEqual([{}, { $skiptoken: "p 2" }]);
  });

  it("keep their link, which is an error to follow without an example", async () => {
    const client = clientOf(mock([first]));
    expect(await listThings(client)).toEqual({
      value: [{ id: "1" }, { id: "2" }],
      next: `${baseUrl}/things?$skiptoken=p%202`,
    });
    const error = await reason(listThings(client).toArray());
    expect(error).toMatchObject({
      code: "NetworkError",
      cause: {
        message: `No example answers GET /things?$skiptoken=p 2
An answer links to it: give its example, too, or \`pages: "given"\` to end lists before it.
There are examples of
  GET /things`,
      },
    });
  });

  it("end with the last one that is given, if that is asked for", async () => {
    expect(await listThings(clientOf(mock([first], { pages: "given" })))).toEqual({
      value: [{ id: "1" }, { id: "2" }],
    });
    const both = clientOf(mock([first, second], { pages: "given" }));
    expect(await listThings(both).toArray()).toHaveLength(3);
    for (const link of ["https://...", "", 7, null]) {
      const odd = example("/things", { status: 200, body: { value: [], "@odata.nextLink": link } });
      expect(await (await mock([odd], { pages: "given" })(`${baseUrl}/things`)).json()).toEqual({ value: [] });
    }
  });

  it("are not mistaken for the first one by the state of an earlier round", async () => {
    const deltaLink = `${baseUrl}/things/delta?token=x`;
    const fetch = mock([example("/things/delta", { status: 200, body: { value: [], "@odata.deltaLink": deltaLink } })]);
    await fetch(`${baseUrl}/things/delta`);
    expect(String(await reason(fetch(deltaLink)))).toContain("An answer links to it");
  });

  it("may come from functions", async () => {
    const fetch = mock([
      ({ query }) => page([query["page"] ?? "1"], query["page"] === "3" ? undefined : `${baseUrl}/things?page=3`),
    ]);
    expect(await listThings(clientOf(fetch)).toArray()).toEqual([{ id: "1" }, { id: "3" }]);
  });
});

describe("redirects", () => {
  const download = contentOperation<ApiFunction<{ id: string }, { text(): Promise<string> }>>({
    name: "download",
    method: "GET",
    paths: ["/files/{id}/content"],
  });
  const location = "https://files.example/a?sig=b";
  const moved: ExampleResponse = { status: 302, headers: { Location: location } };
  const content = (...responses: readonly ExampleResponse[]) => example("/files/7/content", ...responses);

  it("lead to the next response of the example", async () => {
    const fetch = mock([content(moved, { status: 200, body: "text" })]);
    const response = await fetch(`${baseUrl}/files/7/content`);
    expect([response.redirected, response.url, await response.text()]).toEqual([true, location, "text"]);
    expect(await (await download(clientOf(fetch), { id: "7" })).text()).toBe("text");
  });

  it("lead to the example of the URL that they name", async () => {
    const file = example("/a?sig=b", { status: 200, body: "file" });
    const fetch = mock([content(moved, { status: 200, body: "text" }), file]);
    expect(await (await fetch(`${baseUrl}/files/7/content`)).text()).toBe("file");
  });

  it("are errors where there is neither", async () => {
    const fetch = mock([content(moved)]);
    expect(String(await reason(fetch(`${baseUrl}/files/7/content`)))).toBe(
      `Error: No example answers GET ${location}, to which the example GET /files/7/content redirects: give one, or a second response`,
    );
  });

  it("are given as they are to who asks for them", async () => {
    const fetch = mock([content(moved)]);
    expect((await fetch(`${baseUrl}/files/7/content`, { redirect: "manual" })).status).toBe(302);
    expect(await reason(fetch(`${baseUrl}/files/7/content`, { redirect: "error" }))).toBeInstanceOf(TypeError);
  });
});

describe("functions of the request", () => {
  it("come before examples, in their order, and may leave a request to others", async () => {
    const fetch = mock([
      aThing,
      ({ method }) => (method === "PUT" ? { status: 204 } : undefined),
      async ({ path }) => (path === "/things/8" ? new Response('{"id":"eight"}', { status: 200 }) : undefined),
      ({ path }) => (path === "/things/8" ? thing("never") : undefined),
    ]);
    const client = clientOf(fetch);
    expect(await getThing(client, { thingId: "7" })).toEqual({ id: "7" });
    expect(await getThing(client, { thingId: "8" })).toEqual({ id: "eight" });
    expect((await fetch(`${baseUrl}/things/7`, { method: "PUT" })).status).toBe(204);
  });

  it("fail as connections do", async () => {
    const cause = new TypeError("no route");
    const fetch = mock([
      () => {
        throw cause;
      },
    ]);
    expect(await reason(getThing(clientOf(fetch), { thingId: "7" }))).toMatchObject({ code: "NetworkError", cause });
  });

  it("end with the signal, whatever they do", async () => {
    const fetch = mock([() => new Promise(() => {})]);
    const stop = new AbortController();
    const pending = reason(fetch(`${baseUrl}/things`, { signal: stop.signal }));
    stop.abort("enough");
    expect(await pending).toBe("enough");
    expect(await reason(fetch(`${baseUrl}/things`, { signal: stop.signal }))).toBe("enough");
    expect(fetch.calls).toHaveLength(1);
    const slow = getThing(clientOf(fetch), { thingId: "7" }, { timeout: 5 });
    expect(await reason(slow)).toMatchObject({ code: "Timeout" });
  });
});

describe("readExamples", () => {
  it("reads what the files of the SDK hold", () => {
    const json = '{"one":{"request":{"method":"GET","path":"/x"},"responses":[{"status":204}]}}';
    const examples = readExamples<"one">(json);
    expect(examples.one).toEqual({ request: { method: "GET", path: "/x" }, responses: [{ status: 204 }] });
  });
});
