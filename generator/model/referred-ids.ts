import type { TypeRef } from "./api-model.ts";

/** Ids of the object types that a type is, holds, or may be. */
export function referredIds(type: TypeRef): readonly string[] {
  switch (type.kind) {
    case "object":
      return [type.id];
    case "collection":
      return referredIds(type.of);
    case "union":
      return type.options.flatMap(referredIds);
    default:
      return [];
  }
}
