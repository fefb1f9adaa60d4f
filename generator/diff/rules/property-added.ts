import type { DiffContext } from "../context.ts";
import { propertyFacts } from "../facts.ts";
import type { Check } from "../rule.ts";
import { propertySubject } from "../subjects.ts";

/** Names of members in the body tables of the old pages, by the type that the body is of. */
function oldBodyMembers({ old }: DiffContext): ReadonlyMap<string, ReadonlySet<string>> {
  const members = new Map<string, Set<string>>();
  for (const { body } of old.model.operations) {
    if (body?.type?.kind !== "object") continue;
    const names = members.get(body.type.id) ?? new Set<string>();
    members.set(body.type.id, names);
    for (const { name } of body.properties) names.add(name);
  }
  return members;
}

/** Properties that came to a type that stays. One that every new instance has to be given breaks the old requests. */
export const propertyAdded: Check = function* (context) {
  const members = oldBodyMembers(context);
  for (const { owner, property } of context.properties.added) {
    // The page of the operation had asked for it before the page of the type knew it.
    const wasAsked = members.get(owner.old.id)?.has(property.name) ?? false;
    const isRequired = property.isRequired && !property.isReadOnly && !wasAsked;
    const facts = propertyFacts(property);
    const noun = property.isNavigation ? "relationship" : "property";
    yield {
      id: isRequired ? "property-added-required" : "property-added",
      subject: propertySubject(context, owner, { old: null, new: property }),
      message: `${noun} ${owner.new.id}/${property.name} is new, of type ${facts.type}${isRequired ? ", and required" : ""}`,
      old: null,
      new: { ...facts, isRequired: property.isRequired },
    };
  }
};
