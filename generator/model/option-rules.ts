/** The rules between query options and headers that hold for an operation. */
import type { ApiPage, OptionRuleFact } from "../docs/page.ts";
import type { HeaderParameter, OptionRule, QueryOptionName, QuerySupport } from "./api-model.ts";
import { isOptionName } from "./query-support.ts";

/** The one value that a header can have, by its row. */
function onlyValue({ values }: HeaderParameter): string | null {
  return values.length === 1 ? (values[0] ?? null) : null;
}

function namesOf(options: readonly string[]): QueryOptionName[] {
  return options.filter(isOptionName);
}

function ruleOf(fact: OptionRuleFact, headers: readonly HeaderParameter[]): OptionRule | null {
  const required = fact.headers.map((name) => headers.find(({ wireName }) => sameName(wireName, name)));
  const known = required.filter((header) => header !== undefined);
  // A header that the operation does not take cannot be demanded of a caller.
  if (known.length < required.length) return null;
  const headerValues: Record<string, string> = {};
  for (const header of known) {
    const value = onlyValue(header);
    if (value !== null) headerValues[header.wireName] = value;
  }
  return {
    when: namesOf(fact.when),
    headers: known.map(({ wireName }) => wireName),
    options: namesOf(fact.options),
    headerValues,
    text: fact.text,
  };
}

function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function isSubset(a: readonly string[], b: readonly string[]): boolean {
  return a.every((each) => b.includes(each));
}

/** Whether whoever keeps one rule keeps the other: the other applies to no more requests, and demands no more. */
function isHeldBy(rule: OptionRule, other: OptionRule): boolean {
  return (
    isSubset(other.when, rule.when) && isSubset(rule.headers, other.headers) && isSubset(rule.options, other.options)
  );
}

/**
 * The rules of the page about options that the operation supports; none that an earlier rule holds already. A rule that
 * demands an option which the operation does not support is left out: nobody could keep it.
 */
export function buildOptionRules(
  page: ApiPage,
  query: QuerySupport,
  headers: readonly HeaderParameter[],
): OptionRule[] {
  const isSupported = (name: string): boolean => isOptionName(name) && (query.isGeneric || query.named.includes(name));
  const rules: OptionRule[] = [];
  for (const fact of page.optionRules) {
    if (![...fact.when, ...fact.options].every(isSupported)) continue;
    const rule = ruleOf(fact, headers);
    if (!rule || rule.headers.length + rule.options.length === 0) continue;
    if (!rules.some((earlier) => isHeldBy(rule, earlier))) rules.push(rule);
  }
  return rules;
}
