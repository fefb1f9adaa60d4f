/** Qualified names: `namespace.name`. */

export function qualifiedName(namespace: string, name: string): string {
  return namespace === "" ? name : `${namespace}.${name}`;
}

/** Key for comparison: pages differ in the letter case of one and the same name. */
export function nameKey(name: string): string {
  return name.toLowerCase();
}

/** Orders by UTF-16 code unit, the same on every machine and in every locale. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
