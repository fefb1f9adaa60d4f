/** The names under which the things of a model are declared. */
import type { ApiModel } from "../model/api-model.ts";
import { type Identifier, identifier } from "./text.ts";

export interface Names {
  /** By id of an object type or an enum. */
  readonly types: ReadonlyMap<string, Identifier>;
  /** By id of an operation. */
  readonly functions: ReadonlyMap<string, Identifier>;
}

/**
 * Gives each type, enum and operation its name: the one that the model chose, wherever that can be declared.
 *
 * The model sees to it that its names are unique. Where one of them cannot be declared, it is changed by a fixed rule,
 * and numbered if the outcome is taken; names that can be declared are never touched.
 */
export function createNames(model: ApiModel): Names {
  return {
    types: assign([...model.types, ...model.enums].map(({ id, sdkName }) => ({ id, name: sdkName }))),
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
