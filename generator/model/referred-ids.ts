import type { TypeRef } from "./api-model.ts";

/** The object types and enums that a type is, holds, or may be. */
export function referredTypes(type: TypeRef): readonly Extract<TypeRef, { kind: "object" | "enum" }>[] {
  switch (type.kind) {
    case "object":
    case "enum":
      return [type];
    case "collection":
      return referredTypes(type.of);
    case "union":
      return type.options.flatMap(referredTypes);
    default:
      return [];
  }
}

/** Ids of the object types among them. */
export function referredIds(type: TypeRef): readonly string[] {
  return referredTypes(type).flatMap(({ kind, id }) => (kind === "object" ? [id] : []));
}
