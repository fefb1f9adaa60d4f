/** The type that prose states, where label and target of its link may name two, with the examples as third witness. */
import type { TypeExpression } from "../docs/page.ts";
import type { TypeRef } from "./api-model.ts";
import type { TypeResolver } from "./type-resolver.ts";

/** Whether two references mean the same type, one or many. */
export function isSameType(a: TypeRef, b: TypeRef): boolean {
  return JSON.stringify(itemOf(a)) === JSON.stringify(itemOf(b));
}

export function itemOf(type: TypeRef): TypeRef {
  return type.kind === "collection" ? type.of : type;
}

/**
 * Resolves what prose says. The label of a link counts, as anywhere; unless its target declares another type, and the
 * examples show that one and not the label's: `[note](../resources/chatnote.md)` with an example of a `chatNote`.
 *
 * @param witnesses types that the examples show
 */
export function statedType(
  expression: TypeExpression,
  page: string,
  witnesses: readonly TypeRef[],
  resolver: TypeResolver,
): TypeRef | null {
  const byLabel = resolver.tryResolve(expression, page);
  if (!byLabel || expression.kind !== "named" || expression.link === null) return byLabel;
  const byTarget = resolver.tryResolve({ ...expression, name: "", namespace: null }, page);
  if (!byTarget || witnesses.some((type) => isSameType(type, byLabel))) return byLabel;
  return witnesses.some((type) => isSameType(type, byTarget)) ? byTarget : byLabel;
}
