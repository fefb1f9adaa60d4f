import { describe, expect, it, test } from "vitest";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { type BaselineEntry, baselineText, judge, noBaseline, parseBaseline, updated } from "./baseline.ts";
import { findingsOf } from "./finding.ts";

function at(page: string, line: number) {
  return { page, line, column: 1, endLine: line, endColumn: 4 };
}

const findings = findingsOf([
  diagnostic("row-unread", at("b.md", 9), { text: "y" }),
  diagnostic("type-unresolved", at("a.md", 3), { name: "x" }),
  diagnostic("row-width", at("a.md", 5), { actual: 4, expected: 3 }),
]);
const [row, type, width] = findings.map(({ fingerprint }) => fingerprint);
const everywhere = (): boolean => true;
const gone: BaselineEntry = { fingerprint: "0123456789abcdef", code: "row-unread", page: "c.md", message: "gone" };

describe("an update", () => {
  const first = updated(findings, noBaseline, everywhere);

  it("takes errors and warnings, sorted by page, and the text is one that can be read", () => {
    const text = baselineText(first);
    expect(JSON.parse(text)).toEqual({
      schema: 1,
      known: [
        {
          fingerprint: type,
          code: "type-unresolved",
          page: "a.md",
          message: "The type `x` is on no page: `unknown` is emitted",
        },
        {
          fingerprint: row,
          code: "row-unread",
          page: "b.md",
          message: "Unexpected row `y`, expected a name in its first cell: it is not read",
        },
      ],
    });
    expect(baselineText(parseBaseline(text) as typeof first)).toBe(text);
  });

  it("keeps reasons, and entries of what is a note by now; drops what is gone", () => {
    const note = { fingerprint: width ?? "", code: "row-width", page: "a.md", message: "m", reason: "soon" };
    const known = first.known.map((entry) => (entry.fingerprint === row ? { ...entry, reason: "as agreed" } : entry));
    const second = updated(findings, { schema: 1, known: [gone, note, ...known] }, everywhere);
    expect(second.known.map(({ fingerprint, reason }) => [fingerprint, reason]).sort()).toEqual(
      [
        [row, "as agreed"],
        [type, undefined],
        [width, "soon"],
      ].sort(),
    );
  });

  it("leaves entries of pages that were not looked at", () => {
    const second = updated(findings, { schema: 1, known: [gone] }, (page) => page !== "c.md");
    expect(second.known).toContainEqual(gone);
  });
});

test("what is known is no more open, what is not found is stale", () => {
  const known = [...updated(findings.slice(0, 1), noBaseline, everywhere).known, gone];
  expect(judge(findings, { schema: 1, known }, everywhere)).toEqual({
    open: findings.slice(1),
    known: 1,
    stale: [gone],
  });
  expect(judge(findings, { schema: 1, known }, (page) => page !== "c.md").stale).toEqual([]);
});

test.each([
  ["", "it is not JSON"],
  ['{ "schema": 1, "known": [', "it is not JSON"],
  ["<<<<<<< ours\n{}", "it is not JSON"],
  ["[]", "it: Invalid input: expected object, received array"],
  ['{ "schema": 2, "known": [] }', "schema: Invalid input: expected 1"],
  ['{ "schema": 1, "accepted": [] }', "known: Invalid input: expected array, received undefined"],
  [
    '{ "schema": 1, "known": [{ "fingerprint": "x", "code": "a", "page": "b", "message": "c" }] }',
    "known.0.fingerprint: a fingerprint has 16 hexadecimal digits",
  ],
])("%j is no baseline", (text, problem) => {
  expect(parseBaseline(text)).toBe(problem);
});
