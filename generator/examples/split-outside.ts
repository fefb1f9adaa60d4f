/** Splitting at separators that stand outside of quotes and brackets. */

export interface Nesting {
  /** Characters that open and close a quote. A doubled quote inside is a closed and an opened one. */
  readonly quotes: string;
  /** Opening brackets; the closing ones at the same places in `closing`. */
  readonly opening: string;
  readonly closing: string;
}

export const inPath: Nesting = { quotes: "'", opening: "({<", closing: ")}>" };
export const inQuery: Nesting = { quotes: "'\"", opening: "(", closing: ")" };

/** Follows the nesting of a text, character by character. */
export class NestingScanner {
  readonly #nesting: Nesting;
  readonly #open: string[] = [];
  #quote = "";

  constructor(nesting: Nesting) {
    this.#nesting = nesting;
  }

  /** Takes in a character. @returns whether it stands outside of all quotes and brackets, itself being none */
  read(character: string): boolean {
    if (this.#quote !== "") {
      if (character === this.#quote) this.#quote = "";
      return false;
    }
    const { quotes, opening, closing } = this.#nesting;
    if (quotes.includes(character)) {
      this.#quote = character;
      return false;
    }
    const bracket = opening.indexOf(character);
    if (bracket >= 0) {
      this.#open.push(closing[bracket] ?? "");
      return false;
    }
    if (this.#open.length > 0 && character === this.#open[this.#open.length - 1]) {
      this.#open.pop();
      return false;
    }
    return this.#open.length === 0;
  }

  get isQuoted(): boolean {
    return this.#quote !== "";
  }

  /** Whether all quotes and brackets are closed. */
  get isClosed(): boolean {
    return this.#quote === "" && this.#open.length === 0;
  }
}

/**
 * Splits a text. Where quotes or brackets do not close, they are taken for plain characters: a separator behind them
 * would be lost otherwise.
 */
export function splitOutside(text: string, separator: string, nesting: Nesting): readonly string[] {
  const scanner = new NestingScanner(nesting);
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? "";
    if (!scanner.read(character) || character !== separator) continue;
    parts.push(text.slice(start, at));
    start = at + 1;
  }
  return scanner.isClosed ? [...parts, text.slice(start)] : text.split(separator);
}
