/** Description cells: the text, and the facts that the wording states. */
import { deprecationIn } from "./deprecation-wording.ts";
import { type InlineToken, tokensText } from "./inline-text.ts";
import type { DescriptionFacts } from "./page.ts";
import { sentencesOf } from "./prose.ts";
import { isWordedRequired } from "./required-wording.ts";
import { readValueList } from "./value-list.ts";

/** Facts are read from so much of a description; the longest of the corpus has 3,400 characters. */
const maxFactsLength = 10_000;

/** Writers' placeholders, as a whole line or sentence. */
const placeholderLine = /^(?:not yet documented|to be documented|tbd|n\/a|none)\.?$/i;
const placeholderSentence = /^\**\s?TODO\b/;

function cleanText(tokens: readonly InlineToken[]): string | null {
  const kept = tokens.filter(
    (token) => !(token.kind === "text" && token.isBold && placeholderSentence.test(token.text.trim())),
  );
  const text = tokensText(kept)
    .split("\n")
    .map((line) => withoutPlaceholders(line).replace(/^[\s.,;:]+/, ""))
    .filter((line) => line !== "" && !placeholderLine.test(line))
    .join("\n");
  return /[\p{L}\p{N}]/u.test(text) ? text : null;
}

function withoutPlaceholders(line: string): string {
  if (!line.includes("TODO")) return line;
  return sentencesOf(line)
    .filter((sentence) => !placeholderSentence.test(sentence))
    .join(" ");
}

const readOnly =
  /\bread[- ]?only\b(?=\s?(?:[.,;:)\]–—]|$|\n|-|and\b|nullable|propert(?:y|ies)|field|value|attribute|once\b|after\b))|\bis (?:a |an )?read[- ]?only\b(?! for\b)/i;
const notReadOnly = /\b(?:not|isn['’]t)\s(?:a\s)?read[- ]?only\b/i;

const neverNull =
  /\b(?:not|non)[- ]?nullable\b|\b(?:cannot|can['’]t|can not|must not|may not|shouldn['’]t|should not) be `?null\b|\bnever null\b/i;
const mayBeNull =
  /\bnullable\b|\b(?:can|may|might|could|will) be (?:set to )?`?null\b|\b`?null`? (?:if|when|by default|otherwise|until|unless)\b|\bdefault(?: value)? is `?null\b|\b(?:property|field|value|it|this) is (?:always )?`?null\b/i;

function nullability(text: string): boolean | null {
  if (neverNull.test(text)) return false;
  return mayBeNull.test(text) ? true : null;
}

const operatorWords = /\b(eq|ne|not|ge|gt|le|lt|in|startswith|endswith|contains|any|all|has)\b/gi;

/** The operators of "Supports `$filter` (`eq`, `ne`)"; empty where none is named. */
function filterOperators(text: string): readonly string[] | null {
  const at = /\bsupports\b[^.]*?\$filter\b/i.exec(text);
  if (!at) return null;
  const rest = text.slice(at.index + at[0].length);
  const list = /^[`'"\s]*\(([^)]*)\)/.exec(rest)?.[1] ?? /^[`'"\s]*with(?: the)? ([^.]*)/.exec(rest)?.[1] ?? "";
  const found = [...list.matchAll(operatorWords)].map((match) => (match[1] ?? "").toLowerCase());
  return [...new Set(found)];
}

function returnedWhen(text: string): DescriptionFacts["returned"] {
  if (/\breturned only (?:on|when|if|with|by)\b[^.]*\$?select\b|\brequires \$select\b/i.test(text)) return "onSelect";
  if (/\bnot returned by default\b/i.test(text)) return /\$select\b/i.test(text) ? "onSelect" : null;
  return /\breturned by default\b/i.test(text) ? "default" : null;
}

const noTypeName = /^(?:an?|the|its|this|that|their|another|other|parent|class|type)$/i;

/** "Inherited from x", where x is linked, in code or bold, or the next word of a sentence that begins so. */
function inheritedFrom(tokens: readonly InlineToken[]): DescriptionFacts["inheritedFrom"] {
  for (const [i, token] of tokens.entries()) {
    if (token.kind !== "text") continue;
    const text = token.text.slice(0, maxFactsLength);
    const after = /\b(inherit)(?:ed|s) from (?:the )?(?:base (?:class |type )?)?([\w.]*)/i.exec(
      text.replace(/\s+/g, " "),
    );
    if (!after) continue;
    const word = (after[2] ?? "").replace(/\.$/, "");
    if (word !== "") {
      // Within a sentence ("inherited from a group") the words are about something else.
      if ((after[1] !== "Inherit" && !word.includes(".")) || noTypeName.test(word)) continue;
      return { name: word, link: null };
    }
    const next = tokens[i + 1];
    if (!next || next.kind === "break") continue;
    const name = next.text.trim().replace(/\s(?:resource|entity|type|object)s?$/i, "");
    if (name !== "") return { name, link: next.kind === "link" ? next.url : null };
  }
  return null;
}

/** Reads the facts of a description's tokens. Nothing is reported: free prose cannot be wrong. */
export function readDescription(tokens: readonly InlineToken[]): DescriptionFacts {
  const raw = tokensText(tokens).slice(0, maxFactsLength);
  const text = cleanText(tokens);
  const inherited = inheritedFrom(tokens);
  // A cell that only says where the property comes from describes nothing.
  const isOnlyInherited = inherited !== null && text !== null && /^inherit(?:ed|s) from [\w. ]+$/i.test(text);
  return {
    text: isOnlyInherited ? null : text,
    values: readValueList(tokens),
    isReadOnly: readOnly.test(raw) && !notReadOnly.test(raw),
    isNullable: nullability(raw),
    isRequired: isWordedRequired(tokens),
    returned: returnedWhen(raw),
    filter: filterOperators(raw),
    isSortable: /\bsupports\b[^.]*\$orderby\b/i.test(raw),
    isSearchable: /\bsupports\b[^.]*\$search\b/i.test(raw),
    inheritedFrom: inherited,
    deprecation: deprecationIn(raw),
  };
}
