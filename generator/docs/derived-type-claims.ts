/** What a page says of the types that derive from its own. */
import type { List } from "mdast";
import type { SourcePlace } from "../diagnostics/place.ts";
import { type Block, isBlock, placeIn, placeOf } from "./blocks.ts";
import { type InlineToken, inlineTokens, tokensText } from "./inline-text.ts";
import type { DerivedTypeClaim } from "./page.ts";
import type { ReadContext } from "./read-context.ts";
import { blocksOf, type Section } from "./sections.ts";
import { readTables } from "./tables.ts";

const maxBefore = 300;

/**
 * "The derived types are", "the base type for richer types such as", "is inherited by": up to the first link, with words
 * between that do not lead away ("the base class for actions in the [settings]").
 */
const derivedPhrase =
  /\b(?:(?:derived|sub) ?types? (?:are|is|include|of)|base (?:type|class|resource) (?:of|for)|(?:types|resources|entities) (?:inherit|derive)|inherited by)(?: (?!(?:in|on|to|from|by|with|that|which|when|within)\b)[\w,:]+){0,6}:? ?$/i;
const listPhrase = /\b(?:derived|sub) ?types?(?: (?:are|include|of [\w.]+ are))?(?: the following)?:$/i;
/** Between two links of one list. */
const betweenLinks = /^[\s,;/]*(?:(?:and|or)\b)?[\s]*(?:the |an? )?$/i;

function derivedClaim(text: string, link: string, place: SourcePlace): DerivedTypeClaim[] {
  const name = text.trim().replace(/^#/, "");
  if (!/\.md\b/i.test(link) || name === "") return [];
  const dot = name.includes(" ") ? -1 : name.lastIndexOf(".");
  return [{ name: name.slice(dot + 1), namespace: dot > 0 ? name.slice(0, dot) : null, link, place }];
}

/** Types in prose such as "This is a base class; the derived types are [a], [b], and [c]." */
function derivedInProse(tokens: readonly InlineToken[], place: SourcePlace): DerivedTypeClaim[] {
  const found: DerivedTypeClaim[] = [];
  let before = "";
  let isOpen = false;
  for (const token of tokens) {
    if (token.kind === "break") {
      before = "";
      isOpen = false;
    } else if (token.kind === "link") {
      isOpen = isOpen || derivedPhrase.test(before);
      if (isOpen) found.push(...derivedClaim(token.text, token.url, place));
    } else {
      const text = token.text.slice(-maxBefore).replace(/\s+/gu, " ");
      if (token.text.length > maxBefore || !betweenLinks.test(text)) isOpen = false;
      before = (before + text).slice(-maxBefore);
    }
  }
  return found;
}

/** The first link of each item. */
function derivedInList(block: Block<List>): DerivedTypeClaim[] {
  return block.node.children.flatMap((item) => {
    const first = item.children[0];
    if (first?.type !== "paragraph") return [];
    const link = inlineTokens(first.children, block.definitions).find((token) => token.kind === "link");
    return link ? derivedClaim(link.text, link.url, placeIn(block.file, item)) : [];
  });
}

function derivedInOpening(opening: readonly Block[]): DerivedTypeClaim[] {
  return opening.flatMap((block, i) => {
    if (!isBlock(block, "paragraph")) return [];
    const tokens = inlineTokens(block.node.children, block.definitions);
    const next = opening[i + 1];
    const listed = next && isBlock(next, "list") && listPhrase.test(tokensText(tokens).slice(-maxBefore));
    return [...derivedInProse(tokens, placeOf(block)), ...(listed ? derivedInList(next) : [])];
  });
}

function derivedInSection({ blocks }: Section, context: ReadContext): DerivedTypeClaim[] {
  const inTables = readTables(blocks, context).flatMap((table) =>
    table.rows.flatMap((row) => {
      const link = row.cells[0]?.tokens.find((token) => token.kind === "link");
      return link ? derivedClaim(link.text, link.url, row.place) : [];
    }),
  );
  return [...inTables, ...blocksOf(blocks, "list").flatMap(derivedInList)];
}

/** The types that the page says to derive from its own: in the opening, and in a section of that name. */
export function readDerivedTypeClaims(
  opening: readonly Block[],
  sections: readonly Section[],
  context: ReadContext,
): DerivedTypeClaim[] {
  const named = sections.filter((section) => section.name === "derivedTypes");
  return [...derivedInOpening(opening), ...named.flatMap((section) => derivedInSection(section, context))];
}
