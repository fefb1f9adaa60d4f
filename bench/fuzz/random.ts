/** Random numbers that are the same for the same seed, on every machine. */

export interface Random {
  /** A whole number from 0 up to, and without, `end`. */
  below(end: number): number;
  /** One of a list; `undefined` of an empty one. */
  pick<T>(list: readonly T[]): T | undefined;
  /** Whether something comes to pass that does `share` of the time. */
  chance(share: number): boolean;
}

/** FNV-1a: the seed of a page is made of that of the run and the page's path, so that a page can be repeated alone. */
export function seedOf(seed: number, text: string): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Mulberry32: short, and good enough to damage pages. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end: number): number => Math.floor(next() * end);
  return { below, pick: (list) => list[below(list.length)], chance: (share) => next() < share };
}
