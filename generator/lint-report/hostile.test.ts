/** Text of pages, and of a baseline, in every place of a report that it can get to: it is shown, and does nothing. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sarifProblems } from "../testing/sarif-schema.ts";
import { githubLint } from "./github.ts";
import { jsonLint } from "./json.ts";
import { junitLint } from "./junit.ts";
import { prettyLint } from "./pretty.ts";
import { hostileReport } from "./report.fixture.ts";
import { sarifLint } from "./sarif.ts";

const bad = [
  "\u001b]8;;https://evil.example\u0007x",
  "\u001b[31m",
  "\u009b2J",
  "::set-output name=x::y",
  "a\n::error::b",
  "a\r\n##vso[task.setvariable variable=x]y",
  "##[error]x",
  "##teamcity[setParameter name='x' value='y']",
  "%0A::error::x",
  "<script>alert(1)</script>",
  "\"/><failure message='x'/>",
  "]]><x/>&#0;&amp;",
  "\ud800 \uffff \u0000 \u0008 \u202e",
  "../../etc/passwd",
  "https://evil.example/a?b#c",
  "[x](https://evil.example)",
  "__proto__",
];

const text = fc.oneof(
  fc.constantFrom(...bad),
  fc.string({ unit: "binary" }),
  fc.array(fc.constantFrom(...bad)).map((list) => list.join("")),
);

const plain = { color: false, paint: (_: string, part: string) => part, isQuiet: false };

/** Whatever acts on a terminal, or on a service that reads the log. A line feed is part of the report. */
function actingLines(report: string): string[] {
  return report
    .split("\n")
    .filter((line) => /[\p{Cc}\p{Cf}\u2028\u2029]/u.test(line) || /^\s*::/u.test(line) || /##\w*\[/u.test(line));
}

function lineCount(report: string): number {
  return report.split("\n").length;
}

describe("hostile text", () => {
  it("does not act on a terminal, and adds no line", () => {
    fc.assert(
      fc.property(text, (one) => {
        // A page has a name.
        if (one !== "") expect(actingLines(prettyLint(hostileReport(one), plain))).toEqual([]);
        const report = prettyLint(hostileReport(`p${one}`), plain);
        expect(lineCount(report)).toBe(lineCount(prettyLint(hostileReport("p"), plain)));
      }),
    );
  });

  it("gives GitHub's runner one command a finding, and none of its own", () => {
    fc.assert(
      fc.property(text, (one) => {
        const lines = githubLint(hostileReport(one)).split("\n");
        expect(lines).toHaveLength(4);
        expect(lines[0]).toMatch(/^::error file=[^:,]*,line=1,col=1,endLine=1,title=row-unread::/u);
        expect(lines[1]).toMatch(/^::warning title=baseline::/u);
        expect(lines.filter((line) => /[\p{Cc}\p{Cf}\u2028\u2029]|##\w*\[|%(?!25|0A|0D|3A|2C)/u.test(line))).toEqual(
          [],
        );
      }),
    );
  });

  it("comes back from JSON as it was, and the text of it does not act", () => {
    fc.assert(
      fc.property(text, (one) => {
        const report = jsonLint(hostileReport(one));
        const { findings, stale, docs } = JSON.parse(report);
        expect([findings[0].message, findings[0].place.page, stale[0].reason, docs]).toEqual([one, one, one, one]);
        expect(actingLines(report)).toEqual([]);
      }),
    );
  });

  it("leaves XML well-formed, without a character that XML cannot have", () => {
    const structure = (xml: string): string =>
      xml
        .replaceAll(/"[^"<>&]*(?:&(?:amp|lt|gt|quot|apos);[^"<>&]*)*"/gu, '""')
        .replaceAll(/<system-out>[^<>]*<\/system-out>/gu, "<system-out/>");
    fc.assert(
      fc.property(text, (one) => {
        const xml = junitLint(hostileReport(`p${one}`));
        expect(structure(xml)).toBe(structure(junitLint(hostileReport("p"))));
        expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/u);
        expect(actingLines(xml)).toEqual([]);
      }),
    );
  });

  it("stays within the schema and within relative paths in SARIF", () => {
    fc.assert(
      fc.property(text, (one) => {
        const report = sarifLint(hostileReport(one), () => null);
        expect(sarifProblems(report)).toEqual([]);
        expect(actingLines(report)).toEqual([]);
        const { uri } = JSON.parse(report).runs[0].results[0].locations[0].physicalLocation.artifactLocation;
        expect(uri).not.toMatch(/^[a-z][a-z0-9+.-]*:|^\/|(?:^|\/)\.\.(?:\/|$)|[<>"\s]/iu);
      }),
    );
  });
});
