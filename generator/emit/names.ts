/** The names under which the things of a model are declared. */
import type { ApiModel } from "../model/api-model.ts";
import { derivedIdentifier, type Identifier, identifier } from "./text.ts";

export interface Names {
  /** By id of an object type or an enum. */
  readonly types: ReadonlyMap<string, Identifier>;
  /** The interface of a type's relationships, by id of the object type. */
  readonly relationships: ReadonlyMap<string, Identifier>;
  /** The union of a type and those that derive from it, by id of the object type. */
  readonly families: ReadonlyMap<string, Identifier>;
  /** What a type has where nothing is selected, by id of the object type. */
  readonly defaults: ReadonlyMap<string, Identifier>;
  /** By id of an operation. */
  readonly functions: ReadonlyMap<string, Identifier>;
}

/**
 * Gives each type, enum and operation its name: the one that the model chose, wherever that can be declared.
 *
 * The model sees to it that its names are unique. Where one of them cannot be declared, it is changed by a fixed rule,
 * and numbered if the outcome is taken; names that can be declared are never touched. The names that stand beside a type
 * are made of its own.
 */
export function createNames(model: ApiModel): Names {
  const types = assign([...model.types, ...model.enums].map(({ id, sdkName }) => ({ id, name: sdkName })));
  const taken = new Set<string>(types.values());
  const companions = (nameOf: (name: Identifier) => Identifier): ReadonlyMap<string, Identifier> => {
    const named = new Map<string, Identifier>();
    for (const { id } of [...model.types].sort((a, b) => compareText(a.id, b.id))) {
      const name = types.get(id);
      if (name !== undefined && !named.has(id)) named.set(id, uniqueIdentifier(nameOf(name), taken));
    }
    return named;
  };
  return {
    types,
    relationships: companions((name) => derivedIdentifier("", name, "Relationships")),
    families: companions((name) => derivedIdentifier("Any", name, "")),
    defaults: companions((name) => derivedIdentifier("", name, "Default")),
    functions: assign(model.operations.map(({ id, name }) => ({ id, name }))),
  };
}

function assign(things: readonly { readonly id: string; readonly name: string }[]): ReadonlyMap<string, Identifier> {
  const names = new Map<string, Identifier>();
  const taken = new Set<string>();
  const isSafe = ({ name }: { readonly name: string }): boolean => identifier(name) === name;
  const sorted = [...things].sort((a, b) => compareText(a.id, b.id));
  for (const { id, name } of [...sorted.filter(isSafe), ...sorted.filter((thing) => !isSafe(thing))]) {
    if (!names.has(id)) names.set(id, uniqueIdentifier(identifier(name), taken));
  }
  return names;
}

/** Adds a name to those taken, with a number if it has been taken before. */
export function uniqueIdentifier(name: Identifier, taken: Set<string>): Identifier {
  let unique = name;
  for (let number = 2; taken.has(unique); number++) unique = identifier(`${name}${number}`);
  taken.add(unique);
  return unique;
}

/** Order by code unit: the same on every machine, whatever its language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
