/**
 * Lists of values in prose: "The possible values are: `a`, `b`, and `c`."
 *
 * The list starts after a phrase and ends where something follows that is neither a value nor a separator. Delimiters in
 * the corpus (rows): backticks 924, italics 67, bold 9, line breaks 10, quotes 3, bare words 3.
 */
import type { InlineToken } from "./inline-text.ts";
import type { ValueList } from "./page.ts";

/** Longer tokens are sentences in backticks, not values. */
const maxValueLength = 200;
const maxValues = 2_000;

/** Phrases after which a list is meant even if its items are not in backticks. */
const strongPhrase =
  /(?:\b(?:possible|supported|valid|allowed|permitted|accepted|available|acceptable)\s+(?:enum(?:eration)?\s+|string\s+|property\s+)?(?:values?|options|types)(?:\(s\))?(?:\s+(?:for|of)\s+[^:.,;]{1,80}?)?(?:\s+(?:are|is|include|includes|can be|being|may be|could be|are one of|is one of))?(?:\s+(?:the )?following)?|\bfollowing\s+(?:values?|members?|value\(s\))\s+in this evolvable enum|\bpossible values)\s*(?:\((?:s|case[- ]sensitive)\)\s*)?[:\-–]?\s*$/i;
/** Weaker phrases count only before a list in backticks. */
const weakPhrase =
  /\b(?:can be(?: one of)?(?: the following)?(?: values)?|must be(?: one of)?(?: the following)?(?: values)?|one of(?: the following)?(?: values)?|either|values? (?:are|is|include|includes|can be)|set to|options are|(?:is|are) one of(?: the following)?(?: values)?)\s*[:\-–]?\s*$/i;

const separatorText = /^[\s,;/|]*(?:(?:and|or)\b(?:\/or\b)?)?[\s,;/|]*$/i;
const remarkText = /^\s*\((?:[^()]{0,80})\)/;
const partialWords = /\betc\b|\bfor example\b|\bsuch as\b|\be\.g\.|\bamong others\b/i;
const multipleWords =
  /\bmulti-?\s?valued\b|\bone or more of\b|\bany combination\b|\bcomma[- ]separated\b|\bcombination of\b|\bflags?\b(?: enum)?|\bbitmask\b|\bmultiple (?:values|options) can\b/i;

function asValue(text: string): string | null {
  const value = text
    .trim()
    .replace(/^["'“”‘’]+|["'“”‘’]+$/g, "")
    .replace(/[.,;]+$/, "")
    .trim();
  return value === "" || value.length > maxValueLength || /[\n\r]/.test(value) ? null : value;
}

/** Values of plain text after a strong phrase with a colon: `a, b, or c.`; only single words, at least two. */
function bareValues(text: string): string[] {
  const sentence = (/^[^.\n]*/.exec(text)?.[0] ?? "").trim();
  const parts = sentence
    .split(/\s*,\s*(?:and\s+|or\s+)?|\s+(?:and|or)\s+/)
    .map((part) => part.replace(/["'“”‘’]/g, "").trim());
  const isList = parts.length > 1 && parts.every((part) => /^[A-Za-z][\w-]*$/.test(part));
  return isList ? parts : [];
}

interface ListReading {
  readonly values: string[];
  readonly next: number;
}

function readItems(tokens: readonly InlineToken[], start: number, isStrong: boolean): ListReading {
  const values: string[] = [];
  let kind: InlineToken["kind"] | "bold" | null = null;
  let i = start;
  for (; i < tokens.length && values.length < maxValues; i++) {
    const token = tokens[i];
    if (!token) break;
    if (token.kind === "break") continue;
    const isBold = token.kind === "text" && token.isBold;
    if (token.kind === "text" && !isBold) {
      const rest = token.text.replace(remarkText, "").replace(/^\s*-\s*$/, ",");
      if (separatorText.test(rest)) continue;
      // "`a` (the default), `b`" and "`a` for one thing, `b` for another" go on; a new sentence ends the list.
      const goesOn = isStrong && !/[.:!?]\s*(?:[A-Z*]|$)|[.:!?]\s*$/.test(rest) && tokens[i + 1]?.kind === "code";
      if (values.length > 0 && goesOn && /[,;(]\s*$|\b(?:and|or)\s*$/i.test(rest)) continue;
      break;
    }
    const itemKind = isBold ? "bold" : token.kind;
    if (itemKind !== "code" && !isStrong) break;
    // A list keeps one delimiter: a link or bold word after values in backticks is prose again.
    if (kind !== null && itemKind !== kind) break;
    kind = itemKind;
    const text = token.text.trim();
    // Query options and calls are code too, and never values.
    if (/^[$@]|[{}<>=]|^\/|\s{2,}/.test(text) && itemKind !== "code") break;
    const pieces = itemKind === "code" && /^\w+(?:\s*[,|]\s*\w+)+$/.test(text) ? text.split(/\s*[,|]\s*/) : [text];
    for (const piece of pieces) {
      const value = asValue(piece);
      if (value !== null && !/^etc\.?$/i.test(value)) values.push(value);
    }
  }
  return { values, next: i };
}

function textBefore(tokens: readonly InlineToken[], index: number): string {
  // The phrase is in the text token right before, or ends in a line break before a list on lines of its own.
  let text = "";
  for (let i = index - 1; i >= 0; i--) {
    const token = tokens[i];
    if (!token) break;
    if (token.kind === "break") {
      text = ` ${text}`;
      continue;
    }
    text = `${token.text}${text}`;
    if (text.length > 160) break;
    if (token.kind === "text" && /[.:]/.test(token.text)) break;
  }
  return text.slice(-200);
}

/** The list of values that a description states, or `null`. Several lists that each have a phrase are joined. */
export function readValueList(tokens: readonly InlineToken[]): ValueList | null {
  const values: string[] = [];
  const add = (found: readonly string[]): void => {
    for (const value of found) if (!values.includes(value)) values.push(value);
  };
  let isStrongList = false;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token || token.kind === "break") continue;
    if (token.kind === "text" && !token.isBold) {
      const colon = /^(.*?\bvalues?\b[^:]{0,60}:)\s*(\S.*)$/is.exec(token.text);
      if (colon && values.length === 0 && strongPhrase.test(colon[1] ?? "")) add(bareValues(colon[2] ?? ""));
      continue;
    }
    const before = textBefore(tokens, i);
    const isStrong = strongPhrase.test(before);
    if (!isStrong && (token.kind !== "code" || isStrongList || values.length > 0 || !weakPhrase.test(before))) continue;
    const reading = readItems(tokens, i, isStrong);
    // One word after a weak phrase ("set to `true`") is an example, not a list.
    if (!isStrong && reading.values.length < 2) continue;
    if (isStrong) isStrongList = true;
    add(reading.values);
    i = Math.max(i, reading.next - 1);
  }
  if (values.length === 0) return null;
  const text = tokens.map((token) => (token.kind === "break" ? "\n" : token.text)).join("");
  return { values, isPartial: partialWords.test(text), isMultiple: multipleWords.test(text) };
}
