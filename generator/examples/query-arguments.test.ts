import { describe, expect, test } from "vitest";
import { callOf, gist, parameter, path, type Sample } from "./examples.fixture.ts";

const all = ["select", "expand", "filter", "orderby", "top", "skip", "count", "search", "skiptoken", "format"] as const;

function sorted(query: string, sample: Partial<Sample> = {}): unknown {
  const call = callOf({ paths: ["/things"], options: all, ...sample }, `GET /things${query}`);
  if (call.kind === "mismatch") return call.code;
  return {
    ...(call.queryParameters.length > 0 && {
      parameters: Object.fromEntries(call.queryParameters.map(({ name, value }) => [name, value])),
    }),
    ...(call.options.length > 0 && {
      options: Object.fromEntries(call.options.map(({ name, value }) => [name, value])),
    }),
    ...(call.furtherQuery.length > 0 && {
      further: Object.fromEntries(call.furtherQuery.map(({ name, value }) => [name, value])),
    }),
    ...(call.notes.length > 0 && { notes: call.notes.map(({ code }) => code) }),
  };
}

describe("query options", () => {
  test.each([
    ["?$select=id, name", { select: ["id", "name"] }],
    ["?$expand=maker($select=id)", { expand: { maker: { select: ["id"] } } }],
    ["?$filter=name%20eq%20'a'", { filter: "name eq 'a'" }],
    ["?$orderby=size desc,name", { orderby: ["size desc", "name"] }],
    ["?$orderBy=size", { orderby: ["size"] }],
    ["?$orderby=maker/name asc", { orderby: ["maker/name asc"] }],
    ["?top=5&SKIP=2", { top: 5, skip: 2 }],
    ["?$count=true", { count: true }],
    ['?$search="name:a" OR "name:b"', { search: '"name:a" OR "name:b"' }],
    ["?$skiptoken=abc&$format=json", { skiptoken: "abc", format: "json" }],
  ])("%s", (query, options) => {
    expect(sorted(query)).toEqual({ options });
  });

  test("have their text on the wire, too", () => {
    const call = callOf({ paths: ["/things"], options: all }, "GET /things?select=id,%20name");
    expect(call.kind === "call" && call.options).toEqual([{ name: "select", value: ["id", "name"], text: "id, name" }]);
  });

  test("that the page does not grant are further ones", () => {
    expect(sorted("?$top=5&$select=id", { options: ["select"] })).toEqual({
      options: { select: ["id"] },
      further: { $top: "5" },
    });
  });

  test.each([
    ["?$top={n}", { $top: "{n}" }],
    ["?$count=yes", { $count: "yes" }],
    ["?expand=maker/rooms", { $expand: "maker/rooms" }],
    ["?$orderby=size /$ref", { $orderby: "size /$ref" }],
    ["?$expand=maker($orderby=name up)", { $expand: "maker($orderby=name up)" }],
    ["?$select=", { $select: "" }],
    ["?$filter=", { $filter: "" }],
    ["?$deltatoken=x&deep=true", { $deltatoken: "x", deep: "true" }],
  ])("without a value that could be an argument: %s", (query, further) => {
    expect(sorted(query)).toEqual({ further });
  });

  test("each comes once", () => {
    expect(sorted("?$top=5&top=6")).toEqual({ options: { top: 5 }, notes: ["query-repeated"] });
  });
});

describe("parameters of the page", () => {
  const queryParameters = [
    parameter("startDate", "DateTimeOffset", { wireName: "startDate" }),
    parameter("isDeep", "Boolean", { wireName: "is-deep" }),
    parameter("size", "Int32"),
    parameter("format", "String", { wireName: "format" }),
  ];

  test("are typed, and known in another letter case", () => {
    expect(sorted("?startDate=2020-01-01T00:00:00%2B02:00&is-deep=true&size=5", { queryParameters })).toEqual({
      parameters: { startDate: "2020-01-01T00:00:00+02:00", isDeep: true, size: 5 },
    });
    expect(sorted("?STARTDATE={start}", { queryParameters })).toEqual({
      parameters: { startDate: "{start}" },
      notes: ["letter-case"],
    });
    expect(sorted("?size=many", { queryParameters })).toEqual({ parameters: { size: "many" }, notes: ["value-type"] });
  });

  test("come before options of the same name", () => {
    expect(sorted("?format=pdf", { queryParameters })).toEqual({ parameters: { format: "pdf" } });
  });
});

describe("a path with a query of its own", () => {
  const fixed = path("/things", [{ name: "$expand", value: "maker" }]);
  const open = path("/things", [{ name: "size", value: { parameter: "size" } }]);

  test("sends it itself", () => {
    expect(sorted("?expand=maker&$top=5", { paths: [fixed] })).toEqual({ options: { top: 5 } });
    expect(sorted("", { paths: [fixed] })).toEqual({ notes: ["fixed-query"] });
    expect(sorted("?$expand=parts", { paths: [fixed] })).toEqual({
      options: { expand: { parts: true } },
      notes: ["fixed-query"],
    });
  });

  test("is taken if the example has it", () => {
    const paths = [path("/things"), fixed];
    const used = (query: string): unknown => {
      const call = callOf({ paths, options: all }, `GET /things${query}`);
      return call.kind === "call" && paths.indexOf(call.path);
    };
    expect(used("?$expand=maker")).toBe(0);
    expect(used("")).toBe(0);
    expect(gist(callOf({ paths: [fixed] }, "GET /things?$expand=maker"))).toEqual(["/things", {}]);
  });

  test("may leave the value to a parameter", () => {
    expect(sorted("?size=5", { paths: [open], queryParameters: [parameter("size", "Int32")] })).toEqual({
      parameters: { size: 5 },
    });
  });
});
