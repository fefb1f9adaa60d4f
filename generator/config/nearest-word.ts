/** "Did you mean": the known word that a mistyped one is closest to. */

// Two slips in a short word already make another word.
const maxDistanceShare = 0.4;
const maxWordLength = 60;

/** Edit distance with swaps of neighbouring letters as one edit (optimal string alignment). */
function distance(a: string, b: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1;
      let best = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + cost,
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        best = Math.min(best, (beforePrevious[column - 2] ?? 0) + 1);
      current.push(best);
    }
    beforePrevious = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}

/**
 * The nearest of the known words, letter case aside, or `null` where none is near.
 *
 * @example nearestWord("enumStlye", ["docs", "enumStyle"]) // "enumStyle"
 */
export function nearestWord(word: string, known: readonly string[]): string | null {
  if (word.length > maxWordLength) return null;
  const wanted = word.toLowerCase();
  let nearest: string | null = null;
  let least = Math.floor(Math.max(word.length, 2) * maxDistanceShare) + 1;
  for (const candidate of known) {
    const found = distance(wanted, candidate.toLowerCase());
    if (found < least) {
      least = found;
      nearest = candidate;
    }
  }
  return nearest;
}
