/** What the emitted files use of the runtime, and where it is. */
import { fileName, outputPath } from "./file-names.ts";
import type { Imports } from "./imports.ts";
import { type Identifier, identifier } from "./text.ts";

/** Exports of `templates/runtime/`: a test compares them with the files. */
export const runtimeExports = {
  ApiError: { file: "api-error", kind: "value" },
  ErrorDetail: { file: "api-error", kind: "type" },
  Client: { file: "client", kind: "type" },
  ClientOptions: { file: "client", kind: "type" },
  createClient: { file: "client", kind: "value" },
  Input: { file: "input", kind: "type" },
  Writable: { file: "input", kind: "type" },
  NoArgs: { file: "input", kind: "type" },
  Open: { file: "input", kind: "type" },
  PropertyName: { file: "input", kind: "type" },
  ListOptions: { file: "pages", kind: "type" },
  Page: { file: "pages", kind: "type" },
  Pages: { file: "pages", kind: "type" },
  listPages: { file: "pages", kind: "value" },
  Path: { file: "path", kind: "type" },
  literal: { file: "path", kind: "value" },
  path: { file: "path", kind: "value" },
  quoted: { file: "path", kind: "value" },
  segments: { file: "path", kind: "value" },
  BinaryBody: { file: "request", kind: "type" },
  RequestOptions: { file: "request", kind: "type" },
  Content: { file: "results", kind: "type" },
  sendContent: { file: "results", kind: "value" },
  sendJson: { file: "results", kind: "value" },
  sendText: { file: "results", kind: "value" },
  sendValue: { file: "results", kind: "value" },
  sendVoid: { file: "results", kind: "value" },
} as const satisfies Record<string, { readonly file: string; readonly kind: "type" | "value" }>;

export type RuntimeName = keyof typeof runtimeExports;

/** The local name of something of the runtime, imported where it is used. */
export function useRuntime(imports: Imports, name: RuntimeName): Identifier {
  const { file, kind } = runtimeExports[name];
  return imports.use(identifier(name), outputPath("runtime", fileName(file)), kind);
}
