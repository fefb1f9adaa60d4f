/** The folder `models/`: interfaces and enums, and nothing else. */
import { createTypeScope, type EmitContext, type Homes } from "./context.ts";
import type { SourceFile } from "./declarations.ts";
import { enumDeclarations } from "./enums.ts";
import { type ImportExtension, importSpecifier, type OutputFolder, type OutputPath, outputPath } from "./file-names.ts";
import { createImports } from "./imports.ts";
import { interfaceDeclaration } from "./interfaces.ts";
import { fileHeader } from "./print-file.ts";
import { code, type Identifier, joinCode, stringLiteral } from "./text.ts";
import { divideIntoVolumes, type VolumeEntry } from "./volumes.ts";

export interface TypeEntry extends VolumeEntry {
  readonly id: string;
  readonly name: Identifier;
}

export interface TypeFiles {
  /** Where each type, or what stands beside it, is declared, by id of the type. */
  readonly homes: ReadonlyMap<string, OutputPath>;
  readonly volumes: ReadonlyMap<OutputPath, readonly TypeEntry[]>;
}

/** Divides the types and enums of a model into files. */
export function planTypeFiles({ model, names }: EmitContext): TypeFiles {
  const entries: TypeEntry[] = [];
  const add = (id: string, members: readonly { readonly description: string | null }[]): void => {
    const name = names.types.get(id);
    const lines = members.reduce((sum, { description }) => sum + (description === null ? 1 : 3), 0);
    if (name !== undefined) entries.push({ id, name, size: 4 + lines });
  };
  for (const { id, properties } of model.types) add(id, properties);
  for (const { id, members } of model.enums) if (members.length > 0) add(id, members);

  return divideIntoFiles("models", entries);
}

/** Divides declarations into the files of a folder. */
export function divideIntoFiles(folder: OutputFolder, entries: readonly TypeEntry[]): TypeFiles {
  const homes = new Map<string, OutputPath>();
  const volumes = new Map<OutputPath, readonly TypeEntry[]>();
  for (const volume of divideIntoVolumes(entries)) {
    const path = outputPath(folder, volume.file);
    volumes.set(path, volume.entries);
    for (const { id } of volume.entries) homes.set(id, path);
  }
  return { homes, volumes };
}

/** Writes down the declarations of one file of types. */
export function typeFile(context: EmitContext, path: OutputPath, files: TypeFiles, homes: Homes): SourceFile {
  const { inheritance, enums, enumStyle, importExtension } = context;
  const entries = files.volumes.get(path) ?? [];
  const imports = createImports(
    path,
    entries.map(({ name }) => name),
    [],
    importExtension,
  );
  const scope = createTypeScope(context, homes, imports);
  const declarations = entries.flatMap(({ id, name }) => {
    const type = inheritance.types.get(id);
    if (type !== undefined)
      return [interfaceDeclaration(type, { name, scope, hasDerived: inheritance.descendantsOf(id).length > 0 })];
    const enumType = enums.get(id);
    return enumType === undefined ? [] : enumDeclarations(enumType, name, enumStyle);
  });
  return { path, imports: imports.statements(), declarations };
}

/**
 * The index of a folder, `models/index.ts`: everything under a path that stays the same when a file is divided. No file
 * of the output imports it, so that a function never pulls in more than it needs.
 */
export function typeIndexText(index: OutputPath, paths: Iterable<OutputPath>, extension: ImportExtension): string {
  const lines = [...paths].map(
    (path) => code`export * from ${stringLiteral(importSpecifier(index, path, extension))};`,
  );
  return `${fileHeader}\n\n${lines.length === 0 ? "export {};" : joinCode(lines, "\n")}\n`;
}
