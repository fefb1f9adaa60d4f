/** ApiModel → the files of an SDK. */
import type { ApiModel } from "../model/api-model.ts";
import { apiJson } from "./api-json.ts";
import { clientFile } from "./client-file.ts";
import { createContext } from "./context.ts";
import { indexText, readmeText } from "./documents.ts";
import { fixedPath, type ImportExtension } from "./file-names.ts";
import { planTypeFiles, typeFile, typeIndexText } from "./model-files.ts";
import { compareText } from "./names.ts";
import { operationIndexText, planOperationFiles } from "./operation-files.ts";
import { operationFile } from "./operations.ts";
import { createPrinter } from "./print-file.ts";
import { runtimeFiles } from "./runtime-files.ts";
import { loadTemplates } from "./templates.ts";
import type { EnumStyle } from "./type-text.ts";

export type { ImportExtension } from "./file-names.ts";
export type { EnumStyle } from "./type-text.ts";

export interface EmitOptions {
  /**
   * How enums are written. `enum`: a TypeScript enum. `const`: a constant table and a type, for consumers with
   * `erasableSyntaxOnly`. `union`: a union of literals alone, nothing at run time.
   */
  readonly enumStyle: EnumStyle;
  /**
   * What relative imports end in. `.js` works everywhere; `.ts` needs `allowImportingTsExtensions`; nothing needs a
   * bundler's module resolution. Default: `.js`.
   */
  readonly importExtension?: ImportExtension;
  /** Version of this program, for the documents of the output; no file of code names it. */
  readonly toolVersion: string;
  /** Folder whose files stand in for those of `templates/`. */
  readonly templatesDir?: string;
}

export interface EmittedFile {
  /** Relative to the output folder, with forward slashes. */
  readonly path: string;
  /** Lines end in LF. */
  readonly text: string;
}

/**
 * Makes the files of an SDK, sorted by path. The same model, options and templates give the same bytes.
 *
 * - `models/`: interfaces and enums; `operations/`: functions with the types of their arguments and bodies;
 *   `runtime/`: what these work with; `client.ts`: where a caller begins;
 * - `README.md`, `index.json`: for people and tools; `api.json`: the model itself.
 *
 * @throws Error if a template cannot be read or used, or if the output is not what it should be, which is a mistake of
 * this program. Whatever a page says can only make text, never an error.
 */
export function emitModel(model: ApiModel, options: EmitOptions): readonly EmittedFile[] {
  const { enumStyle, importExtension = ".js", toolVersion, templatesDir } = options;
  const templates = loadTemplates(templatesDir);
  const context = createContext(model, { enumStyle, importExtension });
  const print = createPrinter();

  const types = planTypeFiles(context);
  const operations = planOperationFiles(context);
  const documents = { toolVersion, operationFiles: operations.importPaths };
  const files: EmittedFile[] = [
    ...[...types.volumes.keys()].map((path) => ({ path, text: print(typeFile(context, path, types)) })),
    { path: fixedPath("models/index.ts"), text: typeIndexText(types, importExtension) },
    ...[...operations.files].map(([path, list]) => ({
      path,
      text: print(operationFile(context, path, list, types.homes)),
    })),
    ...[...operations.indexes].map(([path, parts]) => ({
      path,
      text: operationIndexText(path, parts, importExtension),
    })),
    ...runtimeFiles(templates.runtime, importExtension),
    clientFile(context),
    { path: fixedPath("README.md"), text: readmeText(templates.readme, context, documents) },
    { path: fixedPath("index.json"), text: indexText(templates.index, context, documents) },
    { path: fixedPath("api.json"), text: apiJson(model) },
  ];
  return files.sort((a, b) => compareText(a.path, b.path));
}
