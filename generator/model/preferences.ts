/** The preferences that an operation takes: those of its page, of its own examples and of its response, each token once. */
import type { SourcePlace } from "../diagnostics/place.ts";
import type { ApiPage, ExampleFact, PreferenceFact } from "../docs/page.ts";
import { readPreferences } from "../docs/preference-grammar.ts";
import type { HeaderPreference } from "./api-model.ts";
import { camelCase, wordsOf } from "./camel-case.ts";
import type { PreferenceUsage } from "./preference-usage.ts";

export interface OperationPreferences {
  /** In this order: header table, prose, examples, response. */
  readonly preferences: readonly HeaderPreference[];
  /** Where the first of them stands. */
  readonly place: SourcePlace | null;
}

function shownInExamples(examples: readonly ExampleFact[]): PreferenceFact[] {
  return examples.flatMap(({ request }) =>
    (request?.headers ?? []).flatMap((header) =>
      request && header.name === "prefer"
        ? readPreferences(header.value).map(({ token, form, value }) => ({
            token,
            form,
            // A word without quotes is one of a few; text in quotes and numbers are samples.
            values: form === "word" && value !== null ? [value] : [],
            text: null,
            place: request.place,
          }))
        : [],
    ),
  );
}

function merged(
  facts: readonly PreferenceFact[],
  isOfTable: (fact: PreferenceFact) => boolean,
  key: string,
  usage: PreferenceUsage,
): HeaderPreference {
  const token = facts[0]?.token ?? "";
  const kind = usage.kindOf(token);
  const inTable = facts.filter(isOfTable).flatMap(({ text }) => text ?? []);
  // Prose mentions a preference time and again; what comes first introduces it.
  const texts = new Set(inTable.length > 0 ? inTable : facts.flatMap(({ text }) => text ?? []).slice(0, 1));
  return {
    key,
    token,
    values: kind === "text" ? [...new Set(facts.flatMap(({ values }) => values))] : [],
    kind,
    isQuoted: usage.isQuoted(token),
    description: texts.size === 0 ? null : [...texts].join("\n"),
  };
}

/**
 * @param examples those of the page that call the operation
 * @param asked what the values of the response ask for
 */
export function buildPreferences(
  page: ApiPage,
  examples: readonly ExampleFact[],
  asked: readonly PreferenceFact[],
  usage: PreferenceUsage,
): OperationPreferences {
  const inTable = new Set(page.headers.flatMap((row) => row.preferences));
  const facts = [...inTable, ...page.preferences, ...shownInExamples(examples), ...asked];
  const byToken = new Map<string, PreferenceFact[]>();
  for (const fact of facts) {
    const token = fact.token.toLowerCase();
    byToken.set(token, [...(byToken.get(token) ?? []), fact]);
  }
  const keys = new Set<string>();
  const preferences = [...byToken.values()].map((same) => {
    const base = camelCase(wordsOf(same[0]?.token ?? "")) || "preference";
    let key = base;
    for (let number = 2; keys.has(key); number++) key = `${base}${number}`;
    keys.add(key);
    return merged(same, (fact) => inTable.has(fact), key, usage);
  });
  return { preferences, place: facts[0]?.place ?? null };
}
