/**
 * `testing.ts` and the folder `examples/`: the requests and responses of the pages, for tests of programs that use the
 * SDK. Nothing else of the output imports them.
 */
import { readExampleUrl } from "../examples/example-url.ts";
import type {
  Example,
  ExampleRequest,
  MessageBody,
  MessageHeader,
  Operation,
  PathTemplate,
} from "../model/api-model.ts";
import type { EmitContext } from "./context.ts";
import { fixedPath, importSpecifier, type OutputPath, pathInFolder } from "./file-names.ts";
import { createImports } from "./imports.ts";
import { jsonTemplate } from "./json-template.ts";
import { typeIndexText } from "./model-files.ts";
import { type OperationFiles, operationIndexText } from "./operation-files.ts";
import { runtimeTemplate, templateParameter } from "./operation-paths.ts";
import { costlyFile, type PlannedFile, plainFile } from "./planned-file.ts";
import { fileHeader } from "./print-file.ts";
import { type RuntimeName, runtimeExports, runtimeSpecifier, useRuntime } from "./runtime-names.ts";
import { type Code, code, type Identifier, identifier, joinCode, stringLiteral } from "./text.ts";

interface TestingFile {
  readonly path: OutputPath;
  readonly text: string;
}

const maxLineLength = 100;

/**
 * Plans the files. Examples are divided as the functions are: `examples/users.ts` stands beside `operations/users.ts`,
 * where any of its functions has an example.
 *
 * @param inputsOf what a file about some operations is made of
 */
export function testingFiles(
  context: EmitContext,
  { files, importPaths, indexes }: OperationFiles,
  inputsOf: (operations: readonly Operation[]) => readonly string[],
): PlannedFile[] {
  const { importExtension } = context;
  const hasExamples = ({ examples }: Operation): boolean => examples.length > 0;
  const inExamples = (path: OutputPath): OutputPath => pathInFolder("examples", path);
  const filled = [...files].flatMap(([path, operations]) => {
    const shown = operations.filter(hasExamples);
    return shown.length === 0 ? [] : [{ path, operations: shown }];
  });
  const parts = new Set(filled.map(({ path }) => path));
  const index = fixedPath("examples/index.ts");
  const indexed = [...importPaths].flatMap(([path, operations]) =>
    operations.some(hasExamples) ? inExamples(path) : [],
  );
  return [
    ...filled.map(({ path, operations }) =>
      costlyFile(
        inExamples(path),
        () => inputsOf(operations),
        () => exampleFile(context, inExamples(path), operations),
      ),
    ),
    ...[...indexes].flatMap(([path, all]) => {
      const shown = all.filter((part) => parts.has(part)).map(inExamples);
      if (shown.length === 0) return [];
      return plainFile({ path: inExamples(path), text: operationIndexText(inExamples(path), shown, importExtension) });
    }),
    plainFile({ path: index, text: typeIndexText(index, indexed, importExtension) }),
    plainFile(testingFile(context, index)),
  ];
}

/** The types of what `mockFetch` takes and gives. */
const exportedTypes: readonly RuntimeName[] = [
  "Example",
  "ExampleRequest",
  "ExampleResponse",
  "Examples",
  "MockAnswer",
  "MockFetch",
  "MockFetchOptions",
  "MockRequest",
  "MockResponse",
];

function testingFile({ model, importExtension }: EmitContext, index: OutputPath): TestingFile {
  const path = fixedPath("testing.ts");
  const runtime = (file: string): Code => runtimeSpecifier(path, file, importExtension);
  const { baseUrl } = model;
  const typeExports = [...new Set(exportedTypes.map((name) => runtimeExports[name].file))].map((file) => {
    const names = exportedTypes.filter((name) => runtimeExports[name].file === file).map(identifier);
    return code`export type { ${joinCode(names, ", ")} } from ${runtime(file)};`;
  });
  const mock = runtimeExports.mockFetch.file;
  const examples = code`/** The examples of the pages: by function, then by the name of the example. */
export * as examples from ${stringLiteral(importSpecifier(path, index, importExtension))};`;
  const imports = code`import { type MockAnswer, type MockFetch, type MockFetchOptions, mockFetch as mock } from ${runtime(mock)};`;
  const hasBaseUrl = baseUrl !== null && URL.canParse(baseUrl);
  const text = hasBaseUrl
    ? joinCode([imports, code``, ...typeExports, code``, examples, code``, defaultMockFetch(baseUrl)], "\n")
    : joinCode([code`export { mockFetch } from ${runtime(mock)};`, ...typeExports, code``, examples], "\n");
  return { path, text: `${fileHeader}\n\n${text}\n` };
}

