import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asking, errorOf, example, model, operationWith, repositoryModel } from "./mock.fixture.ts";

const json = { id: "1" };
const api = model([
  operationWith(
    "getThing",
    { paths: ["/things/{id}"] },
    [
      example("one", "GET /things/1", { json }),
      example("gone", "GET /things/0", { status: 404, json: { error: { code: "gone", message: "Gone." } } }),
      example("moved", "GET /things/2", [
        { status: 302, headers: [{ name: "location", value: "https://files.example/ü" }] },
        { json: { id: "after" } },
      ]),
    ],
    {
      errors: [
        { status: 409, code: "busy", text: "It is busy." },
        { status: 410, code: null, text: "" },
      ],
    },
  ),
  operationWith("clone", { method: "POST", paths: ["/things/{id}/clone"] }, [
    example("started", "POST /things/1/clone", {
      status: 202,
      headers: [{ name: "location", value: "https://api.example.com/v1.0/jobs/7" }],
    }),
  ]),
  operationWith("page", { paths: ["/page"] }, [
    example("html", "GET /page", {
      text: "<script>alert(1)</script>",
      headers: [
        { name: "content-type", value: "text/html" },
        { name: "set-cookie", value: "a=b" },
        { name: "content-length", value: "1" },
      ],
    }),
    example("odd", "GET /page?odd=1", [{ status: 999 }, { status: 100 }]),
  ]),
  operationWith("broken", { paths: ["/broken"] }, [
    example("cut", "GET /broken", { text: '{ "id": ', mediaType: "application/json" }),
  ]),
]);

const ask = asking(api);

test("an answer is the documented one, and says which", async () => {
  const { status, json: body, headers, log } = await ask("GET /v1.0/things/1");
  expect([status, body]).toEqual([200, json]);
  expect(Object.fromEntries(headers)).toEqual({
    "access-control-allow-origin": "*",
    "access-control-expose-headers": "*",
    "apipage-mock": "example one",
    "content-security-policy": "default-src 'none'; sandbox",
    "content-type": "application/json; charset=utf-8",
    "request-id": "00000000-0000-0000-0000-000000000001",
    "x-content-type-options": "nosniff",
  });
  expect(log).toEqual({
    part: null,
    method: "GET",
    target: "/v1.0/things/1",
    status: 200,
    milliseconds: expect.any(Number),
    operation: "getThing",
    example: "one",
    complaint: null,
  });
});

test("HEAD is GET without the body", async () => {
  const { status, text, headers } = await ask("HEAD /things/1");
  expect([status, text, headers.get("apipage-mock")]).toEqual([200, "", "example one"]);
});

test("redirects are answered as documented, addresses of the service lead to the mock", async () => {
  const moved = await ask("GET /things/2");
  expect([moved.status, moved.headers.get("location")]).toEqual([302, "https://files.example/%C3%BC"]);
  const started = await ask("POST /v1.0/things/9/clone");
  expect([started.status, started.headers.get("location")]).toEqual([202, "http://mock.test/v1.0/jobs/7"]);
});

test("other content is sent as it is, and cannot run in a browser", async () => {
  const { text, headers } = await ask("GET /page");
  expect(text).toBe("<script>alert(1)</script>");
  expect([headers.get("content-type"), headers.get("x-content-type-options"), headers.get("set-cookie")]).toEqual([
    "text/html",
    "nosniff",
    null,
  ]);
  expect(headers.get("content-security-policy")).toBe("default-src 'none'; sandbox");
});

test("a status that is none never answers", async () => {
  expect((await ask("GET /page?odd=1")).log?.example).toBe("html");
});

test("JSON that is cut short on the page is made up instead", async () => {
  const { json: body, headers } = await ask("GET /broken");
  expect([body, headers.get("apipage-mock")]).toEqual([{}, "example cut, sample"]);
});

