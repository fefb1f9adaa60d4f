/** What every part of the emission needs to know of the whole. */
import { type CallReader, createCallReader } from "../examples/call-reader.ts";
import { maxListedDerivedTypes } from "../shapes/inheritance.ts";
import type { ModelView } from "../shapes/model-view.ts";
import type { ImportExtension, OutputPath } from "./file-names.ts";
import type { Imports } from "./imports.ts";
import { createNames, type Names } from "./names.ts";
import { useRuntime } from "./runtime-names.ts";
import { code, type Identifier } from "./text.ts";
import { createCompanions, type TypeCompanions } from "./type-companions.ts";
import type { EnumStyle, TypeScope } from "./type-text.ts";

export interface TypeScriptOptions {
  /** How enums are written: a TypeScript enum, a constant table with a type, or a union of literals alone. */
  readonly enumStyle: EnumStyle;
  /** What relative imports end in: `.js` suits all, `.ts` and nothing need the consumer's configuration. */
  readonly importExtension: ImportExtension;
  /**
   * Where `null` may come: `documented` where pages or their examples say so, `lenient` wherever they do not rule it
   * out.
   */
  readonly nullability: Nullability;
  /** Where the pages are published, with `{path}` or `{name}` in place of the page. */
  readonly pageUrl: string | null;
}

export type Nullability = "documented" | "lenient";

export interface EmitContext extends TypeScriptOptions, ModelView {
  readonly names: Names;
  readonly companions: TypeCompanions;
  /** Reads documented requests as calls. */
  readonly callOf: CallReader;
}

export function createContext(view: ModelView, options: TypeScriptOptions): EmitContext {
  const { model, overview } = view;
  return {
    ...view,
    enumStyle: options.enumStyle,
    importExtension: options.importExtension,
    nullability: options.nullability,
    pageUrl: options.pageUrl,
    names: createNames(model),
    companions: createCompanions(model, overview),
    callOf: createCallReader(model),
  };
}

/** Where the things of a model are declared, by id. */
export interface Homes {
  /** Object types and enums. */
  readonly types: ReadonlyMap<string, OutputPath>;
  /** What stands beside an object type for `select` and `expand`. */
  readonly selections: ReadonlyMap<string, OutputPath>;
}

/** Types as one file refers to them: importing what it uses. */
export function createTypeScope(context: EmitContext, homes: Homes, imports: Imports): TypeScope {
  const { names, inheritance, companions, enums, enumStyle, nullability } = context;
  const find = (
    id: string,
    all: ReadonlyMap<string, Identifier>,
    places: ReadonlyMap<string, OutputPath>,
  ): Identifier | null => {
    const [name, home] = [all.get(id), places.get(id)];
    return name === undefined || home === undefined ? null : imports.use(name, home, "type");
  };
  const typeName = (id: string): Identifier | null => find(id, names.types, homes.types);
  const familyName = (id: string): Identifier | null =>
    companions.hasFamily(id) ? find(id, names.families, homes.selections) : null;
  return {
    enumStyle,
    enums,
    isNullable: (stated) => stated ?? nullability === "lenient",
    typeName,
    hasRelationships: companions.hasRelationships,
    relationshipsName: (id) =>
      companions.hasRelationships(id) ? find(id, names.relationships, homes.selections) : null,
    familyName,
    familyType(id) {
      const name = familyName(id);
      if (name !== null || !inheritance.isNameless(id)) return name;
      return code`${useRuntime(imports, "Open")}<${typeName(id) ?? code`unknown`}>`;
    },
    defaultName: (id) => (companions.hasDefault(id) ? find(id, names.defaults, homes.selections) : null),
    inputName: () => useRuntime(imports, "Input"),
    derivedTypes(id) {
      const derived = inheritance.descendantsOf(id);
      // More alternatives do not help who reads an error message; the base type still takes them all.
      return derived.length > maxListedDerivedTypes ? [] : derived;
    },
  };
}
