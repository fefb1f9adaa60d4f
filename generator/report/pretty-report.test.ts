import { expect, test } from "vitest";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { SourcePlace } from "../diagnostics/place.ts";
import { prettyReport, toMessage } from "./pretty-report.ts";

const plain = { color: false, limit: 100 };

function at(page: string, line: number, column = 1): SourcePlace {
  return { page, line, column, endLine: line, endColumn: column + 3 };
}

test("groups by page, in the order of lines, with severity and code", () => {
  const report = prettyReport(
    [
      diagnostic("title-missing", at("b.md", 9), {}),
      diagnostic("type-unresolved", at("a.md", 12, 5), { name: "colour" }),
      diagnostic("request-missing", at("a.md", 3), {}),
      diagnostic("page-no-reference", null, {}),
    ],
    plain,
  );
  expect(report).toBe(`a.md
3:1-3:4   error   No HTTP request on the page: no function is emitted request-missing
12:5-12:8 warning The type \`colour\` is on no page: \`unknown\` is emitted type-unresolved

all pages
          info    No operation, type or enum on the page: nothing is generated from it page-no-reference

b.md
9:1-9:4   warning Unexpected end of page, expected a level-1 heading title-missing

4 messages (✖ 1 error, ⚠ 2 warnings)`);
});

test("shows the second place of a finding, with its page where that is another", () => {
  const related = { place: at("other.md", 7), message: "declared here first" };
  const report = prettyReport(
    [diagnostic("type-conflict", at("a.md", 3), { name: "x", type: "String", other: "Int32" }, related)],
    plain,
  );
  expect(report).toContain("[cause]:\n");
  expect(report).toMatch(/7:1-7:4 info {4}declared here first \(other\.md\)/);
});

test("one long message does not make the other lines long", () => {
  const related = { place: at("other.md", 7), message: "declared here first" };
  const report = prettyReport(
    [
      diagnostic("type-unresolved", at("a.md", 1), { name: "x".repeat(300) }),
      diagnostic("title-missing", at("a.md", 2), {}, related),
    ],
    { color: true, limit: 100 },
  );
  const [long = 0, ...others] = report
    .split("\n")
    .map((line) => line.length)
    .sort((a, b) => b - a);
  expect(long).toBeGreaterThan(200);
  expect(Math.max(...others)).toBeLessThan(120);
});

test("counts what is over the limit", () => {
  const many = Array.from({ length: 7 }, (_, index) => diagnostic("title-missing", at("a.md", index + 1), {}));
  const report = prettyReport(many, { color: false, limit: 5 });
  expect(report.match(/title-missing/g)).toHaveLength(5);
  expect(report.endsWith("\n… and 2 more")).toBe(true);
});

test("nothing to report is no text", () => {
  expect(prettyReport([], plain)).toBe("");
});

test("colours only where asked to", () => {
  const found = [diagnostic("request-missing", at("a.md", 3), {})];
  expect(prettyReport(found, { color: true, limit: 1 })).toContain("\u001b[31merror\u001b[39m");
  expect(prettyReport(found, plain)).not.toContain("\u001b");
});

test("a page's name cannot act on the terminal or on the build service", () => {
  const report = prettyReport(
    [
      diagnostic("title-missing", at("::error::\u001b[2Jx.md", 1), {}),
      diagnostic("title-missing", at("y ##vso[z].md", 1), {}),
    ],
    plain,
  );
  expect(report).not.toMatch(/\u001b|^::|##vso/mu);
});

test("a message carries code, source and range for other tools", () => {
  const message = toMessage(diagnostic("type-unresolved", at("a.md", 12, 5), { name: "colour" }));
  expect(message.reason).toBe("The type `colour` is on no page: `unknown` is emitted");
  expect(message).toMatchObject({
    ruleId: "type-unresolved",
    source: "apipage",
    fatal: false,
    place: { start: { line: 12, column: 5 }, end: { line: 12, column: 8 } },
  });
});
