/** The plugin says of a page what the command line says of it. */
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readPages } from "../read-pages.ts";
import { toMessage } from "../report/pretty-report.ts";
import { readTextFile } from "../source/read-text.ts";
import { corpusSets, isCorpusThere, repositoryRoot } from "../testing/corpus.ts";
import { processed, shownOf } from "./remark.fixture.ts";

// Remark needs half a minute for a large set.
const withFindings = 40;
const withoutFindings = 20;

/** So many of them, spread over all. */
function spread<Item>(items: readonly Item[], count: number): Item[] {
  const step = Math.max(1, Math.ceil(items.length / count));
  return items.filter((_, index) => index % step === 0);
}

/** Pages of a folder with what reading says by page. */
function sampleOf(docs: string) {
  const { paths, fragments, findings, root } = readPages({ docs });
  const found = new Set(findings.map(({ page }) => page));
  // Whether other pages include a file, one page cannot know.
  const pages = paths.filter((path) => !fragments.includes(path));
  const noisy = spread(
    pages.filter((path) => found.has(path)),
    withFindings,
  );
  const quiet = spread(
    pages.filter((path) => !found.has(path)),
    withoutFindings,
  );
  return { root, pages: [...noisy, ...quiet], findings };
}

/** What reading and the plugin find on the same page, which is the same; gives how much that is. */
async function compare(docs: string): Promise<number> {
  const { root, pages, findings } = sampleOf(docs);
  let count = 0;
  for (const page of pages) {
    const file = readTextFile(join(root, page));
    const { messages } = await processed(file.kind === "text" ? file.text : "", {
      cwd: root,
      path: page,
      options: { docs: "." },
    });
    const expected = findings
      .filter((finding) => finding.page === page)
      .map(({ diagnostic }) =>
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
