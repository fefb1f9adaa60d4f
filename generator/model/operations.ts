/** All operations of a set of pages. */
import type { ApiPage, RequestLine } from "../docs/page.ts";
import type { HttpMethod, Operation, OperationResponse, RequestBody } from "./api-model.ts";
import { reportHosts } from "./base-url.ts";
import { deprecated } from "./deprecation.ts";
import type { ModelReport } from "./model-report.ts";
import { buildBody } from "./operation-body.ts";
import { buildExamples, examplesOf } from "./operation-examples.ts";
import { buildHeaders, buildPermissions, buildQuery } from "./operation-headers.ts";
import { operationKind } from "./operation-kind.ts";
import { assignOperationNames, type NamedOperation, resourceOf } from "./operation-names.ts";
import { buildResponse } from "./operation-response.ts";
import { buildPaths } from "./path-parameters.ts";
import { byCodeUnit } from "./qualified-name.ts";
import type { TypeResolver } from "./type-resolver.ts";

export interface OperationSettings {
  /** Names of functions by operation id: rule 1 of `operation-names.ts`. */
  readonly names: ReadonlyMap<string, string>;
  /** The set's base URL, by `findBaseUrl`. */
  readonly baseUrl: string | null;
}

/** Methods of a page in its order. A page without a readable line counts as one operation all the same. */
function methodsOf(page: ApiPage): HttpMethod[] {
  const methods = [...new Set(page.requests.map((line) => line.method))];
  if (methods.length > 0) return methods;
  return [page.examples.find((example) => example.request)?.request?.method ?? "GET"];
}

function splitPage(page: ApiPage, report: ModelReport): NamedOperation[] {
  const id = page.path.replace(/\.md$/i, "");
  const methods = methodsOf(page);
  if (methods.length > 1) report.add("request-methods-differ", page.place, { methods: methods.join(", ") });
  return methods.map((method, i) => ({
    id: i === 0 ? id : `${id}#${method}`,
    page,
    method,
    lines: page.requests.filter((line: RequestLine) => line.method === method),
    isFurther: i > 0,
  }));
}

/** A create or an update that shows an object and names no type gives back what it was sent. */
function withBodyType(
  response: OperationResponse,
  kind: Operation["kind"],
  body: RequestBody | null,
): OperationResponse {
  const isUntyped = response.type?.kind === "primitive" && response.type.name === "Untyped";
  const isWrite = kind === "create" || kind === "update";
  if (!isWrite || !isUntyped || response.envelope !== "none" || body?.kind !== "resource") return response;
  return { ...response, type: body.type };
}

function buildOperation(
  named: NamedOperation,
  name: string,
  resolver: TypeResolver,
  settings: OperationSettings,
  report: ModelReport,
): Operation {
  const { id, page, method, lines, isFurther } = named;
  const examples = examplesOf(page, method, !isFurther, settings.baseUrl, report);
  const { paths, pathParameters, queryParameters, shownOptions } = buildPaths(page, lines, name, resolver, report);
  const response = buildResponse(page, lines, examples, resolver, report);
  const body = buildBody(page, method, lines, examples, response, name, resolver);
  const kind = operationKind(page, method, lines, response, body);
  const taken = new Set([...pathParameters, ...queryParameters].map((parameter) => parameter.name));
  return {
    id,
    name,
    resource: resourceOf(named),
    page: page.path,
    title: page.title.value,
    description: page.description,
    deprecation: deprecated(page.deprecation),
    method,
    kind,
    paths,
    pathParameters,
    queryParameters,
    query: buildQuery(page, shownOptions),
    headers: buildHeaders(page, taken),
    body,
    response: withBodyType(response, kind, body),
    permissions: buildPermissions(page),
    examples: buildExamples(page, examples, resolver),
    place: lines[0]?.place ?? page.place,
  };
}

/**
 * The operations of api pages: one for each page, or one for each method where a page has several. Sorted by id.
 *
 * Reports `request-methods-differ`, `name-collision`, `host-unexpected`, and what the builders of the parts report.
 */
export function buildOperations(
  pages: readonly ApiPage[],
  resolver: TypeResolver,
  settings: OperationSettings,
  report: ModelReport,
): Operation[] {
  reportHosts(pages, settings.baseUrl, report);
  const all = pages.flatMap((page) => splitPage(page, report)).sort((a, b) => byCodeUnit(a.id, b.id));
  const names = assignOperationNames(all, settings.names, report);
  return all.map((named) => buildOperation(named, names.get(named.id) ?? "operation", resolver, settings, report));
}
