/** The plugin says of a page what the command line says of it. */
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { chooseParser } from "../choose-parser.ts";
import { createPageReader } from "../docs/read-page.ts";
import { createVocabulary } from "../docs/synonyms.ts";
import { toMessage } from "../report/pretty-report.ts";
import { openDocs } from "../source/docs-set.ts";
import { corpusSets, isCorpusThere, repositoryRoot } from "../testing/corpus.ts";
import { processed, shownOf } from "./remark.fixture.ts";

// Remark needs half a minute for a large set.
const pagesOfEach = 150;

/** What reading and the plugin find on the same pages, spread over a folder, which is the same; gives how much that is. */
async function compare(docs: string): Promise<number> {
  const { root, texts } = openDocs(docs);
  const read = createPageReader({
    parser: chooseParser("auto"),
    vocabulary: createVocabulary(),
    lookup: (path) => texts.get(path),
  });
  const step = Math.ceil(texts.size / pagesOfEach);
  let count = 0;
  for (const [page, text] of [...texts].filter((_, index) => index % step === 0)) {
    const { messages } = await processed(text, { cwd: root, path: page, options: { docs: "." } });
    const expected = read(page, text).diagnostics.map((diagnostic) =>
      diagnostic.place === null || diagnostic.place.page === page
        ? diagnostic
        : {
            ...diagnostic,
            place: null,
            message: `${diagnostic.message} (in ${diagnostic.place.page}:${diagnostic.place.line}:${diagnostic.place.column})`,
          },
    );
    expect(messages.map(shownOf), page).toEqual(expected.map((found) => shownOf(toMessage(found))));
    count += messages.length;
  }
  return count;
}

test("on the pages of docs-input/", async () => {
  expect(await compare(join(repositoryRoot, "docs-input"))).toBeGreaterThan(0);
});

describe.skipIf(!isCorpusThere)("on real pages", () => {
  test.each(corpusSets)("$name", async ({ docs }) => expect(await compare(docs)).toBeGreaterThan(10), 120_000);
});
