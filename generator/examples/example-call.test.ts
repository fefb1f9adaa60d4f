import { describe, expect, test } from "vitest";
import type { MessageBody } from "../model/api-model.ts";
import { exampleCall, exampleContext } from "./example-call.ts";
import {
  callOf,
  context,
  gist,
  header,
  model,
  operation,
  parameter,
  path,
  place,
  request,
} from "./examples.fixture.ts";

const json = (value: unknown): MessageBody => ({
  text: JSON.stringify(value),
  mediaType: "application/json",
  json: value,
  place,
});

test("a whole call", () => {
  const sample = operation("moveThing", {
    method: "POST",
    paths: ["/things/{thingId}/move", "/home/things/{thingId}/move"],
    queryParameters: [parameter("force", "Boolean")],
    options: ["select"],
    headers: [header("ifMatch", "If-Match")],
    hasBody: true,
  });
  const example = request("POST https://api.example.com/v1.0/home/things/7/move?force=true&$select=id&deep=1", {
    headers: [
      { name: "authorization", value: "Bearer x" },
      { name: "if-match", value: "*" },
      { name: "accept-language", value: "fr" },
    ],
    body: json({ to: "A" }),
  });
  expect(exampleCall(sample, example, context)).toEqual({
    kind: "call",
    path: path("/home/things/{thingId}/move"),
    parameters: [{ name: "thingId", value: "7", isPlaceholder: false, isTyped: true }],
    queryParameters: [{ name: "force", value: true, isPlaceholder: false, isTyped: true }],
    options: [{ name: "select", value: ["id"], text: "id" }],
    furtherQuery: [{ name: "deep", value: "1" }],
    headers: [{ name: "ifMatch", value: "*", preferences: null }],
    furtherHeaders: [{ name: "accept-language", value: "fr" }],
    body: { json: { to: "A" } },
    isExact: true,
    notes: [],
  });
});

describe("body", () => {
  const sample = { method: "POST", paths: ["/things"] } as const;

  test("as text where it is no JSON", () => {
    const body: MessageBody = { text: "a,b", mediaType: "text/csv", place };
    const call = callOf({ ...sample, hasBody: true }, "POST /things", { body });
    expect(call.kind === "call" && call.body).toEqual({ text: "a,b", mediaType: "text/csv" });
  });

  test("has no place where the operation takes none", () => {
    const call = callOf(sample, "POST /things", { body: json({ a: 1 }) });
    expect(call.kind === "call" && [call.body, call.isExact]).toEqual([null, false]);
    expect(gist(call)).toEqual(["/things", {}, "body"]);
  });

  test("that is an empty object says nothing then", () => {
    expect(gist(callOf(sample, "POST /things", { body: json({}) }))).toEqual(["/things", {}]);
  });
});

describe("is exact", () => {
  test.each([
    ["GET /things/7", true],
    ["GET /Things/7/", true],
    ["GET /things('7')", true],
    ["GET /things/7/$count", false],
    ["GET /things/7/sample.lib.big", false],
    ["GET /things/7?a=1&a=2", false],
  ])("%s: %s", (line, isExact) => {
    const call = callOf({ paths: ["/things/{thingId}"] }, line);
    expect(call.kind === "call" && call.isExact).toBe(isExact);
  });
});

test("a value of another type is noted", () => {
  const sample = { paths: ["/things/at(n={=n})"], types: { n: "Int32" } } as const;
  expect(gist(callOf(sample, "GET /things/at(n=5)"))).toEqual(["/things/at(n={n})", { n: 5 }]);
  expect(gist(callOf(sample, "GET /things/at(n={n})"))).toEqual(["/things/at(n={n})", { n: "{n}" }, "value-type"]);
});

test.each([
  ["no-path", { paths: [] }, "GET /things", "No path could be read on the page."],
  ["method-differs", { paths: ["/things"] }, "POST /things", "Unexpected POST, expected GET."],
  ["url-unreadable", { paths: ["/things"] }, "GET \\things", "Unexpected URL \\things: unexpected `\\`."],
  ["path-differs", { paths: ["/a", "/b/{c}"] }, "GET /things", "Unexpected path of /things, expected /a, /b/{c}."],
])("%s", (code, sample, line, text) => {
  expect(callOf(sample, line)).toEqual({ kind: "mismatch", code, text });
});

test("takes namespace, base URL and other addresses from the model", () => {
  const operations = ["a", "b", "c"].map((name) =>
    operation(name, { paths: [`/home/${name}`, `/people/{id}/${name}`] }),
  );
  expect(exampleContext(model(operations))).toEqual({
    baseUrl: "https://api.example.com/v1.0",
    namespace: "sample.lib",
    aliases: [
      { from: ["home"], to: ["people", null] },
      { from: ["people", null], to: ["home"] },
    ],
  });
});
