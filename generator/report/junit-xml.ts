/** JUnit XML, for what shows the results of tests. */
import { xmlText } from "./xml-text.ts";

export interface JunitCase {
  readonly className: string;
  readonly name: string;
  /** `path:line:column`; `null` where there is no place. */
  readonly file: string | null;
  /** `null` where the test passes. */
  readonly failure: { readonly type: string; readonly message: string } | null;
  /** What a passing test has to say. */
  readonly output: string | null;
}

export interface JunitSuite {
  readonly name: string;
  readonly cases: readonly JunitCase[];
}

function caseXml({ className, name, file, failure, output }: JunitCase): string {
  const at = file === null ? "" : ` file="${xmlText(file)}"`;
  const open = `    <testcase classname="${xmlText(className)}" name="${xmlText(name)}"${at}`;
  if (failure !== null)
    return `${open}>\n      <failure type="${xmlText(failure.type)}" message="${xmlText(failure.message)}"/>\n    </testcase>`;
  if (output === null) return `${open}/>`;
  return `${open}>\n      <system-out>${xmlText(output)}</system-out>\n    </testcase>`;
}

function counts(cases: readonly JunitCase[]): string {
  return `tests="${cases.length}" failures="${cases.filter(({ failure }) => failure !== null).length}"`;
}

/** The document as text with a final line feed. */
export function junitXml(name: string, suites: readonly JunitSuite[]): string {
  const all = suites.flatMap(({ cases }) => cases);
  const parts = suites.map(
    (suite) =>
      `  <testsuite name="${xmlText(suite.name)}" ${counts(suite.cases)}>\n${suite.cases.map(caseXml).join("\n")}\n  </testsuite>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="${xmlText(name)}" ${counts(all)}>\n${parts.join("")}</testsuites>\n`;
}
