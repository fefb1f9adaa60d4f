/** Whether two models can differ in wording at most, told without comparing them rule by rule. */
import { isDeepStrictEqual } from "node:util";
import type { ApiModel } from "../model/api-model.ts";
import { foreignKey, isPlaceKey } from "../model/relative-places.ts";

type Entries = ApiModel["operations"] | ApiModel["types"] | ApiModel["enums"];

/**
 * Whether all that two models differ in are descriptions, and where on their pages things stand: nothing but rules about
 * wording says anything of that. Errs on the safe side: `true` is certain. What both models share as one object costs
 * nothing.
 */
export function isSameSurface(old: ApiModel, current: ApiModel): boolean {
  const { operations, types, enums, ...rest } = old;
  const { operations: newOperations, types: newTypes, enums: newEnums, ...newRest } = current;
  return (
    isDeepStrictEqual(rest, newRest) &&
    areSame(operations, newOperations) &&
    areSame(types, newTypes) &&
    areSame(enums, newEnums)
  );
}

function areSame(old: Entries, current: Entries): boolean {
  const byId = new Map(current.map((entry) => [entry.id, entry]));
  const ids = new Set(old.map(({ id }) => id));
  if (ids.size !== old.length || byId.size !== current.length || ids.size !== byId.size) return false;
  return old.every((entry) => {
    const other = byId.get(entry.id);
    return other === entry || (other !== undefined && isDeepStrictEqual(withoutWording(entry), withoutWording(other)));
  });
}

/** A copy without descriptions and lines; the JSON of an example is not ours. */
function withoutWording(value: unknown, key = ""): unknown {
  if (typeof value !== "object" || value === null || key === foreignKey) return value;
  if (Array.isArray(value)) return value.map((item) => withoutWording(item, key));
  if (isPlaceKey(key) && "page" in value) return { page: value.page };
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) =>
      name === "description" || member === undefined ? [] : [[name, withoutWording(member, name)]],
    ),
  );
}
