/** A documented example request as a call of the function that is emitted for an operation. */
import type { ApiModel, ExampleRequest, MessageBody, Operation, PathTemplate } from "../model/api-model.ts";
import { isOddlyQuoted, type NamedArgument, pathArgument } from "./argument-values.ts";
import { type CallNote, isExact } from "./call-notes.ts";
import { type ExampleUrl, readExampleUrl, type UrlReading } from "./example-url.ts";
import { type HeaderArgument, headerArguments } from "./header-arguments.ts";
import { type MatchContext, matchPath, type PathMatch } from "./match-path.ts";
import { nearestPath } from "./nearest-path.ts";
import { findPathAliases } from "./path-aliases.ts";
import { type ExampleOption, queryArguments, type WirePair } from "./query-arguments.ts";
import { segmentTemplate } from "./template-segments.ts";
import { TemplateTree } from "./template-tree.ts";

export type ExampleBody = { readonly json: unknown } | { readonly text: string; readonly mediaType: string | null };

export interface ExampleCall {
  readonly kind: "call";
  /** The one of the operation's paths that the example uses. */
  readonly path: PathTemplate;
  /** In the order of the path. */
  readonly parameters: readonly NamedArgument[];
  readonly queryParameters: readonly NamedArgument[];
  readonly options: readonly ExampleOption[];
  /** What the page documents nowhere, or what has no value that the SDK's argument could take. */
  readonly furtherQuery: readonly WirePair[];
  readonly headers: readonly HeaderArgument[];
  /** What the page documents nowhere, by names in lower case. What the client sends by itself is left out. */
  readonly furtherHeaders: readonly WirePair[];
  readonly body: ExampleBody | null;
  /** Whether the call asks for just what the example asks for. If not, the notes say what it leaves out. */
  readonly isExact: boolean;
  readonly notes: readonly CallNote[];
}

export type MismatchCode =
  /** The operation has no path, and so no function. */
  | "no-path"
  /** The path fits, or may fit, but another method is used. */
  | "method-differs"
  /** The URL is a sentence, or nothing. */
  | "url-unreadable"
  /** No path fits. */
  | "path-differs";

export interface ExampleMismatch {
  readonly kind: "mismatch";
  readonly code: MismatchCode;
  /** One sentence; may hold text of the page. */
  readonly text: string;
}

/** What reading examples takes from the whole model. */
export interface ExampleContext extends MatchContext {
  readonly baseUrl: string | null;
}

const contexts = new WeakMap<ApiModel, ExampleContext>();

/** What is known for reading the examples of a model; learned once of each. */
export function exampleContext(model: ApiModel): ExampleContext {
  const { baseUrl, defaultNamespace, operations } = model;
  const context = contexts.get(model) ?? {
    baseUrl,
    namespace: defaultNamespace,
    aliases: findPathAliases(operations, defaultNamespace),
  };
  contexts.set(model, context);
  return context;
}

/**
 * Turns an example request into a call of an operation.
 *
 * @example
 * exampleCall(operation, { method: "GET", url: "https://api.example.com/v1/things/7?$select=id", … }, context)
 * // { kind: "call", parameters: [{ name: "thingId", value: "7", … }], options: [{ name: "select", value: ["id"], … }], … }
 */
export function exampleCall(
  operation: Operation,
  request: ExampleRequest,
  context: ExampleContext,
): ExampleCall | ExampleMismatch {
  const { paths, method } = operation;
  if (paths.length === 0) return mismatch("no-path", "No path could be read on the page.");
  if (request.method !== method) return mismatch("method-differs", `Unexpected ${request.method}, expected ${method}.`);
  const url = readExampleUrl(request.url, context.baseUrl);
  if (!url.ok) return mismatch("url-unreadable", `Unexpected URL ${request.url}: ${url.reason}.`);
  const tree = new TemplateTree<OperationPath>(context.namespace);
  const templates = paths.map((path) => ({ template: segmentTemplate(path), value: { operation, path } }));
  for (const { template, value } of templates) tree.add(template, value);
  const found = matchPath(tree, url.readings, context);
  const matches = found.length > 0 ? found : nearestMatches(templates, url.readings, context);
  const [best] = calls(matches, request, url);
  const expected = paths.map(({ template }) => template).join(", ");
  return best?.call ?? mismatch("path-differs", `Unexpected path of ${request.url}, expected ${expected}.`);
}

