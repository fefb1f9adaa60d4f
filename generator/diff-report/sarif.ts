/** The report as SARIF 2.1.0, for code scanning. */
import type { SourcePlace } from "../diagnostics/place.ts";
import type { Change, Level } from "../diff/change.ts";
import { type RuleId, ruleIds, rules } from "../diff/rules.ts";
import { type SarifLevel, type SarifResult, type SarifRule, sarifLog } from "../report/sarif-log.ts";
import type { DiffReport, DiffSide } from "./report.ts";
import { ruleSummary } from "./rule-summary.ts";

const sarifLevels: Readonly<Record<Level, SarifLevel>> = { breaking: "error", warning: "warning", info: "note" };

function placeOn(side: DiffSide, place: SourcePlace | null): SourcePlace | null {
  return place === null ? null : { ...place, page: side.prefix + place.page };
}

function resultOf(report: DiffReport, { id, level, message, oldPlace, newPlace, fingerprint }: Change): SarifResult {
  const before = placeOn(report.old, oldPlace);
  const now = placeOn(report.new, newPlace);
  return {
    ruleId: id,
    level: sarifLevels[level],
    message,
    place: now ?? before,
    related: now !== null && before !== null ? { place: before, message: "before" } : null,
    fingerprint,
  };
}

function ruleOf(id: RuleId): SarifRule {
  const { level, area, kind, action } = rules[id];
  return { id, summary: ruleSummary(id), level: sarifLevels[level], properties: { area, kind, action } };
}

export function sarifDiff(report: DiffReport): string {
  const used = new Set(report.changes.map(({ id }) => id));
  return sarifLog({
    tool: "apipage diff",
    version: report.toolVersion,
    rules: ruleIds.filter((id) => used.has(id)).map(ruleOf),
    results: report.changes.map((change) => resultOf(report, change)),
    warnings: [],
  });
}
