/** Which types of the model TypeScript takes in place of which, decided without a type checker. */
import type { EnumType, TypeRef } from "../model/api-model.ts";
import { type JsonKind, jsonKinds } from "../model/json-kinds.ts";

export interface AssignabilityScope {
  readonly enums: ReadonlyMap<string, EnumType>;
  /** Whether the interface of one object type extends the other's, with all members. */
  extendsType(id: string, ancestor: string): boolean;
}

/**
 * Whether a value of one type can stand where the other is declared. Errs on the safe side: `true` is certain, types
 * that only happen to have the same members count as different.
 */
export function isAssignable(from: TypeRef, to: TypeRef, scope: AssignabilityScope): boolean {
  if (kindOf(to, scope) === "unknown") return true;
  if (from.kind === "union") return from.options.every((option) => isAssignable(option, to, scope));
  if (to.kind === "union") return to.options.some((option) => isAssignable(from, option, scope));
  if (from.kind === "collection" || to.kind === "collection") {
    return from.kind === "collection" && to.kind === "collection" && isAssignable(from.of, to.of, scope);
  }
  if (from.kind === "object" || to.kind === "object") {
    return from.kind === "object" && to.kind === "object" && (from.id === to.id || scope.extendsType(from.id, to.id));
  }
  const values = closedValues(to, scope);
  if (values === null) return kindOf(from, scope) === kindOf(to, scope);
  return closedValues(from, scope)?.every((value) => values.includes(value)) ?? false;
}

function kindOf(type: TypeRef, scope: AssignabilityScope): JsonKind | null {
  if (type.kind === "primitive") return jsonKinds[type.name];
  if (type.kind === "literals" || type.kind === "enum") return "string";
  // A list of anything is not anything: it stays a list.
  if (type.kind === "union")
    return type.options.some((option) => kindOf(option, scope) === "unknown") ? "unknown" : null;
  return type.kind === "unknown" ? "unknown" : null;
}

/** The only values that a type has; `null` if it is open. */
function closedValues(type: TypeRef, scope: AssignabilityScope): readonly string[] | null {
  const found = type.kind === "enum" ? scope.enums.get(type.id) : undefined;
  if (found === undefined || found.isFlags || found.isEvolvable || found.members.length === 0) return null;
  return found.members.map(({ value }) => value);
}
