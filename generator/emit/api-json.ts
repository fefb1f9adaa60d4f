/** `api.json`: the model as JSON. */

/**
 * Writes any plain data as JSON. Keys are sorted, so that the text depends on the data alone and not on how an object
 * was put together; a list keeps its order.
 */
export function apiJson(model: object): string {
  return `${JSON.stringify(sorted(model), null, 1)}\n`;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  // Without a prototype, so that a key `__proto__` of an example is a key like any other.
  const result: Record<string, unknown> = Object.create(null);
  for (const [key, member] of Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) result[key] = sorted(member);
  return result;
}
