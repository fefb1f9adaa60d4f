/** Where the linker's diagnostics gather. */
import type { DiagnosticCode, DiagnosticParameters } from "../diagnostics/codes.ts";
import { type Diagnostic, diagnostic, type RelatedPlace } from "../diagnostics/diagnostic.ts";
import type { SourcePlace } from "../diagnostics/place.ts";

export class ModelReport {
  readonly #found = new Map<string, Diagnostic>();

  /** Adds a diagnostic; the same finding at the same place is said once. */
  add<C extends DiagnosticCode>(
    code: C,
    place: SourcePlace | null,
    parameters: DiagnosticParameters<C>,
    related: RelatedPlace | null = null,
  ): void {
    const made = diagnostic(code, place, parameters, related);
    const key = `${code}\0${place?.page}\0${place?.line}\0${place?.column}\0${made.message}`;
    if (!this.#found.has(key)) this.#found.set(key, made);
  }

  get diagnostics(): readonly Diagnostic[] {
    return [...this.#found.values()];
  }
}
