/** Members that take several members of an enum: a list for the caller, one text on the wire. */

/**
 * Makes the encoder of a JSON body in which lists of strings are sent as one text, their parts joined by commas.
 *
 * @param paths names of the members that are sent so, those inside others as `outer.inner`; lists on the way are gone
 * through
 * @returns an encoder that gives a changed copy. Members that are no lists of strings are left as they are.
 *
 * @example commaText(["rights", "owner.rights"])({ rights: ["read", "write"] }) // { rights: "read,write" }
 */
export function commaText(paths: readonly string[]): (body: unknown) => unknown {
  return (body) => paths.reduce<unknown>((value, path) => joined(value, path.split(".")), body);
}

function joined(value: unknown, [name, ...inner]: readonly string[]): unknown {
  const isList = Array.isArray(value);
  if (name === undefined) return isList && value.every((part) => typeof part === "string") ? value.join(",") : value;
  if (isList) return value.map((item) => joined(item, [name, ...inner]));
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return value;
  return { ...value, [name]: joined(new Map(Object.entries(value)).get(name), inner) };
}