function nearestMatches(
  templates: Parameters<typeof nearestPath<OperationPath>>[0],
  readings: readonly UrlReading[],
  { namespace }: ExampleContext,
): readonly PathMatch<OperationPath>[] {
  for (const reading of readings) {
    const match = nearestPath(templates, reading.segments, namespace);
    if (match !== null) return [{ ...match, reading }];
  }
  return [];
}

export function mismatch(code: MismatchCode, text: string): ExampleMismatch {
  return { kind: "mismatch", code, text };
}

export interface OperationPath {
  readonly operation: Operation;
  readonly path: PathTemplate;
}

export interface OwnedCall {
  readonly operation: Operation;
  readonly call: ExampleCall;
}

/**
 * The calls that the matches of a path make, best first: what means just this path, by the most fixed text, and then
 * what the page says most about. Equals keep their order.
 */
export function calls(
  matches: readonly PathMatch<OperationPath>[],
  request: ExampleRequest,
  url: ExampleUrl & { readonly ok: true },
): readonly OwnedCall[] {
  const fixedLength = Math.max(...matches.map(({ template }) => template.fixedLength));
  const made = matches
    .filter(({ template }) => template.fixedLength === fixedLength)
    .map((match) => ({ operation: match.value.operation, call: callOf(match, request, url.isRepaired) }));
  return made.sort((a, b) => unexplained(a.call) - unexplained(b.call));
}

/** How much of an example a call does not account for. */
function unexplained({ notes, furtherQuery, furtherHeaders }: ExampleCall): number {
  return notes.length + furtherQuery.length + furtherHeaders.length;
}

function callOf(match: PathMatch<OperationPath>, request: ExampleRequest, isRepaired: boolean): ExampleCall {
  const { operation, path } = match.value;
  const { parameters, query, notes: pathNotes } = pathArguments(match);
  const { queryParameters, options, furtherQuery, notes: queryNotes } = queryArguments(operation, path, query);
  const { headers, furtherHeaders } = headerArguments(operation.headers, request.headers);
  const body = bodyOf(request.body);
  const hasNoPlace = operation.body === null && body !== null && !isEmptyObject(body);
  const notes: readonly CallNote[] = [
    ...(isRepaired ? [{ code: "url-repaired", text: `Read ${request.url} as one URL.` } as const] : []),
    ...match.notes,
    ...pathNotes,
    ...queryNotes,
    ...[...parameters, ...queryParameters].filter(({ isTyped }) => !isTyped).map(valueTypeNote),
    ...(hasNoPlace ? [{ code: "body", text: "The operation takes no body." } as const] : []),
  ];
  return {
    kind: "call",
    path,
    parameters,
    queryParameters,
    options,
    furtherQuery,
    headers,
    furtherHeaders,
    body: operation.body === null ? null : body,
    isExact: isExact(notes),
    notes,
  };
}

function valueTypeNote({ name, value }: NamedArgument): CallNote {
  return { code: "value-type", text: `${String(value)} is no value of the type of ${name}.` };
}

interface PathArguments {
  readonly parameters: readonly NamedArgument[];
  /** What is left of the query. */
  readonly query: UrlReading["query"];
  readonly notes: readonly CallNote[];
}

function pathArguments({ value, template, captures, reading }: PathMatch<OperationPath>): PathArguments {
  const aliases = new Set<string>();
  const notes: CallNote[] = [];
  const parameters = template.uses.map(({ parameter, encoding }, index) => {
    const capture = captures[index] ?? null;
    const isArgument = encoding === "quoted" || encoding === "literal";
    // `f(x=@x)?@x='1'` sends the value in the query.
    const alias =
      isArgument && capture?.startsWith("@") ? reading.query.find(({ name }) => name === capture) : undefined;
    if (alias !== undefined) aliases.add(alias.name);
    else if (capture !== null && isArgument && isOddlyQuoted(encoding, capture))
      notes.push({ code: "argument-form", text: `The quotes of ${parameter} are not those of its type.` });
    const type = value.operation.pathParameters.find(({ name }) => name === parameter)?.type;
    const text = alias === undefined ? capture : encodeURIComponent(alias.text);
    return pathArgument(parameter, type ?? { kind: "primitive", name: "String" }, encoding, text);
  });
  return { parameters, query: reading.query.filter(({ name }) => !aliases.has(name)), notes };
}

function bodyOf(body: MessageBody | null): ExampleBody | null {
  if (body === null) return null;
  return body.json === undefined ? { text: body.text, mediaType: body.mediaType } : { json: body.json };
}

function isEmptyObject(body: ExampleBody): boolean {
  return "json" in body && typeof body.json === "object" && body.json !== null && Object.keys(body.json).length === 0;
}
