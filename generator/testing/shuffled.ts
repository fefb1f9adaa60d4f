/** A list in another order: the same for the same seed. */
export function shuffled<T>(list: readonly T[], seed: number): T[] {
  let state = seed;
  // Numerical Recipes' linear congruential generator: good enough to mix a list.
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state;
  };
  return list
    .map((item) => ({ item, key: next() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}
