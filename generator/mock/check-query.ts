/** What is wrong with the query of a request, by what the page grants. */
import { queryArgument } from "../examples/argument-values.ts";
import type { Operation, Parameter, PathTemplate, QueryOptionName } from "../model/api-model.ts";
import { isOptionName } from "../model/query-support.ts";
import { typeRefText } from "../model/type-ref-text.ts";
import { queryKey } from "./known-example.ts";
import type { QueryPart } from "./request-target.ts";
import type { ErrorDetail } from "./service-error.ts";

// Parts of the links that a service makes: pages need not grant what their readers never write.
const linkOptions: ReadonlySet<string> = new Set(["$skiptoken", "$deltatoken"]);

/** What an option may hold. The others are grammars of their own: any text but none. */
const values: ReadonlyMap<string, { readonly pattern: RegExp; readonly expected: string }> = new Map([
  ["$top", { pattern: /^\d{1,9}$/, expected: "a number" }],
  ["$skip", { pattern: /^\d{1,9}$/, expected: "a number" }],
  ["$count", { pattern: /^(?:true|false)$/i, expected: "true or false" }],
]);

/**
 * @param path the template that the request fits: what its own query says is part of the path
 * @param shown names that the page's examples send: what a page shows, it grants
 */
export function checkQuery(
  operation: Operation,
  path: PathTemplate | null,
  query: readonly QueryPart[],
  shown: ReadonlySet<string>,
): readonly ErrorDetail[] {
  const fixed = new Set(path?.query.map(({ name }) => queryKey(name)));
  const details: ErrorDetail[] = [];
  const seen = new Set<string>();
  for (const { name, value } of query) {
    const key = queryKey(name);
    const parameter = parameterFor(operation.queryParameters, name);
    const problem = seen.has(key) ? repeated(key, parameter) : problemOf(operation, parameter, { name, value });
    seen.add(key);
    if (problem === null || (fixed.has(key) && parameter === null)) continue;
    if (problem.code === "unsupportedQueryOption" && (shown.has(key) || isLinkOption(operation, key))) continue;
    details.push(problem);
  }
  const sent = new Set([...seen].map(parameterKey));
  const missing = operation.queryParameters.filter(
    ({ isRequired, wireName }) => isRequired && !sent.has(parameterKey(wireName)),
  );
  return [...details, ...missing.map(({ wireName }) => missingParameter(wireName))];
}

function missingParameter(wireName: string): ErrorDetail {
  return { code: "missingQueryParameter", target: wireName, message: `The query parameter ${wireName} is missing` };
}

function isLinkOption({ response }: Operation, key: string): boolean {
  return response.envelope === "collection" && linkOptions.has(key);
}

function repeated(key: string, parameter: Parameter | null): ErrorDetail | null {
  const mayRepeat = parameter?.type.kind === "collection" || !(key.startsWith("$") || parameter !== null);
  return mayRepeat ? null : { code: "repeatedQueryOption", target: key, message: `Unexpected second ${key}` };
}

/** Services do not look at the letter case of names, and pages differ in it themselves. */
function parameterKey(name: string): string {
  return queryKey(name).toLowerCase();
}

function parameterFor(parameters: readonly Parameter[], name: string): Parameter | null {
  return (
    parameters.find(({ wireName }) => wireName === name) ??
    parameters.find(({ wireName }) => parameterKey(wireName) === parameterKey(name)) ??
    null
  );
}

function problemOf(operation: Operation, parameter: Parameter | null, part: QueryPart): ErrorDetail | null {
  if (parameter !== null) {
    if (queryArgument(parameter, part.value).isTyped) return null;
    const expected = typeRefText(parameter.type);
    const message = `Unexpected value of ${part.name}, expected ${expected}`;
    return { code: "invalidQueryParameter", target: part.name, message };
  }
  const key = queryKey(part.name);
  const option = key.slice(1);
  // Services pass over what they do not know, unless it is the syntax of query options.
  if (!part.name.startsWith("$") && !(isOptionName(option) && isGranted(operation, option))) return null;
  if (!isOptionName(option) || !isGranted(operation, option)) return unsupported(operation, key);
  const { pattern = /\S/, expected = "a value" } = values.get(key) ?? {};
  if (pattern.test(part.value)) return null;
  return { code: "invalidQueryOption", target: key, message: `Unexpected value of ${key}, expected ${expected}` };
}

function unsupported(operation: Operation, key: string): ErrorDetail {
  const named = operation.query.named.map((name) => `$${name}`);
  const expected = operation.query.isGeneric
    ? "one of OData's query options"
    : named.length === 0
      ? "none, as the page grants no query options"
      : `only what the page grants: ${named.join(", ")}`;
  return {
    code: "unsupportedQueryOption",
    target: key,
    message: `Unexpected query option ${key}, expected ${expected}`,
  };
}

function isGranted({ query }: Operation, option: QueryOptionName): boolean {
  return query.isGeneric || query.named.includes(option);
}
