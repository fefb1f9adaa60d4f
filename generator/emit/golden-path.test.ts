import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plannedSent } from "../golden/golden.fixture.ts";
import { example, operation, parameter, pathTemplate, primitive } from "../model/sample-model.fixture.ts";
import { goldenPath } from "./golden-path.ts";

const baseUrl = "https://library.example/v1";

function path(template: Parameters<typeof operation>[1][number], url: string): string | null {
  const one = operation("get", [template], {
    ...(url.includes("pages=") && { pathParameters: [parameter("topic"), parameter("pages", primitive("Int32"))] }),
  });
  return goldenPath(plannedSent(one, example("GET", url)), baseUrl);
}

const find = pathTemplate("/books/find(topic={topic},pages={pages})", { topic: "quoted", pages: "literal" });

describe("the path that is sent", () => {
  it("is that of the example", () => {
    expect(path("/books/{bookId}", "/books/b1")).toBeNull();
    expect(path("/books/{bookId}", "/books/a%20b%2Fc?$select=title")).toBeNull();
    expect(path("/books/{bookId}", "/books/{book-id}")).toBeNull();
    expect(path(find, "/books/find(topic='it''s',pages=2)")).toBeNull();
  });

  it("differs where the example writes it in another way", () => {
    expect(path("/books/{bookId}", "/Books('b 1')")).toBe("/books/b%201");
    expect(path("/books/{bookId}", "/BOOKS/b1")).toBe("/books/b1");
    expect(path(find, "/books/find(pages=2,topic='it''s')")).toBe("/books/find(topic='it''s',pages=2)");
    expect(path(find, "/books/find(topic=art,pages=2)")).toBe("/books/find(topic='art',pages=2)");
  });

  it("has the value of an alias in its place", () => {
    expect(path(find, "/books/find(topic=@t,pages=2)?@t='a/b'")).toBe("/books/find(topic='a%2Fb',pages=2)");
  });

  it("keeps the slashes of what is a path itself", () => {
    const file = pathTemplate("/files/root:/{path}:/content", { path: "path" });
    expect(path(file, "/files/root:/a/b%20c:/content")).toBeNull();
    expect(path(file, "/Files/root:/a/b%20c:/content")).toBe("/files/root:/a/b%20c:/content");
  });

  it("is the example's for any value", () => {
    const values = fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 }).filter((value) => !/^[.\s]/.test(value));
    fc.assert(
      fc.property(values, (value) => {
        expect(path("/books/{bookId}", `/books/x${encodeURIComponent(value)}`)).toBeNull();
        const sent = path("/books/{bookId}", `/Books/x${encodeURIComponent(value)}`);
        expect(decodeURIComponent(sent ?? "")).toBe(`/books/x${value}`);
      }),
    );
  });
});