describe("errors", () => {
  test("have the shape of a service, and a counted id", async () => {
    const fresh = asking(api);
    await fresh("GET /things/1");
    const { status, json: body } = await fresh("GET /thing/1");
    expect([status, body]).toEqual([
      404,
      {
        error: {
          code: "pathNotDocumented",
          message: "No page documents GET /thing/1; near are /things/{id} (GET).",
          innerError: { "request-id": "00000000-0000-0000-0000-000000000002" },
        },
      },
    ]);
  });

  test("notice an id that was forgotten", async () => {
    expect((await ask("GET /things//")).log?.complaint).toMatch(/\. A segment of it is empty\.$/);
    expect((await ask("GET /thing/")).log?.complaint).not.toMatch(/empty/);
    expect((await ask("GET /")).log?.complaint).toBe("No page documents GET /.");
    expect((await ask("POST /things//clone")).log?.complaint).toBe(
      "No page documents POST /things//clone; near are /things/{id}/clone (POST), /things/{id} (GET). A segment of it is empty.",
    );
  });
});

describe("Prefer", () => {
  const preferring = (prefer: string, line = "GET /things/1") => ask(line, { headers: { prefer } });

  test("chooses an example by its name", async () => {
    expect((await preferring("example=moved")).status).toBe(302);
    expect((await preferring("EXAMPLE=GONE")).status).toBe(404);
    expect((await preferring("example=moved, code=200")).json).toEqual({ id: "after" });
  });

  test("lists the names where there is no such example", async () => {
    const answered = await preferring("example=none");
    expect([answered.status, errorOf(answered)]).toEqual([
      404,
      { code: "exampleNotFound", message: "No example none, expected one of one, gone, moved" },
    ]);
    expect((await preferring("example=one, code=404")).log?.complaint).toBe(
      "No example one with status 404, expected one of one, gone, moved",
    );
    expect(
      (await asking(model([operationWith("a", { paths: ["/a"] }, [])]))("GET /a", { headers: { prefer: "example=x" } }))
        .log?.complaint,
    ).toBe("No example x, there are no examples");
  });

  test("chooses a status that an example shows", async () => {
    expect(errorOf(await preferring("code=404"))).toEqual({ code: "gone", message: "Gone." });
    expect((await preferring("code=302")).status).toBe(302);
  });

  test("else makes an error of that status, with the words of the page's error table", async () => {
    const busy = await preferring("code=409");
    expect([busy.status, errorOf(busy)]).toEqual([409, { code: "busy", message: "It is busy." }]);
    expect(errorOf(await preferring("code=410"))).toEqual({
      code: "gone",
      message: "Status 410, as asked for by the header Prefer",
    });
    expect(errorOf(await preferring("code=429"))).toMatchObject({ code: "tooManyRequests" });
  });

  test("an error that is asked for comes whatever the request is like", async () => {
    expect((await preferring("code=404", "GET /things/1?$filter=x")).status).toBe(404);
    expect((await preferring("code=503", "GET /things/1?$filter=x")).status).toBe(503);
    expect((await preferring("example=one", "GET /things/1?$filter=x")).status).toBe(400);
  });

  test("no success can be asked for that the page does not have", async () => {
    const answered = await preferring("code=201");
    expect([answered.status, errorOf(answered)]).toEqual([
      404,
      { code: "exampleNotFound", message: "No example of getThing has status 201, expected 200, 302, 404 or an error" },
    ]);
  });

  test("a status that is none", async () => {
    expect((await preferring("code=999")).log?.complaint).toBe(
      "Unexpected code=999 in Prefer, expected a status from 200 to 599",
    );
  });
});

describe("other origins", () => {
  test("may ask, with any header and method", async () => {
    const { status, headers, log } = await ask("OPTIONS /things/1", {
      headers: {
        origin: "http://app.test",
        "access-control-request-method": "PATCH",
        "access-control-request-headers": "authorization,x-any",
      },
    });
    expect(status).toBe(204);
    expect(headers.get("access-control-allow-origin")).toBe("*");
    expect(headers.get("access-control-allow-methods")).toBe("GET,HEAD,POST,PUT,PATCH,DELETE");
    expect(headers.get("access-control-allow-headers")).toBe("authorization,x-any");
    expect([log?.method, log?.target, log?.status]).toEqual(["OPTIONS", "/things/1", 204]);
  });

  test("can read errors, too", async () => {
    expect((await ask("GET /nothing")).headers.get("access-control-allow-origin")).toBe("*");
  });
});

