import { describe, expect, test } from "vitest";
import { clockPage, getClockPage } from "../../generator/testing/sample-pages.ts";
import { damaged, mutations } from "./mutations.ts";
import { createRandom, seedOf } from "./random.ts";

const page = `${clockPage}
${getClockPage}
<!-- { "blockType": "response", "@odata.type": "sample.time.clock" } -->
\`\`\`http
GET https://api.example.com/clocks/7
Accept: application/json

HTTP/1.1 200 OK

{
  "id": "7",
  "@odata.type": "x"
}
\`\`\`
`;

const seeds = Array.from({ length: 40 }, (_, seed) => seed);

describe.each(Object.entries(mutations))("%s", (_, mutate) => {
  test("damages a page, each time in the same way", () => {
    const texts = seeds.map((seed) => mutate(page, createRandom(seed)));
    expect(texts).toEqual(seeds.map((seed) => mutate(page, createRandom(seed))));
    expect(new Set(texts.filter((text) => text !== page)).size).toBeGreaterThan(1);
  });

  test("does not mind pages with nothing on them", () => {
    for (const text of ["", "\n", "x"]) for (const seed of seeds) mutate(text, createRandom(seed));
  });
});

test("a page is damaged by its own seed: the same alone and in a set", () => {
  const once = seeds.map((seed) => damaged(page, createRandom(seedOf(seed, "a.md"))));
  expect(seeds.map((seed) => damaged(page, createRandom(seedOf(seed, "a.md"))))).toEqual(once);
  expect(seeds.map((seed) => damaged(page, createRandom(seedOf(seed, "b.md"))))).not.toEqual(once);
  expect(new Set(once.flatMap(({ kinds }) => kinds)).size).toBeGreaterThan(20);
});
