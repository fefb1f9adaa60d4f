/** Keys of the arguments of one function, which come from several tables of a page and may clash. */
import { objectMembers } from "../shapes/object-members.ts";

/**
 * Takes the first of the keys that is free, or else the first one with a number.
 *
 * @param taken keys that are taken; the outcome is added
 */
export function uniqueKey(keys: readonly [string, ...string[]], taken: Set<string>): string {
  const safe = keys.map(safeKey);
  let unique = safe.find((key) => !taken.has(key));
  for (let number = 2; unique === undefined; number++) {
    const numbered = `${safe[0] ?? ""}${number}`;
    if (!taken.has(numbered)) unique = numbered;
  }
  taken.add(unique);
  return unique;
}

/**
 * In an object literal `__proto__` does not make a member, and without one that is called `toString`, and may be left
 * out, TypeScript finds that of every object there, which is of another type.
 */
function safeKey(key: string): string {
  if (key === "__proto__") return "proto";
  return objectMembers.has(key) ? `${key}Value` : key;
}
