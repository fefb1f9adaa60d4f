/** ApiModel → the files of an SDK. */
import type { Golden } from "../golden/golden.ts";
import { planGoldens } from "../golden/plan-goldens.ts";
import type { ApiModel } from "../model/api-model.ts";
import { apiJson } from "./api-json.ts";
import { clientFile } from "./client-file.ts";
import { createContext, type Nullability } from "./context.ts";
import { indexText, readmeText } from "./documents.ts";
import { fixedPath, type ImportExtension, type OutputPath } from "./file-names.ts";
import { goldenFiles } from "./golden-files.ts";
import { infoText } from "./info-file.ts";
import { planTypeFiles, typeFile, typeIndexText } from "./model-files.ts";
import { compareText, createNames } from "./names.ts";
import { operationIndexText, planOperationFiles } from "./operation-files.ts";
import { operationFile } from "./operations.ts";
import { permissionsFile } from "./permissions-file.ts";
import { printFile } from "./print-file.ts";
import { runtimeFiles } from "./runtime-files.ts";
import { planSelectionFiles, selectionFile } from "./selection-files.ts";
import { loadTemplates } from "./templates.ts";
import { testingFiles } from "./testing-files.ts";
import type { EnumStyle } from "./type-text.ts";

export type { Nullability } from "./context.ts";
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
  /**
   * Where `null` may come. `documented`: where pages or their examples say so. `lenient`: wherever they do not rule it
   * out, for pages that are not to be trusted. Default: `documented`.
   */
  readonly nullability?: Nullability;
  /**
   * Where the pages are published, for links in comments: `{path}` stands for a page's path without its extension,
   * `{name}` for the last part of that. Default: no links.
   */
  readonly pageUrl?: string;
  /** What the pages are a version of, a commit for instance, for `SDK_INFO`. Default: none. */
  readonly docsVersion?: string;
  /** Whether the documented examples are written as tests, which need vitest. Default: true. */
  readonly golden?: boolean;
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
 * - `models/`: interfaces and enums; `selections/`: what `select` and `expand` know of them; `operations/`: functions
 *   with the types of their arguments and bodies; `runtime/`: what these work with; `client.ts`: where a caller begins;
 * - `golden/`: the examples of the pages as tests of the functions;
 * - `permissions.ts`: who may call what; `testing.ts`, `examples/`: the examples of the pages, for tests of callers;
 *   `info.ts`: what the SDK was made of;
 * - `README.md`, `index.json`: for people and tools; `api.json`: the model itself.
 *
 * @param planned the documented examples as goldens, if they have been planned already
 * @throws Error if a template cannot be read or used, or if the output is not what it should be, which is a mistake of
 * this program. Whatever a page says can only make text, never an error.
 */
export function emitModel(
  model: ApiModel,
  options: EmitOptions,
  planned: readonly Golden[] = planGoldens(model, { isLenient: options.nullability === "lenient" }),
): readonly EmittedFile[] {
  const { enumStyle, importExtension = ".js", toolVersion, templatesDir } = options;
  const { golden = true, nullability = "documented", pageUrl = null, docsVersion = null } = options;
  const templates = loadTemplates(templatesDir);
  const context = createContext(model, { enumStyle, importExtension, nullability, pageUrl });

  const modelText = apiJson(model);
  const types = planTypeFiles(context);
  const selections = planSelectionFiles(context);
  const homes = { types: types.homes, selections: selections.homes };
  const operations = planOperationFiles(context);
  const indexOf = (
    index: "models/index.ts" | "selections/index.ts",
    volumes: ReadonlyMap<OutputPath, unknown>,
  ): readonly EmittedFile[] => {
    const path = fixedPath(index);
    return [{ path, text: typeIndexText(path, volumes.keys(), importExtension) }];
  };
  const operationFiles = [...operations.files].map(([path, list]) => operationFile(context, path, list, homes));
  const targets = new Map(operationFiles.flatMap((file) => [...file.targets]));
  const { golden: template, goldenHelpers: helpers } = templates;
  const goldens = golden ? goldenFiles(context, planned, { operations, homes, targets, template, helpers }) : [];
  const documents = { toolVersion, operationFiles: operations.importPaths, hasGoldens: goldens.length > 0 };
  const files: EmittedFile[] = [
    ...[...types.volumes.keys()].map((path) => ({ path, text: printFile(typeFile(context, path, types, homes)) })),
    ...indexOf("models/index.ts", types.volumes),
    ...[...selections.volumes].map(([path, entries]) => ({
      path,
      text: printFile(selectionFile(context, path, entries, homes)),
    })),
    ...indexOf("selections/index.ts", selections.volumes),
    ...operationFiles.map(({ file }) => ({ path: file.path, text: printFile(file) })),
    ...[...operations.indexes].map(([path, parts]) => ({
      path,
      text: operationIndexText(path, parts, importExtension),
    })),
    ...runtimeFiles(templates.runtime, importExtension),
    clientFile(context),
    permissionsFile(context),
    ...testingFiles(context, operations),
    ...goldens,
    { path: fixedPath("README.md"), text: readmeText(templates.readme, context, documents) },
    { path: fixedPath("index.json"), text: indexText(templates.index, context, documents) },
    { path: fixedPath("api.json"), text: modelText },
    { path: fixedPath("info.ts"), text: infoText({ toolVersion, docsVersion, modelText }) },
  ];
  return files.sort((a, b) => compareText(a.path, b.path));
}

/** The name of the function of each operation, by its `id`. */
export function functionNames(model: ApiModel): ReadonlyMap<string, string> {
  return createNames(model).functions;
}
