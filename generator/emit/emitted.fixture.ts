/** Output of the emission for tests: as text, parsed, or type-checked. */

import ts from "typescript";
import type { ApiModel } from "../model/api-model.ts";
import { createModelView } from "../shapes/model-view.ts";
import { createContext } from "./context.ts";
import { type EmitOptions, type EmittedFile, emitModel } from "./emit-model.ts";
import { planTypeFiles, typeFile } from "./model-files.ts";
import { planOperationFiles } from "./operation-files.ts";
import { operationFile } from "./operations.ts";
import { fileHeader, printFile } from "./print-file.ts";
import { planSelectionFiles, selectionFile } from "./selection-files.ts";

export const testOptions: EmitOptions = { enumStyle: "enum", toolVersion: "1.2.3" };

/** One file of the output, without the header. */
export function emittedText(model: ApiModel, path: string, options: Partial<EmitOptions> = {}): string {
  const text = declarationsText(model, path, options) ?? wholeText(model, path, options);
  if (text === undefined) throw new Error(`There is no ${path} in the output`);
  return text.replace(`${fileHeader}\n\n`, "");
}

/** The same out of the whole emission. */
export function wholeText(model: ApiModel, path: string, options: Partial<EmitOptions> = {}): string | undefined {
  return emitModel(model, { ...testOptions, ...options }).find((one) => one.path === path)?.text;
}

/** One file of declarations alone, in a fraction of the time. */
function declarationsText(model: ApiModel, path: string, options: Partial<EmitOptions>): string | undefined {
  const { enumStyle, importExtension, nullability, pageUrl } = { ...testOptions, ...options };
  const context = createContext(createModelView(model), {
    enumStyle,
    importExtension: importExtension ?? ".js",
    nullability: nullability ?? "documented",
    pageUrl: pageUrl ?? null,
  });
  const [types, selections] = [planTypeFiles(context), planSelectionFiles(context)];
  const homes = { types: types.homes, selections: selections.homes };
  for (const [file, operations] of planOperationFiles(context).files)
    if (file === path) return printFile(operationFile(context, file, operations, homes).file);
  for (const [file, entries] of selections.volumes)
    if (file === path) return printFile(selectionFile(context, file, entries, homes));
  for (const file of types.volumes.keys()) if (file === path) return printFile(typeFile(context, file, types, homes));
  return undefined;
}

/** One declaration of a file with its comment; names as in the code. */
export function declarationText(text: string, name: string): string {
  const source = ts.createSourceFile("file.ts", text, ts.ScriptTarget.Latest, true);
  const found = source.statements.filter((statement) => declaredName(statement) === name);
  return found.map((statement) => statement.getFullText().trim()).join("\n");
}

/** The same without the comment. */
export function codeText(text: string, name: string): string {
  return declarationText(text, name).replace(/^\/\*\*.*?\*\/\n/s, "");
}

/** Names of the declarations of a file, in its order. */
export function declaredNames(text: string): string[] {
  const source = ts.createSourceFile("file.ts", text, ts.ScriptTarget.Latest);
  return source.statements.flatMap((statement) => declaredName(statement) ?? []);
}

/**
 * What the functions of a file are made of, by name: the file is run, with the makers of the runtime giving back what
 * they are given. Makers of encoders give `{ maker, args }`.
 */
export function dataOf(text: string): ReadonlyMap<string, Readonly<Record<string, unknown>>> {
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const made = new Map<string, Readonly<Record<string, unknown>>>();
  const runtime = new Proxy(
    {},
    {
      get:
        (_, maker: string) =>
        (...args: readonly Readonly<Record<string, unknown>>[]) =>
          maker.endsWith("Operation") ? args[0] : { maker, args },
    },
  );
  const exports = new Proxy(
    {},
    {
      set: (_, name: string, value) => {
        if (value !== undefined) made.set(name, value);
        return true;
      },
    },
  );
  new Function("exports", "require", outputText)(exports, () => runtime);
  return made;
}

function declaredName(statement: ts.Statement): string | undefined {
  const name = ts.isVariableStatement(statement)
    ? statement.declarationList.declarations[0]?.name
    : (statement as ts.DeclarationStatement).name;
  return name !== undefined && ts.isIdentifier(name) ? name.text : undefined;
}

/**
 * The code of an SDK in a folder of its own, so that several can be type-checked at once.
 *
 * @param runtimeOf folder of another SDK, whose runtime stands in for this one's: it is most of the compiler's work
 */
export function sdkIn(
  folder: string,
  model: ApiModel,
  options: Partial<EmitOptions> = {},
  runtimeOf?: string,
): readonly EmittedFile[] {
  return emitModel(model, { ...testOptions, ...options })
    .filter(({ path }) => path.endsWith(".ts"))
    .map(({ path, text }) => {
      const isShared = runtimeOf !== undefined && path.startsWith("runtime/");
      const shared = `export * from "../../${runtimeOf}/${path.replace(/\.ts$/, ".js")}";\n`;
      return { path: `${folder}/${path}`, text: isShared ? shared : text };
    });
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

/** What goldens use of the test runner: its own types would be most of the compiler's work. */
const runnerTypes = `declare module "vitest" {
  export function describe(name: string, body: () => void): void;
  export function test(name: string, body: () => void | Promise<void>): void;
  export function expect(value: unknown): any;
}
`;

/** What TypeScript says of the files, and of others beside them; all paths are relative to one folder. */
export function typeErrors(
  files: readonly EmittedFile[],
  more: Readonly<Record<string, string>> = {},
  options: ts.CompilerOptions = {},
): string[] {
  const root = "/output/";
  const texts = new Map<string, string>([
    [`${root}vitest.d.ts`, runnerTypes] as const,
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
