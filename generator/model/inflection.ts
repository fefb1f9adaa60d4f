/**
 * Singular and plural of English words as APIs use them: a short list of rules, the same in all places that make names.
 *
 * singular: `people` → `person`, `children` → `child`; `-ies` → `-y`; `-sses`, `-shes`, `-ches`, `-xes`, `-zzes` and
 * `-uses` lose `-es`; any other final `-s` goes, but not of `-ss`, `-us`, `-is` and of words that are the same in both
 * numbers. plural is the reverse. Both work on the end of a word, so that camel case keeps its front: `widgetParts`.
 */

const irregular: readonly (readonly [string, string])[] = [
  ["person", "people"],
  ["child", "children"],
  ["index", "indices"],
  ["matrix", "matrices"],
];

/** Words that end like a plural and are none, or are both. */
const unchanging =
  /(?:series|species|news|analytics|status|alias|canvas|atlas|basis|axis|access|process|address|business)$/i;

/** Capital letter where the word that is replaced has one. */
function likeCase(written: string, replacement: string): string {
  return /^[A-Z]/.test(written) ? replacement.charAt(0).toUpperCase() + replacement.slice(1) : replacement;
}

function replaceEnd(word: string, from: string, to: string): string | null {
  if (!word.toLowerCase().endsWith(from)) return null;
  const start = word.length - from.length;
  const before = word[start - 1];
  // "grandchildren" may be replaced inside, "spaceman" may not be cut out of "spaceperson": only whole camel words.
  if (before !== undefined && /[a-z]/.test(before) && /[a-z]/.test(word[start] ?? "")) return null;
  return word.slice(0, start) + likeCase(word.slice(start), to);
}

/** The singular of a word; a word that is no plural stays as it is. */
export function singular(word: string): string {
  for (const [one, many] of irregular) {
    const found = replaceEnd(word, many, one);
    if (found !== null) return found;
  }
  if (unchanging.test(word) || !/[a-z]s$/i.test(word) || /(?:ss|us|is)$/i.test(word)) return word;
  if (/[^aeiou]ies$/i.test(word) && word.length > 4 && !/(?:cookies|movies)$/i.test(word))
    return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|[^a]ch|x|zz)es$/i.test(word) || (/uses$/i.test(word) && !/[ao]uses$/i.test(word)))
    return word.slice(0, -2);
  return word.slice(0, -1);
}

/** The plural of a word; a word that is a plural already stays as it is. */
export function plural(word: string): string {
  if (word === "" || singular(word) !== word || /(?:series|species|news|analytics)$/i.test(word)) return word;
  for (const [one, many] of irregular) {
    const found = replaceEnd(word, one, many);
    if (found !== null) return found;
  }
  if (/[^aeiou]y$/i.test(word)) return `${word.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/i.test(word) ? `${word}es` : `${word}s`;
}

/** Whether a word is a plural by the rules above. */
export function isPlural(word: string): boolean {
  return singular(word) !== word;
}
