/** Description cells: the text, and the facts that the wording states. */
import { type InlineToken, tokensText } from "./inline-text.ts";
import type { DescriptionFacts } from "./page.ts";
import { readValueList } from "./value-list.ts";

/** Writers' placeholders, with or without an own sentence behind them. */
const placeholders =
  /\*{0,2}\bTODO\b\s*:[^.*]*(?:\*\*|\.|$)|^\s*(?:not yet documented|to be documented|tbd|n\/a|none)\.?\s*$/gim;

function cleanText(tokens: readonly InlineToken[]): string | null {
  const kept = tokens.filter((token) => !(token.kind === "text" && token.isBold && /^\s*TODO\b/.test(token.text)));
  const text = tokensText(kept)
    .replace(placeholders, "")
    .replace(/^[\s.,;:]+/, "")
    .trim();
  return /[\p{L}\p{N}]/u.test(text) ? text : null;
}

/** Sentences of a text; a line break ends one too. */
function sentences(text: string): string[] {
  return text.split(/(?<=[.!?])\s+(?=[A-Z`*"(])|\n/).map((sentence) => sentence.trim());
}

const readOnly =
  /\bread[- ]?only\b(?=\s*(?:[.,;:)\]]|$|\n|and\b|nullable|property|properties|field|value|once\b|after\b|-))/i;
const notReadOnly = /\bnot\s+(?:a\s+)?read[- ]?only\b/i;

function nullability(text: string): boolean | null {
  if (
    /\b(?:not|non)[- ]?nullable\b|\b(?:cannot|can't|can not|must not|may not|shouldn't|should not) be (?:null|`null`)|\bnever null\b/i.test(
      text,
    )
  )
    return false;
  if (
    /\bnullable\b|\b(?:can|may|might|could|will) be (?:set to )?`?null`?\b|\bor `?null`? if\b|\b`?null`? (?:if|when|by default|otherwise)\b|\bdefault(?: value)? is `?null`?\b/i.test(
      text,
    )
  )
    return true;
  return null;
}

function isRequired(text: string): boolean {
  if (/^\s*\(?required\b(?!\s+(?:if|only if|permission|role|for\b|by\b|in order))/i.test(text)) return true;
  if (
    /(?:^|[.;)\s])\(?required\)?\s*(?:[.;]|$)/im.test(text) &&
    !/\b(?:not|is|are|if|when|be|only)\s+required\s*[.;]?/i.test(text)
  )
    return true;
  return /\brequired (?:when|on|for|during|at) (?:creating|create|creation|created|a new|you create|the create|post)\b|\bmust be specified when\b.*\bcreat/i.test(
    text,
  );
}

const operatorWords = /\b(eq|ne|not|ge|gt|le|lt|in|startswith|endswith|contains|any|all|has)\b/gi;

function filterOperators(text: string): readonly string[] | null {
  const at = /\bsupports\b[^.]*?\$filter\b/i.exec(text);
  if (!at) return null;
  const rest = text.slice(at.index + at[0].length);
  const list = /^[`'"\s]*\(([^)]*)\)/.exec(rest)?.[1];
  if (list === undefined) return [];
  const found = [...list.matchAll(operatorWords)].map((match) => (match[1] ?? "").toLowerCase());
  return [...new Set(found)];
}

function inheritedFrom(tokens: readonly InlineToken[]): DescriptionFacts["inheritedFrom"] {
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token?.kind !== "text" || !/\binherit(?:ed|s)\s+from\b/i.test(token.text)) continue;
    const after = /\binherit(?:ed|s)\s+from\s+(?:the\s+)?(?:base\s+(?:class|type)\s+)?([\w.]*)/i.exec(token.text);
    const word = after?.[1]?.replace(/\.$/, "") ?? "";
    if (word !== "") return { name: word, link: null };
    const next = tokens[i + 1];
    if (!next || next.kind === "break") return null;
    const name = next.text.trim().replace(/\s+(?:resource|entity|type|object)s?$/i, "");
    return name === "" ? null : { name, link: next.kind === "link" ? next.url : null };
  }
  return null;
}

/** The sentence that says "deprecated", or `null`. Marks such as "(deprecated)" alone give the word itself. */
export function deprecationIn(text: string): string | null {
  if (!/\bdeprecat(?:ed|ion)\b/i.test(text)) return null;
  const sentence = sentences(text).find((candidate) => /\bdeprecat(?:ed|ion)\b/i.test(candidate)) ?? "";
  // "Replaces the deprecated x" speaks of another member.
  if (/\breplaces?\b[^.]*\bdeprecated\b|\binstead of the deprecated\b|\bnon-deprecated\b/i.test(sentence)) return null;
  return sentence.replace(/^[([]\s*|\s*[)\]]$/g, "").trim();
}

/** Reads the facts of a description's tokens. Nothing is reported: free prose cannot be wrong. */
export function readDescription(tokens: readonly InlineToken[]): DescriptionFacts {
  const raw = tokensText(tokens);
  const text = cleanText(tokens);
  const inherited = inheritedFrom(tokens);
  return {
    // That it is inherited is a fact of its own, and no description.
    text: inherited && text !== null && /^inherit(?:ed|s) from [\w. ]+\.?$/i.test(text) ? null : text,
    values: readValueList(tokens),
    isReadOnly: readOnly.test(raw) && !notReadOnly.test(raw),
    isNullable: nullability(raw),
    isRequired: isRequired(raw),
    returned: /\breturned only (?:on|when|if)\b[^.]*\$?select\b/i.test(raw)
      ? "onSelect"
      : /\breturned by default\b/i.test(raw) && !/\bnot returned by default\b/i.test(raw)
        ? "default"
        : null,
    filter: filterOperators(raw),
    isSortable: /\bsupports\b[^.]*\$orderby\b/i.test(raw),
    isSearchable: /\bsupports\b[^.]*\$search\b/i.test(raw),
    inheritedFrom: inherited,
    deprecation: deprecationIn(raw),
  };
}
