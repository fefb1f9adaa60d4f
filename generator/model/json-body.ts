/** What an example's JSON body looks like from outside. Bodies come from pages: only own members are looked at. */

export type JsonBodyShape =
  /** `{ "value": [ … ] }`, or a bare array. */
  | "collection"
  /** `{ "value": … }` and nothing beside it but control information. */
  | "value"
  | "object"
  | "other";

function members(json: object): ReadonlyMap<string, unknown> {
  return new Map(Object.entries(json));
}

export function bodyShape(json: unknown): JsonBodyShape {
  if (Array.isArray(json)) return "collection";
  if (typeof json !== "object" || json === null) return "other";
  const own = members(json);
  if (!own.has("value")) return "object";
  const others = [...own.keys()].filter((key) => key !== "value" && !key.startsWith("@"));
  const isArray = Array.isArray(own.get("value"));
  // A resource may have a member called `value` among others.
  if (others.length > 0) return "object";
  return isArray ? "collection" : "value";
}

/** The value inside of `{ "value": … }`. */
export function wrappedValue(json: unknown): unknown {
  return typeof json === "object" && json !== null ? members(json).get("value") : undefined;
}

/** `@odata.type` of an object, or of the first object of a collection. */
export function bodyType(json: unknown): string | null {
  const item: unknown = Array.isArray(json) ? json[0] : json;
  if (typeof item !== "object" || item === null) return null;
  const own = members(item);
  const type = own.get("@odata.type");
  if (typeof type === "string") return type;
  const shape = bodyShape(item);
  return shape === "collection" || shape === "value" ? bodyType(own.get("value")) : null;
}
