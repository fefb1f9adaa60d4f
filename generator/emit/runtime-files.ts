/** The folder `runtime/`: the files of the templates, with the import extension that the output uses. */
import { ts } from "./compiler.ts";
import { fileName, type ImportExtension, outputPath } from "./file-names.ts";
import { costlyFile, type PlannedFile } from "./planned-file.ts";
import { fileHeader } from "./print-file.ts";

/** Copies the runtime. The texts depend on templates and options alone. */
export function runtimeFiles(
  templates: ReadonlyMap<string, string>,
  extension: ImportExtension,
): readonly PlannedFile[] {
  return [...templates].map(([name, text]) =>
    costlyFile(
      outputPath("runtime", fileName(name.replace(/\.ts$/, ""))),
      () => [],
      () => `${fileHeader}\n\n${withImportExtension(text, extension).trim()}\n`,
    ),
  );
}

/** Rewrites how relative imports end. In the templates they end in `.ts`. */
export function withImportExtension(text: string, extension: ImportExtension): string {
  if (extension === ".ts") return text;
  const source = ts.createSourceFile("runtime.ts", text, ts.ScriptTarget.Latest, false, ts.ScriptKind.TS);
  let result = text;
  // From the end, so that places before stay right.
  for (const statement of [...source.statements].reverse()) {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) continue;
    const specifier = statement.moduleSpecifier;
    if (specifier === undefined || !ts.isStringLiteral(specifier) || !/^\.\.?\/.*\.ts$/.test(specifier.text)) continue;
    const end = specifier.end - '"'.length;
    result = result.slice(0, end - ".ts".length) + extension + result.slice(end);
  }
  return result;
}
