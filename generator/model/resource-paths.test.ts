import fc from "fast-check";
import { expect, it } from "vitest";
import { apiPage, example, readApi } from "../docs/api-page.fixture.ts";
import { buildPages } from "./operations.fixture.ts";
import { ResourcePaths } from "./resource-paths.ts";

const get = (path: string, stem: string, many = false) =>
  readApi(
    apiPage(
      `GET ${path}`,
      `## Response\n\nReturns ${many ? "a collection of" : "a"} [widget](../resources/widget.md) ${many ? "objects" : "object"}.`,
      example(`GET ${path}`),
    ),
    `api/${stem}.md`,
  ).page;

const { operations } = buildPages([
  get("/shops/{id}/widgets/{id}", "one"),
  get("/shops/{id}/{kind}/{id}", "any"),
  get("/shops/{id}/jobs(name='{name}')", "job"),
  get("/shops/{id}/widgets", "widget-list", true),
]);
const paths = new ResourcePaths(operations);

it.each([
  ["https://api.example.com/v1.0/shops/12/widgets/a%20b?x=1", "one"],
  ["/shops('12')/widgets('ab')", "one"],
  ["/Shops({id})/Widgets({widgetId})", "one"],
  ["shops/12/parts/ab", "any"],
  ["/shops/12/jobs(name='{name}')", "job"],
  ["/shops/12/widgets", null],
  ["/shops/12", null],
  ["https://files.example.com/download", null],
  ["", null],
])("finds what reads %j", (url, stem) => {
  expect(paths.ofUrl(url)?.page ?? null).toBe(stem === null ? null : `api/${stem}.md`);
});

it("finds what reads a template, whatever its parameters are called", () => {
  const [template] = buildPages([get("/shops/{shopName}/widgets('{widget}')", "other")]).operations[0]?.paths ?? [];
  expect(template && paths.ofTemplate(template).map(({ page }) => page)).toEqual(["api/one.md"]);
});

it("takes any URL", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("/", "(", ")", "'", "a", "=", ":", "{", "v1") }), (url) => {
      expect(paths.ofUrl(url)).toBeNull();
    }),
  );
});
