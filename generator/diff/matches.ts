/** Which things of two versions are the same, which came and which went. */

export interface Pair<T> {
  readonly old: T;
  readonly new: T;
  /** Found under another name: said once, as a renaming. */
  readonly isRenamed: boolean;
}

export interface Matches<T> {
  readonly pairs: readonly Pair<T>[];
  readonly added: readonly T[];
  readonly removed: readonly T[];
}

/**
 * Matches by key, and gives what is left to one attempt after the other. Each gets what no earlier one has matched, and
 * says how well two fit; the best fit is taken first, and 0 is no fit.
 *
 * @param limit most left-over things on one side for which attempts are made: they are compared each with each
 */
export function matchBy<T>(
  old: readonly T[],
  current: readonly T[],
  keyOf: (one: T) => string,
  attempts: readonly ((old: T, current: T) => number)[],
  limit = 500,
): Matches<T> {
  // Most lists of most operations: the question is asked ten times of each.
  if (old.length + current.length === 0) return { pairs: [], added: [], removed: [] };
  const byKey = new Map(current.map((one) => [keyOf(one), one]));
  const taken = new Set<T>();
  const pairs: Pair<T>[] = [];
  let removed: T[] = [];
  for (const one of old) {
    const same = byKey.get(keyOf(one));
    if (same === undefined || taken.has(same)) removed.push(one);
    else {
      taken.add(same);
      pairs.push({ old: one, new: same, isRenamed: false });
    }
  }
  let added = current.filter((one) => !taken.has(one));
  for (const scoreOf of attempts) {
    if (removed.length === 0 || added.length === 0 || removed.length > limit || added.length > limit) continue;
    const candidates = removed
      .flatMap((one) => added.map((other) => ({ old: one, new: other, score: scoreOf(one, other) })))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score);
    const done = new Set<T>();
    for (const { old: one, new: other } of candidates) {
      if (done.has(one) || done.has(other)) continue;
      done.add(one).add(other);
      pairs.push({ old: one, new: other, isRenamed: true });
    }
    removed = removed.filter((one) => !done.has(one));
    added = added.filter((one) => !done.has(one));
  }
  return { pairs, added, removed };
}