function defaultMockFetch(baseUrl: string): Code {
  return code`/**
 * Makes a \`fetch\` that answers from examples, and never goes to the network.
 *
 * A request is answered by the example that is nearest to it: the same path and query, or a path that fits the template.
 * It rejects if there is none. See \`runtime/mock-fetch\` for all that it does.
 *
 * @param answers examples of the pages, examples of your own, or functions of the request
 * @param options \`baseUrl\` where the client has one of its own with another path; \`pages: "given"\` to let lists end
 * with the last page that there is an example of, instead of rejecting when the next one is asked for
 *
 * @example
 * const fetch = mockFetch([examples.listThings.getAllThings]);
 * const client = createClient({ fetch, token: "t" });
 * expect(await listThings(client)).toMatchObject({ value: [{ id: "7" }] });
 * expect(fetch.calls[0]).toMatchObject({ method: "GET", path: "/things" });
 */
export function mockFetch(answers: readonly MockAnswer[], options: MockFetchOptions = {}): MockFetch {
  return mock(answers, { ...options, baseUrl: options.baseUrl ?? ${stringLiteral(baseUrl)} });
}`;
}

/** A constant for each function. */
function exampleFile(context: EmitContext, path: OutputPath, operations: readonly Operation[]): string {
  const named = operations.flatMap((operation) => {
    const name = context.names.functions.get(operation.id);
    return name === undefined ? [] : [{ operation, name }];
  });
  const imports = createImports(
    path,
    named.map(({ name }) => name),
    [],
    context.importExtension,
  );
  const type = useRuntime(imports, "Examples");
  const read = useRuntime(imports, "readExamples");
  const constants = named.map(({ operation, name }) => examplesConstant(operation, name, { type, read, context }));
  const text = joinCode([...imports.statements(), ...constants.flatMap((constant) => [code``, constant])], "\n");
  return `${fileHeader}\n\n${text}\n`;
}

interface ConstantContext {
  readonly type: Identifier;
  readonly read: Identifier;
  readonly context: EmitContext;
}

/**
 * The examples of one function, as JSON: tens of thousands of lines of literals would cost a compiler more than all
 * functions together, text costs nothing.
 */
function examplesConstant(operation: Operation, name: Identifier, { type, read, context }: ConstantContext): Code {
  const names = [...new Set(operation.examples.map((example) => example.name))].map((one) => stringLiteral(one));
  const line = code`export const ${name}: ${type}<${joinCode(names, " | ")}> = `;
  const head =
    line.length <= maxLineLength
      ? line
      : code`export const ${name}: ${type}<\n${joinCode(
          names.map((one) => code`  | ${one}`),
          "\n",
        )}\n> = `;
  const examples = new Map(
    operation.examples.map((example) => [example.name, exampleValue(operation, example, context)]),
  );
  return code`${head}/*@__PURE__*/ ${read}(${jsonTemplate(Object.fromEntries(examples))});`;
}

/** An example in the shape that the runtime reads; members that are `undefined` are left out. */
function exampleValue(operation: Operation, { request, responses }: Example, context: EmitContext): object {
  const [first, ...others] = templatesOf(operation, request, context);
  return {
    request: {
      method: request?.method ?? operation.method,
      path: first,
      otherPaths: others.length === 0 ? undefined : others,
      url: request === null ? undefined : documentedUrl(request.url, context.model.baseUrl),
      ...messageValue(request?.headers ?? [], request?.body ?? null),
    },
    responses: responses.map(({ status, headers, body }) => ({ status, ...messageValue(headers, body) })),
  };
}

/** The paths of the function as the runtime reads them, that of the example first. */
function templatesOf(operation: Operation, request: ExampleRequest | null, context: EmitContext): readonly string[] {
  const call = request === null ? null : context.callOf(operation, request);
  const own = call?.kind === "call" ? [call.path] : [];
  const template = (path: PathTemplate): string => runtimeTemplate(path, templateParameter);
  return [...new Set([...own, ...operation.paths].map(template))];
}

/** Path and query of an example as documented, without host and version; `undefined` if it is no URL. */
function documentedUrl(url: string, baseUrl: string | null): string | undefined {
  const read = readExampleUrl(url, baseUrl);
  const [reading] = read.ok ? read.readings : [];
  if (reading === undefined) return undefined;
  const segments = reading.segments.map((segment) => segment.replace(/[?#]/g, encodeURIComponent));
  // Readable, and still to be taken apart.
  const pairs = reading.query.map(({ name, text }) => `${encoded(name, /[%&#+=]/g)}=${encoded(text, /[%&#+]/g)}`);
  return `/${segments.join("/")}${pairs.length === 0 ? "" : `?${pairs.join("&")}`}`;
}

function encoded(text: string, characters: RegExp): string {
  return text.replace(characters, encodeURIComponent);
}

/** Headers about how a message travels, which depend on what sends it, and those that hold secrets. */
const leftOut =
  /^(?:authorization|connection|content-(?:encoding|length)|(?:set-)?cookie|host|proxy-authorization|transfer-encoding)$/i;

function messageValue(headers: readonly MessageHeader[], body: MessageBody | null): object {
  const kept = new Map<string, string>();
  for (const { name, value } of headers) {
    const before = kept.get(name);
    if (!leftOut.test(name)) kept.set(name, before === undefined ? value : `${before}, ${value}`);
  }
  return {
    headers: kept.size === 0 ? undefined : Object.fromEntries(kept),
    body: body === null ? undefined : body.json === undefined ? body.text : body.json,
  };
}
