/** What all objects have: TypeScript takes values that stand under these names for those, whatever a type says. */
export const objectMembers: ReadonlySet<string> = new Set(
  "constructor hasOwnProperty isPrototypeOf propertyIsEnumerable toLocaleString toString valueOf".split(" "),
);
