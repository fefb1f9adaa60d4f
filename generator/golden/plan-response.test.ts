import { describe, expect, it } from "vitest";
import type { Operation, OperationResponse } from "../model/api-model.ts";
import {
  example,
  object,
  objectType,
  operation,
  primitive,
  property,
  requestBody,
  response,
  text,
} from "../model/sample-model.fixture.ts";
import { answer, placeAt, plannedGolden, plannedResponse, said } from "./golden.fixture.ts";
import type { Outcome } from "./golden.ts";

const types = [objectType("book", [property("title"), property("pages", primitive("Int32"))])];
const book = object("book");

function getting(more: Partial<OperationResponse>, kind: Operation["kind"] = "get"): Operation {
  return operation("get", ["/books"], { kind, response: response(more) });
}

const one = getting({ type: book });
const flag = getting({ envelope: "value", type: primitive("Boolean") });
const list = getting({ envelope: "collection", type: book }, "list");
const delta = getting({ envelope: "collection", type: book }, "delta");
const nothing = getting({ statuses: [204], content: "none" });
const file = getting({ content: "binary" });
const words = getting({ content: "text" });
const running = getting({ statuses: [202], longRunning: { header: "Location", statusType: null, resultType: null } });

function outcome(of: Operation, ...given: Parameters<typeof answer>): Outcome {
  return plannedResponse(of, answer(...given), { types }).outcome;
}

/** Why there is something else than the page says. */
function differs(of: Operation, ...given: Parameters<typeof answer>): readonly string[] {
  const planned = plannedResponse(of, answer(...given), { types });
  expect(planned.outcome).toEqual({ kind: "differs" });
  expect(planned.conformance).toBeNull();
  return said(planned.reasons);
}

describe("what a function gives for a response", () => {
  it("is the body, of the type of the page", () => {
    expect(outcome(one, 200, '{ "title": "Tides" }')).toEqual({ kind: "value", value: { title: "Tides" }, type: book });
    const untyped = outcome(getting({}), 200, "[1]");
    expect(untyped).toEqual({ kind: "value", value: [1], type: { kind: "unknown", text: "" } });
  });

  it("is the value inside, where there is one; else the body", () => {
    const type = primitive("Boolean");
    expect(outcome(flag, 200, '{ "@odata.context": "c", "value": true }')).toEqual({
      kind: "value",
      value: true,
      type,
    });
    expect(outcome(flag, 200, '{ "value": [1] }')).toEqual({ kind: "value", value: [1], type });
    expect(outcome(flag, 200, '{ "value": 1, "unit": "m" }')).toMatchObject({ value: { value: 1, unit: "m" } });
    expect(outcome(flag, 200, "[true]")).toMatchObject({ value: [true] });
    expect(outcome(flag, 200, "true")).toMatchObject({ value: true });
  });

  it("is a page of a list, with what stands beside it", () => {
    const full = '{ "@odata.count": 5, "@odata.nextLink": "https://library.example/v1/books?$skip=1", "value": [{}] }';
    expect(outcome(list, 200, full)).toEqual({
      kind: "page",
      items: [{}],
      type: book,
      count: 5,
      next: "https://library.example/v1/books?$skip=1",
    });
    const bare = { kind: "page", items: [], type: book, count: null, next: null };
    expect(outcome(list, 200, "[]")).toEqual(bare);
    expect(outcome(list, 200, '{ "value": [], "@odata.count": "5", "@odata.nextLink": "" }')).toEqual(bare);
    expect(outcome(list, 200, '{ "value": [], "@odata.count": null, "@odata.nextLink": null }')).toEqual(bare);
  });

  it("is the changes of a delta", () => {
    expect(outcome(delta, 200, '{ "value": [{ "@removed": {} }] }')).toEqual({
      kind: "changes",
      items: [{ "@removed": {} }],
      type: book,
    });
  });

  it("is text, content, nothing, a handle or a failure, whatever else the body has", () => {
    expect(outcome(words, 200, "<p>")).toEqual({ kind: "text" });
    expect(outcome(file, 200, "1010")).toEqual({ kind: "content" });
    expect(outcome(file, 200)).toEqual({ kind: "content" });
    expect(outcome(nothing, 204)).toEqual({ kind: "nothing" });
    expect(outcome(running, 202)).toEqual({ kind: "handle" });
    for (const all of [one, flag, list, delta, nothing, file, words, running]) {
      expect(outcome(all, 400, "{")).toEqual({ kind: "failure" });
      expect(outcome(all, 503)).toEqual({ kind: "failure" });
    }
  });

  it("is a redirect for content alone, with a place to go to", () => {
    const headers = [{ name: "location", value: "https://files.example/1" }];
    expect(outcome(file, 302, null, { headers })).toEqual({ kind: "redirect" });
    expect(outcome(file, 200)).toEqual({ kind: "content" });
    expect(outcome(file, 200, null, { headers })).toEqual({ kind: "content" });
    const code = "example-response-differs: The status is 302, where the page says that the operation gives something";
    expect(differs(one, 302, null, { headers })).toEqual([code]);
    expect(differs(file, 302)).toEqual([code]);
  });

  it("is a handle where the body is not in the way", () => {
    expect(outcome(running, 202, "Accepted")).toEqual({ kind: "handle" });
    expect(outcome(running, 200, "{}")).toEqual({ kind: "handle" });
    expect(differs(running, 200, "a,b")).toEqual([
      "example-response-differs: The body of the response is not JSON, as the page says that it is",
    ]);
  });

  it("has no body that its status cannot have", () => {
    for (const operation of [one, list, nothing, file, words])
      expect(differs(operation, 204, "{}")).toEqual([
        "example-response-differs: The response has a body, which one with the status 204 cannot have",
      ]);
  });

  it("may be nothing, where the page says so", () => {
    const maybe = getting({ statuses: [200, 204], type: book });
    expect(outcome(maybe, 204)).toEqual({ kind: "nothing" });
    const bodiless = "example-response-differs: The response has no body, where the page says what is in it";
    expect(differs(maybe, 200)).toEqual([bodiless]);
    expect(differs(one, 204)).toEqual([bodiless]);
    expect(differs(getting({ statuses: [200, 204], envelope: "collection", type: book }), 204)).toEqual([bodiless]);
  });

  it("is something else than the page says", () => {
    expect(differs(nothing, 200, "{}")).toEqual([
      "example-response-differs: The response has a body, where the page says that there is none",
    ]);
    expect(differs(words, 200)).toEqual(["example-response-differs: The response has no text"]);
    expect(differs(list, 200, '{ "title": "Tides" }')).toEqual([
      "example-response-differs: The response is one object, where the page says that it is a list",
    ]);
    expect(differs(delta, 200, "null")).toHaveLength(1);
  });

  it("tells JSON that is none from what was never meant as such; the place is the body's", () => {
    const message = "The body of the response is not JSON, as the page says that it is";
    const broken = plannedResponse(one, answer(200, ' { "title": }'), { types });
    expect(broken.reasons).toEqual([{ code: "example-json-invalid", message, place: placeAt(40) }]);
    expect(differs(one, 200, "Content of the file")).toEqual([`example-response-differs: ${message}`]);
    expect(plannedResponse(one, answer(200), { types }).reasons[0]?.place).toEqual(placeAt(30));
  });
});

