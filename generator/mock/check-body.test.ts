import { describe, expect, test } from "vitest";
import type { Operation, RequestBody } from "../model/api-model.ts";
import { property } from "../model/sample-model.fixture.ts";
import type { BodyCheck } from "./check-body.ts";
import { asking, errorOf, example, model, operationWith, place, primitive } from "./mock.fixture.ts";

const table: RequestBody = {
  contentType: "application/json",
  kind: "parameters",
  textType: null,
  type: null,
  properties: [
    property("name", primitive("String"), { isRequired: true }),
    property("id", primitive("String"), { isRequired: true, isReadOnly: true }),
    property("note", primitive("String")),
  ],
  description: null,
  place,
};

const create = (more: Partial<RequestBody> = {}, examples: Operation["examples"] = []): Operation =>
  operationWith("createThing", { method: "POST", paths: ["/things"] }, examples, { body: { ...table, ...more } });

/** Stands in for the comparison with the pages: members that the table requires, and a word that is wrong anywhere. */
const check: BodyCheck = ({ body }, value) => [
  ...(body?.properties ?? [])
    .filter(({ name, isRequired, isReadOnly }) => isRequired && !isReadOnly && !Object.hasOwn(Object(value), name))
    .map(({ name }) => ({ path: [name], message: `${name} is missing` })),
  ...(JSON.stringify(value).includes("bad") ? [{ path: ["parts", 1, "name"], message: "Unexpected bad" }] : []),
];

const post = (operation: Operation, body?: unknown, headers: Record<string, string> = {}) =>
  asking(model([operation]), { checkBody: check })("POST /things", {
    ...(body === undefined ? {} : { body }),
    headers,
  });

test("a body with all that is required is right", async () => {
  expect((await post(create(), { name: null })).status).toBe(200);
});

test("what the pages rule out is said with the way to it, the first of it in the message", async () => {
  const answered = await post(create(), { parts: "bad" });
  expect(answered.status).toBe(400);
  expect(errorOf(answered)).toEqual({
    code: "invalidBody",
    message: "The body is not what createThing takes: name is missing (and 1 more)",
    details: [
      { code: "invalidMember", target: "name", message: "name is missing" },
      { code: "invalidMember", target: "parts[1].name", message: "Unexpected bad" },
    ],
  });
});

test("no more than 20 of it", async () => {
  const ask = asking(model([create()]), {
    checkBody: () => Array.from({ length: 30 }, (_, at) => ({ path: [at], message: `no ${at}` })),
  });
  const { details } = errorOf(await ask("POST /things", { body: [] })) as { details: { target: string }[] };
  expect([details.length, details.at(-1)?.target]).toEqual([20, "[19]"]);
});

test("a problem of the whole body", async () => {
  const ask = asking(model([create()]), { checkBody: () => [{ path: [], message: "Unexpected list" }] });
  expect(errorOf(await ask("POST /things", { body: [] }))).toMatchObject({ details: [{ target: "(body)" }] });
});

test("a body that an example shows is right, whatever a table says", async () => {
  const shown = create({}, [
    example("fine", "POST /things", { status: 201, json: {} }, { note: "shown" }),
    example("wrong", "POST /things", { status: 409, json: {} }, { note: "wrong" }),
  ]);
  expect((await post(shown, { note: "shown" })).status).toBe(201);
  expect((await post(shown, { note: "wrong" })).status).toBe(409);
  expect((await post(shown, { note: "other" })).status).toBe(400);
});

describe("a body that is missing", () => {
  test("is missed where members are required", async () => {
    expect(errorOf(await post(create()))).toEqual({
      code: "missingBody",
      message: "The body is missing, createThing requires name, id",
    });
  });

  test("is not missed otherwise", async () => {
    expect((await post(create({ properties: [] }))).status).toBe(200);
  });

  test("is missed where it is raw content", async () => {
    expect(errorOf(await post(create({ kind: "binary", contentType: "image/png", properties: [] })))).toEqual({
      code: "missingBody",
      message: "The body is missing, createThing takes image/png",
    });
  });
});

describe("a body where the page knows none", () => {
  const none = operationWith("ping", { method: "POST", paths: ["/things"] }, []);

  test("is an error", async () => {
    expect(errorOf(await post(none, { a: 1 }))).toEqual({
      code: "unexpectedBody",
      message: "Unexpected body, ping takes none",
    });
  });

  test("is passed over if it is empty, or an example has one", async () => {
    expect((await post(none, {})).status).toBe(200);
    const shown = operationWith("ping", { method: "POST", paths: ["/things"] }, [
      example("a", "POST /things", {}, { a: 1 }),
    ]);
    expect((await post(shown, { a: 2 })).status).toBe(200);
  });
});

test("malformed JSON", async () => {
  const answered = await post(create(), '{"name":');
  expect([answered.status, (errorOf(answered) as { code: string }).code]).toEqual([400, "malformedBody"]);
  expect(answered.log?.complaint).toMatch(/^The body is not readable as JSON: /);
});

describe("another type than JSON", () => {
  test("is refused", async () => {
    const answered = await post(create(), "name=a", { "content-type": "application/x-www-form-urlencoded" });
    expect([answered.status, errorOf(answered)]).toEqual([
      415,
      {
        code: "unsupportedMediaType",
        message: "Unexpected Content-Type application/x-www-form-urlencoded, expected application/json",
      },
    ]);
  });

  test("is right where an example has it", async () => {
    const mime = example("mime", "POST /things", { status: 201 });
    const request = mime.request ?? null;
    const shown = create({}, [
      { ...mime, request: request && { ...request, headers: [{ name: "content-type", value: "text/plain; a=b" }] } },
    ]);
    expect((await post(shown, "text", { "content-type": "text/plain" })).status).toBe(201);
  });

  test("raw content may be of any type", async () => {
    const raw = create({ kind: "binary", contentType: "image/png", properties: [] });
    expect((await post(raw, "abc", { "content-type": "image/gif" })).status).toBe(200);
  });
});

test("several operations of one path: what is wrong for one may be right for another", async () => {
  const ask = asking(
    model([
      create({}, [example("first", "POST /things", { status: 201, json: { kind: "first" } })]),
      operationWith(
        "createOther",
        { method: "POST", paths: ["/things"] },
        [example("second", "POST /things", { status: 201, json: { kind: "second" } })],
        { body: { ...table, properties: [property("size", primitive("Int32"), { isRequired: true })] } },
      ),
    ]),
    { checkBody: check },
  );
  expect((await ask("POST /things", { body: { size: 1 } })).json).toEqual({ kind: "second" });
  expect((await ask("POST /things", { body: { name: "a" } })).json).toEqual({ kind: "first" });
  expect((await ask("POST /things", { body: { other: 1 } })).log?.operation).toBe("createThing");
});
