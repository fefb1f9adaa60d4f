import type { OptionRule } from "../../model/api-model.ts";
import { byCodeUnit } from "../../model/qualified-name.ts";
import type { Check } from "../rule.ts";
import { operationSubject, requestText } from "../subjects.ts";
import { requestOnly } from "../usage.ts";

/** One thing that a request needs where it uses some query options. */
interface Requirement {
  readonly key: string;
  readonly when: readonly string[];
  readonly text: string;
}

function requirements(rules: readonly OptionRule[]): ReadonlyMap<string, Requirement> {
  const found = new Map<string, Requirement>();
  for (const { when, headers, options } of rules)
    for (const needed of [...headers, ...options.map((option) => `$${option}`)]) {
      const used = when.map((option) => `$${option}`).sort(byCodeUnit);
      const key = `${used.join("+")} ${needed.toLowerCase()}`;
      found.set(key, { key, when, text: `${used.join(" with ")} needs ${needed}` });
    }
  return found;
}

/** What query options need beside them. For an option that is new itself, it is part of the news. */
export const optionRules: Check = function* (context) {
  for (const pair of context.operations.pairs) {
    const [old, current] = [requirements(pair.old.optionRules), requirements(pair.new.optionRules)];
    const granted = new Set<string>(pair.old.query.named);
    const subject = (key: string) => operationSubject(context, pair, { suffix: `?${key}`, flow: requestOnly });
    for (const { key, when, text } of current.values())
      if (!old.has(key))
        yield {
          id: "option-requirement-added",
          subject: subject(key),
          message: `${requestText(pair.new)}: ${text} now`,
          old: null,
          new: { requirement: text },
          ...(when.every((option) => granted.has(option)) ? {} : { level: "info" as const }),
        };
    for (const { key, text } of old.values())
      if (!current.has(key))
        yield {
          id: "option-requirement-removed",
          subject: subject(key),
          message: `${requestText(pair.new)}: it is not said any more that ${text}`,
          old: { requirement: text },
          new: null,
        };
  }
};
