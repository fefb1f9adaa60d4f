/** Findings with an identity: it stays where lines are moved. */
import { createHash } from "node:crypto";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";

export interface Finding {
  readonly diagnostic: Diagnostic;
  /** 16 hexadecimal digits, no two the same. */
  readonly fingerprint: string;
}

/** The page of a diagnostic; empty for one about all pages. */
export function pageOf({ place }: Diagnostic): string {
  return place?.page ?? "";
}

/**
 * Gives each diagnostic a fingerprint, made of its code, page and message. Those that are alike are told apart by their
 * order, so with one of three gone, two are left of the same identity. The severity does not matter.
 *
 * @param diagnostics sorted by place; what is there twice, of a file that several pages include, becomes one
 */
export function findingsOf(diagnostics: readonly Diagnostic[]): Finding[] {
  const alike = new Map<string, number>();
  const seen = new Set<string>();
  const findings: Finding[] = [];
  for (const diagnostic of diagnostics) {
    const { code, message, place } = diagnostic;
    const exact = JSON.stringify([code, message, place]);
    if (seen.has(exact)) continue;
    seen.add(exact);
    const key = JSON.stringify([code, pageOf(diagnostic), message]);
    const ordinal = alike.get(key) ?? 0;
    alike.set(key, ordinal + 1);
    const fingerprint = createHash("sha256").update(`${key}${ordinal}`).digest("hex").slice(0, 16);
    findings.push({ diagnostic, fingerprint });
  }
  return findings;
}
