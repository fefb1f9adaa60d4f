import type { TypeRef } from "./api-model.ts";

/** Whether nothing is known of the values of a type: no page describes it, or it may be any JSON. */
export function isUntyped(type: TypeRef): boolean {
  return type.kind === "unknown" || (type.kind === "primitive" && type.name === "Untyped");
}

/** The type of a row that states none. */
export const blankType: TypeRef = { kind: "unknown", text: "" };

/** Whether a type is that of a row that states none. */
export function isBlank(type: TypeRef): boolean {
  return type.kind === "unknown" && type.text === "";
}
