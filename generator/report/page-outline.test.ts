import { expect, test } from "vitest";
import { createParser } from "../docs/parser.ts";
import { createPageReader } from "../docs/read-page.ts";
import { createVocabulary } from "../docs/synonyms.ts";
import { clockPage, listClocksPage } from "../testing/sample-pages.ts";
import { renderOutline } from "./outline.ts";
import { pageOutline } from "./page-outline.ts";

function outlineOf(path: string, text: string, others: Readonly<Record<string, string>> = {}): string {
  const parser = createParser("remark");
  if (parser === null) throw new Error("remark is always there");
  const read = createPageReader({ parser, vocabulary: createVocabulary(), lookup: (name) => others[name] });
  const { page } = read(path, text);
  if (page === null) throw new Error("the page was not read");
  return renderOutline(pageOutline(page), page.path);
}

test("an api page", () => {
  expect(outlineOf("api/clock-list.md", listClocksPage)).toMatchInlineSnapshot(`
    "     6:1  Title: List clocks
         8:1  Namespace: sample.time
              Description: List clocks, that is all.
              Permissions
        16:1    delegatedWork: Clock.Read
        17:1    delegatedPersonal: not supported
        18:1    application: Clock.Read.All
              HTTP request
        23:1    GET /clocks
              Request body
        26:1    none
              Response
        30:1    200 clock collection"
  `);
});

test("a resource page", () => {
  expect(outlineOf("resources/clock.md", clockPage)).toMatchInlineSnapshot(`
    "     6:1  Title: clock resource type
         8:1  Namespace: sample.time
              Description: A clock on a wall.
         6:1  Type: clock
              Properties
        16:1    id: String, read-only
        17:1    label: String
        18:1    face: face
        19:1    mood: clockMood, values calm | hasty
              JSON representation: id, label"
  `);
});

test("an enum page", () => {
  const page = `---\ndoc_type: enumPageType\n---\n\n# mood enum type\n\n## Members\n\n|Member|Value|Description|\n|:--|:--|:--|\n|calm|0|Quiet.|\n|hasty|1|Fast.|\n`;
  expect(outlineOf("resources/mood.md", page)).toMatchInlineSnapshot(`
    "     5:1  Title: mood enum type
              Enums
         5:1    mood
        11:1      calm = 0
        12:1      hasty = 1"
  `);
});

test("a fact of an included file says where it stands", () => {
  const page = listClocksPage.replace(/\|Permission type[^#]+/u, "[!INCLUDE [table](../includes/p.md)]\n\n");
  const included =
    "|Permission type|Permissions (from least to most privileged)|\n|:--|:--|\n|Application|Clock.Read.All|\n";
  expect(outlineOf("api/clock-list.md", page, { "includes/p.md": included })).toContain(
    "     3:1    application: Clock.Read.All  (in includes/p.md)\n",
  );
});

test("long and active text of a page is cut and neutralised", () => {
  const outline = outlineOf("a.md", `# Title \u001b[2J${"x".repeat(300)}\n\nText.\n`);
  expect(outline).not.toContain("\u001b");
  expect(Math.max(...outline.split("\n").map((line) => line.length))).toBeLessThan(180);
});
