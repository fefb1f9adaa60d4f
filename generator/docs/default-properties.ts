/**
 * Sentences that list what comes back where no properties are asked for:
 *
 *     By default, only a limited set of properties are returned (**id**, **name**, and **mail**).
 *     Getting a user returns a default set of properties only (*id, name, mail*).
 *     The following properties are returned by default: `id`, `name`.
 *
 * What such a sentence is made of: "default", "properties", a form of "return", no negation, and after them a list of
 * names in parentheses or behind a colon.
 */
import { proseOf, sentencesOf } from "./prose.ts";
import type { Section } from "./sections.ts";

const words: readonly RegExp[] = [/\bdefault\b/i, /\bproperties\b/i, /\breturn(?:s|ed)?\b/i];
const negation = /\bnot\b|n['’]t\b|\bnever\b|\bexcept|\bexclud|\bwithout\b/i;
const propertyName = /^[A-Za-z_]\w{0,199}$/;

/** What stands in the first parentheses of a sentence, or behind its colon; and the text before. */
function splitList(sentence: string): { before: string; list: string } | null {
  const open = sentence.indexOf("(");
  const close = sentence.indexOf(")", open);
  if (open >= 0 && close >= 0) return { before: sentence.slice(0, open), list: sentence.slice(open + 1, close) };
  // A note has a colon behind its first word.
  const colon = sentence.lastIndexOf(": ");
  return colon < 0 ? null : { before: sentence.slice(0, colon), list: sentence.slice(colon + 1) };
}

/** The names of a list; empty where anything else stands in it. */
function namesIn(list: string): string[] {
  const names = list
    .split(/,|\band\b/)
    .map((part) => part.trim().replace(/\.$/, ""))
    .filter((part) => part !== "");
  return names.length > 1 && names.every((name) => propertyName.test(name)) ? names : [];
}

/**
 * The lists of a page, as many as it has such sentences, in its order. Notes count as other prose does; whether the names
 * are properties of the response is for the model to say.
 */
export function readDefaultProperties(sections: readonly Section[]): (readonly string[])[] {
  return sections.flatMap((section) =>
    proseOf(section.blocks).flatMap((part) =>
      sentencesOf(part.text).flatMap((sentence) => {
        const split = splitList(sentence);
        if (!split || negation.test(split.before) || !words.every((word) => word.test(split.before))) return [];
        const names = namesIn(split.list);
        return names.length > 0 ? [names] : [];
      }),
    ),
  );
}
