/** `README.md` and `index.json`: for people and for tools that look for a function. */

import type { Operation } from "../model/api-model.ts";
import type { EmitContext } from "./context.ts";
import { jsonText, markdownCode, markdownText, plainText } from "./document-text.ts";
import type { OutputPath } from "./file-names.ts";
import { compareText } from "./names.ts";
import { renderTemplate, type TemplateValue } from "./render-template.ts";

export interface DocumentOptions {
  readonly toolVersion: string;
  readonly operationFiles: ReadonlyMap<OutputPath, readonly Operation[]>;
  /** Whether the examples are there as tests. */
  readonly hasGoldens: boolean;
}

/**
 * `index.json`: which page became which function with which requests, in the order of the pages. A page whose request
 * could not be read has no function.
 */
export function indexText(
  template: string,
  context: EmitContext,
  { toolVersion, operationFiles }: DocumentOptions,
): string {
  const { model, names } = context;
  const files = new Map(
    [...operationFiles].flatMap(([path, operations]) => operations.map(({ id }) => [id, path] as const)),
  );
  const operations = [...model.operations]
    .sort((a, b) => compareText(a.id, b.id))
    .map((operation): TemplateValue => {
      const { id, page, title, method, paths } = operation;
      const file = files.get(id);
      return {
        page: jsonText(page),
        title: jsonText(title),
        function: jsonText(file === undefined ? null : (names.functions.get(id) ?? null)),
        file: jsonText(file ?? null),
        method: jsonText(method),
        paths: jsonText([...new Set(paths.map((path) => path.template))]),
      };
    });
  const text = renderTemplate("index.json.hbs", template, { toolVersion: jsonText(toolVersion), operations });
  try {
    JSON.parse(text);
  } catch (cause) {
    throw new Error("The template index.json.hbs does not make JSON", { cause });
  }
  return text;
}

/** `README.md`: how the SDK is used, and what is where. */
export function readmeText(
  template: string,
  context: EmitContext,
  { toolVersion, operationFiles, hasGoldens }: DocumentOptions,
): string {
  const { model, names, enumStyle, importExtension, nullability } = context;
  const files = [...operationFiles].map(
    ([path, operations]): TemplateValue => ({
      path: markdownCode(path),
      functions: operations.map(({ id }) => markdownCode(names.functions.get(id) ?? "")),
    }),
  );
  return renderTemplate("readme.md.hbs", template, {
    toolVersion: markdownText(toolVersion),
    baseUrl: model.baseUrl === null ? null : markdownCode(model.baseUrl),
    typeCount: plainText(model.types.length),
    enumCount: plainText(model.enums.length),
    functionCount: plainText([...operationFiles.values()].reduce((sum, operations) => sum + operations.length, 0)),
    hasEnumValues: enumStyle !== "union",
    hasEnums: enumStyle === "enum",
    hasGoldens,
    isLenient: nullability === "lenient",
    importExtension: markdownText(importExtension),
    files,
    example: exampleOf(context, operationFiles),
  });
}

/** A function that shows how things are called: a list that needs no arguments, if there is any. */
function exampleOf({ names, importExtension }: EmitContext, files: DocumentOptions["operationFiles"]): TemplateValue {
  for (const [path, operations] of files) {
    const plain = operations.find(
      ({ kind, paths, queryParameters, headers, body, response }) =>
        // A function of changes is awaited before it is iterated.
        kind !== "delta" &&
        response.content === "json" &&
        response.envelope === "collection" &&
        body === null &&
        paths.some(({ parts }) => parts.every((part) => typeof part === "string")) &&
        ![...queryParameters, ...headers].some(({ isRequired }) => isRequired),
    );
    if (plain !== undefined)
      return {
        function: markdownText(names.functions.get(plain.id) ?? ""),
        file: markdownText(path.replace(/\.ts$/, importExtension)),
      };
  }
  return null;
}
