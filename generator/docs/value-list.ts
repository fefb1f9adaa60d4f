/**
 * Lists of values in prose: "The possible values are: `a`, `b`, and `c`."
 *
 * A list starts after a phrase and ends where something follows that is neither a value nor a separator; or it stands on
 * lines of its own. Delimiters in the corpus (rows): backticks 924, italics 67, bold 9, line breaks 10, quotes 3, bare
 * words 3.
 */
import { type InlineToken, plainText } from "./inline-text.ts";
import type { ValueList } from "./page.ts";
import { bareValues, inlineItems, markOf } from "./value-items.ts";
import { firstAfterBreaks, lineItems } from "./value-lines.ts";
import { announcement, lastSentence, saysMultiple, saysPartial } from "./value-phrases.ts";

/** How far back a phrase is looked for. */
const maxPhraseLength = 200;
/** Descriptions are read up to here; the longest of the corpus has 3,400 characters. */
const maxTextLength = 50_000;

/** White space folded, so that no expression meets a long run of it; a tab, the mark between cells, is kept. */
function folded(tokens: readonly InlineToken[]): InlineToken[] {
  const out: InlineToken[] = [];
  let length = 0;
  for (const token of tokens) {
    if (length > maxTextLength) break;
    if (token.kind === "break") {
      out.push(token);
      continue;
    }
    const text = token.text.slice(0, maxTextLength).replace(/\s+/gu, (run) => (run === "\t" ? run : " "));
    // Tokens without text count too: there may be as many of them as the page has room for.
    length += text.length + 1;
    out.push({ ...token, text });
  }
  return out;
}

/** The text right before a token: of its line, and of the line before where the token starts its line. */
function textBefore(tokens: readonly InlineToken[], index: number): string {
  let text = "";
  let hasWords = false;
  for (let i = index - 1; i >= 0 && text.length < maxPhraseLength; i--) {
    const token = tokens[i];
    if (!token) break;
    if (token.kind === "break") {
      if (hasWords) break;
      text = ` ${text}`;
      continue;
    }
    text = token.text.slice(-maxPhraseLength) + text;
    hasWords ||= token.text.trim() !== "";
  }
  return text.replace(/\s+/g, " ").slice(-maxPhraseLength);
}

/** The bare words after a phrase, where one text holds both and the sentence ends in it. */
function bareItems(text: string, next: InlineToken | undefined): string[] {
  for (const { index, 0: word } of text.matchAll(
    /\b(?:values?(?: are| is| include)?|are|is|include)\b ?:? ?(?=\S)/gi,
  )) {
    const end = index + word.length;
    if (announcement(text.slice(Math.max(0, end - maxPhraseLength), end)) !== "strong") continue;
    const rest = text.slice(end);
    const isWhole = next === undefined || next.kind === "break" || rest.includes(".");
    const values = isWhole ? bareValues(rest) : [];
    if (values.length > 0) return values;
  }
  return [];
}

/** Collects the lists of one description; several that each have a phrase are joined. */
class ValueCollector {
  readonly #tokens: readonly InlineToken[];
  readonly #values = new Set<string>();
  #isPartial = false;
  #hasStrongList = false;

  constructor(tokens: readonly InlineToken[]) {
    this.#tokens = tokens;
  }

  read(): ValueList | null {
    for (let i = 0; i < this.#tokens.length; ) i = Math.max(i + 1, this.#readAt(i));
    if (this.#values.size === 0) return null;
    return { values: [...this.#values], isPartial: this.#isPartial, isMultiple: saysMultiple(plainText(this.#tokens)) };
  }

  /** Reads the list that starts at a token, if one does; returns the index of the token after it. */
  #readAt(i: number): number {
    const token = this.#tokens[i];
    if (token?.kind === "break") return this.#readLines(i);
    if (markOf(token) !== null) return this.#readMarked(i);
    if (token && this.#values.size === 0) {
      const found = bareItems(token.text, this.#tokens[i + 1]);
      if (found.length > 0) this.#add(found, token.text);
    }
    return i + 1;
  }

  #readLines(i: number): number {
    const before = textBefore(this.#tokens, i);
    if (announcement(before) !== "strong") return i + 1;
    const items = lineItems(this.#tokens, i);
    const inline = inlineItems(this.#tokens, firstAfterBreaks(this.#tokens, i), true);
    // A list with commas may go on in the next line.
    if (items.values.length === 0 || inline.values.length > items.values.length) return i + 1;
    this.#hasStrongList = true;
    this.#add(items.values, lastSentence(before));
    this.#isPartial ||= items.isPartial;
    return items.next;
  }

  #readMarked(i: number): number {
    const before = textBefore(this.#tokens, i);
    const announced = announcement(before);
    if (announced === null) return i + 1;
    const isStrong = announced === "strong";
    const isCode = this.#tokens[i]?.kind === "code";
    if (!isStrong && (!isCode || this.#hasStrongList || this.#values.size > 0)) return i + 1;
    const items = inlineItems(this.#tokens, i, isStrong);
    // One word after a weak phrase ("set to `true`") is an example, not a list.
    if (items.values.length < (isStrong ? 1 : 2)) return i + 1;
    this.#hasStrongList ||= isStrong;
    this.#add(items.values, `${lastSentence(before)} ${firstSentence(items.text)}`);
    return items.next;
  }

  #add(values: readonly string[], sentence: string): void {
    for (const value of values) this.#values.add(value);
    this.#isPartial ||= saysPartial(sentence);
  }
}

function firstSentence(text: string): string {
  const end = /[.!?](?: [A-Z]|$)/.exec(text);
  return end ? text.slice(0, end.index) : text;
}

/** The list of values that a description states, or `null`. */
export function readValueList(description: readonly InlineToken[]): ValueList | null {
  return new ValueCollector(folded(description)).read();
}
