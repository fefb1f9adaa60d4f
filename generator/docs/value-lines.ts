/** Values on lines of their own: each at the start of its line, alone or before what it means. */
import { type InlineToken, plainText } from "./inline-text.ts";
import { trimmedEnd } from "./trimmed-text.ts";
import { type Items, type Mark, markOf, noItems, valuesIn } from "./value-items.ts";

/** How much of a line can hold a value without marks. */
const maxHeadLength = 300;

interface LineItem {
  readonly value: string;
  readonly mark: Mark | null;
}

/** The value at the start of a line; `null` where there is none. */
function lineItem(line: readonly InlineToken[]): LineItem | null {
  const isBullet = line[0]?.kind === "text" && /^ ?[-•*]? ?$/.test(line[0].text);
  const first = isBullet ? line[1] : line[0];
  if (!first || first.kind === "break") return null;
  const mark = markOf(first);
  if (mark !== null) {
    const [value, ...others] = valuesIn(first.text, mark);
    return value !== undefined && others.length === 0 ? { value, mark } : null;
  }
  // Without marks, only a word alone on its line, or before a dash, a colon or the next cell.
  const text = plainText(line).slice(0, maxHeadLength);
  const word = /^ ?(?:[-•*] )?["“]?([A-Za-z][\w.:/+-]*)["”]?(?: ?(?:[-–—]{1,2} |\t)|: | ?$)/.exec(text)?.[1];
  const value = trimmedEnd(word ?? "", ":.");
  return value === "" || /^note$/i.test(value) ? null : { value, mark };
}

/** The title row of a table that stands in a cell as tags. */
const headerLine = /^ ?(?:value|member|name)s?\t/i;

/** Index of the first token from `index` on that is no line break. */
export function firstAfterBreaks(tokens: readonly InlineToken[], index: number): number {
  let i = index;
  while (tokens[i]?.kind === "break") i += 1;
  return i;
}

function endOfLine(tokens: readonly InlineToken[], index: number): number {
  let i = index;
  while (i < tokens.length && tokens[i]?.kind !== "break") i += 1;
  return i;
}

/** "Any other kind: …": the list goes on with something that is not a value. */
const furtherLabel = /^ ?[^.:]{1,60} [^.:]{1,60}: /;

export interface LineItems extends Items {
  /** A line after the list has the form of the others, but no value. */
  readonly isPartial: boolean;
}

/** Items from the break on that ends the line of the phrase; at least two, all marked alike. */
export function lineItems(tokens: readonly InlineToken[], start: number): LineItems {
  const values: string[] = [];
  let listMark: Mark | null | undefined;
  let isPartial = false;
  let i = start;
  while (i < tokens.length) {
    i = firstAfterBreaks(tokens, i);
    const lineEnd = endOfLine(tokens, i);
    const line = tokens.slice(i, lineEnd);
    if (values.length > 0 || !headerLine.test(plainText(line))) {
      const item = lineItem(line);
      if (!item || (listMark !== undefined && item.mark !== listMark)) {
        isPartial = furtherLabel.test(plainText(line).slice(0, maxHeadLength));
        break;
      }
      listMark = item.mark;
      values.push(item.value);
    }
    i = lineEnd;
  }
  return { ...(values.length > 1 ? { values, next: i, text: "" } : noItems), isPartial };
}
