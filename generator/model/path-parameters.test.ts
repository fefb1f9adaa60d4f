import { describe, expect, it } from "vitest";
import { apiPage, example } from "../docs/api-page.fixture.ts";
import { buildOne, buildPage } from "./operations.fixture.ts";

const table = (heading: string, ...rows: readonly string[]) =>
  `## ${heading}\n\n|Parameter|Type|Description|\n|--|--|--|\n${rows.join("\n")}`;

it("gives templates, parts and parameters", () => {
  const operation = buildOne(apiPage("GET /makers/{id | code}/widgets/{id}\nGET /me/widgets/{widget-id}"));
  expect(operation.paths.map((path) => path.template)).toEqual([
    "/makers/{makerId}/widgets/{widgetId}",
    "/me/widgets/{widgetId}",
  ]);
  expect(operation.paths[0]?.parts).toEqual([
    "/makers/",
    { parameter: "makerId", encoding: "segment" },
    "/widgets/",
    { parameter: "widgetId", encoding: "segment" },
  ]);
  expect(
    operation.pathParameters.map(({ name, wireName, alternatives, isRequired }) => [
      name,
      wireName,
      alternatives,
      isRequired,
    ]),
  ).toEqual([
    ["makerId", "id", ["id", "code"], true],
    ["widgetId", "id", [], true],
  ]);
});

it("gives each path once", () => {
  expect(
    buildOne(
      apiPage("GET https://api.example.com/beta/widgets\nGET https://api.example.com/v1.0/widgets/\nGET /widgets"),
    ).paths,
  ).toHaveLength(1);
});

it("encodes what has to be encoded in the text of a path", () => {
  expect(buildOne(apiPage("GET /größen/{id}")).paths[0]?.parts[0]).toBe("/gr%C3%B6%C3%9Fen/");
});

describe("types", () => {
  it("come from the tables, whatever the spelling of the name", () => {
    const operation = buildOne(
      apiPage(
        "GET /widgets/{widget-id}/near(x={x},y='{y}')",
        table("Path parameters", "|widgetId|Int32|Which.|"),
        table("Function parameters", "|x|Double|Where.|", "|y|String|Where.|"),
      ),
    );
    expect(operation.pathParameters.map(({ name, type, description }) => [name, type, description])).toEqual([
      ["widgetId", { kind: "primitive", name: "Int32" }, "Which."],
      ["x", { kind: "primitive", name: "Double" }, "Where."],
      ["y", { kind: "primitive", name: "String" }, "Where."],
    ]);
  });

  it("decide whether an argument is quoted that the template writes without quotes", () => {
    const operation = buildOne(
      apiPage(
        "GET /near(a={a},b={b},c={c},d=5,e=true)",
        table("Function parameters", "|a|String|A.|", "|b|Guid|B.|", "|c|DateTimeOffset|C.|"),
      ),
    );
    expect(operation.paths[0]?.template).toBe("/near(a='{a}',b={b},c={c},d={d},e={e})");
    expect(operation.pathParameters.map(({ type }) => type.kind === "primitive" && type.name)).toEqual([
      "String",
      "Guid",
      "DateTimeOffset",
      "Int32",
      "Boolean",
    ]);
  });
});

// trap 44
it("makes a parameter of a literal argument", () => {
  const operation = buildOne(apiPage("GET /widgets/filterBy(on='maker')"));
  expect(operation.paths[0]?.template).toBe("/widgets/filterBy(on='{on}')");
});

describe("query strings", () => {
  it("give parameters, required where every path has them", () => {
    const operation = buildOne(
      apiPage(
        "GET /me/view?start={s}&end={e}\nGET /users/{id}/view?start={s}&end={e}&all=true",
        table("Query parameters", "|start|DateTimeOffset|From.|", "|draft|Boolean|Optional.|"),
      ),
    );
    expect(
      operation.queryParameters.map(({ name, type, isRequired }) => [
        name,
        type.kind === "primitive" && type.name,
        isRequired,
      ]),
    ).toEqual([
      ["start", "DateTimeOffset", true],
      ["end", "String", true],
      ["all", "String", false],
      ["draft", "Boolean", false],
    ]);
    expect(operation.paths[0]?.query).toEqual([
      { name: "start", value: { parameter: "start" } },
      { name: "end", value: { parameter: "end" } },
    ]);
  });

  it("show system options, which are the caller's", () => {
    const operation = buildOne(apiPage("GET /widgets?$filter=maker eq '{x}'&$top=5&expand=parts\nGET /widgets"));
    expect(operation.query.named).toEqual(["filter", "top", "expand"]);
    expect(operation.paths).toHaveLength(1);
    expect(operation.paths[0]?.query).toEqual([]);
    expect(operation.queryParameters).toEqual([]);
  });

  it("keep what makes the operation", () => {
    const [path] = buildOne(apiPage("GET /widgets/{id}?$expand=maker")).paths;
    expect(path?.query).toEqual([{ name: "$expand", value: "maker" }]);
  });

  it("make way for the parameters of all paths", () => {
    const operation = buildOne(apiPage("GET /a?format={f}\nGET /b/{format}?format={f}"));
    expect(operation.queryParameters.map(({ name, wireName }) => [name, wireName])).toEqual([["format2", "format"]]);
  });
});

it("reports arguments without a row, and rows without a use", () => {
  const { diagnostics } = buildPage(
    apiPage("GET /near(x={x})", table("Function parameters", "|z|Double|Where.|"), example("GET /near(x=1)")),
  );
  expect(diagnostics.map((found) => [found.code, found.message.match(/`(\w+)`/)?.[1]])).toEqual([
    ["parameter-undocumented", "x"],
    ["parameter-unused", "z"],
  ]);
});
