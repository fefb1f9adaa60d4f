import { propertyFacts } from "../facts.ts";
import type { Check } from "../rule.ts";
import { propertySubject } from "../subjects.ts";

/** One change instead of a removal and an addition. */
export const propertyRenamed: Check = function* (context) {
  for (const { owner, pair } of context.properties.pairs) {
    if (!pair.isRenamed) continue;
    const { old, new: current } = pair;
    const isCaseOnly = old.name.toLowerCase() === current.name.toLowerCase();
    yield {
      id: "property-renamed",
      subject: propertySubject(context, owner, pair),
      message: `property ${owner.new.id}/${current.name} was renamed, was ${old.name}${isCaseOnly ? " (letter case only)" : ""}`,
      old: propertyFacts(old),
      new: propertyFacts(current),
      detail: current.name,
      ...(isCaseOnly ? { level: "warning" as const } : {}),
    };
  }
};
