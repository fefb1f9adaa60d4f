import type { Check } from "../rule.ts";
import type { RuleId } from "../rules.ts";
import { propertySubject } from "../subjects.ts";
import { compareTypes, type TypeChange, typeText } from "../type-change.ts";

const ruleByTypeChange = {
  stated: "property-type-stated",
  unstated: "property-type-unstated",
  narrower: "property-type-narrowed",
  wider: "property-type-widened",
  collection: "property-became-collection",
  single: "property-no-longer-collection",
  values: "property-values-changed",
  other: "property-type-changed",
} as const satisfies Record<Exclude<TypeChange, "same">, RuleId>;

/** Types of properties, direction-aware: a narrower one breaks requests, a wider one breaks those who read responses. */
export const propertyType: Check = function* (context) {
  for (const { owner, pair } of context.properties.pairs) {
    const { old, new: current } = pair;
    const change = compareTypes(old.type, current.type, context);
    if (change === "same") continue;
    yield {
      id: ruleByTypeChange[change],
      subject: propertySubject(context, owner, pair),
      message: `property ${owner.new.id}/${current.name} is now ${typeText(current.type)}, was ${typeText(old.type)}`,
      old: { name: old.name, type: typeText(old.type) },
      new: { name: current.name, type: typeText(current.type) },
      detail: `${typeText(old.type)} > ${typeText(current.type)}`,
    };
  }
};
