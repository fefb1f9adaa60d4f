/**
 * The folder `selections/`: what `select` and `expand` need to know of the object types. Apart from these, as a type
 * has to be read without them.
 */
import { createTypeScope, type EmitContext, type Homes } from "./context.ts";
import type { SourceFile } from "./declarations.ts";
import type { OutputPath } from "./file-names.ts";
import { createImports } from "./imports.ts";
import { divideIntoFiles, type TypeEntry, type TypeFiles } from "./model-files.ts";
import { defaultDeclaration, familyDeclaration, relationshipsDeclaration } from "./relationships.ts";

/** Divides the object types that have such declarations into files. */
export function planSelectionFiles({ model, names, companions }: EmitContext): TypeFiles {
  const entries = model.types.flatMap(({ id, properties }): TypeEntry[] => {
    const name = names.types.get(id);
    const isNeeded = companions.hasRelationships(id) || companions.hasFamily(id) || companions.hasDefault(id);
    if (name === undefined || !isNeeded) return [];
    return [{ id, name, size: 8 + 3 * properties.filter(({ isNavigation }) => isNavigation).length }];
  });
  return divideIntoFiles("selections", entries);
}

/** Writes down the declarations of one file. */
export function selectionFile(
  context: EmitContext,
  path: OutputPath,
  entries: readonly TypeEntry[],
  homes: Homes,
): SourceFile {
  const { inheritance, companions, importExtension, names } = context;
  const declared = entries.flatMap(({ id }) =>
    [names.relationships.get(id), names.families.get(id), names.defaults.get(id)].filter((name) => name !== undefined),
  );
  // A model type may have the name of a type of the platform.
  const imports = createImports(path, declared, ["Omit"], importExtension);
  const scope = createTypeScope(context, homes, imports);
  const declarations = entries.flatMap(({ id }) => {
    const type = inheritance.types.get(id);
    const name = scope.typeName(id);
    if (type === undefined || name === null) return [];
    return [
      defaultDeclaration(type, name, companions.selectOnly(id), scope),
      familyDeclaration(type, name, { scope, imports, inheritance }),
      relationshipsDeclaration(type, name, { scope, imports, inheritance }),
    ].filter((declaration) => declaration !== null);
  });
  return { path, imports: imports.statements(), declarations };
}
