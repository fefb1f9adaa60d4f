/** The words and signs of a type cell, each with the link that it is the text of. */
import type { InlineToken } from "./inline-text.ts";

export interface Lexeme {
  readonly kind: "name" | "open" | "close" | "slash" | "stop" | "brackets";
  readonly text: string;
  readonly link: string | null;
}

function lexText(text: string, link: string | null, out: Lexeme[]): void {
  let word = "";
  const flush = (): void => {
    if (word === "") return;
    const name = word.replace(/\.+$/, "");
    if (name !== "") out.push({ kind: "name", text: name, link });
    if (name !== word) out.push({ kind: "stop", text: ".", link: null });
    word = "";
  };
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? "";
    if (/[\w.#@-]/.test(c)) {
      word += c;
      continue;
    }
    flush();
    // `Collection<x>` is how other languages write `Collection(x)`.
    if (c === "(" || c === "<") out.push({ kind: "open", text: c, link: null });
    else if (c === ")" || c === ">") out.push({ kind: "close", text: c, link: null });
    else if (c === "/" || c === "|") out.push({ kind: "slash", text: c, link: null });
    else if (c === "[" && text[i + 1] === "]") out.push({ kind: "brackets", text: "[]", link: null });
    else if (!/[\s[\],;:*`]/.test(c)) out.push({ kind: "stop", text: c, link: null });
  }
  flush();
}

/** Lexemes of a cell's tokens, or of a bare text given as one token. */
export function lex(tokens: readonly InlineToken[]): Lexeme[] {
  const out: Lexeme[] = [];
  for (const token of tokens) {
    if (token.kind === "break") out.push({ kind: "stop", text: "\n", link: null });
    else if (token.kind !== "link") lexText(token.text, null, out);
    else {
      // The word may stand inside the link: `[x collection](x.md)`.
      const collection = /^(.*\S)\s+collection$/i.exec(token.text.trim());
      const text = (collection?.[1] ?? token.text).trim();
      const wrapped = /^collection ?\( ?([\w.#-]+) ?\)?$/i.exec(text)?.[1];
      if (/^[\w.#-]+$/.test(text)) lexText(text, token.url, out);
      else if (wrapped !== undefined) {
        lexText("Collection(", null, out);
        lexText(wrapped, token.url, out);
        lexText(")", null, out);
      }
      // Prose as link text ("the session control") names nothing: the target has to.
      else if (text !== "") out.push({ kind: "name", text: text.replace(/\s+/g, " "), link: token.url });
      if (collection) out.push({ kind: "name", text: "collection", link: null });
    }
  }
  return out;
}
