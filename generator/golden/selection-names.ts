/** Names that an example selects, sorts by or expands, and that the type of the result does not have. */
import type { ExpandValue } from "../examples/expand-grammar.ts";
import type { ExampleOption } from "../examples/query-arguments.ts";
import type { ExampleRequest, Operation, Property, TypeRef } from "../model/api-model.ts";
import { type Inheritance, maxFamily } from "../shapes/inheritance.ts";
import { itemType, resultFactory } from "../shapes/result-shape.ts";
import type { Reason } from "./golden.ts";

export interface UnknownName {
  readonly option: "select" | "orderby" | "expand";
  readonly name: string;
  /** `id` of the type that lacks it. */
  readonly type: string;
  /** Whether the type has no member of the name at all, and not only none that the option can name. */
  readonly isAbsent: boolean;
}

interface Types {
  readonly inheritance: Inheritance;
}

export function unknownNameReason(
  { option, name, type }: UnknownName,
  { place }: ExampleRequest,
  types: Types,
): Reason {
  const what = option === "expand" ? "relationship or property" : "property";
  return {
    code: "example-name-unknown",
    message: `\`${name}\` in \`$${option}\` is no ${what} of ${nameOf(type, types)}`,
    place,
  };
}

function nameOf(id: string, { inheritance }: Types): string {
  return inheritance.types.get(id)?.type.name ?? id;
}

/** In the order of the options. Nothing is known of results that are no objects. */
export function unknownNames(
  operation: Operation,
  options: readonly ExampleOption[],
  types: Types,
): readonly UnknownName[] {
  const item = selectedType(operation);
  if (item === null) return [];
  return options.flatMap((option) => {
    if (option.name === "select") return unknownProperties("select", option.value, item, types);
    if (option.name === "orderby") return unknownProperties("orderby", option.value.map(sortName), item, types);
    return option.name === "expand" ? unknownExpands(option.value, item, types) : [];
  });
}

/** What `select` and `expand` are about; `null` where the result is no object, or not always one. */
function selectedType(operation: Operation): string | null {
  const factory = resultFactory(operation);
  const { response } = operation;
  const isList = factory === "listOperation" || factory === "deltaOperation";
  const isOne = (factory === "jsonOperation" || factory === "valueOperation") && !response.statuses.includes(204);
  const type: TypeRef | null = isList ? itemType(response.type) : isOne ? response.type : null;
  return type?.kind === "object" ? type.id : null;
}

/** `name/path desc` sorts by `name`. */
function sortName(text: string): string {
  return text.split(/[\s/]/, 1)[0] ?? "";
}

function unknownProperties(
  option: "select" | "orderby",
  names: readonly string[],
  type: string,
  types: Types,
): readonly UnknownName[] {
  const family = familyOf(type, types);
  // Where other types derive from it, their names are the ones that can be chosen from.
  if (types.inheritance.isNameless(type) && family.length === 1) return [];
  const members = membersOf(family, types);
  return (
    names
      .filter((name) => members.get(name)?.isNavigation !== false || name.includes("@"))
      // Interfaces have annotations that no page declares.
      .map((name) => ({ option, name, type, isAbsent: !members.has(name) && !name.includes("@") }))
  );
}

function unknownExpands(expand: ExpandValue, type: string, types: Types): readonly UnknownName[] {
  const members = new Map(types.inheritance.membersOf(type).map(({ property }) => [property.name, property]));
  // What has no relationships is expanded by texts.
  if (![...members.values()].some(({ isNavigation }) => isNavigation)) return [];
  return Object.entries(expand).flatMap(([name, item]): readonly UnknownName[] => {
    const property = members.get(name);
    if (property?.isNavigation !== true) return [{ option: "expand", name, type, isAbsent: property === undefined }];
    const target = itemType(property.type);
    if (item === true || target?.kind !== "object") return [];
    return [
      ...unknownProperties("select", item.select ?? [], target.id, types),
      ...unknownProperties("orderby", (item.orderBy ?? []).map(sortName), target.id, types),
      ...nestedExpands(item.expand, target.id, types),
    ].map((unknown) => ({ ...unknown, option: "expand" as const }));
  });
}

/** Unlike the result itself, what is expanded takes no texts: what has no relationships cannot be expanded further. */
function nestedExpands(expand: ExpandValue | undefined, type: string, types: Types): readonly UnknownName[] {
  if (expand === undefined) return [];
  const members = types.inheritance.membersOf(type);
  if (members.some(({ property }) => property.isNavigation)) return unknownExpands(expand, type, types);
  return Object.keys(expand).map((name) => ({
    option: "expand",
    name,
    type,
    isAbsent: !members.some(({ property }) => property.name === name),
  }));
}

/** A type, and those that derive from it, if they are few. */
function familyOf(id: string, { inheritance }: Types): readonly string[] {
  const descendants = inheritance.descendantsOf(id);
  return descendants.length <= maxFamily ? [id, ...descendants] : [id];
}

function membersOf(ids: readonly string[], { inheritance }: Types): ReadonlyMap<string, Property> {
  const members = new Map<string, Property>();
  for (const one of ids)
    for (const { property } of inheritance.membersOf(one)) {
      if (!members.has(property.name)) members.set(property.name, property);
    }
  return members;
}
