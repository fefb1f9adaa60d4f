/** What it means that a type became another one. */
import type { PrimitiveName, TypeRef } from "../model/api-model.ts";
import { typeRefText } from "../model/type-ref-text.ts";
import { isUntyped } from "../model/untyped.ts";
import { carriedOver, type DiffContext } from "./context.ts";
import { typeKey } from "./type-key.ts";

/**
 * `same`; `stated`: the pages say now what they left open; `unstated`: they leave open what they said; `narrower`: every
 * value of the new type is one of the old type; `wider`: the other way round; `collection` and `single`: one became many,
 * or many one; `values`: an open list of
 * values names others, or there is one now, or no more; `other`: a different type.
 */
export type TypeChange =
  | "same"
  | "stated"
  | "unstated"
  | "narrower"
  | "wider"
  | "collection"
  | "single"
  | "values"
  | "other";

/** The type in words, with the values of a list. */
export function typeText(type: TypeRef): string {
  if (type.kind === "literals") return `String (${type.values.join(", ")})`;
  if (type.kind === "collection") return `${typeText(type.of)} collection`;
  return typeRefText(type);
}

/** The values that a string type is limited to; `null` for any string, `undefined` for what is no string at all. */
function stringValues(type: TypeRef, context: DiffContext): ReadonlySet<string> | null | undefined {
  if (type.kind === "primitive") return isText(type.name) ? null : undefined;
  if (type.kind === "literals") return new Set(type.values);
  if (type.kind !== "enum") return undefined;
  const found = context.new.enums.get(type.id) ?? context.old.enums.get(type.id);
  return found === undefined ? undefined : new Set(found.members.map(({ value }) => value));
}

function isSubset(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].every((value) => b.has(value));
}

/** Any string, with or without a list of those that are usual. */
function isOpenText(type: TypeRef): boolean {
  return type.kind === "literals" || (type.kind === "primitive" && isText(type.name));
}

/** On the wire a GUID is a text like any other. */
function isText(name: PrimitiveName): boolean {
  return name === "String" || name === "Guid";
}

function compareStrings(old: TypeRef, current: TypeRef, context: DiffContext): TypeChange {
  const [before, after] = [stringValues(old, context), stringValues(current, context)];
  if (before === undefined || after === undefined) return "other";
  if (isOpenText(old) && isOpenText(current)) return "values";
  // A list on a page was open; the enum says what it is.
  if (old.kind === "literals") return "stated";
  if (current.kind === "literals") return "unstated";
  if (before === null || after === null) return before === null ? "narrower" : "wider";
  if (isSubset(after, before)) return isSubset(before, after) ? "values" : "narrower";
  return isSubset(before, after) ? "wider" : "other";
}

function isDerived(from: string, id: string, context: DiffContext): boolean {
  for (const side of [context.new, context.old]) {
    const type = side.types.get(id);
    if (type !== undefined && side.lineage(type).some((one) => one.id === from)) return true;
  }
  return false;
}

/** Compares the type of a thing on both sides; a type that was only renamed is the same. */
export function compareTypes(oldType: TypeRef, current: TypeRef, context: DiffContext): TypeChange {
  const old = carriedOver(oldType, context);
  if (typeKey(old) === typeKey(current)) return "same";
  if (old.kind === "collection" && current.kind === "collection") return compareTypes(old.of, current.of, context);
  if (isUntyped(old)) return isUntyped(current) ? "same" : "stated";
  if (isUntyped(current)) return "unstated";
  if (old.kind === "collection") return "single";
  if (current.kind === "collection") return "collection";
  if (old.kind === "object" && current.kind === "object") {
    if (isDerived(old.id, current.id, context)) return "narrower";
    return isDerived(current.id, old.id, context) ? "wider" : "other";
  }
  if (old.kind === "union" && old.options.some((option) => typeKey(option) === typeKey(current))) return "narrower";
  if (current.kind === "union" && current.options.some((option) => typeKey(option) === typeKey(old))) return "wider";
  return compareStrings(old, current, context);
}
