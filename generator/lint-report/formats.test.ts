import { describe, expect, it } from "vitest";
import { sarifProblems } from "../testing/sarif-schema.ts";
import { githubLint } from "./github.ts";
import { jsonLint } from "./json.ts";
import { junitLint } from "./junit.ts";
import { prettyLint } from "./pretty.ts";
import { reportOf, sampleDiagnostics, sampleReport } from "./report.fixture.ts";
import { sarifLint } from "./sarif.ts";

const plain = { color: false, paint: (_: string, text: string) => text, isQuiet: false };
const [unused, invalid, conflict] = sampleReport.findings.map(({ fingerprint }) => fingerprint);
const clean = reportOf([]);

describe("the report on a terminal", () => {
  it("has findings by page, as the user can open it, then numbers", () => {
    expect(prettyLint(sampleReport, plain)).toMatchInlineSnapshot(`
      "all pages
                  info    Nothing in the set refers to the enum \`colour\`: it is left out enum-unused

      docs/resources/clock.md
      12:8-12:11  error   Unexpected type \`Strng[]\`, expected a type name type-cell-invalid
      14:1-14:4   warning \`hands\` is \`String\` here and \`Int32\` on another page of the type: the other one counts type-conflict
        [cause]:
          7:1-7:4 info    this one counts (docs/resources/face.md)

      3 messages (✖ 1 error, ⚠ 1 warning)

      Pages    2: 1 api, 1 resource, 0 enum, 0 other
      Findings 1 error, 1 warning, 1 note
        error    type-cell-invalid      1
        warning  type-conflict          1
        note     enum-unused            1
      Baseline 2 known
      Stale    row-unread api/clock-get.md is in the baseline and was not found: Unexpected row \`x\`, expected a name in its first cell: it is not read
               --update-baseline takes stale entries out
      "
    `);
  });

  it("is coloured where that is wanted, and short where there is nothing to say", () => {
    expect(prettyLint(sampleReport, { ...plain, color: true })).toContain("\u001b[31merror\u001b[39m");
    expect(prettyLint(clean, plain)).toBe(
      "Pages    2: 1 api, 1 resource, 0 enum, 0 other\nFindings 0 errors, 0 warnings, 0 notes\n",
    );
    expect(prettyLint(clean, { ...plain, isQuiet: true })).toBe("");
  });

  it("says how to see what is not shown", () => {
    const report = reportOf(sampleDiagnostics, { findings: sampleReport.findings.slice(1) });
    expect(prettyLint(report, plain)).toContain("         --verbose lists the notes as well\n");
  });
});

describe("the report as JSON", () => {
  it("has every finding as it is, with its identity", () => {
    expect(JSON.parse(jsonLint(sampleReport))).toEqual({
      schema: 1,
      docs: "docs",
      pages: 2,
      counts: { error: 1, warning: 1, note: 1 },
      known: 2,
      stale: sampleReport.stale,
      findings: [
        { ...sampleDiagnostics[0], fingerprint: unused },
        { ...sampleDiagnostics[1], fingerprint: invalid },
        { ...sampleDiagnostics[2], fingerprint: conflict },
      ],
    });
  });
});

