/** Identifiers out of words of a page. */

/** The words of a text: runs of letters and digits, accents taken off. Camel case inside of a run stays. */
export function wordsOf(text: string): string[] {
  // Nearly all texts are plain, and there are many.
  const plain = /^[\x00-\x7F]*$/.test(text) ? text : text.normalize("NFKD").replace(/\p{M}/gu, "");
  return plain.match(/[A-Za-z0-9]+/g) ?? [];
}

export function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Small first letter; of a leading abbreviation all but the last capital: `URLSource` → `urlSource`, `ID` → `id`. */
export function uncapitalised(word: string): string {
  const capitals = /^[A-Z]+/.exec(word)?.[0].length ?? 0;
  if (capitals === 0) return word;
  const end =
    capitals === 1 || capitals === word.length || !/[a-z]/.test(word[capitals] ?? "") ? capitals : capitals - 1;
  return word.slice(0, end).toLowerCase() + word.slice(end);
}

/**
 * Words as one identifier in camel case, `""` where they hold no letter. A name that starts with a digit gets `_` in
 * front.
 */
export function camelCase(words: readonly string[]): string {
  const [first = "", ...rest] = words;
  const name = uncapitalised(first) + rest.map(capitalised).join("");
  return /^\d/.test(name) ? `_${name}` : name;
}
