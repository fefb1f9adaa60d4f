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

export interface Summary {
  readonly pages: Readonly<Record<Page["kind"] | "all" | "included", number>>;
  readonly types: number;
  /** Of the types, those that no page declares. */
  readonly inferredTypes: number;
  readonly enums: number;
  readonly operations: number;
  readonly examples: number;
  readonly findings: Readonly<Record<Severity, number>>;
  /** By severity, then the most frequent first. */
  readonly codes: readonly CodeCount[];
}

export interface SummaryInput {
  readonly pages: readonly Page[];
  /** Files that are no pages by themselves. */
  readonly includedFiles: number;
  readonly model: ApiModel;
  readonly diagnostics: readonly Diagnostic[];
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

/** Counts what a run has read, made and found. */
export function summarise({ pages, includedFiles, model, diagnostics }: SummaryInput): Summary {
  const kinds = { api: 0, resource: 0, enum: 0, prose: 0 };
  for (const { kind } of pages) kinds[kind] += 1;
  const findings = { error: 0, warning: 0, note: 0 };
  for (const { severity } of diagnostics) findings[severity] += 1;
  return {
    pages: { all: pages.length + includedFiles, ...kinds, included: includedFiles },
    types: model.types.length,
    inferredTypes: model.types.filter(({ source }) => source === "inferred").length,
    enums: model.enums.length,
    operations: model.operations.length,
    examples: model.operations.reduce((sum, { examples }) => sum + examples.length, 0),
    findings,
    codes: countCodes(diagnostics),
  };
}
