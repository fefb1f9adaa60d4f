/** Which functions share a file: those of one resource, unless they are too many for one that people read. */
import type { Operation } from "../model/api-model.ts";
import type { EmitContext } from "./context.ts";
import {
  type FileName,
  fileName,
  type ImportExtension,
  importSpecifier,
  type OutputPath,
  outputPath,
  partPath,
} from "./file-names.ts";
import { compareText } from "./names.ts";
import { fileHeader } from "./print-file.ts";
import { code, joinCode, stringLiteral } from "./text.ts";
import { divideIntoVolumes, type VolumeEntry } from "./volumes.ts";

interface OperationEntry extends VolumeEntry {
  readonly operation: Operation;
}

export interface OperationFiles {
  /** The operations of each file, both sorted by name. */
  readonly files: ReadonlyMap<OutputPath, readonly Operation[]>;
  /** The same by the path that callers import, whether the file there is divided or not. */
  readonly importPaths: ReadonlyMap<OutputPath, readonly Operation[]>;
  /** Files that only pass on the parts of a divided one: the path that callers import stays as it was. */
  readonly indexes: ReadonlyMap<OutputPath, readonly OutputPath[]>;
}

/** Lines of a file at which it is divided. */
const limits = { maxEntries: 200, maxSize: 2500 };

/** About how many lines a function takes with its types. */
function sizeOf(operation: Operation, propertyCounts: ReadonlyMap<string, number>): number {
  const { pathParameters, queryParameters, query, headers, body } = operation;
  const options = pathParameters.length + queryParameters.length + query.named.length + headers.length;
  const members = body?.type?.kind === "object" ? (propertyCounts.get(body.type.id) ?? 0) : 0;
  return 34 + 3 * options + 4 * Math.max(members, body?.properties.length ?? 0);
}

/** Plans the files of the folder `operations/`. Resources whose names make one file name share it. */
export function planOperationFiles({ model, names }: EmitContext): OperationFiles {
  const propertyCounts = new Map(model.types.map(({ id, properties }) => [id, properties.length]));
  const resources = new Map<FileName, OperationEntry[]>();
  for (const operation of model.operations) {
    const name = names.functions.get(operation.id);
    if (operation.paths.length === 0 || name === undefined) continue;
    const entry = { operation, name, size: sizeOf(operation, propertyCounts) };
    const resource = fileName(operation.resource);
    const entries = resources.get(resource);
    if (entries === undefined) resources.set(resource, [entry]);
    else entries.push(entry);
  }
  const files = new Map<OutputPath, readonly Operation[]>();
  const importPaths = new Map<OutputPath, readonly Operation[]>();
  const indexes = new Map<OutputPath, readonly OutputPath[]>();
  for (const [resource, entries] of [...resources].sort(([a], [b]) => compareText(a, b))) {
    const whole = outputPath("operations", resource);
    const volumes = divideIntoVolumes(entries, limits);
    const isWhole = volumes.length === 1;
    const all = [...entries].sort((a, b) => compareText(a.name, b.name));
    importPaths.set(
      whole,
      all.map(({ operation }) => operation),
    );
    for (const volume of volumes) {
      const path = isWhole ? whole : partPath("operations", resource, volume.file);
      files.set(
        path,
        volume.entries.map(({ operation }) => operation),
      );
    }
    if (!isWhole)
      indexes.set(
        whole,
        volumes.map(({ file }) => partPath("operations", resource, file)),
      );
  }
  return { files, importPaths, indexes };
}

/** The text of a file that passes on its parts. Bundlers see through it: the parts hold nothing but functions. */
export function operationIndexText(
  index: OutputPath,
  parts: readonly OutputPath[],
  extension: ImportExtension,
): string {
  const lines = parts.map((part) => code`export * from ${stringLiteral(importSpecifier(index, part, extension))};`);
  return `${fileHeader}\n\n${joinCode(lines, "\n")}\n`;
}
