import { expect, it } from "vitest";
import { fence, readApi } from "./api-page.fixture.ts";

const page = (block: string) => `# List widgets\n\n## HTTP request\n\n${block}`;

it("places the lines of a fenced block", () => {
  const { page: read } = readApi(page(`${fence}http\nGET /widgets\n  GET /parts\n${fence}`));
  expect(read.requests.map(({ place }) => [place.line, place.column, place.endColumn])).toEqual([
    [6, 1, 13],
    [7, 1, 13],
  ]);
});

it("counts the indentation of a block in a list", () => {
  const { page: read } = readApi(page(`1. First:\n\n   ${fence}http\n   GET /widgets\n   ${fence}`));
  expect(read.requests[0]?.place).toMatchObject({ line: 8, column: 4 });
});

it("places the lines of an indented block", () => {
  const { page: read } = readApi(page("    GET /widgets"));
  expect(read.requests[0]?.place).toMatchObject({ line: 5, column: 5 });
});
