/** Operations made of small pages, for the tests of the operations part of the model. */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { readApi } from "../docs/api-page.fixture.ts";
import type { ApiPage, PropertyRow, TypeExpression } from "../docs/page.ts";
import type { Operation, Property, TypeRef } from "./api-model.ts";
import { findBaseUrl } from "./base-url.ts";
import { ModelReport } from "./model-report.ts";
import { buildOperations } from "./operations.ts";
import { TypeGraph } from "./type-graph.ts";
import type { TypeResolver } from "./type-resolver.ts";
import { blankType } from "./untyped.ts";

function linkedType({ link }: TypeExpression, types: readonly string[]): TypeRef | null {
  const stem = /([^/]+)\.md$/.exec(link ?? "")?.[1] ?? "";
  return types.includes(stem) ? { kind: "object", id: `sample.${stem}` } : null;
}

/** Knows the named types; every other name is on no page. */
export function createResolver(types: readonly string[] = ["widget", "part", "maker"]): TypeResolver {
  const tryResolve = (expression: TypeExpression): TypeRef | null => {
    const single: TypeRef | null =
      expression.kind === "primitive"
        ? { kind: "primitive", name: expression.primitive ?? "String" }
        : types.includes(expression.name)
          ? { kind: "object", id: `sample.${expression.name}` }
          : linkedType(expression, types);
    return single && expression.isCollection ? { kind: "collection", of: single } : single;
  };
  const resolve = (expression: TypeExpression): TypeRef =>
    tryResolve(expression) ?? { kind: "unknown", text: expression.text };
  const build = (row: PropertyRow, type: TypeRef, isNavigation: boolean): Property => ({
    name: row.name.value,
    type,
    isNavigation,
    description: row.description.text,
    isNullable: null,
    isReadOnly: false,
    isRequired: row.description.isRequired,
    returned: null,
    query: { filter: null, orderBy: false, search: false },
    evidence: "table",
    inheritedFrom: null,
    deprecation: null,
    place: row.place,
  });
  const property = (row: PropertyRow): Property => build(row, row.type ? resolve(row.type) : blankType, false);
  return { resolve, tryResolve, property, build };
}

export interface BuiltOperations {
  readonly operations: readonly Operation[];
  readonly diagnostics: readonly Diagnostic[];
  readonly codes: readonly string[];
}

export function buildPages(pages: readonly ApiPage[], names: Readonly<Record<string, string>> = {}): BuiltOperations {
  const report = new ModelReport();
  const settings = { names: new Map(Object.entries(names)), baseUrl: findBaseUrl(pages, null) };
  const operations = buildOperations(pages, createResolver(), new TypeGraph([], []), settings, report);
  return { operations, diagnostics: report.diagnostics, codes: report.diagnostics.map((found) => found.code) };
}

/** The operations of one page of text. */
export function buildPage(text: string, path?: string): BuiltOperations {
  return buildPages([readApi(text, path).page]);
}

/** The first operation of one page of text. */
export function buildOne(text: string, path?: string): Operation {
  const [operation] = buildPage(text, path).operations;
  if (!operation) throw new Error("the page gives no operation");
  return operation;
}
