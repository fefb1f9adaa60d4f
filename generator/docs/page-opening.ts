/** The top of a page: title, namespace line, summary, deprecation. */
import { type Block, isBlock, placeOf } from "./blocks.ts";
import { deprecationIn } from "./description.ts";
import type { FrontMatter } from "./front-matter.ts";
import { inlineTokens, tokensText } from "./inline-text.ts";
import type { Fact } from "./page.ts";
import type { ReadContext } from "./read-context.ts";
import type { Section } from "./sections.ts";

export interface PageOpening {
  readonly title: Fact<string>;
  readonly namespace: Fact<string> | null;
  readonly description: string | null;
  readonly deprecation: string | null;
  readonly version: Fact<string> | null;
}

const versionNotice = /\bAPIs? under the [`'"]?\/?(beta|preview|v\d[\w.]*)[`'"]? version\b/i;
const namespaceLine = /^Namespace:\s*([A-Za-z_][\w.]*)\s*$/im;
/** First paragraphs that are not about the subject of the page. */
const boilerplate = /^(?:\[!INCLUDE|\[!\w+\]|:::|note:|important:|caution:|\*\*note|namespace:)/i;
const placeholder = /^(?:not yet documented\.?|\W*TODO\b.*)$/is;

export function paragraphText(block: Block): string {
  return isBlock(block, "paragraph") ? tokensText(inlineTokens(block.node.children, block.definitions)) : "";
}

function fileStem(path: string): string {
  return (path.split("/").pop() ?? path).replace(/\.md$/i, "");
}

function readTitle(sections: readonly Section[], frontMatter: FrontMatter, context: ReadContext): Fact<string> {
  const heading = sections.find((section) => section.depth === 1);
  if (heading && heading.heading !== "") return { value: heading.heading, place: heading.place };
  const place = { page: context.path, line: 1, column: 1, endLine: 1, endColumn: 1 };
  context.report("title-missing", place, {});
  return { value: frontMatter.title ?? fileStem(context.path), place };
}

/** The blocks between the title and the next heading. */
export function openingBlocks(sections: readonly Section[]): readonly Block[] {
  const index = sections.findIndex((section) => section.depth === 1);
  return (sections[index] ?? sections[0])?.blocks ?? [];
}

/** Reads the opening; a page without level-1 heading is reported, everything else may be absent. */
export function readOpening(sections: readonly Section[], frontMatter: FrontMatter, context: ReadContext): PageOpening {
  const title = readTitle(sections, frontMatter, context);
  let namespace: Fact<string> | null = null;
  let description: string | null = null;
  let deprecation: string | null = deprecationIn(title.value);
  let version: Fact<string> | null = null;
  for (const block of openingBlocks(sections)) {
    const text = paragraphText(block);
    if (text === "") continue;
    const stated = versionNotice.exec(text)?.[1];
    if (stated && !version) version = { value: stated.toLowerCase(), place: placeOf(block) };
    const found = namespaceLine.exec(text)?.[1];
    if (found && !namespace) namespace = { value: found.replace(/\.$/, ""), place: placeOf(block) };
    else if (!block.isQuoted && description === null && !boilerplate.test(text) && !placeholder.test(text))
      description = text;
    // A page says that it is deprecated in an alert of its own, or in a sentence about "this".
    if (deprecation === null && isAboutPage(text, block.isQuoted)) deprecation = deprecationIn(text);
  }
  return {
    title,
    namespace,
    description: description ?? withoutPlaceholder(frontMatter.description),
    deprecation,
    version,
  };
}

function isAboutPage(text: string, isQuoted: boolean): boolean {
  if (!/\bdeprecated\b/i.test(text)) return false;
  return (
    /\b(?:this|these|the)\s+(?:api|apis|method|resource|endpoint|operation|action|function|type|entity|page|set of)\b[^.]*\bdeprecated\b/i.test(
      text,
    ) ||
    (isQuoted &&
      /^\s*(?:\[!(?:caution|warning|important)\]\s*)?[^.]*\b(?:is|are|was|has been|have been) deprecated\b/i.test(
        text,
      ) &&
      /\bthis\b|\bapi\b/i.test(text))
  );
}

function withoutPlaceholder(text: string | null): string | null {
  return text !== null && placeholder.test(text) ? null : text;
}
