import { type RuleId, rules } from "../diff/rules.ts";

/** A rule in a few words, made of its taxonomy: `properties: nullability added`. */
export function ruleSummary(id: RuleId): string {
  const { area, kind, action } = rules[id];
  return `${area}: ${kind.replaceAll("-", " ")} ${action}`;
}
