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

/** A way to find a thing under another name. */
export interface Attempt<T> {
  /** Only things that share it are compared; without it, each with each. */
  readonly key?: (one: T) => string;
  /** How well two fit; 0 is no fit. */
  readonly score: (old: T, current: T) => number;
}

/**
 * Most left-over things on a side that are compared each with each. Where more came and went than this, the pages were
 * replaced, and nobody reads which of them resemble each other; a hostile page must not make the run slow.
 */
const comparedThings = 200;

function bucketsOf<T>(list: readonly T[], key: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const buckets = new Map<string, T[]>();
  for (const one of list) {
    const bucket = buckets.get(key(one)) ?? [];
    buckets.set(key(one), bucket);
    bucket.push(one);
  }
  return buckets;
}

/** The pairs of one attempt, the best fit first. */
function renamedPairs<T>(removed: readonly T[], added: readonly T[], attempt: Attempt<T>): Pair<T>[] {
  const { key, score } = attempt;
  const buckets = key === undefined ? null : bucketsOf(added, key);
  if (buckets === null && Math.max(removed.length, added.length) > comparedThings) return [];
  const candidates = removed
    .flatMap((one) => {
      const others = buckets === null || key === undefined ? added : (buckets.get(key(one)) ?? []);
      return others.slice(0, comparedThings).map((other) => ({ old: one, new: other, score: score(one, other) }));
    })
    .filter((candidate) => candidate.score > 0)
    .sort((a, b) => b.score - a.score);
  const done = new Set<T>();
  const pairs: Pair<T>[] = [];
  for (const { old, new: other } of candidates) {
    if (done.has(old) || done.has(other)) continue;
    done.add(old).add(other);
    pairs.push({ old, new: other, isRenamed: true });
  }
  return pairs;
}

/** Matches by key, and gives what is left to one attempt after the other: each gets what no earlier one has matched. */
export function matchBy<T>(
  old: readonly T[],
  current: readonly T[],
  keyOf: (one: T) => string,
  attempts: readonly Attempt<T>[],
): Matches<T> {
  // Most lists of most operations: the question is asked ten times of each.
  if (old.length + current.length === 0) return { pairs: [], added: [], removed: [] };
  // Keys are unique in a model that was linked; one from a file may have a thing twice, and is still what it is.
  const byKey = bucketsOf(current, keyOf);
  const taken = new Set<T>();
  const pairs: Pair<T>[] = [];
  let removed: T[] = [];
  for (const one of old) {
    const same = byKey.get(keyOf(one))?.find((other) => !taken.has(other));
    if (same === undefined) removed.push(one);
    else {
      taken.add(same);
      pairs.push({ old: one, new: same, isRenamed: false });
    }
  }
  let added = current.filter((one) => !taken.has(one));
  for (const attempt of attempts) {
    if (removed.length === 0 || added.length === 0) break;
    const renamed = renamedPairs(removed, added, attempt);
    pairs.push(...renamed);
    const done = new Set(renamed.flatMap((pair) => [pair.old, pair.new]));
    removed = removed.filter((one) => !done.has(one));
    added = added.filter((one) => !done.has(one));
  }
  return { pairs, added, removed };
}
