/** One side of a comparison: a model, with what is looked up in it again and again. */
import { createNames, type Names } from "../emit/names.ts";
import type { ApiModel, EnumType, ObjectType, Operation, Property } from "../model/api-model.ts";

import { requestKeys } from "./request-key.ts";

export interface Side {
  readonly model: ApiModel;
  readonly types: ReadonlyMap<string, ObjectType>;
  readonly enums: ReadonlyMap<string, EnumType>;
  readonly operations: ReadonlyMap<string, Operation>;
  readonly names: Names;
  /** Every page that something of the model stands on. */
  readonly pages: ReadonlySet<string>;
  /** Keys of what an operation requests, one a path. */
  readonly requestKeys: (operation: Operation) => readonly string[];
  /** The type and its ancestors, the nearest first. */
  readonly lineage: (type: ObjectType) => readonly ObjectType[];
  /** Own and inherited properties by name; an own one hides an inherited one. */
  readonly allProperties: (type: ObjectType) => ReadonlyMap<string, Property>;
}

function byId<T extends { readonly id: string }>(list: readonly T[]): ReadonlyMap<string, T> {
  return new Map(list.map((one) => [one.id, one]));
}

function pagesOf({ types, enums, operations }: ApiModel): Set<string> {
  const pages = new Set(operations.map(({ page }) => page));
  for (const { places } of [...types, ...enums]) for (const { page } of places) pages.add(page);
  return pages;
}

export function createSide(model: ApiModel): Side {
  const types = byId(model.types);
  const keys = new Map(model.operations.map((operation) => [operation, requestKeys(operation)]));
  const lineages = new Map<string, readonly ObjectType[]>();
  const lineage = (type: ObjectType): readonly ObjectType[] => {
    const known = lineages.get(type.id);
    if (known !== undefined) return known;
    // A set, as a model from a file may hold a cycle whatever the linker promises.
    const chain = new Set<ObjectType>();
    let at: ObjectType | undefined = type;
    while (at !== undefined && !chain.has(at)) {
      chain.add(at);
      at = at.baseType === null ? undefined : types.get(at.baseType);
    }
    const list = [...chain];
    lineages.set(type.id, list);
    return list;
  };
  const all = new Map<string, ReadonlyMap<string, Property>>();
  return {
    model,
    types,
    enums: byId(model.enums),
    operations: byId(model.operations),
    names: createNames(model),
    pages: pagesOf(model),
    requestKeys: (operation) => keys.get(operation) ?? [],
    lineage,
    allProperties: (type) => {
      const known = all.get(type.id);
      if (known !== undefined) return known;
      const properties = new Map<string, Property>();
      for (const { properties: own } of lineage(type))
        for (const property of own) if (!properties.has(property.name)) properties.set(property.name, property);
      all.set(type.id, properties);
      return properties;
    },
  };
}