describe("what stands against a response", () => {
  const wrong = (line: number, column: number, endColumn: number): object => ({
    code: "example-value-type",
    place: { page: "api/sample.md", line, column, endLine: line, endColumn },
  });

  it("has its place in the body, whatever is around the value", () => {
    const reasons = (of: Operation, body: string): unknown => plannedResponse(of, answer(200, body), { types }).reasons;
    expect(reasons(one, '{\n  "pages": "x"\n}')).toMatchObject([wrong(41, 3, 15)]);
    expect(reasons(list, '{\n"value": [\n { "pages": "x" }\n]\n}')).toMatchObject([wrong(42, 4, 16)]);
    expect(reasons(delta, '{\n"value": [\n { "pages": "x" }\n]\n}')).toMatchObject([wrong(42, 4, 16)]);
    expect(reasons(list, '[\n { "pages": "x" }\n]')).toMatchObject([wrong(41, 4, 16)]);
    expect(reasons(flag, '{\n  "value": "x"\n}')).toMatchObject([wrong(41, 3, 15)]);
    const inside = getting({ envelope: "value", type: book });
    expect(reasons(inside, '{\n  "value": {\n    "pages": "x" }\n}')).toMatchObject([wrong(42, 5, 17)]);
    expect(reasons(inside, '{\n  "pages": "x"\n}')).toMatchObject([wrong(41, 3, 15)]);
  });

  it("may be `null`, depending on how strictly that is taken", () => {
    const given = answer(200, '{ "title": null }');
    expect(said(plannedResponse(one, given, { types }).reasons)).toEqual([
      "example-value-null: `title` is `null`, and no page says that it may be",
    ]);
    expect(plannedResponse(one, given, { types, options: { isLenient: true } }).reasons).toEqual([]);
  });

  it("is nothing where the page shows a part only", () => {
    expect(plannedResponse(one, answer(200, "{}"), { types }).reasons).toEqual([]);
  });
});

describe("the function that a response is served to", () => {
  it("is that of the request, and without one that of the page", () => {
    const create = operation("create", ["/books"], {
      method: "POST",
      body: requestBody({ kind: "parameters", properties: [property("title", text)] }),
      response: response({ statuses: [201], type: book }),
    });
    const strayed = { ...example("POST", "/books"), responses: [answer(201, '{ "title": "Tides" }')] };
    const { request, bareCall, responses } = plannedGolden(list, strayed, { types, others: [create] });
    expect([request?.kind, bareCall, responses[0]?.outcome.kind]).toEqual(["sent", null, "value"]);
    const alone = plannedGolden(list, { ...strayed, request: null }, { types, others: [create] });
    expect([alone.request, alone.bareCall?.operation.name, alone.responses[0]?.outcome.kind]).toEqual([
      null,
      "get",
      "differs",
    ]);
    const unsent = plannedGolden(list, { ...strayed, ...example("PUT", "/elsewhere"), responses: [] }, { types });
    expect([unsent.request?.kind, unsent.bareCall?.operation.name]).toEqual(["unsent", "get"]);
  });
});
