/** What every part of the emission needs to know of the whole. */
import type { ApiModel, EnumType } from "../model/api-model.ts";
import type { ImportExtension, OutputPath } from "./file-names.ts";
import type { Imports } from "./imports.ts";
import { type Inheritance, resolveInheritance } from "./inheritance.ts";
import { createNames, type Names } from "./names.ts";
import { useRuntime } from "./runtime-names.ts";
import type { EnumStyle, TypeScope } from "./type-text.ts";

export interface TypeScriptOptions {
  /** How enums are written: a TypeScript enum, a constant table with a type, or a union of literals alone. */
  readonly enumStyle: EnumStyle;
  /** What relative imports end in: `.js` suits all, `.ts` and nothing need the consumer's configuration. */
  readonly importExtension: ImportExtension;
}

export interface EmitContext extends TypeScriptOptions {
  readonly model: ApiModel;
  readonly names: Names;
  readonly inheritance: Inheritance;
  readonly enums: ReadonlyMap<string, EnumType>;
}

export function createContext(model: ApiModel, options: TypeScriptOptions): EmitContext {
  return {
    enumStyle: options.enumStyle,
    importExtension: options.importExtension,
    model,
    names: createNames(model),
    inheritance: resolveInheritance(model.types, model.enums),
    enums: new Map(model.enums.map((type) => [type.id, type])),
  };
}

/** More alternatives than these do not help who reads an error message; the base type still takes them all. */
const maxDerivedTypes = 12;

/** Types as one file refers to them: importing what it uses. */
export function createTypeScope(
  context: EmitContext,
  homes: ReadonlyMap<string, OutputPath>,
  imports: Imports,
): TypeScope {
  const { names, inheritance, enums, enumStyle } = context;
  return {
    enumStyle,
    enums,
    typeName(id) {
      const [name, home] = [names.types.get(id), homes.get(id)];
      return name === undefined || home === undefined ? null : imports.use(name, home, "type");
    },
    inputName: () => useRuntime(imports, "Input"),
    derivedTypes(id) {
      const derived = inheritance.descendantsOf(id);
      return derived.length > maxDerivedTypes ? [] : derived;
    },
  };
}
