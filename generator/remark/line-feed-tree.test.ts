import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createParser } from "../docs/parser.ts";
import { repositoryRoot } from "../testing/corpus.ts";
import { withLineFeeds } from "./line-feed-tree.ts";

const parse = createParser("remark");
if (!parse) throw new Error("the reference parser is always there");

const whole = `---
title: "lamp"
doc_type: resourcePageType
---

# lamp

Two
lines,  
and [a link][l] with \`code
in it\`.

- One

  \`\`\`json
  {
    "a": 1
  }
  \`\`\`

> Quoted
> lines.

<!-- {
  "blockType": "resource"
} -->

|a|b|
|-|-|
|c|d|

[l]: lamp.md "Title
of two lines"
`;

const pages: readonly (readonly [string, string])[] = [
  ["a page with everything", whole],
  ...["api/invitation-resend.md", "resources/invitation.md"].map(
    (path) => [path, readFileSync(join(repositoryRoot, "docs-input", path), "utf8")] as const,
  ),
];

test.each(pages)("the tree of %s is that of its text with line feeds", (_, text) => {
  const expected = parse(text);
  for (const lineEnd of ["\n", "\r\n", "\r"]) {
    const written = text.replaceAll("\n", lineEnd);
    expect(withLineFeeds(parse(written), written)).toEqual(expected);
    expect(withLineFeeds(parse(`\ufeff${written}`), `\ufeff${written}`)).toEqual(expected);
  }
  const mixed = text.replace(/\n(?=[a-m|])/gu, "\r\n");
  expect(withLineFeeds(parse(mixed), mixed)).toEqual(expected);
});
