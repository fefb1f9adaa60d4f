/** A model as it is looked at by what is made of it, type by type: which types these were can be told afterwards. */
import type { ApiModel, EnumType, Operation } from "../model/api-model.ts";
import { type Inheritance, type Lookup, resolveInheritance } from "./inheritance.ts";
import { Lookups } from "./lookups.ts";

export interface ModelView {
  readonly model: ApiModel;
  /** What is asked about a type is noted, except what derives from it. */
  readonly inheritance: Inheritance;
  /** What is asked for is noted. */
  readonly enums: Lookup<EnumType>;
  /** The same as `inheritance`, for what is told of all types at once: nothing is noted. */
  readonly overview: Inheritance;
  readonly lookups: Lookups;
}

/** What looking at an object type or an enum is noted as. */
export function typeKey(id: string): string {
  return `type ${id}`;
}

/** What looking at an operation is noted as. */
export function operationKey({ id }: Pick<Operation, "id">): string {
  return `operation ${id}`;
}

export function createModelView(model: ApiModel): ModelView {
  const lookups = new Lookups();
  const overview = resolveInheritance(model.types, model.enums);
  const enums = new Map(model.enums.map((type) => [type.id, type]));
  const noted = <T>(look: (id: string) => T): ((id: string) => T) => {
    return (id) => {
      lookups.note(typeKey(id));
      return look(id);
    };
  };
  return {
    model,
    inheritance: {
      types: { get: noted((id) => overview.types.get(id)) },
      membersOf: noted(overview.membersOf),
      isOpen: noted(overview.isOpen),
      isNameless: noted(overview.isNameless),
      descendantsOf: overview.descendantsOf,
    },
    enums: { get: noted((id) => enums.get(id)) },
    overview,
    lookups,
  };
}
