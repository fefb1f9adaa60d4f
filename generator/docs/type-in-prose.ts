/** The type that a sentence speaks of: "returns a collection of [widget](…) objects in the response body". */
import type { InlineToken } from "./inline-text.ts";
import type { TypeExpression } from "./page.ts";
import type { ProsePart } from "./prose.ts";
import type { ReadContext } from "./read-context.ts";
import { typeFromLink, typeFromText } from "./type-cell.ts";

export interface TypeMention {
  readonly type: TypeExpression;
  /** Words beside the type say that there are several. */
  readonly isCollection: boolean;
  /** The wording says that this is the content: "representation of", "returns". Other types may be mentioned only. */
  readonly isStrong: boolean;
}

/** Singular or plural, the nouns that follow a type's name in prose. */
const nounBehind =
  /^[\s*`]*(?:derived\s+)?(?:json\s+)?(object|resource|entity|instance|item|record|collection|list|array)(s|\b)/i;
const severalBefore =
  /\b(?:collections?|lists?|arrays?|sets?|series|one or more|zero or more|all (?:of )?(?:the )?|multiple)\s+(?:of\s+)?(?:the\s+|all\s+|one or more\s+|zero or more\s+)?(?:[\w-]+\s+){0,3}$/i;
/** "representation of", "returns", "in the response body": what marks the type that is meant among other links. */
const strongBefore =
  /\brepresentations?\s+(?:of|for)\s+(?:the\s+|an?\s+|one\s+)?(?:[\w-]+\s+){0,3}$|\bresponse code,?\s+(?:and|along with|with)\b[^.]*$|\breturns?\b[^.]*$/i;

function identifier(text: string): string | null {
  const bare = text
    .trim()
    .replace(/^[*`\s]+|[*`\s]+$/g, "")
    .replace(/\s+(?:objects?|resources?|entity|collection)$/i, "");
  return /^[A-Za-z_][\w.]{0,199}$/.test(bare) ? bare : null;
}

/** A link to another page of the set: relative, to markdown. Links from the site's root lead to guides. */
function isPageLink(url: string): boolean {
  return url === "" || (/\.md(?:[?#]|$)/i.test(url) && !/^(?:[a-z][a-z\d+.-]*:|\/)/i.test(url));
}

interface Candidate {
  readonly type: TypeExpression;
  readonly isCollection: boolean;
  readonly isStrong: boolean;
  readonly rank: number;
}

/** How far back a sentence is looked at, so that a paragraph of nothing but links is read in linear time. */
const tokensBefore = 40;

function textBefore(tokens: readonly InlineToken[], index: number): string {
  const text = tokens
    .slice(Math.max(0, index - tokensBefore), index)
    .map((token) => (token.kind === "break" ? "\n" : token.text))
    .join("");
  // Only the sentence counts; a status in front of it ("200 OK. ") ends none.
  return (
    text
      .slice(Math.max(0, text.length - 300))
      .split(/[.!?]\s+(?=[A-Z])|\n\n/)
      .pop() ?? ""
  );
}

function textBehind(tokens: readonly InlineToken[], index: number): string {
  return tokens
    .slice(index + 1, index + 3)
    .map((token) => (token.kind === "break" ? "\n" : token.text))
    .join("")
    .slice(0, 80);
}

function candidate(part: ProsePart, index: number, context: ReadContext): Candidate | null {
  const token = part.tokens[index];
  if (!token || token.kind === "break") return null;
  const name = identifier(token.text);
  const behind = nounBehind.exec(textBehind(part.tokens, index));
  const before = textBefore(part.tokens, index);
  const isLink = token.kind === "link";
  if (isLink ? !name || !isPageLink(token.url) : !name || !behind || !(token.kind !== "text" || token.isBold))
    return null;
  const type = isLink
    ? typeFromLink({ text: name ?? "", url: token.url }, part.place, context)
    : typeFromText(name ?? "", part.place, context);
  if (!type || (type.kind !== "named" && type.kind !== "primitive")) return null;
  const noun = (behind?.[1] ?? "").toLowerCase();
  const isPlural = behind !== null && (behind[2] === "s" || ["collection", "list", "array"].includes(noun));
  const isStrong = strongBefore.test(before);
  return {
    type,
    isCollection: isPlural || severalBefore.test(before) || /\bcollection$/i.test(token.text.trim()),
    isStrong,
    rank: (isLink ? 2 : 0) + (isStrong ? 1 : 0) + (isLink && isStrong ? 1 : 0),
  };
}

/** "… and a String collection in the response body": primitive types stand in prose without any mark-up. */
const primitiveInBody =
  /\b(?:an?|the|of|and|new)\s+([A-Za-z][\w.]{2,30})\s+(?:(collection|array|list)\s+)?(?:objects?\s+|values?\s+|results?\s+|s\s+)?in the response body\b/i;
const primitiveCollection = /\b(?:collection|list|array) of ([A-Za-z][\w.]{2,30}?)s?\b[^.]*\bin the response body\b/i;

function primitiveIn(part: ProsePart, context: ReadContext): TypeMention | null {
  const several = primitiveCollection.exec(part.text);
  const match = several ?? primitiveInBody.exec(part.text);
  const word = match?.[1] ?? "";
  const primitive = context.vocabulary.primitives.get(word.toLowerCase().replace(/^edm\./, ""));
  // "an object in the response body" names no type.
  if (!match || !primitive || primitive === "Untyped") return null;
  const type = typeFromText(word, part.place, context);
  return type && { type, isCollection: several !== null || match[2] !== undefined, isStrong: true };
}

/** A name without any mark-up: "a JSON representation for the widget object", "a gearBox object in the response body". */
const bareRepresentation =
  /\brepresentations?\s+(?:of|for)\s+(?:the\s+|an?\s+)?(?:new\s+|updated\s+)?([A-Za-z][\w.]{1,99})\s+(?:object|resource|entity)\b/i;
const bareInBody =
  /\b(?:an?|the)\s+(?:\w+\s+)?([a-z][a-z\d]*[A-Z]\w{1,99})\s+(?:object|resource)s?\s+in the response body\b/;
const noNames: ReadonlySet<string> = new Set([
  "following",
  "json",
  "new",
  "relevant",
  "request",
  "response",
  "same",
  "updated",
]);

function bareTypeIn(part: ProsePart, context: ReadContext): TypeMention | null {
  const name = (bareRepresentation.exec(part.text) ?? bareInBody.exec(part.text))?.[1] ?? "";
  if (name === "" || noNames.has(name.toLowerCase())) return null;
  const type = typeFromText(name, part.place, context);
  return type?.kind === "named" ? { type, isCollection: false, isStrong: true } : null;
}

/**
 * The type that prose names: links first, those behind "representation of" or "returns" before others, then bold and
 * code names with a noun behind them, then names without mark-up, then primitive types. `null` where there is none. Nothing is reported: a link in
 * prose need not be a type.
 */
export function findTypeInProse(parts: readonly ProsePart[], context: ReadContext): TypeMention | null {
  let best: Candidate | null = null;
  for (const part of parts)
    for (let i = 0; i < part.tokens.length; i++) {
      const found = candidate(part, i, context);
      if (found && (!best || found.rank > best.rank)) best = found;
    }
  if (best) return { type: best.type, isCollection: best.isCollection, isStrong: best.isStrong };
  for (const part of parts) {
    const found = bareTypeIn(part, context) ?? primitiveIn(part, context);
    if (found) return found;
  }
  return null;
}
