/** The imports of an output file: what is used is noted, under another local name where its own is taken. */
import { type ImportExtension, importSpecifier, type OutputPath } from "./file-names.ts";
import { compareText, uniqueIdentifier } from "./names.ts";
import { type Code, code, type Identifier, joinCode, stringLiteral } from "./text.ts";

export interface Imports {
  /** The local name of something that another file exports, or this one declares. */
  use(name: Identifier, from: OutputPath, kind: "type" | "value"): Identifier;
  /** One statement for each file, sorted. */
  statements(): readonly Code[];
}

interface Entry {
  readonly name: Identifier;
  readonly local: Identifier;
  isType: boolean;
}

const maxLineLength = 100;

/**
 * Starts the imports of one file.
 *
 * @param declared names that the file declares itself
 * @param globals names of the platform that the file uses
 */
export function createImports(
  file: OutputPath,
  declared: Iterable<Identifier>,
  globals: readonly string[],
  extension: ImportExtension,
): Imports {
  const taken = new Set<string>([...declared, ...globals]);
  const files = new Map<OutputPath, Map<string, Entry>>();
  return {
    use(name, from, kind) {
      if (from === file) return name;
      const entries = files.get(from) ?? new Map<string, Entry>();
      files.set(from, entries);
      const entry = entries.get(name) ?? { name, local: uniqueIdentifier(name, taken), isType: true };
      entries.set(name, entry);
      if (kind === "value") entry.isType = false;
      return entry.local;
    },
    statements() {
      return [...files]
        .map(([from, entries]) => ({
          specifier: importSpecifier(file, from, extension),
          entries: [...entries.values()],
        }))
        .sort((a, b) => compareText(a.specifier, b.specifier))
        .map(({ specifier, entries }) => importStatement(specifier, entries));
    },
  };
}

function importStatement(specifier: string, entries: readonly Entry[]): Code {
  const allTypes = entries.every(({ isType }) => isType);
  const sorted = [...entries].sort((a, b) => compareText(a.name, b.name));
  const names = sorted.map(({ name, local, isType }) => {
    const type = isType && !allTypes ? code`type ` : code``;
    return name === local ? code`${type}${name}` : code`${type}${name} as ${local}`;
  });
  const keyword = allTypes ? code`import type` : code`import`;
  const from = stringLiteral(specifier);
  const line = code`${keyword} { ${joinCode(names, ", ")} } from ${from};`;
  if (line.length <= maxLineLength) return line;
  return code`${keyword} {\n  ${joinCode(names, ",\n").replaceAll("\n", "\n  ") as Code},\n} from ${from};`;
}
