import { expect, test } from "vitest";
import type { Example } from "../model/api-model.ts";
import { asking, example, model, operationWith } from "./mock.fixture.ts";

/** The name of the example that answers. */
async function answering(
  examples: readonly Example[],
  line: string,
  more: { headers?: Record<string, string>; body?: unknown } = {},
): Promise<string | null | undefined> {
  const method = line.startsWith("POST") ? "POST" : "GET";
  const ask = asking(
    model([
      operationWith("sample", { method, paths: ["/things/{id}", "/mine/{id}"], hasBody: method === "POST" }, examples, {
        query: { named: [], isGeneric: true },
      }),
    ]),
  );
  return (await ask(line, more)).log?.example;
}

test("the path decides first: the same, then one of the same template, then any", async () => {
  const examples = [
    example("mine", "GET /mine/1?$top=5"),
    example("other", "GET /things/2?$skip=1"),
    example("same", "GET https://api.example.com/v1.0/things/a%20b"),
  ];
  expect(await answering(examples, "GET /things/a%20b?$top=5")).toBe("same");
  expect(await answering(examples, "GET /things/3?$skip=2")).toBe("other");
  expect(await answering(examples, "GET /mine/3?$skip=1")).toBe("mine");
});

test("then the query: the same, the same options, the fewest that differ", async () => {
  const examples = [
    example("plain", "GET /things/1"),
    example("top", "GET /things/1?$top=5"),
    example("topAndSkip", "GET /things/1?$top=5&$skip=2"),
  ];
  expect(await answering(examples, "GET /things/1")).toBe("plain");
  expect(await answering(examples, "GET /things/1?$skip=2&$top=5")).toBe("topAndSkip");
  expect(await answering(examples, "GET /things/1?%24top=7")).toBe("top");
  expect(await answering(examples, "GET /things/1?$top=7&$count=true")).toBe("top");
  expect(await answering(examples, "GET /things/1?$filter=a")).toBe("plain");
});

test("then how much of a selection an example shows", async () => {
  const examples = [
    example("one", "GET /things/1?$select=a", { json: { a: 1 } }),
    example("all", "GET /things/1", { json: { a: 1, b: 2, c: 3 } }),
    example("list", "GET /things/1", { json: { value: [{ a: 1, d: 4 }] } }),
  ];
  expect(await answering(examples, "GET /things/1?$select=a")).toBe("one");
  expect(await answering(examples, "GET /things/1?$select=b,c")).toBe("all");
  expect(await answering(examples, "GET /things/1?$select=d")).toBe("list");
  expect(await answering(examples, "GET /things/2")).toBe("all");
});

test("then the body", async () => {
  const examples = [
    example("first", "POST /things/1", {}, { a: 1 }),
    example("second", "POST /things/1", {}, { a: 2, b: [1] }),
  ];
  expect(await answering(examples, "POST /things/1", { body: { b: [1], a: 2 } })).toBe("second");
  expect(await answering(examples, "POST /things/1", { body: { a: 3 } })).toBe("first");
});

test("then the headers that are sent", async () => {
  const bare = example("bare", "GET /things/1");
  const withHeader: Example = {
    ...example("minimal", "GET /things/1"),
    request: { ...(bare.request ?? never()), headers: [{ name: "prefer", value: "return=minimal" }] },
  };
  const odd: Example = {
    ...example("odd", "GET /things/1"),
    request: { ...(bare.request ?? never()), headers: [{ name: "no name", value: "" }] },
  };
  expect(await answering([bare, withHeader], "GET /things/1", { headers: { prefer: "return=minimal" } })).toBe(
    "minimal",
  );
  expect(await answering([withHeader, bare], "GET /things/1")).toBe("bare");
  // What is no name of a header cannot be sent, and counts for nothing.
  expect(await answering([odd, bare], "GET /things/1")).toBe("odd");
});

test("of equals the first one on the page", async () => {
  expect(await answering([example("a", "GET /things/1"), example("b", "GET /things/2")], "GET /things/3")).toBe("a");
});

test("an error answers the request that it shows, and no other", async () => {
  const examples = [
    example("taken", "POST /things/1", { status: 409, json: { error: { code: "taken" } } }, { name: "x" }),
    example("fine", "POST /things/1", { status: 201, json: { id: "1" } }, { name: "y" }),
  ];
  expect(await answering(examples, "POST /things/1", { body: { name: "x" } })).toBe("taken");
  expect(await answering(examples, "POST /things/2", { body: { name: "x" } })).toBe("fine");
  expect(await answering(examples, "POST /things/1", { body: { name: "z" } })).toBe("fine");
  expect(await answering(examples.slice(0, 1), "POST /things/1", { body: { name: "z" } })).toBeNull();
});

test("an example without a request is the last choice but one", async () => {
  const answerOnly: Example = { ...example("answer", "GET /x"), request: null };
  expect(await answering([answerOnly], "GET /things/1")).toBe("answer");
  expect(await answering([answerOnly, example("asked", "GET /things/1")], "GET /things/1")).toBe("asked");
});

function never(): never {
  throw new Error("an example of this file has a request");
}
