import { expect, it } from "vitest";
import { apiPage, readApi } from "../docs/api-page.fixture.ts";
import { buildOne, buildPages } from "./operations.fixture.ts";

const table = (...rows: readonly string[]) =>
  `|Permission type|Permissions (from least to most privileged)|\n|--|--|\n${rows.join("\n")}`;

it("joins the permission rows of one type, table by table", () => {
  const text = `## Permissions\n\n${table("|Application|A.Read|", "|Application|B.Read, A.Read|")}\n\n### For parts\n\n${table("|Application|Not supported.|")}`;
  const { permissions } = buildOne(apiPage("GET /a", text));
  expect(
    permissions.map((set) => [
      set.appliesTo,
      set.grants.map((grant) => [grant.scopes, grant.alternatives, grant.isSupported]),
    ]),
  ).toEqual([
    [null, [[["A.Read", "B.Read"], [["A.Read"], ["B.Read"]], true]]],
    ["For parts", [[[], [], false]]],
  ]);
});

const alternatives = (...rows: readonly string[]) =>
  buildOne(apiPage("GET /a", `## Permissions\n\n${table(...rows)}`)).permissions[0]?.grants[0]?.alternatives;

it("says nothing where a row cannot be read as alternatives", () => {
  expect(alternatives("|Application|For groups: A.Read|")).toEqual([]);
  expect(alternatives("|Application|A.Read|", "|Application|For groups: B.Read|")).toEqual([]);
});

it("goes from least to most privileged", () => {
  const text =
    "## Permissions\n\n|Permission type|Permissions (from most to least privileged)|\n|--|--|\n|Application|B.Write and C.Read, A.Read|";
  expect(buildOne(apiPage("GET /a", text)).permissions[0]?.grants[0]?.alternatives).toEqual([
    ["A.Read"],
    ["B.Write", "C.Read"],
  ]);
  const apart =
    "## Permissions\n\n|Permission type|Least privileged permission|Higher privileged permissions|\n|--|--|--|\n|Application|A.Read|B.Read and C.Read, D.Write|";
  expect(buildOne(apiPage("GET /a", apart)).permissions[0]?.grants[0]?.alternatives).toEqual([
    ["A.Read"],
    ["B.Read", "C.Read"],
    ["D.Write"],
  ]);
});

it("learns from other cells what the last and of a list means", () => {
  const page = (path: string, cell: string) =>
    readApi(apiPage("GET /a", `## Permissions\n\n${table(`|Application|${cell}|`)}`), path).page;
  const list = page("api/a.md", "A.Read, B.Read and C.Read");
  const read = (...cells: readonly string[]) =>
    buildPages([list, ...cells.map((cell, i) => page(`api/b${i}.md`, cell))]).operations[0]?.permissions[0]?.grants[0]
      ?.alternatives;
  expect(read()).toEqual([["A.Read"], ["B.Read"], ["C.Read"]]);
  expect(read("A.Read, B.Read and D.Read")).toEqual([["A.Read"], ["B.Read"], ["C.Read"]]);
  expect(read("A.Read and B.Read, E.Read")).toEqual([["A.Read", "B.Read", "C.Read"]]);
  expect(read("C.Read and B.Read")).toEqual([["A.Read"], ["B.Read", "C.Read"]]);
});
