/** The only way from text of a page to XML. */
import { wellFormed } from "../emit/characters.ts";
import { neutralText } from "../report/neutral-text.ts";

const entities: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&apos;"],
]);

// What XML 1.0 has no way to write at all: non-characters. Controls are gone before, lone surrogates are replaced.
const unwritable = /[\ufffe\uffff]/gu;

/** Text for an element or a quoted attribute. */
export function xmlText(text: string): string {
  return wellFormed(neutralText(text))
    .replace(unwritable, "\u{fffd}")
    .replace(/[&<>"']/gu, (character) => entities.get(character) ?? "");
}
