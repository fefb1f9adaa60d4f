/** Keys of the arguments of one function, which come from several tables of a page and may clash. */

/**
 * Takes the first of the keys that is free, or else the first one with a number.
 *
 * @param taken keys that are taken; the outcome is added
 */
export function uniqueKey(keys: readonly [string, ...string[]], taken: Set<string>): string {
  // In an object literal `__proto__` does not make a member.
  const safe = keys.map((key) => (key === "__proto__" ? "proto" : key));
  let unique = safe.find((key) => !taken.has(key));
  for (let number = 2; unique === undefined; number++) {
    const numbered = `${safe[0] ?? ""}${number}`;
    if (!taken.has(numbered)) unique = numbered;
  }
  taken.add(unique);
  return unique;
}
