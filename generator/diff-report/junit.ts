/** The report as JUnit XML: a test for each change, which fails where the change is grave. */
import type { Change, Level } from "../diff/change.ts";
import { isAtLeast } from "../diff/select-changes.ts";
import { type JunitCase, junitXml } from "../report/junit-xml.ts";
import { byResource, type DiffReport, mainPlace } from "./report.ts";

function testCase(report: DiffReport, change: Change, failOn: Level): JunitCase {
  const { level, message } = change;
  const place = mainPlace(change, report);
  const isFailure = isAtLeast(level, failOn);
  return {
    className: change.resource,
    name: `${change.id} ${change.path}`,
    file: place === null ? null : `${place.page}:${place.line}:${place.column}`,
    failure: isFailure ? { type: level, message } : null,
    output: isFailure ? null : message,
  };
}

/** @param failOn the least grave level that counts as a failure */
export function junitDiff(report: DiffReport, failOn: Level): string {
  return junitXml(
    "apipage diff",
    byResource(report.changes).map(({ resource, changes }) => ({
      name: resource,
      cases: changes.map((change) => testCase(report, change, failOn)),
    })),
  );
}
