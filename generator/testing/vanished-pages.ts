/** Pages that a run has lost without a word. */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { ApiModel } from "../model/api-model.ts";

/**
 * Of the given pages those that neither contribute to the model nor have a diagnostic: nobody would notice them missing.
 *
 * @param paths all pages of the docs folder
 */
export function vanishedPages(paths: readonly string[], model: ApiModel, diagnostics: readonly Diagnostic[]): string[] {
  const accounted = new Set<string>();
  for (const { page } of model.operations) accounted.add(page);
  for (const { places } of [...model.types, ...model.enums]) for (const { page } of places) accounted.add(page);
  for (const { place, related } of diagnostics) {
    if (place !== null) accounted.add(place.page);
    if (related !== null) accounted.add(related.place.page);
  }
  return paths.filter((path) => !accounted.has(path));
}
