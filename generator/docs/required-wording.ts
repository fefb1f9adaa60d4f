/** Whether a description says that a value has to be given. */
import { type InlineToken, tokensText } from "./inline-text.ts";
import { sentencesOf } from "./prose.ts";
import { trimmedEnds } from "./trimmed-text.ts";

const maxTextLength = 10_000;

/** Words that stand alone or in a row: "Key, required, not nullable". */
const markerWords =
  /^(?:(?:the )?(?:primary )?key|required|not nullable|nullable|read-?only|immutable|unique|inherited|case-sensitive)$/i;

/** Creation counts: bodies of a creation are where it matters. */
const whenCreated =
  /\brequired (?:when|on|for|during|at|upon) (?:(?:you )?(?:creating|create|creation|created|post)\b|(?:an?|the)(?: new)? [\w ]{0,40}?\b(?:is|are|gets)(?: being)? created\b|a new\b|the create\b)|\bmust be specified when\b[^.]*\bcreat/i;

function saysRequired(sentence: string): boolean {
  const words = trimmedEnds(sentence, " .;:*()[]!");
  if (/^required$/i.test(words)) return true;
  // "(Required)" and "- required" at the end. Without a mark the word may be an item of a list of values.
  if (/(?:[([]|(?:^| )[-–—] ?)required[)\]]?[ .]*$/i.test(sentence) || /\(required\)/i.test(sentence)) return true;
  const parts = words.split(",").map((part) => part.trim());
  if (parts.length > 1 && parts.every((part) => markerWords.test(part)))
    return parts.some((part) => /^required$/i.test(part));
  if (whenCreated.test(sentence)) return !/\bnot required\b/i.test(sentence);
  // "Required: the name", "Required. `true` if …"; but "Required if …" depends, and "Required install intent" is about something else.
  return /^[([]?required[)\]]?\s?[.:;,–—-]/i.test(sentence) && !/^[([]?required-/i.test(sentence);
}

/** Reads the wording; words in code, such as the value `required`, say nothing. */
export function isWordedRequired(tokens: readonly InlineToken[]): boolean {
  const words = tokens.map(
    (token): InlineToken => (token.kind === "code" ? { kind: "text", text: "code", isBold: false } : token),
  );
  return sentencesOf(tokensText(words).slice(0, maxTextLength)).some(saysRequired);
}
