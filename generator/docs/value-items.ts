/** Values one after the other in running text: "`a`, `b` (the default), or `c`". Texts come with white space folded. */
import type { InlineToken } from "./inline-text.ts";
import { trimmedEnd, trimmedEnds } from "./trimmed-text.ts";

/** Longer tokens are sentences in backticks, not values. */
const maxValueLength = 200;
const quotes = "\"'“”‘’";

/** How a value is set off from the text around it. Bold and italics count as one: lists mix them. */
export type Mark = "code" | "link" | "marked";

export interface Items {
  readonly values: readonly string[];
  /** Index of the first token that is no part of the list. */
  readonly next: number;
  /** What stands between the items and after them, without remarks in parentheses. */
  readonly text: string;
}

export const noItems: Items = { values: [], next: 0, text: "" };

export function markOf(token: InlineToken | undefined): Mark | null {
  if (!token || token.kind === "break") return null;
  if (token.kind === "text") return token.isBold ? "marked" : null;
  return token.kind === "emphasis" ? "marked" : token.kind;
}

/** The values in one marked text: `a, b` in one pair of marks is two. Empty where the text is none. */
export function valuesIn(text: string, mark: Mark): string[] {
  const whole = text.trim();
  const pieces = /^\w+(?: ?[,|] ?\w+)+$/.test(whole) ? whole.split(/ ?[,|] ?/) : [whole];
  const values = pieces.map((piece) => trimmedEnd(trimmedEnds(piece.trim(), quotes), ".,;").trim());
  // Only in backticks may a value be anything, such as two words; other marks also stress words of prose.
  const isValue = (value: string): boolean =>
    value !== "" && value.length <= maxValueLength && (mark === "code" || /^[\w.:/+-]+$/.test(value));
  return values.every(isValue) ? values.filter((value) => value.toLowerCase() !== "etc") : [];
}

/** Only separators and words that join: `, `, ` / `, `, and `. */
function isSeparator(text: string): boolean {
  return /^(?:and|or|and or|-)?$/i.test(text.replace(/[\s,;/|]+/g, " ").trim());
}

/** "`4` to `16`" is a range. */
const rangeText = /^ ?(?:to|thru|through|[-–]) ?$/i;

/** The text without remarks in parentheses. A remark may hold marked words: `depth` goes on from text to text. */
function withoutRemarks(text: string, depth: number): { readonly kept: string; readonly depth: number } {
  let kept = "";
  let open = depth;
  for (const c of text) {
    if (c === "(") open += 1;
    else if (c === ")" && open > 0) open -= 1;
    else if (open === 0) kept += c;
  }
  return { kept, depth: open };
}

/** "`a` for one thing, `b` for another" goes on; a new sentence ends the list. */
function goesOn(text: string): boolean {
  return !/[.:!?](?: ?[A-Z*]| ?$)/.test(text) && /(?:[,;]|\b(?:and|or)) ?$/i.test(text);
}

/** Items from the token at `start` on. Unless a strong phrase announced them, they have to be in backticks. */
export function inlineItems(tokens: readonly InlineToken[], start: number, isStrong: boolean): Items {
  const values: string[] = [];
  const listMark = markOf(tokens[start]);
  let text = "";
  let depth = 0;
  let i = start;
  for (; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token || token.kind === "break") continue;
    const mark = markOf(token);
    if (mark === null) {
      const isRange = rangeText.test(token.text) && /^-?\d+$/.test(values[values.length - 1] ?? "");
      if (isRange && markOf(tokens[i + 1]) !== null) return noItems;
      const rest = withoutRemarks(token.text, depth);
      depth = rest.depth;
      text += rest.kept;
      if (depth > 0 || isSeparator(rest.kept)) continue;
      if (values.length > 0 && isStrong && goesOn(rest.kept) && markOf(tokens[i + 1]) === "code") continue;
      break;
    }
    if (depth > 0) continue;
    // A list keeps one kind of mark: a link or bold word after values in backticks is prose again.
    const found = mark === listMark && (mark === "code" || isStrong) ? valuesIn(token.text, mark) : [];
    if (found.length === 0) break;
    values.push(...found);
  }
  // One linked word is a reference to where the values are.
  return listMark === "link" && values.length < 2 ? noItems : { values, next: Math.max(i, start + 1), text };
}

/** Values of plain text: `a, b, or c.`; only single words, at least two. */
export function bareValues(text: string): string[] {
  const sentence = (/^[^.]*/.exec(text)?.[0] ?? "").trim();
  const parts = sentence.split(/ ?, ?(?:and |or )?| (?:and|or) /).map((part) => trimmedEnds(part.trim(), quotes));
  return parts.length > 1 && parts.every((part) => /^[A-Za-z][\w-]*$/.test(part)) ? parts : [];
}
