/** What the emitted files use of the runtime, and where it is. */
import { fileName, type ImportExtension, importSpecifier, type OutputPath, outputPath } from "./file-names.ts";
import type { Imports } from "./imports.ts";
import { type Code, type Identifier, identifier, stringLiteral } from "./text.ts";

/** Exports of `templates/runtime/`: a test compares them with the files. */
export const runtimeExports = {
  ApiError: { file: "api-error", kind: "value" },
  ErrorDetail: { file: "api-error", kind: "type" },
  Result: { file: "api-error", kind: "type" },
  BatchOptions: { file: "batch", kind: "type" },
  BatchResults: { file: "batch", kind: "type" },
  byteRange: { file: "byte-range", kind: "value" },
  Client: { file: "client", kind: "type" },
  TokenContext: { file: "client", kind: "type" },
  ClientOptions: { file: "client", kind: "type" },
  createClient: { file: "client", kind: "value" },
  commaText: { file: "comma-text", kind: "value" },
  Delta: { file: "delta", kind: "type" },
  DeltaChange: { file: "delta", kind: "type" },
  deltaOperation: { file: "delta", kind: "value" },
  Example: { file: "example", kind: "type" },
  ExampleRequest: { file: "example", kind: "type" },
  ExampleResponse: { file: "example", kind: "type" },
  Examples: { file: "example", kind: "type" },
  readExamples: { file: "example", kind: "value" },
  expandText: { file: "expand", kind: "value" },
  HttpRequest: { file: "http-request", kind: "type" },
  Send: { file: "http-request", kind: "type" },
  Middleware: { file: "http-request", kind: "type" },
  Input: { file: "input", kind: "type" },
  Writable: { file: "input", kind: "type" },
  NoArgs: { file: "input", kind: "type" },
  Open: { file: "input", kind: "type" },
  LongRunning: { file: "long-running", kind: "type" },
  Progress: { file: "long-running", kind: "type" },
  WaitOptions: { file: "long-running", kind: "type" },
  longRunningOperation: { file: "long-running", kind: "value" },
  MockAnswer: { file: "mock-fetch", kind: "type" },
  MockFetch: { file: "mock-fetch", kind: "type" },
  MockFetchOptions: { file: "mock-fetch", kind: "type" },
  MockRequest: { file: "mock-fetch", kind: "type" },
  MockResponse: { file: "mock-fetch", kind: "type" },
  mockFetch: { file: "mock-fetch", kind: "value" },
  DeltaFunction: { file: "function-types", kind: "type" },
  ListFunction: { file: "function-types", kind: "type" },
  ApiFunction: { file: "function-types", kind: "type" },
  OptionalDeltaFunction: { file: "function-types", kind: "type" },
  OptionalListFunction: { file: "function-types", kind: "type" },
  OptionalApiFunction: { file: "function-types", kind: "type" },
  OptionalSelectListFunction: { file: "function-types", kind: "type" },
  OptionalSelectFunction: { file: "function-types", kind: "type" },
  SelectListFunction: { file: "function-types", kind: "type" },
  SelectFunction: { file: "function-types", kind: "type" },
  Page: { file: "pages", kind: "type" },
  Pages: { file: "pages", kind: "type" },
  listOperation: { file: "pages", kind: "value" },
  LeastPermissions: { file: "permissions", kind: "type" },
  Permissions: { file: "permissions", kind: "type" },
  PermissionTable: { file: "permissions", kind: "type" },
  createPermissions: { file: "permissions", kind: "value" },
  preferText: { file: "prefer", kind: "value" },
  ApiRequest: { file: "request", kind: "type" },
  BinaryBody: { file: "request", kind: "type" },
  ListOptions: { file: "request", kind: "type" },
  PermissionScheme: { file: "request", kind: "type" },
  RequestOptions: { file: "request", kind: "type" },
  Content: { file: "results", kind: "type" },
  contentOperation: { file: "results", kind: "value" },
  jsonOperation: { file: "results", kind: "value" },
  textOperation: { file: "results", kind: "value" },
  valueOperation: { file: "results", kind: "value" },
  voidOperation: { file: "results", kind: "value" },
  FailedTry: { file: "retry", kind: "type" },
  Retry: { file: "retry", kind: "type" },
  RetryOptions: { file: "retry", kind: "type" },
  ExpandOptions: { file: "selection", kind: "type" },
  OrderBy: { file: "selection", kind: "type" },
  PropertyOf: { file: "selection", kind: "type" },
  Selected: { file: "selection", kind: "type" },
  ToMany: { file: "selection", kind: "type" },
  ToOne: { file: "selection", kind: "type" },
} as const satisfies Record<string, { readonly file: string; readonly kind: "type" | "value" }>;

export type RuntimeName = keyof typeof runtimeExports;

/** How a file of the output that is not printed from declarations names a file of the runtime in an import. */
export function runtimeSpecifier(from: OutputPath, file: string, extension: ImportExtension): Code {
  return stringLiteral(importSpecifier(from, outputPath("runtime", fileName(file)), extension));
}

/** The local name of something of the runtime, imported where it is used. */
export function useRuntime(imports: Imports, name: RuntimeName): Identifier {
  const { file, kind } = runtimeExports[name];
  return imports.use(identifier(name), outputPath("runtime", fileName(file)), kind);
}
