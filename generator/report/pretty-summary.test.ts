import { expect, test } from "vitest";
import { fileLine, summaryLines } from "./pretty-summary.ts";
import type { Summary } from "./summary.ts";

const summary: Summary = {
  pages: { all: 12, api: 7, resource: 3, enum: 1, prose: 1, included: 0 },
  types: 4,
  inferredTypes: 1,
  enums: 1,
  operations: 8,
  examples: 0,
  findings: { error: 1, warning: 0, note: 12 },
  codes: [
    { code: "request-missing", severity: "error", count: 1 },
    { code: "type-inferred", severity: "note", count: 12 },
  ],
};

test("numbers in lines, codes below", () => {
  expect(summaryLines(summary, (_, text) => text)).toEqual([
    "Pages    12: 7 api, 3 resource, 1 enum, 1 other",
    "Model    4 types (1 inferred), 1 enum, 8 operations, 0 examples",
    "Findings 1 error, 0 warnings, 12 notes",
    "  error    request-missing      1",
    "  note     type-inferred       12",
  ]);
});

test("only severities that occur are painted", () => {
  expect(summaryLines(summary, (severity, text) => `<${severity}>${text}</>`)[2]).toBe(
    "Findings <error>1 error</>, 0 warnings, <note>12 notes</>",
  );
});

test("what happened to the files", () => {
  expect(fileLine({ added: 2, changed: 1, unchanged: 10, removed: 3 }, "src/api")).toBe(
    "Files    2 new, 1 changed, 10 unchanged, 3 removed in src/api",
  );
  expect(fileLine({ added: 0, changed: 0, unchanged: 1, removed: 0 }, "src/api")).toBe(
    "Files    src/api is up to date (1 file)",
  );
});
