/** A finding about a page, as plain data: what readers and the linker say instead of throwing. */
import { type DiagnosticCode, type DiagnosticParameters, diagnosticCodes, type Severity } from "./codes.ts";
import type { SourcePlace } from "./place.ts";

export interface RelatedPlace {
  readonly place: SourcePlace;
  readonly message: string;
}

export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** One sentence, without place, without a final full stop. */
  readonly message: string;
  /** `null` where the finding is about the whole set. */
  readonly place: SourcePlace | null;
  readonly related: RelatedPlace | null;
}

const maxShownLength = 120;

/** Text of a page inside a message: one line, bounded, without control and bidirectional characters. */
export function shown(text: string): string {
  // Escape sequences and direction overrides in a page must not act on the terminal that shows the message.
  const clean = text.replace(/[\p{Cc}\p{Cf}\u2028\u2029\s]+/gu, " ").trim();
  return clean.length > maxShownLength ? `${clean.slice(0, maxShownLength - 1)}…` : clean;
}

/** Makes a diagnostic with a message of its own, for codes that only say what kind of thing is meant. */
export function finding(code: DiagnosticCode, place: SourcePlace | null, message: string): Diagnostic {
  return { code, severity: diagnosticCodes[code].severity, message: shown(message), place, related: null };
}

/**
 * Makes a diagnostic of the table's code: severity and wording come from there, the parameters fill the template.
 *
 * @example diagnostic("type-unresolved", place, { name: "colour" })
 */
export function diagnostic<C extends DiagnosticCode>(
  code: C,
  place: SourcePlace | null,
  parameters: DiagnosticParameters<C>,
  related: RelatedPlace | null = null,
): Diagnostic {
  const { severity, message } = diagnosticCodes[code];
  const values: Readonly<Record<string, string | number>> = parameters;
  const text = message.replace(/\{(\w+)\}/g, (_, name: string) => shown(String(values[name] ?? "")));
  return { code, severity, message: text, place, related };
}
