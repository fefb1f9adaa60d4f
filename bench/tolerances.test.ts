import { expect, test } from "vitest";
import { diagnostic } from "../generator/diagnostics/diagnostic.ts";
import { findingsOf } from "../generator/lint/finding.ts";
import { tolerances, toleranceTable } from "./tolerances.ts";

const at = (line: number) => ({ page: "a.md", line, column: 1, endLine: line, endColumn: 2 });
const measured = {
  pages: [],
  texts: new Map<string, string>(),
  findings: findingsOf([
    diagnostic("row-width", at(3), { actual: 4, expected: 3 }),
    diagnostic("row-width", at(9), { actual: 4, expected: 3 }),
    diagnostic("table-invalid", at(7), {}),
    diagnostic("table-invalid", at(8), {}),
  ]),
};

test("a rule counts findings, or the pages with them, beside what was surveyed", () => {
  const rules = tolerances.filter(({ codes }) => codes.includes("row-width") || codes.includes("table-invalid"));
  expect(toleranceTable(measured, rules)).toBe(
    [
      "tolerance                      unit      surveyed  measured  told by",
      "tables that are not valid GFM  pages           11         1  table-invalid",
      "rows of another width          rows            32         2  row-width (short rows are filled up without a word)",
    ].join("\n"),
  );
});

test("no code tells of two rules", () => {
  const codes = tolerances.flatMap((tolerance) => tolerance.codes);
  expect(new Set(codes).size).toBe(codes.length);
});
