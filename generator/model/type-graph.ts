/** The finished types of a model by id, with what they inherit. */
import type { EnumType, ObjectType, Property } from "./api-model.ts";
import { ancestorsOf } from "./base-types.ts";

export class TypeGraph {
  readonly types: readonly ObjectType[];
  readonly enums: readonly EnumType[];
  readonly #byId: ReadonlyMap<string, ObjectType>;

  constructor(types: readonly ObjectType[], enums: readonly EnumType[]) {
    this.types = types;
    this.enums = enums;
    this.#byId = new Map(types.map((type) => [type.id, type]));
  }

  /** The type itself, then its base types, nearest first. Empty for an id that no type has. */
  chainOf(id: string): ObjectType[] {
    const baseOf = (one: string): string | null => this.#byId.get(one)?.baseType ?? null;
    return [id, ...ancestorsOf(id, baseOf)].flatMap((one) => this.#byId.get(one) ?? []);
  }

  /** Own properties, then inherited ones; a name that both have comes once, as the type itself declares it. */
  propertiesOf(id: string): Property[] {
    const found = new Map<string, Property>();
    for (const type of this.chainOf(id))
      for (const property of type.properties) if (!found.has(property.name)) found.set(property.name, property);
    return [...found.values()];
  }
}
