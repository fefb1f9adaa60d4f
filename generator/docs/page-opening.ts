/** The top of a page: title, namespace line, summary, deprecation. */
import { startOf } from "../diagnostics/place.ts";
import { type Block, isBlock, placeOf } from "./blocks.ts";
import { deprecationIn, deprecationOfPage } from "./deprecation-wording.ts";
import type { FrontMatter } from "./front-matter.ts";
import { inlineTokens, tokensText } from "./inline-text.ts";
import type { Fact } from "./page.ts";
import type { ReadContext } from "./read-context.ts";
import type { Section } from "./sections.ts";
import { trimmedEnd } from "./trimmed-text.ts";

export interface PageOpening {
  readonly title: Fact<string>;
  readonly namespace: Fact<string> | null;
  readonly description: string | null;
  readonly deprecation: string | null;
  readonly version: Fact<string> | null;
}

const versionNotice = /\bAPIs? under the [`'"]?\/?(beta|preview|v\d[\w.]*)[`'"]? version\b/i;
const namespaceLine = /^Namespace: ?([A-Za-z_][\w.]*)$/im;
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
  const place = startOf(context.path);
  return { value: frontMatter.title ?? fileStem(context.path), place };
}

/** The blocks between the title and the next heading. */
export function openingBlocks(sections: readonly Section[]): readonly Block[] {
  const index = sections.findIndex((section) => section.depth === 1);
  return (sections[index] ?? sections[0])?.blocks ?? [];
}

/** The words of a paragraph in one line, without the markers of the docs site (`:::zone …`) and the namespace line. */
function proseIn(text: string): string {
  return text
    .split("\n")
    .filter((line) => !line.startsWith(":::") && !namespaceLine.test(line))
    .join(" ");
}

/** Reads the opening; a page without level-1 heading is reported, everything else may be absent. */
export function readOpening(sections: readonly Section[], frontMatter: FrontMatter, context: ReadContext): PageOpening {
  const title = readTitle(sections, frontMatter, context);
  let namespace: Fact<string> | null = null;
  let description: string | null = null;
  let deprecation: string | null = null;
  let version: Fact<string> | null = null;
  for (const block of openingBlocks(sections)) {
    const text = paragraphText(block);
    // Only the page's own words: a shared notice is included on pages of every version, by template.
    const stated = block.file === context.path ? versionNotice.exec(text)?.[1] : undefined;
    if (stated && !version) version = { value: stated.toLowerCase(), place: placeOf(block) };
    const found = namespaceLine.exec(text)?.[1];
    if (found && !namespace) namespace = { value: trimmedEnd(found, "."), place: placeOf(block) };
    const prose = proseIn(text);
    if (prose === "") continue;
    if (!block.isQuoted && description === null && !boilerplate.test(prose) && !placeholder.test(prose))
      description = prose;
    deprecation ??= deprecationOfPage(prose, block.isQuoted);
  }
  return {
    title,
    namespace,
    description: description ?? withoutPlaceholder(frontMatter.description),
    // A mark in the title ("(deprecated)") says no more than that.
    deprecation: deprecation ?? (deprecationIn(title.value) === null ? null : ""),
    version,
  };
}

function withoutPlaceholder(text: string | null): string | null {
  return text !== null && placeholder.test(text) ? null : text;
}
