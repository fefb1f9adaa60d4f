import { describe, expect, test } from "vitest";
import type { Operation } from "../model/api-model.ts";
import { model, operation, parameter, request } from "./examples.fixture.ts";
import { createOperationIndex } from "./operation-index.ts";

const operations = [
  operation("listThings", { paths: ["/things"] }),
  operation("getThing", { paths: ["/things/{thingId}"] }),
  operation("getRecentThing", { paths: ["/things/recent"] }),
  operation("createThing", { method: "POST", paths: ["/things"] }),
  operation("listParts", { paths: ["/people/{personId}/parts", "/home/parts"] }),
  operation("listRooms", { paths: ["/people/{personId}/rooms", "/home/rooms"] }),
  operation("listDoors", { paths: ["/people/{personId}/doors", "/home/doors"] }),
  operation("listWindows", { paths: ["/people/{personId}/windows"] }),
  operation("getRedShape", { paths: ["/shapes/{shapeId}"], page: "red.md" }),
  operation("getBlueShape", { paths: ["/shapes/{shapeId}"], page: "blue.md" }),
  operation("getBlueShape2", { paths: ["/shapes/{id}"], page: "blue.md", queryParameters: [parameter("shade")] }),
];
const index = createOperationIndex(model(operations));

function named(name: string): Operation | undefined {
  return operations.find((one) => one.name === name);
}

function find(line: string, near?: string): unknown {
  const found = near === undefined ? index.find(request(line)) : index.find(request(line), named(near));
  return found.kind === "found" ? [found.operation.name, ...found.call.notes.map(({ code }) => code)] : found.code;
}

test.each([
  ["GET /things", ["listThings"]],
  ["POST /things", ["createThing"]],
  ["GET /things/7", ["getThing"]],
  ["GET /things/recent", ["getRecentThing"]],
  ["GET https://api.example.com/v1.0/things('7')", ["getThing", "key-form"]],
  ["GET /things/$count", ["listThings", "suffix"]],
  ["GET /home/windows", ["listWindows", "alias"]],
  ["DELETE /things", "method-differs"],
  ["GET /nothing", "path-differs"],
  ["GET \\", "url-unreadable"],
])("%s", (line, expected) => {
  expect(find(line)).toEqual(expected);
});

describe("of operations with the same path", () => {
  test("the one of the page, or another one of that page", () => {
    expect(find("GET /shapes/7", "getRedShape")).toEqual(["getRedShape"]);
    expect(find("GET /shapes/7", "getBlueShape2")).toEqual(["getBlueShape2"]);
    expect(find("GET /shapes/7", "listThings")).toEqual(["getRedShape"]);
    expect(find("GET /shapes/7")).toEqual(["getRedShape"]);
  });

  test("the one that knows more of the request", () => {
    expect(find("GET /shapes/7?shade=dark")).toEqual(["getBlueShape2"]);
    expect(find("GET /shapes/7?shade=dark", "getRedShape")).toEqual(["getBlueShape2"]);
  });
});

test("a path as it stands comes before the page's own with forgiveness", () => {
  expect(find("GET /things/7", "listThings")).toEqual(["getThing"]);
});

test("the page's own path may be near where no operation has the request's", () => {
  expect(find("GET /office/parts", "listParts")).toEqual(["listParts", "address"]);
  expect(find("GET /office/parts")).toBe("path-differs");
});

test("names the methods that the path has", () => {
  const found = index.find(request("DELETE /things"));
  expect(found.kind === "mismatch" && found.text).toBe("Unexpected DELETE /things, expected GET or POST.");
});

test("finds thousands of requests among thousands of operations in little time", () => {
  const many = Array.from({ length: 1_500 }, (_, n) =>
    operation(`op${n}`, { paths: [`/home/c${n % 50}/{id}/d${n}`, `/people/{personId}/c${n % 50}/{id}/d${n}`] }),
  );
  const start = performance.now();
  const large = createOperationIndex(model(many));
  for (let n = 0; n < 1_500; n++) {
    const found = large.find(request(`GET /home/c${n % 50}/7/d${n}?$top=5`));
    if (found.kind !== "found" || found.operation.name !== `op${n}`) expect(found).toBe(`op${n}`);
  }
  expect(performance.now() - start).toBeLessThan(8_000);
});
