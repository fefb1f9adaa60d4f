/**
 * The words of an api page with their capitals, for names out of its file name: `assignlicense` is `assignLicense`
 * because the page's path says so.
 */
import type { ApiPage, TypeExpression } from "../docs/page.ts";
import { camelCase, capitalised, uncapitalised, wordsOf } from "./camel-case.ts";
import { plural, singular } from "./inflection.ts";

/** Spellings in camel case by lower-case form. */
export interface PageWords {
  /** Whole words. */
  readonly words: ReadonlyMap<string, string>;
  /** Words and what they are made of, for tokens that are made of several: most are none. */
  readonly parts: () => ReadonlyMap<string, string>;
}

/** Words of the paths: segments, function names, arguments, and the placeholders' names without their `Id`. */
function pathWords(page: ApiPage): string[] {
  return page.requests.flatMap((line) =>
    line.pieces.flatMap((piece) => {
      if (piece.kind === "text") return wordsOf(piece.text);
      const names = [...piece.alternatives, ...(piece.argument === null ? [] : [piece.argument])];
      return names.flatMap(wordsOf).map((word) => word.replace(/(?<=[a-z])Id$/, ""));
    }),
  );
}

function typeNames(page: ApiPage): string[] {
  const types: (TypeExpression | null | undefined)[] = [
    page.response?.type,
    page.body?.type,
    ...[...(page.body?.rows ?? []), ...page.functionParameters].map((row) => row.type),
  ];
  const annotated = page.examples.flatMap((example) => [
    example.request?.odataType,
    ...example.responses.map((response) => response.odataType),
  ]);
  return [
    ...types.flatMap((type) => (type?.kind === "named" ? wordsOf(type.name) : [])),
    ...annotated.flatMap((text) => (text ? wordsOf(text) : [])),
  ];
}

/** Words of the title, and its runs of two to four words as one: "Assign license" spells `assignLicense`. */
function titleWords(page: ApiPage): string[] {
  const words = wordsOf(page.title.value);
  const found = [...words];
  for (let length = 2; length <= 4; length++)
    for (let i = 0; i + length <= words.length; i++)
      found.push(
        words
          .slice(i, i + length)
          .map(capitalised)
          .join(""),
      );
  return found;
}

/** The words inside of a word in camel case: `widgetMakers` → widget, Makers. */
function innerWords(word: string): string[] {
  return word.replace(/([a-z\d])([A-Z])/g, "$1 $2").split(" ");
}

/** A word in both numbers, each with its lower-case form. */
type WordForms = readonly (readonly [key: string, spelling: string])[];

/** What is known of a word: thousands of pages share theirs, and to inflect them anew took a fifth of the time of linking. */
interface KnownWord {
  readonly forms: WordForms;
  readonly inner: readonly WordForms[];
}

/** Gathers the spellings of a page; where sources differ, the path counts before types, types before the title. */
export type PageWordReader = (page: ApiPage) => PageWords;

/** Makes a reader for the pages of one set. */
export function createPageWordReader(): PageWordReader {
  const known = new Map<string, KnownWord>();
  const formsOf = (word: string): WordForms =>
    [word, singular(word), plural(word)].map((form) => [form.toLowerCase(), uncapitalised(form)]);
  const look = (word: string): KnownWord => {
    let found = known.get(word);
    if (found === undefined) {
      found = { forms: formsOf(word), inner: innerWords(word).map(formsOf) };
      known.set(word, found);
    }
    return found;
  };
  const note = (forms: WordForms, into: Map<string, string>): void => {
    for (const [key, spelling] of forms) {
      const before = into.get(key);
      // A spelling without capitals inside says nothing; any other is better.
      if (before === undefined || before === key) into.set(key, spelling);
    }
  };
  return (page) => {
    const all = [...pathWords(page), ...typeNames(page), ...titleWords(page)].map(look);
    const words = new Map<string, string>();
    for (const { forms } of all) note(forms, words);
    let parts: Map<string, string> | null = null;
    const makeParts = (): Map<string, string> => {
      const made = new Map<string, string>();
      for (const { forms, inner } of all) {
        note(forms, made);
        for (const one of inner) note(one, made);
      }
      return made;
    };
    return {
      words,
      parts: () => {
        parts ??= makeParts();
        return parts;
      },
    };
  };
}

/** Shorter words are found inside of almost anything. */
const minPartLength = 3;
/** An unknown end is split off only behind a word that can hardly stand there by chance. */
const minFirstLength = 5;
const minEndLength = 4;
const maxTokenLength = 120;

/** Ends that make a longer word of the one before them, and no second word. */
const suffix =
  /^(?:ings|able|ible|ment|ments|ness|tion|tions|ions|ally|ated|ator|ators|ance|ence|less|ship|ships|hood|ized|izer)$/;

/** For each length, the fewest words of the page that make so many first letters of the token. */
function compositions(token: string, parts: ReadonlyMap<string, string>): (readonly string[] | null)[] {
  const best: (readonly string[] | null)[] = [[]];
  for (let end = 1; end <= token.length; end++) {
    best[end] = null;
    for (let start = 0; start <= end - minPartLength; start++) {
      const before = best[start];
      const word = parts.get(token.slice(start, end));
      const known = best[end];
      if (before && word !== undefined && (!known || before.length + 1 < known.length)) best[end] = [...before, word];
    }
  }
  return best;
}

/**
 * The token as words of the page in a row, or `null`: `widgetmaker` on a page about widgets and makers. One word at the
 * end may be unknown: `widgetroot`.
 */
function composed(token: string, parts: ReadonlyMap<string, string>): string | null {
  const key = token.toLowerCase();
  if (key.length > maxTokenLength) return null;
  const best = compositions(key, parts);
  const whole = best[key.length];
  if (whole && whole.length > 1) return camelCase(whole);
  for (let end = key.length - minEndLength; end >= minFirstLength; end--) {
    const front = best[end];
    if (front && front.length > 0 && !suffix.test(key.slice(end))) return camelCase([...front, key.slice(end)]);
  }
  return null;
}

/** A token of a file name in the page's own spelling; as it stands where the page has no other. */
export function spelled(token: string, { words, parts }: PageWords): string {
  return words.get(token.toLowerCase()) ?? composed(token, parts()) ?? token;
}
