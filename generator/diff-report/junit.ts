/** The report as JUnit XML: a test for each change, which fails where the change is grave. */
import type { Change, Level } from "../diff/change.ts";
import { isAtLeast } from "../diff/select-changes.ts";
import { byResource, type DiffReport, mainPlace } from "./report.ts";
import { xmlText } from "./xml-text.ts";

function testCase(report: DiffReport, change: Change, failOn: Level): string {
  const place = mainPlace(change, report);
  const where = place === null ? "" : `${place.page}:${place.line}:${place.column}`;
  const open = `    <testcase classname="${xmlText(change.resource)}" name="${xmlText(`${change.id} ${change.path}`)}"${where === "" ? "" : ` file="${xmlText(where)}"`}`;
  const message = xmlText(change.message);
  if (!isAtLeast(change.level, failOn)) return `${open}>\n      <system-out>${message}</system-out>\n    </testcase>`;
  return `${open}>\n      <failure type="${change.level}" message="${message}"/>\n    </testcase>`;
}

/** @param failOn the least grave level that counts as a failure */
export function junitDiff(report: DiffReport, failOn: Level): string {
  const failures = (changes: readonly Change[]): number =>
    changes.filter(({ level }) => isAtLeast(level, failOn)).length;
  const suites = byResource(report.changes).map(
    ({ resource, changes }) =>
      `  <testsuite name="${xmlText(resource)}" tests="${changes.length}" failures="${failures(changes)}">\n${changes.map((change) => testCase(report, change, failOn)).join("\n")}\n  </testsuite>`,
  );
  const { changes } = report;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="apipage diff" tests="${changes.length}" failures="${failures(changes)}">\n${suites.map((suite) => `${suite}\n`).join("")}</testsuites>\n`;
}
