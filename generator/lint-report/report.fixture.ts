/** A small report, and the same with text that no page should have. */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { SourcePlace } from "../diagnostics/place.ts";
import { findingsOf } from "../lint/finding.ts";
import { findingCounts } from "../report/summary.ts";
import type { LintReport } from "./report.ts";

export function at(page: string, line: number, column = 1): SourcePlace {
  return { page, line, column, endLine: line, endColumn: column + 3 };
}

export function reportOf(diagnostics: readonly Diagnostic[], more: Partial<LintReport> = {}): LintReport {
  return {
    docs: "docs",
    prefix: "docs/",
    pages: ["api/clock-get.md", "resources/clock.md"],
    pageCounts: { all: 2, api: 1, resource: 1, enum: 0, prose: 0, included: 0 },
    findings: findingsOf(diagnostics),
    counts: findingCounts(diagnostics),
    known: 0,
    stale: [],
    toolVersion: "1.2.3",
    ...more,
  };
}

export const sampleDiagnostics: readonly Diagnostic[] = [
  diagnostic("enum-unused", null, { name: "colour" }),
  diagnostic("type-cell-invalid", at("resources/clock.md", 12, 8), { text: "Strng[]" }),
  diagnostic(
    "type-conflict",
    at("resources/clock.md", 14),
    { name: "hands", type: "String", other: "Int32" },
    { place: at("resources/face.md", 7), message: "this one counts" },
  ),
];

export const sampleReport = reportOf(sampleDiagnostics, {
  known: 2,
  stale: [
    {
      fingerprint: "0123456789abcdef",
      code: "row-unread",
      page: "api/clock-get.md",
      message: "Unexpected row `x`, expected a name in its first cell: it is not read",
    },
  ],
});

/** A report with one text in every place that a page's text, or that of a baseline, can get to. */
export function hostileReport(text: string): LintReport {
  const place = at(text, 1);
  const bad: Diagnostic = {
    code: "row-unread",
    severity: "error",
    message: text,
    place,
    related: { place, message: text },
  };
  return reportOf([bad], {
    docs: text,
    prefix: "",
    pages: [text],
    stale: [{ fingerprint: "0123456789abcdef", code: text, page: text, message: text, reason: text }],
  });
}
