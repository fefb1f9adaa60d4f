/**
 * The folder `selections/`: what `select` and `expand` need to know of the object types. Apart from these, as a type
 * has to be read without them.
 */
import { createTypeScope, type EmitContext, type Homes } from "./context.ts";
import type { SourceFile } from "./declarations.ts";
import { type OutputPath, outputPath } from "./file-names.ts";
import { createImports } from "./imports.ts";
import { defaultDeclaration, familyDeclaration, relationshipsDeclaration } from "./relationships.ts";
import type { Identifier } from "./text.ts";
import { divideIntoVolumes, type VolumeEntry } from "./volumes.ts";

interface SelectionEntry extends VolumeEntry {
  readonly id: string;
  readonly name: Identifier;
}

export interface SelectionFiles {
  /** Where the declarations beside a type are, by id of the type. */
  readonly homes: ReadonlyMap<string, OutputPath>;
  readonly volumes: ReadonlyMap<OutputPath, readonly SelectionEntry[]>;
}

/** Divides the object types that have such declarations into files. */
export function planSelectionFiles({ model, names, companions }: EmitContext): SelectionFiles {
  const entries = model.types.flatMap(({ id, properties }): SelectionEntry[] => {
    const name = names.types.get(id);
    const isNeeded = companions.hasRelationships(id) || companions.hasFamily(id) || companions.hasDefault(id);
    if (name === undefined || !isNeeded) return [];
    return [{ id, name, size: 8 + 3 * properties.filter(({ isNavigation }) => isNavigation).length }];
  });
  const homes = new Map<string, OutputPath>();
  const volumes = new Map<OutputPath, readonly SelectionEntry[]>();
  for (const volume of divideIntoVolumes(entries)) {
    const path = outputPath("selections", volume.file);
    volumes.set(path, volume.entries);
    for (const { id } of volume.entries) homes.set(id, path);
  }
  return { homes, volumes };
}

/** Writes down the declarations of one file. */
export function selectionFile(
  context: EmitContext,
  path: OutputPath,
  entries: readonly SelectionEntry[],
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
