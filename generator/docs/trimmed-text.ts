/**
 * Trimming by a set of characters. A regular expression such as `/[.:]+$/` tries every run of the characters anew, which
 * takes seconds on a page with a line of them; these loops look at each character once.
 */

/** The text without the characters at its end. */
export function trimmedEnd(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** The text without the characters at its ends. */
export function trimmedEnds(text: string, characters: string): string {
  const kept = trimmedEnd(text, characters);
  let start = 0;
  while (start < kept.length && characters.includes(kept.charAt(start))) start += 1;
  return kept.slice(start);
}
