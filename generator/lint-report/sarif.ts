/** The report as SARIF 2.1.0, for code scanning. */
import { type DiagnosticCode, diagnosticCodes } from "../diagnostics/codes.ts";
import { type SarifRule, sarifLog } from "../report/sarif-log.ts";
import { type LintReport, placeFor, staleSentence } from "./report.ts";

/** The page about a code as markdown; `null` where there is none. */
export type HelpOf = (code: DiagnosticCode) => string | null;

function ruleOf(code: DiagnosticCode, helpOf: HelpOf): SarifRule {
  const { message, severity } = diagnosticCodes[code];
  const help = helpOf(code);
  return { id: code, summary: message, level: severity, ...(help === null ? {} : { help }) };
}

export function sarifLint(report: LintReport, helpOf: HelpOf): string {
  const used = new Set(report.findings.map(({ diagnostic }) => diagnostic.code));
  return sarifLog({
    tool: "apipage lint",
    version: report.toolVersion,
    rules: [...used].sort().map((code) => ruleOf(code, helpOf)),
    results: report.findings.map(({ diagnostic: { code, severity, message, place, related }, fingerprint }) => ({
      ruleId: code,
      level: severity,
      message,
      place: place === null ? null : placeFor(report, place),
      related: related === null ? null : { place: placeFor(report, related.place), message: related.message },
      fingerprint,
    })),
    warnings: report.stale.map(staleSentence),
  });
}
