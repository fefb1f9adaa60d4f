/** All operations of a set of pages. */
import type { ApiPage, ExampleFact, RequestLine } from "../docs/page.ts";
import type { HttpMethod, Operation, OperationResponse, RequestBody } from "./api-model.ts";
import { reportHosts } from "./base-url.ts";
import { withBodyEvidence } from "./body-evidence.ts";
import { defaultProperties } from "./default-properties.ts";
import { deprecated } from "./deprecation.ts";
import { EnumPreferences } from "./enum-preferences.ts";
import { longRunningResponse, withStatusTypes } from "./long-running.ts";
import type { ModelReport } from "./model-report.ts";
import { buildBody } from "./operation-body.ts";
import { buildErrors } from "./operation-errors.ts";
import { buildExamples, examplesOf } from "./operation-examples.ts";
import { buildHeaders } from "./operation-headers.ts";
import { operationKind } from "./operation-kind.ts";
import { assignOperationNames, type NamedOperation, resourceOf } from "./operation-names.ts";
import { buildResponse } from "./operation-response.ts";
import { buildOptionRules } from "./option-rules.ts";
import { buildPaths } from "./path-parameters.ts";
import { buildPermissions, PermissionPairs } from "./permission-sets.ts";
import { PreferenceUsage } from "./preference-usage.ts";
import { buildPreferences } from "./preferences.ts";
import { byCodeUnit } from "./qualified-name.ts";
import { buildQuery } from "./query-support.ts";
import { commonType, shownTypes } from "./shown-types.ts";
import type { TypeGraph } from "./type-graph.ts";
import type { TypeResolver } from "./type-resolver.ts";

export interface OperationSettings {
  /** Names of functions by operation id: rule 1 of `operation-names.ts`. */
  readonly names: ReadonlyMap<string, string>;
  /** The set's base URL, by `findBaseUrl`. */
  readonly baseUrl: string | null;
}

/** What the operations of a set have in common. */
interface SetFacts {
  readonly baseUrl: string | null;
  readonly graph: TypeGraph;
  readonly permissionPairs: PermissionPairs;
  readonly preferences: PreferenceUsage;
  readonly enumPreferences: EnumPreferences;
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
  return methods.flatMap((method, i): NamedOperation[] => {
    const lines = page.requests.filter((line) => line.method === method);
    const own = { id: i === 0 ? id : `${id}#${method}`, page, method, lines, isFurther: i > 0, isRaw: false };
    const raw = lines.filter(isRawLine);
    // A page may give the object and its raw content side by side: two results, so two functions.
    if (method !== "GET" || raw.length === 0 || raw.length === lines.length) return [own];
    return [
      { ...own, lines: lines.filter((line) => !isRawLine(line)) },
      { ...own, id: `${own.id}/$value`, lines: raw, isRaw: true },
    ];
  });
}

/** Whether a path leads to the raw content of what the path before it leads to. */
function isRawLine({ pieces }: RequestLine): boolean {
  const last = pieces[pieces.length - 1];
  return last?.kind === "text" && /\/\$value$/i.test(last.text);
}

/** The examples of a page that gives an object and its raw content in two functions: of one of them. */
function examplesOfPart(
  examples: readonly ExampleFact[],
  { page, lines, isRaw, method }: NamedOperation,
): readonly ExampleFact[] {
  const isWhole = page.requests.filter((line) => line.method === method).length === lines.length;
  if (isWhole) return examples;
  return examples.filter(({ request }) => {
    const path = request?.url.trim().split(/[?#]/, 1)[0] ?? "";
    return /\/\$value\/?$/i.test(path) === isRaw;
  });
}

/** Raw content, whatever the page says of the object beside it. */
function rawResponse(response: OperationResponse): OperationResponse {
  return { ...response, content: "binary", envelope: "none", type: null };
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

/** A page that gives objects of several types, each in an example, may state the type of one of them only. */
function withCommonType(
  response: OperationResponse,
  page: ApiPage,
  examples: readonly ExampleFact[],
  resolver: TypeResolver,
  { graph }: SetFacts,
): OperationResponse {
  if (response.type?.kind !== "object") return response;
  const given = examples.flatMap(({ responses }) => responses).filter(({ status }) => status < 300);
  const id = commonType(response.type.id, shownTypes(given, page.path, resolver), graph);
  return id === null ? response : { ...response, type: { kind: "object", id } };
}

function buildOperation(
  named: NamedOperation,
  name: string,
  resolver: TypeResolver,
  set: SetFacts,
  report: ModelReport,
): Operation {
  const { id, page, method, lines, isFurther, isRaw } = named;
  const examples = examplesOfPart(examplesOf(page, method, !isFurther && !isRaw, set.baseUrl, report), named);
  const { paths, pathParameters, queryParameters, shownOptions } = buildPaths(page, lines, name, resolver, report);
  const built = withCommonType(buildResponse(page, lines, examples, resolver, report), page, examples, resolver, set);
  const stated = buildBody(page, method, lines, examples, built, name, resolver);
  const body = withBodyEvidence(
    stated,
    { examples, response: built, page: page.path, resolver, graph: set.graph },
    report,
  );
  const kind = isRaw ? "content" : operationKind(page, method, lines, built, body);
  const shown = buildExamples(page, examples, resolver);
  const described = isRaw ? rawResponse(built) : withBodyType(built, kind, body);
  const response = longRunningResponse(page, { response: described, examples: shown }, set.graph);
  const asked = response.type ? set.enumPreferences.of(response.type) : [];
  const taken = new Set([...pathParameters, ...queryParameters].map((parameter) => parameter.name));
  const headers = buildHeaders(page, taken, buildPreferences(page, examples, asked, set.preferences));
  // What a page says of options is about the object.
  const query = isRaw ? { named: [], isGeneric: false } : buildQuery(page, shownOptions);
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
    query,
    optionRules: buildOptionRules(page, query, headers),
    headers,
    body,
    response: { ...response, defaultProperties: defaultProperties(page, response.type, set.graph) },
    permissions: buildPermissions(page, set.permissionPairs),
    errors: buildErrors(page),
    examples: shown,
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
  graph: TypeGraph,
  settings: OperationSettings,
  report: ModelReport,
): Operation[] {
  reportHosts(pages, settings.baseUrl, report);
  const all = pages.flatMap((page) => splitPage(page, report)).sort((a, b) => byCodeUnit(a.id, b.id));
  const names = assignOperationNames(all, settings.names, report);
  const set = {
    baseUrl: settings.baseUrl,
    graph,
    permissionPairs: new PermissionPairs(pages),
    preferences: new PreferenceUsage(pages),
    enumPreferences: new EnumPreferences(graph),
  };
  const operations = all.map((named) =>
    buildOperation(named, names.get(named.id) ?? "operation", resolver, set, report),
  );
  return withStatusTypes(operations, pages, graph, resolver);
}
