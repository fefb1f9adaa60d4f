/** What a page says of the type that its own type derives from. */

import type { SourcePlace } from "../diagnostics/place.ts";
import type { Annotation } from "./annotations.ts";
import { type Block, isBlock, placeOf } from "./blocks.ts";
import { type InlineToken, inlineTokens } from "./inline-text.ts";
import type { BaseTypeClaim, DerivedTypeClaim } from "./page.ts";
import type { ReadContext } from "./read-context.ts";
import type { Section } from "./sections.ts";
import { readTables } from "./tables.ts";

const phrase =
  /\b(?:inherit(?:s|ed|ing)?\s+(?:all\s+)?(?:[\w ]{0,40}?\s)?from|deriv(?:es|ed|ing)\s+from|extends|(?:is\s+)?(?:a\s+)?(?:sub-?type|subclass|specialization) of|based on(?: the)? (?:abstract|base) type)\s+(?:the\s+|an?\s+)?(?:(?:abstract|base|parent|following|generic)\s+)*(?:(?:class|type|resource|entity|resource type|entity type)\s+)?(?:of\s+)?$/i;
/** "x inherits from **y**" as one text: the name is the next word. */
const phraseWithName =
  /\b(?:inherits?\s+from|derives?\s+from|derived\s+from|inherited\s+from)\s+(?:the\s+|an?\s+)?(?:(?:base|abstract)\s+)?(?:(?:class|type)\s+)?([A-Za-z][\w.]*[A-Za-z0-9])\b/i;
/** The page speaks of types that derive from its own. */
const reversed =
  /\b(?:base (?:type|class) (?:of|for)|inherited by|are derived from|which inherit from (?:this|it))\b|\bother\b[^.]*\binherit/i;

function claim(name: string, link: string | null, block: Block): BaseTypeClaim | null {
  const cleaned = name
    .trim()
    .replace(/\s+(?:resource type|entity type|resource|entity|type|object|class)s?$/i, "")
    .replace(/^#/, "");
  if (cleaned === "" || /^(?:the|this|its|it|a|an|other)$/i.test(cleaned)) return null;
  const dot = cleaned.includes(" ") ? -1 : cleaned.lastIndexOf(".");
  return {
    evidence: "prose",
    name: cleaned.slice(dot + 1),
    namespace: dot > 0 ? cleaned.slice(0, dot) : null,
    link,
    place: placeOf(block),
  };
}

function claimIn(tokens: readonly InlineToken[], block: Block): BaseTypeClaim | null {
  let before = "";
  for (const token of tokens) {
    const isName = token.kind === "link" || token.kind === "code" || (token.kind === "text" && token.isBold);
    if (isName && phrase.test(before) && !reversed.test(before)) {
      const found = claim(token.text, token.kind === "link" ? token.url : null, block);
      if (found) return found;
    }
    if (token.kind === "text" && !token.isBold) {
      const plain = phraseWithName.exec(token.text);
      if (plain?.[1] && !reversed.test(token.text)) {
        const found = claim(plain[1], null, block);
        if (found) return found;
      }
    }
    before = token.kind === "break" ? "" : (before + token.text).slice(-200);
  }
  return null;
}

const derivedPhrase =
  /\b(?:derived|sub) ?types? (?:are|is|include|of)\b|\bbase (?:type|class|resource) (?:of|for)(?: the)?(?: following)?\b|\bfollowing (?:types|resources|entities)? ?(?:inherit|derive)\b|\binherited by\b/i;

/** Types in prose such as "This is a base class; the derived types are [a], [b], and [c]." */
function derivedInProse(block: Block): DerivedTypeClaim[] {
  if (!isBlock(block, "paragraph")) return [];
  const found: DerivedTypeClaim[] = [];
  let isOpen = false;
  for (const token of inlineTokens(block.node.children, block.definitions)) {
    if (token.kind === "text") {
      // The list ends with its sentence.
      if (isOpen && /[.;](?:\s|$)/.test(token.text)) isOpen = false;
      if (derivedPhrase.test(token.text)) isOpen = true;
    } else if (isOpen && token.kind === "link") found.push(...derivedClaim(token.text, token.url, placeOf(block)));
  }
  return found;
}

function derivedClaim(text: string, link: string, place: SourcePlace): DerivedTypeClaim[] {
  const name = text.trim().replace(/^#/, "");
  if (!/\.md\b/i.test(link) || name === "") return [];
  const dot = name.includes(" ") ? -1 : name.lastIndexOf(".");
  return [{ name: name.slice(dot + 1), namespace: dot > 0 ? name.slice(0, dot) : null, link, place }];
}

/** The types that the page says to derive from its own: in the opening's prose, and in a section of that name. */
export function readDerivedTypeClaims(
  opening: readonly Block[],
  sections: readonly Section[],
  context: ReadContext,
): DerivedTypeClaim[] {
  const claims = opening.flatMap(derivedInProse);
  for (const section of sections) {
    if (section.name !== "derivedTypes") continue;
    for (const table of readTables(section.blocks, context))
      for (const row of table.rows) {
        const link = row.cells[0]?.tokens.find((token) => token.kind === "link");
        if (link) claims.push(...derivedClaim(link.text, link.url, row.place));
      }
  }
  return claims;
}

/** All claims, the annotation's first. */
export function readBaseTypeClaims(annotation: Annotation | null, opening: readonly Block[]): BaseTypeClaim[] {
  const claims: BaseTypeClaim[] = [];
  if (annotation?.baseType !== undefined) {
    const name = annotation.baseType;
    const dot = name?.lastIndexOf(".") ?? -1;
    claims.push({
      evidence: "annotation",
      name: name?.slice(dot + 1) ?? null,
      namespace: name !== null && dot > 0 ? name.slice(0, dot) : null,
      link: null,
      place: annotation.place,
    });
  }
  for (const block of opening) {
    if (!isBlock(block, "paragraph")) continue;
    const found = claimIn(inlineTokens(block.node.children, block.definitions), block);
    if (found) {
      claims.push(found);
      break;
    }
  }
  return claims;
}
