/**
 * What the readers put up with on the measured set, rule by rule, beside how often a survey of the same pages counted it
 * (`design/format.md` beside the corpus): where the two differ, a rule has been understood in another way, or does not work.
 */
import type { DiagnosticCode } from "../generator/diagnostics/codes.ts";
import type { ApiPage, Page, RequestLine } from "../generator/docs/page.ts";
import { type Finding, pageOf } from "../generator/lint/finding.ts";

export interface MeasuredPages {
  readonly pages: readonly Page[];
  /** By path. */
  readonly texts: ReadonlyMap<string, string>;
  readonly findings: readonly Finding[];
}

export interface Tolerance {
  readonly rule: string;
  readonly unit: "pages" | "lines" | "blocks" | "rows" | "cells" | "types" | "examples";
  readonly surveyed: number;
  /** The codes that tell of it; none where it is a way to write that nothing has to be said about. */
  readonly codes: readonly DiagnosticCode[];
  readonly measure: (measured: MeasuredPages) => number;
  /** Why the numbers differ, where that is known. */
  readonly remark?: string;
}

/** A rule that leaves a finding wherever it is applied. */
function told(
  rule: string,
  unit: Tolerance["unit"],
  surveyed: number,
  codes: readonly DiagnosticCode[],
  remark?: string,
): Tolerance {
  const measure = ({ findings }: MeasuredPages): number => {
    const own = findings.filter(({ diagnostic }) => codes.includes(diagnostic.code));
    return unit === "pages" ? new Set(own.map(({ diagnostic }) => pageOf(diagnostic))).size : own.length;
  };
  return { rule, unit, surveyed, codes, measure, ...(remark === undefined ? {} : { remark }) };
}

/** A way to write on operation pages that is as good as any other. */
function written(rule: string, surveyed: number, isSo: (page: ApiPage, text: string) => boolean): Tolerance {
  const measure = ({ pages, texts }: MeasuredPages): number =>
    pages.filter((page) => page.kind === "api" && isSo(page, texts.get(page.path) ?? "")).length;
  return { rule, unit: "pages", surveyed, codes: [], measure };
}

function isRepeating({ text }: RequestLine): boolean {
  const names = text.match(/\{[^}]*\}/gu) ?? [];
  return new Set(names).size < names.length;
}

function hasAlternatives({ pieces }: RequestLine): boolean {
  return pieces.some((piece) => piece.kind === "placeholder" && piece.alternatives.length > 1);
}

export const tolerances: readonly Tolerance[] = [
  written("tabs of samples in other languages", 1163, (_, text) => /^# \[[^\]]*\]\(#tab\//mu.test(text)),
  written("HTTP Request for HTTP request", 791, (_, text) => /^## HTTP Request\s*$/mu.test(text)),
  written("Prerequisites for Permissions", 789, (_, text) => /^## Prerequisites/mu.test(text)),
  written("several request lines", 574, ({ requests }) => requests.length > 1),
  written("placeholders with alternatives, {a|b}", 347, ({ requests }) => requests.some(hasAlternatives)),
  written("placeholder names repeated in a path", 252, ({ requests }) => requests.some(isRepeating)),
  written("doc_type in quotes", 186, (_, text) => /^doc_type: *["']/mu.test(text)),
  written("no Request body section", 129, ({ body }) => body === null),
  written("no table of request headers", 45, ({ headers }) => headers.length === 0),
  written("no Namespace line", 18, ({ namespace }) => namespace === null),
  told(
    "request lines without slash, with literal ids, with .../, with (id)",
    "lines",
    57,
    ["request-line-repaired"],
    "the others have a URL of another host, an odd query or ending, or an open parenthesis",
  ),
  told(
    "lines that are no request among request lines",
    "lines",
    21,
    ["request-line-ignored"],
    "whole messages, and samples in other languages, are read as such",
  ),
  told("two methods on a page", "pages", 7, ["request-methods-differ"]),
  told(
    "JSON that is none by the letter",
    "blocks",
    124,
    ["example-json-repaired", "example-json-invalid"],
    "of the others 12 are neither message nor representation, 5 mean no JSON, 1 has headers behind it",
  ),
  told("annotations with trailing commas", "blocks", 20, ["annotation-repaired"]),
  told("annotations beyond repair", "blocks", 1, ["annotation-invalid"]),
  told("blank line before the headers of an example", "pages", 44, ["example-headers-detached"]),
  told(
    "no blank line before the body of an example",
    "blocks",
    14,
    ["example-headers-glued"],
    "a body without any headers is none of these",
  ),
  told("examples that go to other hosts", "examples", 61, ["example-foreign"]),
  told("examples with another method", "examples", 6, ["example-method-differs"]),
  told("status by text and by example", "pages", 25, ["status-differs"]),
  told("response type by text and by example", "pages", 26, ["response-type-differs"]),
  told("tables that are not valid GFM", "pages", 11, ["table-invalid"]),
  told("rows of another width", "rows", 32, ["row-width"], "short rows are filled up without a word"),
  told("no permissions table", "pages", 6, ["permissions-missing"]),
  told("TODO for a permission", "cells", 8, ["permission-cell-unread"], "one asks for a role instead"),
  told("doc_type of the other kind", "pages", 10, ["page-kind-mismatch"]),
  told("pages without a reference", "pages", 70, ["page-no-reference"]),
  told("base types at odds", "types", 5, ["base-type-conflict"]),
  told(
    "type cells that are none",
    "cells",
    3,
    ["type-cell-repaired", "type-cell-invalid"],
    "a blank one belongs to a description broken off in the row above",
  ),
  told(
    "type names on no page",
    "rows",
    21,
    ["type-unresolved", "type-inferred"],
    "the others are known by their links, by their values, or as words for any JSON",
  ),
  told("includes from outside the set", "pages", 136, ["include-missing"]),
];

/** One row a rule. */
export function toleranceTable(measured: MeasuredPages, rules: readonly Tolerance[] = tolerances): string {
  const width = Math.max(...rules.map(({ rule }) => rule.length), "tolerance".length);
  const row = (rule: string, unit: string, surveyed: string, counted: string, rest: string): string =>
    `${rule.padEnd(width)}  ${unit.padEnd(8)}  ${surveyed.padStart(8)}  ${counted.padStart(8)}  ${rest}`.trimEnd();
  return [
    row("tolerance", "unit", "surveyed", "measured", "told by"),
    ...rules.map(({ rule, unit, surveyed, codes, measure, remark }) => {
      const tellers = codes.join(", ");
      return row(
        rule,
        unit,
        String(surveyed),
        String(measure(measured)),
        remark === undefined ? tellers : `${tellers} (${remark})`,
      );
    }),
  ].join("\n");
}
