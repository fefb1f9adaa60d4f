/** What a page says of the type that its own type derives from. */
import type { Annotation } from "./annotations.ts";
import { type Block, isBlock, placeOf } from "./blocks.ts";
import { type InlineToken, inlineTokens } from "./inline-text.ts";
import type { BaseTypeClaim } from "./page.ts";

/** Prose is matched against its last words; sentences are short, and hostile texts are not. */
const maxBefore = 200;
const maxSentence = 2_000;

const phrase =
  /(?:\b(?:inherit(?:s|ed|ing)? (?:all )?(?:[\w ]{0,40}? )?from|deriv(?:es|ed|ing) from|extends|(?:is )?(?:a )?(?:sub-?type|subclass|specialization) of|based on(?: the)? (?:abstract|base) type) (?:the |an? )?(?:(?:abstract|base|parent|following|generic) )*(?:(?:class|type|resource|entity|resource type|entity type) )?(?:of )?|^base (?:type|class): )$/i;
/** "x inherits from y" as one text: the name is the next word. */
const phraseWithName =
  /\b(?:inherits? from|derives? from|derived from|inherited from) (?:the |an? )?(?:(?:base|abstract) )?(?:(?:class|type) )?([A-Za-z][\w.]*[A-Za-z0-9])\b/i;
/** The page speaks of types that derive from its own. */
const reversed =
  /\b(?:base (?:type|class) (?:of|for)|inherited by|are derived from|which inherit from (?:this|it))\b|\bother\b[^.]*\binherit/i;
const noName = /^(?:the|this|its|it|an?|other|class|type|resource|base|abstract|parent)$/i;

function claim(name: string, link: string | null, block: Block): BaseTypeClaim | null {
  const cleaned = name
    .trim()
    .replace(/ (?:resource type|entity type|resource|entity|type|object|class)s?$/i, "")
    .replace(/^#/, "");
  if (cleaned === "" || noName.test(cleaned)) return null;
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
    if (token.kind === "break") {
      before = "";
      continue;
    }
    const text = token.text.slice(0, maxSentence).replace(/\s+/gu, " ");
    const isName = token.kind === "link" || token.kind === "code" || (token.kind === "text" && token.isBold);
    if (isName && phrase.test(before) && !reversed.test(before)) {
      const found = claim(text, token.kind === "link" ? token.url : null, block);
      if (found) return found;
    }
    if (token.kind === "text" && !token.isBold) {
      const plain = phraseWithName.exec(text);
      const found = plain?.[1] && !reversed.test(text) ? claim(plain[1], null, block) : null;
      if (found) return found;
    }
    before = (before + text).slice(-maxBefore);
  }
  return null;
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
