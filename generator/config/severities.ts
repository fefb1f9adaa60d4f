/** Diagnostics with the severities that the config gives them. */
import type { DiagnosticCode } from "../diagnostics/codes.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { SeveritySetting } from "./config.ts";

/** Changes severities by code and drops what is `off`; the order stays. */
export function withSeverities(
  diagnostics: readonly Diagnostic[],
  severities: ReadonlyMap<DiagnosticCode, SeveritySetting>,
): readonly Diagnostic[] {
  if (severities.size === 0) return diagnostics;
  return diagnostics.flatMap((diagnostic) => {
    const severity = severities.get(diagnostic.code) ?? diagnostic.severity;
    return severity === "off" ? [] : [{ ...diagnostic, severity }];
  });
}
