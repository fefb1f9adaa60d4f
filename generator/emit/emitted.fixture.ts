/** Output of the emission for tests: as text, parsed, or type-checked. */
import ts from "typescript";
import type { ApiModel } from "../model/api-model.ts";
import { type EmitOptions, type EmittedFile, emitModel } from "./emit-model.ts";
import { fileHeader } from "./print-file.ts";

export const testOptions: EmitOptions = { enumStyle: "enum", toolVersion: "1.2.3" };

/** One file of the output, without the header. */
export function emittedText(model: ApiModel, path: string, options: Partial<EmitOptions> = {}): string {
  const file = emitModel(model, { ...testOptions, ...options }).find((one) => one.path === path);
  if (file === undefined) throw new Error(`There is no ${path} in the output`);
  return file.text.replace(`${fileHeader}\n\n`, "");
}

/** One declaration of a file with its comment; names as in the code. */
export function declarationText(text: string, name: string): string {
  const source = ts.createSourceFile("file.ts", text, ts.ScriptTarget.Latest, true);
  const found = source.statements.filter(
    (statement) => "name" in statement && (statement.name as ts.Identifier).text === name,
  );
  return found.map((statement) => statement.getFullText().trim()).join("\n");
}

export const strictOptions: ts.CompilerOptions = {
  noEmit: true,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noPropertyAccessFromIndexSignature: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts", "lib.dom.asynciterable.d.ts"],
  types: [],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
};

const parsed = new Map<string, ts.SourceFile>();

/** What TypeScript says of the files, and of others beside them; all paths are relative to one folder. */
export function typeErrors(
  files: readonly EmittedFile[],
  more: Readonly<Record<string, string>> = {},
  options: ts.CompilerOptions = {},
): string[] {
  const root = "/output/";
  const texts = new Map<string, string>([
    ...files.map(({ path, text }) => [root + path, text] as const),
    ...Object.entries(more).map(([path, text]) => [root + path, text] as const),
  ]);
  const all = { ...strictOptions, ...options };
  const host = ts.createCompilerHost(all);
  const readLib = host.getSourceFile.bind(host);
  host.fileExists = (path) =>
    texts.has(path) || (path.includes("/node_modules/typescript/") && ts.sys.fileExists(path));
  host.readFile = (path) => texts.get(path) ?? ts.sys.readFile(path);
  host.directoryExists = (path) => path.startsWith("/output");
  host.getCurrentDirectory = () => "/output";
  host.getSourceFile = (path, version) => {
    const text = texts.get(path);
    if (text !== undefined) return ts.createSourceFile(path, text, version);
    const known = parsed.get(path) ?? readLib(path, version);
    if (known !== undefined) parsed.set(path, known);
    return known;
  };
  const program = ts.createProgram(
    [...texts.keys()].filter((path) => path.endsWith(".ts")),
    all,
    host,
  );
  return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const line =
      file === undefined || start === undefined
        ? ""
        : `${file.fileName.slice(root.length)}:${file.getLineAndCharacterOfPosition(start).line + 1}: `;
    return line + ts.flattenDiagnosticMessageText(messageText, " ");
  });
}
