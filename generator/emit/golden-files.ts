/**
 * The folder `golden/`: the documented examples as tests of the SDK, a file for each file of functions, and what these
 * tests are made with.
 */
import type { Golden } from "../golden/golden.ts";
import type { GoldenPlanner } from "../golden/plan-goldens.ts";
import type { Operation } from "../model/api-model.ts";
import { lineComment } from "./comment-text.ts";
import { createTypeScope, type EmitContext, type Homes } from "./context.ts";
import { codeValue, type DocumentText } from "./document-text.ts";
import {
  type FileName,
  fileName,
  importSpecifier,
  type OutputPath,
  outputPath,
  pathInFolder,
  testPath,
} from "./file-names.ts";
import { type GoldenScope, goldenStatements } from "./golden-code.ts";
import { createImports } from "./imports.ts";
import type { OperationFiles } from "./operation-files.ts";
import type { CallTarget } from "./operations.ts";
import { costlyFile, type PlannedFile } from "./planned-file.ts";
import { fileHeader } from "./print-file.ts";
import { createRenderer, type Renderer, type TemplateValue } from "./render-template.ts";
import { withImportExtension } from "./runtime-files.ts";
import {
  type Code,
  code,
  type Identifier,
  identifier,
  indentCode,
  joinCode,
  memberAccess,
  stringLiteral,
} from "./text.ts";

export interface GoldenOptions {
  readonly operations: OperationFiles;
  readonly homes: Homes;
  readonly goldensOf: GoldenPlanner;
  /** By `id` of the operation; `null` where it has no function. */
  readonly targetOf: (id: string) => CallTarget | null;
  /** What a file about some operations is made of. */
  readonly inputsOf: (operations: readonly Operation[]) => readonly string[];
  /** Handlebars, for one file of tests. */
  readonly template: string;
  /** TypeScript files that the tests are made with, by name. */
  readonly helpers: ReadonlyMap<string, string>;
}

const templateName = "golden.test.ts.hbs";

/** Names that the tests take from the test runner. */
const globals = ["describe"];

/** Plans the files; none where no page has an example. */
export function goldenFiles(context: EmitContext, options: GoldenOptions): readonly PlannedFile[] {
  const { inputsOf, operations } = options;
  const importPaths = new Map(
    [...operations.importPaths].flatMap(([path, list]) => list.map(({ id }) => [id, path] as const)),
  );
  const render = createRenderer(templateName, options.template);
  const tests = [...operations.files].flatMap(([path, list]): PlannedFile[] => {
    const shown = list.filter(({ examples }) => examples.length > 0);
    if (shown.length === 0) return [];
    return [
      costlyFile(
        testPath(path),
        () => inputsOf(list),
        () => testFile(context, path, shown, { ...options, importPaths, render }),
      ),
    ];
  });
  return tests.length === 0 ? [] : [...tests, ...helperFiles(context, options.helpers)];
}

function helperFiles(
  { model: { baseUrl }, importExtension }: EmitContext,
  helpers: GoldenOptions["helpers"],
): readonly PlannedFile[] {
  const isUrl = baseUrl !== null && URL.canParse(baseUrl);
  return [...helpers].map(([name, source]) =>
    costlyFile(
      helperPath(fileName(name.replace(/\.ts$/, ""))),
      () => [baseUrl ?? ""],
      () => {
        // The one thing in these files that is the pages' own.
        const text = name === "service.ts" && isUrl ? withBaseUrl(source, baseUrl) : source;
        return `${fileHeader}\n\n${withImportExtension(text, importExtension).trim()}\n`;
      },
    ),
  );
}

function withBaseUrl(source: string, baseUrl: string): string {
  return source.replace(/"https:[^"]*"/, () => stringLiteral(baseUrl));
}

function helperPath(name: FileName): OutputPath {
  return outputPath("golden", name);
}

interface TestFileOptions extends GoldenOptions {
  /** Where callers import each function, by `id`. */
  readonly importPaths: ReadonlyMap<string, OutputPath>;
  readonly render: Renderer;
}

function testFile(
  context: EmitContext,
  path: OutputPath,
  operations: readonly Operation[],
  { goldensOf, importPaths, targetOf, homes, render }: TestFileOptions,
): string | null {
  const test = testPath(path);
  const imports = createImports(test, [documented], globals, context.importExtension);
  const types = createTypeScope(context, homes, imports);
  const helper = (file: string, name: string): Identifier =>
    imports.use(identifier(name), helperPath(fileName(file)), "value");
  const scope: GoldenScope = {
    types,
    baseUrl: context.model.baseUrl,
    use: (name) => helper("shown", name),
    typeName: types.typeName,
    reading: (name) => helper("readings", name),
    test: (name) => helper("golden", name),
    targetOf,
    functionName(id) {
      const [target, home] = [targetOf(id), importPaths.get(id)];
      return target === null || home === undefined ? null : imports.use(target.name, home, "value");
    },
  };
  const groups = operations.flatMap((operation) => {
    const name = targetOf(operation.id)?.name;
    if (name === undefined) return [];
    const shown = goldensOf(operation).flatMap((golden) => goldenCode(golden, name, scope));
    return shown.length === 0 ? [] : [{ name: codeValue(stringLiteral(name)), goldens: shown }];
  });
  if (groups.length === 0) return null;
  const examples = importLine(test, pathInFolder("examples", path), context);
  return render({
    header: codeValue(code`${fileHeader as Code}`),
    imports: [examples, ...imports.statements().map(codeValue)],
    functions: groups as TemplateValue,
  });
}

/** What the documented messages are imported as. */
const documented = identifier("documented");

function importLine(from: OutputPath, to: OutputPath, { importExtension }: EmitContext): DocumentText {
  return codeValue(code`import * as ${documented} from ${stringLiteral(importSpecifier(from, to, importExtension))};`);
}

function goldenCode(golden: Golden, name: Identifier, scope: GoldenScope): readonly TemplateValue[] {
  const { example } = golden;
  const constant = code`${documented}${memberAccess(name)}${memberAccess(example.name)}`;
  const statements = goldenStatements(golden, stringLiteral(example.name), constant, scope);
  if (statements.length === 0) return [];
  return [
    {
      comments: commentsOf(golden).map(codeValue),
      code: codeValue(indentCode(joinCode(statements, "\n"))),
    },
  ];
}

/**
 * On which page the example stands, what it is allowed, and what it contradicts. Without numbers of lines: a line more on
 * a page must not change the goldens of all examples below it.
 */
function commentsOf({ owner, example, request, responses }: Golden): readonly Code[] {
  const { page } = example.request?.place ?? example.responses[0]?.place ?? owner.place;
  const reasons = [
    ...(request === null
      ? []
      : request.kind === "sent"
        ? [request.difference, ...request.contradictions]
        : [request.reason]),
    ...responses.flatMap((response) => response.reasons),
  ].filter((reason) => reason !== null);
  const allowances = request?.kind === "sent" ? request.allowances : [];
  const lines = [
    page,
    ...allowances.map(({ text }) => text),
    ...reasons.map(({ code: id, message }) => `${id}: ${message}`),
  ];
  return [...new Set(lines)].map(lineComment);
}
