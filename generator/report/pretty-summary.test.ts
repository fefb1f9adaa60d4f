import { expect, test } from "vitest";
import { fileLines, summaryLines } from "./pretty-summary.ts";
import type { Summary } from "./summary.ts";

const summary: Summary = {
  pages: { all: 12, api: 7, resource: 3, enum: 1, prose: 1, included: 0 },
  types: 4,
  inferredTypes: 1,
  enums: 1,
  operations: 8,
  examples: 0,
  goldens: {
    requests: { found: 9, passing: 8, listed: 1 },
    responses: { found: 1, passing: 1, listed: 0 },
  },
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
    "Goldens  8 of 9 requests, 1 of 1 response, 1 at odds with their pages",
    "Findings 1 error, 0 warnings, 12 notes",
    "  error    request-missing      1",
    "  note     type-inferred       12",
  ]);
});

test("only severities that occur are painted", () => {
  expect(summaryLines(summary, (severity, text) => `<${severity}>${text}</>`)[3]).toBe(
    "Findings <error>1 error</>, 0 warnings, <note>12 notes</>",
  );
});

test("what happened to the files", () => {
  expect(fileLines({ added: 2, changed: 1, unchanged: 10, removed: 3, lost: [] }, "src/api", false)).toEqual([
    "Files    2 new, 1 changed, 10 unchanged, 3 removed in src/api",
  ]);
  expect(fileLines({ added: 0, changed: 0, unchanged: 1, removed: 0, lost: [] }, "src/api", false)).toEqual([
    "Files    src/api is up to date (1 file)",
  ]);
});

test("what a dry run would do", () => {
  const counts = { added: 1, changed: 1, unchanged: 0, removed: 0, lost: ["a.ts"] };
  expect(fileLines(counts, "src/api", true)).toEqual([
    "Files    1 new, 1 changed, 0 unchanged, 0 removed in src/api: a dry run, nothing was written",
    "         to be overwritten by --force, and not written by apipage: a.ts",
  ]);
});

test("what was overwritten and not ours is named, up to a number", () => {
  const counts = { added: 0, changed: 22, unchanged: 0, removed: 0 };
  expect(fileLines({ ...counts, lost: ["README.md", "client.ts"] }, "src/api", false)[1]).toBe(
    "         overwritten by --force, and not written by apipage: README.md, client.ts",
  );
  const many = Array.from({ length: 22 }, (_, index) => `${index}.ts`);
  expect(fileLines({ ...counts, lost: many }, "src/api", false)[1]?.endsWith("18.ts, 19.ts, and 2 more")).toBe(true);
});
