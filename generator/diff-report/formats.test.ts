import { describe, expect, it } from "vitest";
import { sarifProblems } from "../testing/sarif-schema.ts";
import { githubDiff } from "./github.ts";
import { diffSchema, diffSchemaText, jsonDiff } from "./json.ts";
import { junitDiff } from "./junit.ts";
import { changelogSection, markdownDiff, withSection } from "./markdown.ts";
import { prettyDiff } from "./pretty.ts";
import { reportOf, sampleChanges, sampleReport } from "./report.fixture.ts";
import { sarifDiff } from "./sarif.ts";

describe("the report on a terminal", () => {
  it("has the gravest first, by resource, with names and places", () => {
    expect(prettyDiff(sampleReport, false)).toMatchInlineSnapshot(`
      "clock
        breaking property sample.time.clock/hands is removed, was Int32
                 property-removed · Clock · was at docs/resources/clock.md:19:1

      clocks
        info     POST /clocks/{clockId}/stop is new (clock: stop)
                 operation-added · clockStop · docs/api/clock-stop.md:24:1

      device
        warning  property sample.time.device/serial can be null now
                 property-became-nullable · Device · docs/resources/device.md:18:1

      Changes  1 breaking, 1 warning, 1 info
      Version  a new major version: 1 change breaks
      Hidden   1 of wording and the like: --with-docs shows them
      "
    `);
  });

  it("is coloured where that is wanted", () => {
    expect(prettyDiff(sampleReport, true)).toContain("\u001b[31mbreaking\u001b[39m");
  });

  it("says so where nothing has changed", () => {
    expect(prettyDiff(reportOf([]), false)).toBe(
      "Changes  0 breaking, 0 warnings, 0 info\nVersion  no new version: nothing has changed\n",
    );
  });
});

describe("the report as markdown", () => {
  it("has sections by level", () => {
    expect(markdownDiff(sampleReport)).toMatchInlineSnapshot(`
      "## API changes

      From \`main:docs\` to \`docs\`: 1 breaking, 1 warning, 1 info. A new **major** version: 1 change breaks.

      ### Breaking

      #### clock

      - property sample.time.clock/hands is removed, was Int32 (\`Clock\`) \`property-removed\`

      ### To be looked at

      #### device

      - property sample.time.device/serial can be null now (\`Device\`) \`property-became-nullable\`

      ### Compatible

      #### clocks

      - POST /clocks/\\{clockId\\}/stop is new (clock: stop) (\`clockStop\`) \`operation-added\`

      1 change of wording is not listed.
      "
    `);
  });

  it("goes to the top of a change log, behind the title", () => {
    const section = changelogSection(sampleReport, "2026-01-31");
    expect(section).toMatch(/^## 2026-01-31\n\nFrom `main:docs` to `docs`: 1 breaking, /u);
    expect(withSection("", section)).toBe(`# Change log of the API\n\n${section}`);
    expect(withSection("# Changes\n\nAll of them.\n\n## 2025-12-01\n\nOld.\n", section)).toBe(
      `# Changes\n\nAll of them.\n\n${section}\n## 2025-12-01\n\nOld.\n`,
    );
    expect(withSection("# Changes\n", section)).toBe(`# Changes\n\n${section}`);
  });
});

describe("the report as JSON", () => {
  it("has the shape that is published", async () => {
    const report: unknown = JSON.parse(jsonDiff(sampleReport));
    expect(diffSchema.parse(report)).toEqual(report);
    // Written anew by vitest --update.
    await expect(diffSchemaText()).toMatchFileSnapshot("../../templates/diff.schema.json");
  });

  it("has every change as it is", () => {
    expect(JSON.parse(jsonDiff(sampleReport))).toMatchObject({
      schema: 1,
      old: "main:docs",
      new: "docs",
      advice: { bump: "major", reason: "1 change breaks" },
      counts: { breaking: 1, warning: 1, info: 1 },
      hiddenDocs: 1,
      changes: sampleChanges,
    });
  });
});

describe("the report as SARIF", () => {
  it("keeps to the published schema", () => {
    expect(sarifProblems(sarifDiff(sampleReport))).toEqual([]);
    expect(sarifProblems('{ "version": "2.1.0", "runs": [{ "tool": { "driver": {} } }] }')).toEqual([
      ".runs[0].tool.driver should have required property 'name'",
    ]);
  });

  it("has a result for each change, with both places", () => {
    const { version, runs } = JSON.parse(sarifDiff(sampleReport));
    expect(version).toBe("2.1.0");
    expect(runs).toHaveLength(1);
    expect(runs[0].tool.driver).toMatchObject({ name: "apipage diff", version: "1.2.3" });
    expect(runs[0].tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual([
      "property-removed",
      "property-became-nullable",
      "operation-added",
    ]);
    expect(runs[0].results).toEqual([
      {
        ruleId: "property-removed",
        level: "error",
        message: { text: "property sample.time.clock/hands is removed, was Int32" },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: "docs/resources/clock.md" },
              region: { startLine: 19, startColumn: 1, endLine: 19, endColumn: 43 },
            },
          },
        ],
        partialFingerprints: { "apipage/v1": sampleChanges[0]?.fingerprint },
      },
      expect.objectContaining({ ruleId: "operation-added", level: "note" }),
      expect.objectContaining({
        ruleId: "property-became-nullable",
        level: "warning",
        relatedLocations: [expect.objectContaining({ id: 1, message: { text: "before" } })],
      }),
    ]);
  });
});

describe("the report as commands to GitHub's runner", () => {
  it("annotates the new pages, and says without a place what is gone", () => {
    expect(githubDiff(sampleReport)).toBe(
      [
        "::error title=property-removed::property sample.time.clock/hands is removed, was Int32",
        "::notice file=docs/api/clock-stop.md,line=24,col=1,endLine=24,title=operation-added::POST /clocks/{clockId}/stop is new (clock: stop)",
        "::warning file=docs/resources/device.md,line=18,col=1,endLine=18,title=property-became-nullable::property sample.time.device/serial can be null now",
        "API changes: 1 breaking, 1 warning, 1 info",
        "",
      ].join("\n"),
    );
  });
});

describe("the report as JUnit XML", () => {
  it("has a test for each change, and fails those that are grave enough", () => {
    expect(junitDiff(sampleReport, "warning")).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="apipage diff" tests="3" failures="2">
        <testsuite name="clock" tests="1" failures="1">
          <testcase classname="clock" name="property-removed sample.time.clock/hands" file="docs/resources/clock.md:19:1">
            <failure type="breaking" message="property sample.time.clock/hands is removed, was Int32"/>
          </testcase>
        </testsuite>
        <testsuite name="clocks" tests="1" failures="0">
          <testcase classname="clocks" name="operation-added POST /clocks/{clockId}/stop" file="docs/api/clock-stop.md:24:1">
            <system-out>POST /clocks/{clockId}/stop is new (clock: stop)</system-out>
          </testcase>
        </testsuite>
        <testsuite name="device" tests="1" failures="1">
          <testcase classname="device" name="property-became-nullable sample.time.device/serial" file="docs/resources/device.md:18:1">
            <failure type="warning" message="property sample.time.device/serial can be null now"/>
          </testcase>
        </testsuite>
      </testsuites>
      "
    `);
    expect(junitDiff(sampleReport, "breaking")).toContain('<testsuites name="apipage diff" tests="3" failures="1">');
  });
});
