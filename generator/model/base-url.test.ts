import { describe, expect, it } from "vitest";
import { apiPage, example, readApi } from "../docs/api-page.fixture.ts";
import { findBaseUrl, isOfService } from "./base-url.ts";
import { buildPages } from "./operations.fixture.ts";

const page = (request: string, ...examples: readonly string[]) => readApi(apiPage(request, example(...examples))).page;
const host = "https://api.example.com";

describe("the base URL", () => {
  it("is the most used one of templates and examples", () => {
    const pages = [
      page("GET /a", `GET ${host}/v1.0/a`),
      page("GET /b", `GET ${host}/V1.0/b?$filter=x eq 'y'`),
      page("GET /c", `GET ${host}/beta/c`, "POST https://bot.example.org/x"),
    ];
    expect(findBaseUrl(pages, null)).toBe(`${host}/v1.0`);
  });

  it("prefers a version that is not beta where they are used equally often", () => {
    expect(findBaseUrl([page(`GET ${host}/beta/a\nGET ${host}/v1.0/a`)], null)).toBe(`${host}/v1.0`);
  });

  it("may be unknown, or set", () => {
    expect(findBaseUrl([page("GET /a", "GET /a")], null)).toBeNull();
    expect(findBaseUrl([page(`GET ${host}/v1.0/a`)], "https://mine.example.com/v2/")).toBe(
      "https://mine.example.com/v2",
    );
  });

  it("is not read out of a sentence", () => {
    expect(findBaseUrl([page("GET /a", `PATCH ${host}/docs\\api** unknown`)], null)).toBeNull();
  });
});

it("does not let a page choose the host, and says so", () => {
  const pages = [page("GET http://169.254.169.254/x"), page("GET /a", `GET ${host}/v1.0/a`, `GET ${host}/v1.0/b`)];
  const { operations, diagnostics } = buildPages(pages);
  expect(operations[0]?.paths[0]?.template).toBe("/x");
  expect(diagnostics.find((found) => found.code === "host-unexpected")?.message).toContain("169.254.169.254");
});

it.each([
  ["/a", true],
  [`${host}/beta/a`, true],
  ["https://bot.example.org/a", false],
])("an example of %s is one of the service: %j", (url, expected) => {
  expect(isOfService(url, `${host}/v1.0`)).toBe(expected);
});