describe("the report as SARIF", () => {
  const help = (code: string): string | null => (code === "type-conflict" ? "# type-conflict\n\nTwo types.\n" : null);

  it("keeps to the published schema", () => {
    expect(sarifProblems(sarifLint(sampleReport, help))).toEqual([]);
    expect(sarifProblems(sarifLint(clean, help))).toEqual([]);
  });

  it("has a rule for each code, with its message and page, and a result for each finding", () => {
    const [run] = JSON.parse(sarifLint(sampleReport, help)).runs;
    expect(run.tool.driver).toEqual({
      name: "apipage lint",
      version: "1.2.3",
      rules: [
        {
          id: "enum-unused",
          shortDescription: { text: "Nothing in the set refers to the enum `{name}`: it is left out" },
          defaultConfiguration: { level: "note" },
        },
        {
          id: "type-cell-invalid",
          shortDescription: { text: "Unexpected type `{text}`, expected a type name" },
          defaultConfiguration: { level: "error" },
        },
        {
          id: "type-conflict",
          shortDescription: { text: expect.stringContaining("`{name}` is `{type}` here") },
          help: { text: "# type-conflict\n\nTwo types.\n", markdown: "# type-conflict\n\nTwo types.\n" },
          defaultConfiguration: { level: "warning" },
        },
      ],
    });
    const uri = { uri: "docs/resources/clock.md" };
    expect(run.results).toEqual([
      {
        ruleId: "enum-unused",
        level: "note",
        message: { text: "Nothing in the set refers to the enum `colour`: it is left out" },
        locations: [],
        partialFingerprints: { "apipage/v1": unused },
      },
      {
        ruleId: "type-cell-invalid",
        level: "error",
        message: { text: "Unexpected type `Strng\\[\\]`, expected a type name" },
        locations: [
          {
            physicalLocation: {
              artifactLocation: uri,
              region: { startLine: 12, startColumn: 8, endLine: 12, endColumn: 11 },
            },
          },
        ],
        partialFingerprints: { "apipage/v1": invalid },
      },
      expect.objectContaining({
        ruleId: "type-conflict",
        relatedLocations: [
          {
            id: 1,
            message: { text: "this one counts" },
            physicalLocation: {
              artifactLocation: { uri: "docs/resources/face.md" },
              region: { startLine: 7, startColumn: 1, endLine: 7, endColumn: 4 },
            },
          },
        ],
      }),
    ]);
    expect(run.invocations[0].toolExecutionNotifications).toEqual([
      {
        level: "warning",
        message: { text: expect.stringMatching(/^row-unread api\/clock-get\.md is in the baseline/u) },
      },
    ]);
  });
});

describe("the report as commands to GitHub's runner", () => {
  it("annotates the pages, by the path from the root of the checkout", () => {
    expect(githubLint(sampleReport)).toBe(
      [
        "::notice title=enum-unused::Nothing in the set refers to the enum `colour`: it is left out",
        "::error file=docs/resources/clock.md,line=12,col=8,endLine=12,title=type-cell-invalid::Unexpected type `Strng[]`, expected a type name",
        "::warning file=docs/resources/clock.md,line=14,col=1,endLine=14,title=type-conflict::`hands` is `String` here and `Int32` on another page of the type: the other one counts",
        "::warning title=baseline::row-unread api/clock-get.md is in the baseline and was not found: Unexpected row `x`, expected a name in its first cell: it is not read",
        "Findings: 1 error, 1 warning, 1 note, 2 known, 1 stale",
        "",
      ].join("\n"),
    );
  });
});

describe("the report as JUnit XML", () => {
  it("has a suite for each page, and fails errors alone", () => {
    expect(junitLint(sampleReport)).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="apipage lint" tests="5" failures="1">
        <testsuite name="docs/api/clock-get.md" tests="1" failures="0">
          <testcase classname="docs/api/clock-get.md" name="no finding"/>
        </testsuite>
        <testsuite name="docs/resources/clock.md" tests="2" failures="1">
          <testcase classname="docs/resources/clock.md" name="type-cell-invalid 12:8" file="docs/resources/clock.md:12:8">
            <failure type="error" message="Unexpected type \`Strng[]\`, expected a type name"/>
          </testcase>
          <testcase classname="docs/resources/clock.md" name="type-conflict 14:1" file="docs/resources/clock.md:14:1">
            <system-out>warning: \`hands\` is \`String\` here and \`Int32\` on another page of the type: the other one counts</system-out>
          </testcase>
        </testsuite>
        <testsuite name="all pages" tests="1" failures="0">
          <testcase classname="all pages" name="enum-unused">
            <system-out>note: Nothing in the set refers to the enum \`colour\`: it is left out</system-out>
          </testcase>
        </testsuite>
        <testsuite name="baseline" tests="1" failures="0">
          <testcase classname="baseline" name="row-unread 0123456789abcdef">
            <system-out>warning: row-unread api/clock-get.md is in the baseline and was not found: Unexpected row \`x\`, expected a name in its first cell: it is not read</system-out>
          </testcase>
        </testsuite>
      </testsuites>
      "
    `);
  });
});
