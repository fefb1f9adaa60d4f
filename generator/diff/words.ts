/** Small words of messages. */

/** @example counted(1, "property", "properties") // "1 property" */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
