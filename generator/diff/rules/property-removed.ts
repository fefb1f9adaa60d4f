import { propertyFacts } from "../facts.ts";
import type { Check } from "../rule.ts";
import { propertySubject } from "../subjects.ts";

/** Properties that a type has no more; without good evidence only the pages have lost them. */
export const propertyRemoved: Check = function* (context) {
  for (const { owner, property } of context.properties.removed) {
    const isGone = context.evidence.isPropertyGone(owner, property);
    const noun = property.isNavigation ? "relationship" : "property";
    const name = `${noun} ${owner.old.id}/${property.name}`;
    yield {
      id: isGone ? "property-removed" : "property-undocumented",
      subject: propertySubject(context, owner, { old: property, new: null }),
      message: isGone
        ? `${name} is removed, was ${propertyFacts(property).type}`
        : `${name} is in no table any more, which is no sign of its removal`,
      old: propertyFacts(property),
      new: null,
    };
  }
};
