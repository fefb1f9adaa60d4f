/** How alike two texts are: what tells a thing with a new name from a new thing. */

function words(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));
}

/** Share of the members that both have, among all: 1 where the same, 0 where disjoint or both empty. */
export function overlap<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  let common = 0;
  for (const one of a) if (b.has(one)) common += 1;
  const all = a.size + b.size - common;
  return all === 0 ? 0 : common / all;
}

// Longer texts are told apart by their beginnings; a hostile page must not make the comparison slow.
const comparedLength = 2000;

/** How alike two descriptions are, by their words. `null` where one of them is missing: then nothing can be said. */
export function likeness(a: string | null, b: string | null): number | null {
  if (a === null || b === null || a.trim() === "" || b.trim() === "") return null;
  return overlap(words(a.slice(0, comparedLength)), words(b.slice(0, comparedLength)));
}

/** The words of a name: `createdDateTime` has `created`, `date` and `time`. */
export function nameLikeness(a: string, b: string): number {
  const parts = (name: string): Set<string> =>
    new Set(
      name
        .slice(0, comparedLength)
        .match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+/gu)
        ?.map((one) => one.toLowerCase()),
    );
  return overlap(parts(a), parts(b));
}
