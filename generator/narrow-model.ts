/** The part of a model that some pages declare, with all that it refers to. */
import type { ApiModel, EnumType, ObjectType, Operation, Parameter, Property, TypeRef } from "./model/api-model.ts";

/** Gathers types and enums from where they are used, each with what it uses in turn. */
class Needed {
  readonly types = new Set<string>();
  readonly enums = new Set<string>();
  readonly #typesById: ReadonlyMap<string, ObjectType>;
  // Types still to be looked into. A list, as on large sets a chain of types is longer than the stack is deep.
  readonly #waiting: string[] = [];

  constructor(model: ApiModel) {
    this.#typesById = new Map(model.types.map((type) => [type.id, type]));
  }

  addType(id: string): void {
    this.#waiting.push(id);
  }

  addRef(ref: TypeRef | null): void {
    if (ref?.kind === "object") this.addType(ref.id);
    else if (ref?.kind === "enum") this.enums.add(ref.id);
    else if (ref?.kind === "collection") this.addRef(ref.of);
    else if (ref?.kind === "union") for (const option of ref.options) this.addRef(option);
  }

  addOperation({ pathParameters, queryParameters, body, response, examples }: Operation): void {
    const typed: readonly (Parameter | Property)[] = [
      ...pathParameters,
      ...queryParameters,
      ...(body?.properties ?? []),
    ];
    for (const { type } of typed) this.addRef(type);
    this.addRef(body?.type ?? null);
    this.addRef(response.type);
    for (const { responses } of examples) for (const { type } of responses) this.addRef(type);
  }

  /** Follows every type to its base type and to the types of its properties. */
  settle(): void {
    for (let id = this.#waiting.pop(); id !== undefined; id = this.#waiting.pop()) {
      if (this.types.has(id)) continue;
      this.types.add(id);
      const type = this.#typesById.get(id);
      if (type === undefined) continue;
      if (type.baseType !== null) this.addType(type.baseType);
      for (const property of type.properties) this.addRef(property.type);
    }
  }
}

function isDeclaredOn(declared: ObjectType | EnumType, matches: (page: string) => boolean): boolean {
  return declared.places.some(({ page }) => matches(page));
}

/**
 * Keeps the operations, types and enums that the matching pages declare, and every type and enum that these need. The
 * model is linked over all pages before, so that names and types are the same as in the whole.
 */
export function narrowModel(model: ApiModel, matches: (page: string) => boolean): ApiModel {
  const operations = model.operations.filter(({ page }) => matches(page));
  const needed = new Needed(model);
  for (const operation of operations) needed.addOperation(operation);
  for (const type of model.types) if (isDeclaredOn(type, matches)) needed.addType(type.id);
  for (const enumType of model.enums) if (isDeclaredOn(enumType, matches)) needed.enums.add(enumType.id);
  needed.settle();
  return {
    ...model,
    operations,
    types: model.types.filter(({ id }) => needed.types.has(id)),
    enums: model.enums.filter(({ id }) => needed.enums.has(id)),
  };
}
