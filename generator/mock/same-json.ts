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
    // Lengths first: what is sent may be long, and is compared with each example.
    if (Array.isArray(a) !== Array.isArray(b) || sizeOf(a) !== sizeOf(b)) return false;
    for (const name of Object.keys(a)) {
      if (!Object.hasOwn(b, name)) return false;
      open.push([Reflect.get(a, name), Reflect.get(b, name)]);
    }
  }
  return true;
}

function sizeOf(value: object): number {
  return Array.isArray(value) ? value.length : Object.keys(value).length;
}