describe("a body over the limit", () => {
  const limited = asking(api, { maxBodyBytes: 10 });

  test("is refused", async () => {
    const answered = await limited("POST /things/1/clone", { body: "12345678901" });
    expect([answered.status, errorOf(answered)]).toEqual([
      413,
      { code: "bodyTooLarge", message: "The body is longer than 10 bytes" },
    ]);
    expect(answered.log?.status).toBe(413);
  });

  test("at the limit is read", async () => {
    expect((await limited("POST /things/1/clone", { body: '"45678901"' })).log?.complaint).toBe(
      "Unexpected body, clone takes none",
    );
  });
});

test("a bug of ours is an answer, too, and the mock goes on", async () => {
  const failing = asking(repositoryModel(), {
    checkBody: () => {
      throw new Error("oops");
    },
  });
  const { status, log } = await failing("POST /users", { body: { displayName: "x" } });
  expect([status, log?.complaint]).toEqual([500, "This is a bug in apipage, please report it: oops"]);
  expect((await failing("GET /users")).status).toBe(200);
});

test("every request of the docs is answered by its own example", async () => {
  const used = repositoryModel();
  const docs = asking(used);
  for (const { name, examples } of used.operations) {
    for (const { name: shown, request, responses } of examples) {
      if (request === null) continue;
      const url = new URL(request.url);
      const { status, log } = await docs(`${request.method} ${url.pathname}${url.search}`, {
        headers: Object.fromEntries(request.headers.map((header) => [header.name, header.value])),
        ...(request.body === null ? {} : { body: request.body.json ?? request.body.text }),
      });
      expect([log?.operation, log?.example, status]).toEqual([name, shown, responses[0]?.status]);
    }
  }
});

test("any request gets an answer: documented, or an error with a message", async () => {
  const docs = asking(repositoryModel());
  const segment = fc.oneof(
    fc.constantFrom("users", "me", "$batch", "v1.0", "messages", "teams", "$ref", "owners", "..", "%2e", "%"),
    fc.webSegment(),
    fc.string(),
  );
  const request = fc.record({
    method: fc.constantFrom("GET", "POST", "PATCH", "PUT", "DELETE", "HEAD", "OPTIONS", "QUERY"),
    path: fc.array(segment, { maxLength: 5 }),
    query: fc.array(
      fc.tuple(fc.oneof(fc.constantFrom("$top", "$select", "$skiptoken", "$expand"), fc.string()), fc.string()),
      { maxLength: 3 },
    ),
    body: fc.option(fc.oneof(fc.json(), fc.string({ minLength: 1 }))),
    prefer: fc.option(fc.stringMatching(/^[\x20-\x7e]{0,40}$/)),
  });
  await fc.assert(
    fc.asyncProperty(request, async ({ method, path, query, body, prefer }) => {
      const search = new URLSearchParams(query);
      const url = `/${path.join("/").replace(/[#?]/g, "")}?${search}`;
      fc.pre(URL.canParse(`http://mock.test${url}`));
      const hasBody = body !== null && body !== "" && !["GET", "HEAD"].includes(method);
      const { status, log } = await docs(`${method} ${url.replace(/\s/g, "")}`, {
        headers: prefer === null ? {} : { prefer },
        ...(hasBody ? { body } : {}),
      });
      expect(status).toBeGreaterThanOrEqual(200);
      expect(status).not.toBe(500);
      if (status >= 400 && method !== "HEAD") expect(log?.complaint === null && log.example === null).toBe(false);
    }),
    { numRuns: 300 },
  );
});
