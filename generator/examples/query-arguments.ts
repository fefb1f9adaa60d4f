/** The query of an example as arguments of a call: parameters of the page, query options, and what the page does not say. */
import type { Operation, Parameter, PathTemplate, QueryOptionName } from "../model/api-model.ts";
import { isOptionName } from "../model/query-support.ts";
import { type NamedArgument, queryArgument } from "./argument-values.ts";
import type { CallNote } from "./call-notes.ts";
import type { QueryPair } from "./example-url.ts";
import { type ExpandValue, isSortKey, listOf, readExpand } from "./expand-grammar.ts";

/** A query option with its value as the SDK takes it, and the value on the wire, not encoded. */
export type ExampleOption = { readonly text: string } & (
  | { readonly name: "select" | "orderby"; readonly value: readonly string[] }
  | { readonly name: "expand"; readonly value: ExpandValue }
  | { readonly name: "top" | "skip"; readonly value: number }
  | { readonly name: "count"; readonly value: boolean }
  | { readonly name: "filter" | "search" | "skiptoken" | "format"; readonly value: string }
);

/** A query parameter or a header by its name on the wire. */
export interface WirePair {
  readonly name: string;
  readonly value: string;
}

export interface QueryArguments {
  readonly queryParameters: readonly NamedArgument[];
  readonly options: readonly ExampleOption[];
  readonly furtherQuery: readonly WirePair[];
  readonly notes: readonly CallNote[];
}

/** `top`, `$top` and `$Top` are one option. */
function bareName(name: string): string {
  return name.replace(/^\$/, "").toLowerCase();
}

/**
 * Sorts the query of an example.
 *
 * @param path the template that the example fits: what it fixes is sent by the path itself
 */
export function queryArguments(operation: Operation, path: PathTemplate, query: readonly QueryPair[]): QueryArguments {
  const queryParameters: NamedArgument[] = [];
  const options: ExampleOption[] = [];
  const furtherQuery: WirePair[] = [];
  const notes: CallNote[] = [];
  const seen = new Set<string>();
  const fixed = fixedQuery(path);
  for (const { name, text } of query) {
    const option = bareName(name);
    const parameter = parameterFor(operation.queryParameters, name);
    const key = parameter?.wireName ?? (isOptionName(option) ? `$${option}` : name);
    if (seen.has(key)) {
      notes.push({ code: "query-repeated", text: `${key} comes twice, the second time as ${text}.` });
      continue;
    }
    seen.add(key);
    if (fixed.get(option) === comparedText(text)) {
      fixed.delete(option);
    } else if (parameter !== null) {
      if (parameter.wireName !== name && bareName(parameter.wireName) === option)
        notes.push({ code: "letter-case", text: `The example writes ${name} for ${parameter.wireName}.` });
      queryParameters.push(queryArgument(parameter, text));
    } else {
      const value = isOptionName(option) && isGranted(operation, option) ? optionOf(option, text) : null;
      if (value !== null) options.push(value);
      else furtherQuery.push({ name: key, value: text });
    }
  }
  for (const [name, text] of fixed)
    notes.push({ code: "fixed-query", text: `The path itself sends $${name}=${text}.` });
  return { queryParameters, options, furtherQuery, notes };
}

/** Fixed options of a template by their bare names. */
function fixedQuery({ query }: PathTemplate): Map<string, string> {
  return new Map(
    query.flatMap(({ name, value }) => (typeof value === "string" ? [[bareName(name), comparedText(value)]] : [])),
  );
}

function comparedText(text: string): string {
  return text.replace(/\s+/g, "");
}

function parameterFor(parameters: readonly Parameter[], name: string): Parameter | null {
  return (
    parameters.find(({ wireName }) => wireName === name) ??
    parameters.find(({ wireName }) => wireName.toLowerCase() === name.toLowerCase()) ??
    parameters.find(({ wireName }) => isOptionName(bareName(name)) && bareName(wireName) === bareName(name)) ??
    null
  );
}

function isGranted({ query }: Operation, option: QueryOptionName): boolean {
  return query.isGeneric || query.named.includes(option);
}

/** An option with its value; `null` where the text is no value of it, as a placeholder is no number. */
function optionOf(name: QueryOptionName, text: string): ExampleOption | null {
  switch (name) {
    case "select":
    case "orderby": {
      const value = listOf(text);
      const isReadable = name === "select" || value.every(isSortKey);
      return value.length === 0 || !isReadable ? null : { name, value, text };
    }
    case "expand": {
      const value = readExpand(text);
      return value === null ? null : { name, value, text };
    }
    case "top":
    case "skip":
      return /^\d{1,9}$/.test(text) ? { name, value: Number(text), text } : null;
    case "count":
      return /^(?:true|false)$/i.test(text) ? { name, value: text.toLowerCase() === "true", text } : null;
    case "filter":
    case "search":
    case "skiptoken":
    case "format":
      return text === "" ? null : { name, value: text, text };
  }
}
