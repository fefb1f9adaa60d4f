/** The running text of a section: its paragraphs and list items, as tokens and as sentences. */
import type { List, Paragraph } from "mdast";
import type { SourcePlace } from "../diagnostics/place.ts";
import { type Block, isBlock, placeIn } from "./blocks.ts";
import { includeTarget } from "./includes.ts";
import { type InlineToken, inlineTokens, tokensText } from "./inline-text.ts";

/**
 * Longer paragraphs are cut. The longest of the corpus has 2,600 characters, and the readers of sentences look at a text
 * several times.
 */
export const maxProseLength = 8_000;

export interface ProsePart {
  readonly tokens: readonly InlineToken[];
  /** Plain text, see `tokensText`. */
  readonly text: string;
  readonly place: SourcePlace;
  /** Stands in a block quote: a note, an alert. */
  readonly isQuoted: boolean;
}

function paragraphsOfList(list: List): Paragraph[] {
  return list.children.flatMap((item) => item.children.filter((child) => child.type === "paragraph"));
}

/** Markers of the docs site that the parser takes for text: `:::zone pivot="x"`, `:::zone-end`. */
const siteDirective = /^:::/;

/**
 * Paragraphs and list items in order. Lists inside of lists are blocks of their own (see `flattenBlocks`), so nothing
 * comes twice; includes that could not be expanded and directives of the docs site are left out.
 */
export function proseOf(blocks: readonly Block[]): ProsePart[] {
  return blocks.flatMap((block): ProsePart[] => {
    const nodes = isBlock(block, "paragraph")
      ? [block.node]
      : isBlock(block, "list")
        ? paragraphsOfList(block.node)
        : [];
    return nodes.flatMap((node): ProsePart[] => {
      if (includeTarget(node) !== null) return [];
      const tokens = inlineTokens(node.children, block.definitions);
      const text = tokensText(tokens).slice(0, maxProseLength);
      if (text === "" || siteDirective.test(text)) return [];
      return [{ tokens, text, place: placeIn(block.file, node), isQuoted: block.isQuoted }];
    });
  });
}

/** Sentences of plain text. A full stop inside a word or before a lower-case letter ends none. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?])\s(?=[A-Z`*"'(])|\n/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "");
}
