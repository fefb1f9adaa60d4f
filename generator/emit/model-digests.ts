/** Digests of the parts of a model: what a file of the output is made of can be compared without making it. */
import { digest } from "../digest.ts";
import type { ApiModel, Operation } from "../model/api-model.ts";
import type { Inheritance } from "../shapes/inheritance.ts";
import { type ModelView, operationKey, typeKey } from "../shapes/model-view.ts";
import { createModelText, type ModelText } from "./api-json.ts";
import { createCompanions } from "./type-companions.ts";

export interface ModelDigests {
  /** The text of the model, which most digests are of. */
  readonly text: ModelText;
  /**
   * What everything may depend on: what there is, what it is called, what derives from what, and the addresses of the
   * operations. Not what a type or an operation is beyond that.
   */
  readonly structure: string;
  readonly titles: string;
  readonly permissions: string;
  /** All of one operation. */
  readonly operation: (operation: Operation) => string;
  /** Of something that was made of inputs with a digest of their own, and has looked at parts of the model. */
  readonly made: (inputs: string, looked: Iterable<string>) => string;
}

/** Makes the digests as they are asked for, each once. */
export function createModelDigests({ model, overview }: ModelView): ModelDigests {
  const { operations, types, enums, ...rest } = model;
  const text = createModelText(model);
  const known = new Map<string, string>();
  const once = (key: string, value: () => unknown): string => {
    let made = known.get(key);
    if (made === undefined) {
      made = digest(JSON.stringify(value()));
      known.set(key, made);
    }
    return made;
  };
  const looked = createKeyDigests(text, { model, overview });
  return {
    text,
    get structure() {
      return once("structure", () => [rest, typeStructure(model, overview), operationStructure(operations)]);
    },
    get titles() {
      return once("titles", () => operations.map(({ title }) => title));
    },
    get permissions() {
      return once("permissions", () => operations.map((operation) => operation.permissions));
    },
    operation: text.digestOf,
    made: (inputs, keys) => digest(inputs, ...Array.from(keys, looked)),
  };
}

function typeStructure(model: ApiModel, overview: Inheritance): unknown {
  const companions = createCompanions(model, overview);
  const types = model.types.map(({ id, sdkName, baseType }) => [
    [id, sdkName, baseType, overview.types.get(id)?.base],
    [companions.hasRelationships(id), companions.hasDefault(id), companions.hasFamily(id)],
  ]);
  return [types, model.enums.map(({ id, sdkName }) => [id, sdkName])];
}

function operationStructure(operations: readonly Operation[]): unknown {
  return operations.map(({ id, name, resource, page, method, paths }) => [
    [id, name, resource, page, method],
    paths.map(({ place: _, ...path }) => path),
  ]);
}

/** Digests of what can be seen of a type or an operation, by the keys that looking at it is noted as. */
function createKeyDigests(
  text: ModelText,
  { model, overview }: Pick<ModelView, "model" | "overview">,
): (key: string) => string {
  const operations = new Map(model.operations.map((operation) => [operationKey(operation), operation]));
  const types = new Map(model.types.map((type) => [typeKey(type.id), type]));
  const enums = new Map(model.enums.map((type) => [typeKey(type.id), type]));
  const known = new Map<string, string>();
  const make = (key: string): string => {
    const entries = [operations.get(key), types.get(key), enums.get(key)].filter((entry) => entry !== undefined);
    const type = types.get(key);
    const resolved = type === undefined ? undefined : overview.types.get(type.id);
    if (resolved === undefined) return digest(...entries.map(text.digestOf));
    // How its properties are declared depends on other types, too; what it inherits is what the base type shows.
    const { base, omitted, properties } = resolved;
    const declared = properties.map(({ property, isOptional }) => [property.name, property.isNullable, isOptional]);
    const inherited = base === null ? "" : digestOf(typeKey(base));
    return digest(...entries.map(text.digestOf), JSON.stringify([omitted, declared]), inherited);
  };
  const digestOf = (key: string): string => {
    const before = known.get(key) ?? make(key);
    known.set(key, before);
    return before;
  };
  return digestOf;
}
