/** `client.ts`: what callers import beside functions, with the base URL of the pages. */

import type { EmitContext } from "./context.ts";
import { fixedPath, type OutputPath } from "./file-names.ts";
import { fileHeader } from "./print-file.ts";
import { type RuntimeName, runtimeExports, runtimeSpecifier } from "./runtime-names.ts";
import { type Code, code, identifier, joinCode, stringLiteral } from "./text.ts";

export interface ClientFile {
  readonly path: OutputPath;
  readonly text: string;
}

/** What is handed on, by the file that it is in. */
const exported: readonly RuntimeName[] = [
  "ApiError",
  "ErrorDetail",
  "Result",
  "Client",
  "LeastPermissions",
  "TokenContext",
  "HttpRequest",
  "Middleware",
  "Send",
  "FailedTry",
  "Retry",
  "RetryOptions",
  "Delta",
  "DeltaChange",
  "Input",
  "Open",
  "BatchOptions",
  "BatchResults",
  "LongRunning",
  "Progress",
  "WaitOptions",
  "ExpandOptions",
  "Selected",
  "Page",
  "Pages",
  "ApiRequest",
  "BinaryBody",
  "ListOptions",
  "PermissionScheme",
  "RequestOptions",
  "Content",
];

/**
 * Makes the file. With a base URL the client needs no options; without one, the URL has to be given.
 *
 * The URL is used only if it is one of the web: a client must not send its token to anything else.
 */
export function clientFile({ model, importExtension }: EmitContext): ClientFile {
  const path = fixedPath("client.ts");
  const from = (file: string): Code => runtimeSpecifier(path, file, importExtension);
  const files = [...new Set(exported.map((name) => runtimeExports[name].file))].sort();
  const exports = files.map((file) => {
    const names = exported.filter((name) => runtimeExports[name].file === file).sort();
    const isType = (name: RuntimeName): boolean => runtimeExports[name].kind === "type";
    const list = names.map((name) =>
      isType(name) && !names.every(isType) ? code`type ${identifier(name)}` : identifier(name),
    );
    const keyword = names.every(isType) ? code`export type` : code`export`;
    return code`${keyword} { ${joinCode(list, ", ")} } from ${from(file)};`;
  });
  const baseUrl = webUrl(model.baseUrl);
  const body = baseUrl === null ? plainClient(from("client")) : defaultClient(from("client"), baseUrl);
  return {
    path,
    text: `${fileHeader}\n\n${joinCode([body.imports, code``, ...exports, code``, body.declarations], "\n")}\n`,
  };
}

interface ClientCode {
  readonly imports: Code;
  readonly declarations: Code;
}

function defaultClient(runtime: Code, baseUrl: string): ClientCode {
  const names = code`type Client, type ClientOptions as AllOptions, createClient as create`;
  const imports = code`import { ${names} } from ${runtime};`;
  const declarations = code`/** The service that the pages describe. */
export const defaultBaseUrl = ${stringLiteral(baseUrl)};

/** Options of a client; without a base URL it is {@link defaultBaseUrl}. */
export type ClientOptions = Partial<Pick<AllOptions, "baseUrl">> & Omit<AllOptions, "baseUrl">;

/**
 * Makes a client: the first argument of every function.
 *
 * @example const client = createClient({ token: () => readToken() });
 */
export function createClient(options: ClientOptions = {}): Client {
  return create({ ...options, baseUrl: options.baseUrl ?? defaultBaseUrl });
}`;
  return { imports, declarations };
}

function plainClient(runtime: Code): ClientCode {
  const imports = code`import { type Client, type ClientOptions, createClient as create } from ${runtime};`;
  const declarations = code`export type { ClientOptions };

/**
 * Makes a client: the first argument of every function. The pages do not say where the service is, so that the base
 * URL has to be given.
 *
 * @example const client = createClient({ baseUrl: "https://api.example.com/v1", token: () => readToken() });
 */
export function createClient(options: ClientOptions): Client {
  return create(options);
}`;
  return { imports, declarations };
}

function webUrl(text: string | null): string | null {
  if (text === null || !URL.canParse(text)) return null;
  const { protocol, username, password, href } = new URL(text);
  const isWeb = (protocol === "https:" || protocol === "http:") && username === "" && password === "";
  return isWeb ? href.replace(/\/$/, "") : null;
}
