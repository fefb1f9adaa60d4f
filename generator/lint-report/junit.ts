/** The report as JUnit XML: a test for each finding, which fails where that is an error, and one for a page without. */
import { type Finding, pageOf } from "../lint/finding.ts";
import { type JunitCase, type JunitSuite, junitXml } from "../report/junit-xml.ts";
import { type LintReport, staleSentence } from "./report.ts";

function testCase(page: string, { diagnostic: { code, severity, message, place } }: Finding): JunitCase {
  const isFailure = severity === "error";
  return {
    className: page,
    name: place === null ? code : `${code} ${place.line}:${place.column}`,
    file: place === null ? null : `${page}:${place.line}:${place.column}`,
    failure: isFailure ? { type: severity, message } : null,
    output: isFailure ? null : `${severity}: ${message}`,
  };
}

function suites(report: LintReport): JunitSuite[] {
  const byPage = new Map<string, Finding[]>(report.pages.map((page) => [page, []]));
  for (const finding of report.findings) {
    const page = pageOf(finding.diagnostic);
    byPage.set(page, [...(byPage.get(page) ?? []), finding]);
  }
  return [...byPage].map(([path, findings]) => {
    const page = path === "" ? "all pages" : report.prefix + path;
    const clean = { className: page, name: "no finding", file: null, failure: null, output: null };
    return { name: page, cases: findings.length === 0 ? [clean] : findings.map((one) => testCase(page, one)) };
  });
}

export function junitLint(report: LintReport): string {
  const stale = report.stale.map((entry) => ({
    className: "baseline",
    name: `${entry.code} ${entry.fingerprint}`,
    file: null,
    failure: null,
    output: `warning: ${staleSentence(entry)}`,
  }));
  return junitXml("apipage lint", [
    ...suites(report),
    ...(stale.length === 0 ? [] : [{ name: "baseline", cases: stale }]),
  ]);
}
