/** The report as SARIF 2.1.0, for code scanning. */
import type { SourcePlace } from "../diagnostics/place.ts";
import type { Change, Level } from "../diff/change.ts";
import { type RuleId, ruleIds, rules } from "../diff/rules.ts";
import { wellFormed } from "../emit/characters.ts";
import { neutralText } from "../report/neutral-text.ts";
import type { DiffReport, DiffSide } from "./report.ts";
import { ruleSummary } from "./rule-summary.ts";

const sarifLevels: Readonly<Record<Level, string>> = { breaking: "error", warning: "warning", info: "note" };

/** A relative reference: what would make it an absolute one, or lead out of the folder, is escaped or gone. */
function artifactUri(side: DiffSide, page: string): string {
  const segments = (side.prefix + page)
    .split("/")
    .filter((segment) => segment !== "" && segment !== "." && segment !== "..");
  return segments.map((segment) => encodeURIComponent(wellFormed(segment))).join("/");
}

function location(side: DiffSide, { page, line, column, endLine, endColumn }: SourcePlace) {
  return {
    artifactLocation: { uri: artifactUri(side, page) },
    region: { startLine: line, startColumn: column, endLine, endColumn },
  };
}

function result(report: DiffReport, change: Change) {
  const { oldPlace, newPlace } = change;
  const before = oldPlace === null ? null : location(report.old, oldPlace);
  const main = newPlace === null ? before : location(report.new, newPlace);
  const related =
    newPlace !== null && before !== null ? [{ id: 1, physicalLocation: before, message: { text: "before" } }] : [];
  return {
    ruleId: change.id,
    level: sarifLevels[change.level],
    // Viewers take brackets for links and braces for placeholders.
    message: { text: neutralText(change.message).replace(/[[\]]/gu, "\\$&") },
    locations: main === null ? [] : [{ physicalLocation: main }],
    ...(related.length === 0 ? {} : { relatedLocations: related }),
    partialFingerprints: { "apipage/v1": change.fingerprint },
  };
}

function ruleOf(id: RuleId) {
  return {
    id,
    shortDescription: { text: ruleSummary(id) },
    defaultConfiguration: { level: sarifLevels[rules[id].level] },
    properties: { area: rules[id].area, kind: rules[id].kind, action: rules[id].action },
  };
}

export function sarifDiff(report: DiffReport): string {
  const used = new Set(report.changes.map(({ id }) => id));
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "apipage diff",
            version: report.toolVersion,
            rules: ruleIds.filter((id) => used.has(id)).map(ruleOf),
          },
        },
        columnKind: "utf16CodeUnits",
        results: report.changes.map((change) => result(report, change)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}
