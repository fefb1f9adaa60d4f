/**
 * How the pages of a set write each preference. One page says what it is for, another shows it with a value: whether it
 * takes one, and in which form, is the same wherever it is sent.
 */
import type { ApiPage, PreferenceFact } from "../docs/page.ts";
import { type PreferenceForm, readPreferences } from "../docs/preference-grammar.ts";
import type { HeaderPreference } from "./api-model.ts";

/**
 * What the standards say of the preferences that they define (RFC 7240 section 4, OData 4.01 part 1 section 8.2.8).
 * Services spell those of OData with or without `odata.`.
 */
const standardKinds: ReadonlyMap<string, HeaderPreference["kind"]> = new Map([
  ["respond-async", "flag"],
  ["return", "text"],
  ["wait", "number"],
  ["handling", "text"],
  ["allow-entityreferences", "flag"],
  ["callback", "text"],
  ["continue-on-error", "flag"],
  ["include-annotations", "text"],
  ["maxpagesize", "number"],
  ["omit-values", "text"],
  ["track-changes", "flag"],
]);

const standardQuoted: ReadonlySet<string> = new Set(["callback", "include-annotations"]);

function standardName(token: string): string {
  return token.toLowerCase().replace(/^odata\./, "");
}

export class PreferenceUsage {
  readonly #forms = new Map<string, Set<PreferenceForm>>();

  constructor(pages: readonly ApiPage[]) {
    for (const page of pages) {
      for (const fact of [...page.headers.flatMap((row) => row.preferences), ...page.preferences]) this.#add(fact);
      for (const { request } of page.examples)
        for (const header of request?.headers ?? [])
          if (header.name === "prefer") for (const preference of readPreferences(header.value)) this.#add(preference);
    }
  }

  #add({ token, form }: Pick<PreferenceFact, "token" | "form">): void {
    const key = token.toLowerCase();
    this.#forms.set(key, (this.#forms.get(key) ?? new Set()).add(form));
  }

  /** A number where the pages show nothing but numbers; without a value where no page shows one. */
  kindOf(token: string): HeaderPreference["kind"] {
    const forms = this.#forms.get(token.toLowerCase()) ?? new Set();
    const standard = standardKinds.get(standardName(token));
    if (standard !== undefined) return standard;
    if (forms.has("word") || forms.has("quoted")) return "text";
    if (forms.has("number")) return "number";
    return forms.has("placeholder") ? "text" : "flag";
  }

  /** Whether the pages show the value in quotes; where they show both, quotes are never wrong (RFC 7240 section 2). */
  isQuoted(token: string): boolean {
    if (this.kindOf(token) !== "text") return false;
    return this.#forms.get(token.toLowerCase())?.has("quoted") === true || standardQuoted.has(standardName(token));
  }
}
