/** ApiModel → the files of an SDK. */
import { digest } from "../digest.ts";
import { textOfContent } from "../file-content.ts";
import { createGoldenPlanner, type GoldenPlanner } from "../golden/plan-goldens.ts";
import type { ApiModel, Operation } from "../model/api-model.ts";
import { createModelView, type ModelView, operationKey } from "../shapes/model-view.ts";
import { clientFile } from "./client-file.ts";
import { createContext, type Homes, type Nullability } from "./context.ts";
import { indexText, readmeText } from "./documents.ts";
import { fixedPath, type ImportExtension, type OutputPath } from "./file-names.ts";
import { goldenFiles } from "./golden-files.ts";
import { infoText } from "./info-file.ts";
import { createModelDigests, type ModelDigests } from "./model-digests.ts";
import { planTypeFiles, typeFile, typeIndexText } from "./model-files.ts";
import { compareText, createNames } from "./names.ts";
import { type OperationFiles, operationIndexText, planOperationFiles } from "./operation-files.ts";
import { type CallTarget, type OperationFile, operationFile } from "./operations.ts";
import { permissionsFile } from "./permissions-file.ts";
import { costlyFile, type PlannedFile, plainFile, quickFile } from "./planned-file.ts";
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
 * Plans the files of an SDK, sorted by path. The same model, options and templates give the same bytes.
 *
 * - `models/`: interfaces and enums; `selections/`: what `select` and `expand` know of them; `operations/`: functions
 *   with the types of their arguments and bodies; `runtime/`: what these work with; `client.ts`: where a caller begins;
 * - `golden/`: the examples of the pages as tests of the functions;
 * - `permissions.ts`: who may call what; `testing.ts`, `examples/`: the examples of the pages, for tests of callers;
 *   `info.ts`: what the SDK was made of;
 * - `README.md`, `index.json`: for people and tools; `api.json`: the model itself.
 *
 * @param goldensOf the documented examples as goldens
 * @param digests of the model, if they are there already
 * @throws Error, also where a text is made, if a template cannot be read or used, or if the output is not what it should
 * be, which is a mistake of this program. Whatever a page says can only make text, never an error.
 */
export function planFiles(
  view: ModelView,
  options: EmitOptions,
  goldensOf: GoldenPlanner,
  digests: ModelDigests = createModelDigests(view),
): readonly PlannedFile[] {
  const { enumStyle, importExtension = ".js", toolVersion, templatesDir } = options;
  const { golden = true, nullability = "documented", pageUrl = null, docsVersion = null } = options;
  const templates = loadTemplates(templatesDir);
  const context = createContext(view, { enumStyle, importExtension, nullability, pageUrl });
  const types = planTypeFiles(context);
  const selections = planSelectionFiles(context);
  const homes = { types: types.homes, selections: selections.homes };
  const operations = planOperationFiles(context);
  const placesDigest = digestOfPlaces(homes, operations);
  const ofStructure = (): string[] => [digests.structure, placesDigest];
  const ofOperations = (list: readonly Operation[]): string[] => [...ofStructure(), ...list.map(digests.operation)];
  const indexOf = (
    index: "models/index.ts" | "selections/index.ts",
    volumes: ReadonlyMap<OutputPath, unknown>,
  ): PlannedFile => {
    const path = fixedPath(index);
    return plainFile({ path, text: typeIndexText(path, volumes.keys(), importExtension) });
  };
  // Of a file its text is kept, and how its functions are called: all that it was made of takes many times the memory.
  const printed = view.lookups.once((path: OutputPath): PrintedOperations => {
    const list = operations.files.get(path) ?? [];
    for (const operation of list) view.lookups.note(operationKey(operation));
    const { file, targets } = operationFile(context, path, list, homes);
    return { text: printFile(file), targets };
  });
  const fileOfOperation = new Map(
    [...operations.files].flatMap(([path, list]) => list.map(({ id }) => [id, path] as const)),
  );
  const targetOf = (id: string): CallTarget | null => {
    const path = fileOfOperation.get(id);
    return path === undefined ? null : (printed(path).targets.get(id) ?? null);
  };
  const { golden: template, goldenHelpers: helpers } = templates;
  const goldens = golden
    ? goldenFiles(context, { operations, homes, goldensOf, targetOf, inputsOf: ofOperations, template, helpers })
    : [];
  const documents = { toolVersion, operationFiles: operations.importPaths, hasGoldens: goldens.length > 0 };
  const modelText = digests.text.bytes;
  const files: PlannedFile[] = [
    ...[...types.volumes.keys()].map((path) =>
      costlyFile(path, ofStructure, () => printFile(typeFile(context, path, types, homes))),
    ),
    indexOf("models/index.ts", types.volumes),
    ...[...selections.volumes].map(([path, entries]) =>
      costlyFile(path, ofStructure, () => printFile(selectionFile(context, path, entries, homes))),
    ),
    indexOf("selections/index.ts", selections.volumes),
    ...[...operations.files].map(([path, list]) =>
      costlyFile(
        path,
        () => ofOperations(list),
        () => printed(path).text,
      ),
    ),
    ...[...operations.indexes].map(([path, parts]) =>
      plainFile({ path, text: operationIndexText(path, parts, importExtension) }),
    ),
    ...runtimeFiles(templates.runtime, importExtension),
    plainFile(clientFile(context)),
    costlyFile(
      fixedPath("permissions.ts"),
      () => [digests.structure, digests.permissions],
      () => permissionsFile(context).text,
    ),
    ...testingFiles(context, operations, ofOperations),
    ...goldens,
    quickFile(fixedPath("README.md"), () => readmeText(templates.readme, context, documents)),
    costlyFile(
      fixedPath("index.json"),
      () => [...ofStructure(), digests.titles],
      () => indexText(templates.index, context, documents),
    ),
    quickFile(fixedPath("api.json"), () => modelText),
    quickFile(fixedPath("info.ts"), () => infoText({ toolVersion, docsVersion, modelText })),
  ];
  return files.sort((a, b) => compareText(a.path, b.path));
}

/** Where everything is declared, and what is declared beside it: this decides its names, and how it is imported. */
function digestOfPlaces({ types, selections }: Homes, { files, importPaths }: OperationFiles): string {
  const idsOf = (all: OperationFiles["files"]): unknown =>
    [...all].map(([path, list]) => [path, list.map(({ id }) => id)]);
  return digest(JSON.stringify([[...types], [...selections], idsOf(files), idsOf(importPaths)]));
}

interface PrintedOperations extends Pick<OperationFile, "targets"> {
  readonly text: string;
}

/** Makes the files of an SDK, sorted by path: see {@link planFiles}. */
export function emitModel(model: ApiModel, options: EmitOptions): readonly EmittedFile[] {
  const view = createModelView(model);
  const goldensOf = createGoldenPlanner(view, { isLenient: options.nullability === "lenient" });
  return textsOf(planFiles(view, options, goldensOf));
}

/** The texts of planned files. */
export function textsOf(files: readonly PlannedFile[]): readonly EmittedFile[] {
  return files.flatMap((file) => {
    const content = file.content();
    return content === null ? [] : [{ path: file.path, text: textOfContent(content) }];
  });
}

/** The name of the function of each operation, by its `id`. */
export function functionNames(model: ApiModel): ReadonlyMap<string, string> {
  return createNames(model).functions;
}
