/** Compares JSON values, of whatever depth: it calls itself for no level, as a request chooses how many there are. */

/** Whether two values are the same JSON; the order of members does not count. */
export function isSameJson(first: unknown, second: unknown): boolean {
  const open: [unknown, unknown][] = [[first, second]];
  for (let pair = open.pop(); pair !== undefined; pair = open.pop()) {
    const [a, b] = pair;
    if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) {
      if (a !== b) return false;
      continue;
    }
    const [members, others] = [Object.entries(a), new Map(Object.entries(b))];
    if (Array.isArray(a) !== Array.isArray(b) || members.length !== others.size) return false;
    for (const [name, value] of members) {
      if (!others.has(name)) return false;
      open.push([value, others.get(name)]);
    }
  }
  return true;
}
