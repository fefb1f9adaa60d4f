/** A run in numbers. */
import type { DiagnosticCode, Severity } from "../diagnostics/codes.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Page } from "../docs/page.ts";
import type { ApiModel } from "../model/api-model.ts";

export interface CodeCount {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly count: number;
}

/** How many documented messages there are, and how many of them are as the pages say. */
export interface MessageCounts {
  readonly found: number;
  readonly passing: number;
  readonly listed: number;
}

export interface ModelCounts {
  readonly types: number;
  /** Of the types, those that no page declares. */
  readonly inferredTypes: number;
  readonly enums: number;
  readonly operations: number;
  readonly examples: number;
}

export type PageCounts = Readonly<Record<Page["kind"] | "all" | "included", number>>;

/** How often something was found. */
export interface FindingCounts {
  readonly findings: Readonly<Record<Severity, number>>;
  /** By severity, then the most frequent first. */
  readonly codes: readonly CodeCount[];
}

export interface Summary extends ModelCounts, FindingCounts {
  readonly pages: PageCounts;
  readonly goldens: {
    readonly requests: MessageCounts;
    readonly responses: MessageCounts;
  };
}

const severityOrder: readonly Severity[] = ["error", "warning", "note"];

function countCodes(diagnostics: readonly Diagnostic[]): CodeCount[] {
  const counts = new Map<DiagnosticCode, CodeCount>();
  for (const { code, severity } of diagnostics)
    counts.set(code, { code, severity, count: (counts.get(code)?.count ?? 0) + 1 });
  return [...counts.values()].sort(
    (a, b) =>
      severityOrder.indexOf(a.severity) - severityOrder.indexOf(b.severity) ||
      b.count - a.count ||
      (a.code < b.code ? -1 : 1),
  );
}

/** Counts what pages describe. */
export function modelCounts({ types, enums, operations }: ApiModel): ModelCounts {
  return {
    types: types.length,
    inferredTypes: types.filter(({ source }) => source === "inferred").length,
    enums: enums.length,
    operations: operations.length,
    examples: operations.reduce((sum, { examples }) => sum + examples.length, 0),
  };
}

/** Counts pages by what they are about. */
export function pageCounts(pages: readonly Page[], includedFiles: number): PageCounts {
  const kinds = { api: 0, resource: 0, enum: 0, prose: 0 };
  for (const { kind } of pages) kinds[kind] += 1;
  return { all: pages.length + includedFiles, ...kinds, included: includedFiles };
}

/** Counts diagnostics by severity and by code. */
export function findingCounts(diagnostics: readonly Diagnostic[]): FindingCounts {
  const findings = { error: 0, warning: 0, note: 0 };
  for (const { severity } of diagnostics) findings[severity] += 1;
  return { findings, codes: countCodes(diagnostics) };
}
