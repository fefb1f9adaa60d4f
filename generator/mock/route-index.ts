/** Finds what a request calls: the operations whose templates its path fits, and the examples that may answer it. */
import type { UrlReading } from "../examples/example-url.ts";
import { segmentTemplate } from "../examples/template-segments.ts";
import { TemplateTree } from "../examples/template-tree.ts";
import type { ApiModel, HttpMethod, Operation, PathTemplate } from "../model/api-model.ts";
import { type KnownExample, knownExamples, placeOf, shownPlaces } from "./known-example.ts";

/** An operation that a request calls. */
export interface Route {
  readonly operation: Operation;
  /** The template that the path fits; `null` where only an example of the page has this path. */
  readonly path: PathTemplate | null;
  /** The operation's examples, in the order of the page. */
  readonly examples: readonly KnownExample[];
}

export interface RouteIndex {
  /**
   * What a request may call, best first. Several operations may have one path, where further pages are about a part of what
   * is there: the page that shows most of it comes first.
   */
  find(method: string, readings: readonly UrlReading[]): readonly Route[];
  /** The methods with which the path can be called, sorted. */
  methods(readings: readonly UrlReading[]): readonly HttpMethod[];
  readonly examples: readonly KnownExample[];
}

interface OperationPath {
  readonly operation: Operation;
  readonly path: PathTemplate;
}

export function createRouteIndex(model: ApiModel): RouteIndex {
  const trees = new Map<HttpMethod, TemplateTree<OperationPath>>();
  for (const operation of model.operations) {
    const tree = trees.get(operation.method) ?? new TemplateTree<OperationPath>(model.defaultNamespace);
    trees.set(operation.method, tree);
    for (const path of operation.paths) tree.add(segmentTemplate(path), { operation, path });
  }
  const templateOf = (operation: Operation, segments: readonly string[]): string | null => {
    const found = trees.get(operation.method)?.find(segments, false) ?? [];
    return found.find(({ value }) => value.operation === operation)?.value.path.template ?? null;
  };
  const byOperation = new Map<Operation, readonly KnownExample[]>();
  // By method and path: pages show requests that fit none of their templates, and a reader will try them.
  const owners = new Map<string, Operation[]>();
  for (const operation of model.operations) {
    const examples = knownExamples(operation, model.baseUrl, templateOf);
    byOperation.set(operation, examples);
    for (const { path } of shownPlaces(operation, model.baseUrl)) {
      const key = `${operation.method} ${path}`;
      const known = owners.get(key) ?? [];
      if (!known.includes(operation)) known.push(operation);
      owners.set(key, known);
    }
  }
  const route = (operation: Operation, path: PathTemplate | null): Route => ({
    operation,
    path,
    examples: byOperation.get(operation) ?? [],
  });
  const exampleCount = (operation: Operation): number => byOperation.get(operation)?.length ?? 0;
  const matches = (method: HttpMethod, readings: readonly UrlReading[]): readonly Route[] => {
    const fitting = readings
      .flatMap(({ segments }) => trees.get(method)?.find(segments, false) ?? [])
      .sort((a, b) => exampleCount(b.value.operation) - exampleCount(a.value.operation));
    const shown = owners.get(`${method} ${placeOf(readings[0]?.segments ?? [], []).path}`) ?? [];
    const paths = new Map<Operation, PathTemplate | null>();
    for (const { operation, path } of bestFit(fitting, placeOf([], readings[0]?.query ?? []).query))
      if (!paths.has(operation)) paths.set(operation, path);
    for (const operation of shown) if (!paths.has(operation)) paths.set(operation, null);
    return [...paths].map(([operation, path]) => route(operation, path));
  };
  return {
    find: (method, readings) => (isDocumentedMethod(method, trees) ? matches(method, readings) : []),
    methods: (readings) => [...trees.keys()].filter((method) => matches(method, readings).length > 0).sort(),
    examples: [...byOperation.values()].flat(),
  };
}

function isDocumentedMethod(method: string, trees: ReadonlyMap<HttpMethod, unknown>): method is HttpMethod {
  return [...trees.keys()].some((one) => one === method);
}

/**
 * Of the templates that fit a path those that mean just this path, by the most fixed text; among them those whose own
 * query is sent, the longest first, if there are any.
 */
function bestFit(
  found: ReturnType<TemplateTree<OperationPath>["find"]>,
  query: readonly string[],
): readonly OperationPath[] {
  const most = Math.max(...found.map(({ template }) => template.fixedLength));
  const exact = found.filter(({ template }) => template.fixedLength === most).map(({ value }) => value);
  const sent = exact.filter(({ path }) => fixedQuery(path).every((pair) => query.includes(pair)));
  return sent.length === 0 ? exact : sent.sort((a, b) => fixedQuery(b.path).length - fixedQuery(a.path).length);
}

/** What a template's own query always says. */
function fixedQuery({ query }: PathTemplate): readonly string[] {
  const fixed = query.flatMap(({ name, value }) => (typeof value === "string" ? [{ name, text: value }] : []));
  return placeOf([], fixed).query;
}
