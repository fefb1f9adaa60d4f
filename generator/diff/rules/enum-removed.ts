import { enumFacts } from "../facts.ts";
import type { Check } from "../rule.ts";
import { typeSubject } from "../subjects.ts";

/**
 * Enums that no page lists any more, or that nothing is of any more: a page that only lists members, without a property or
 * parameter of the enum, is left over. As with types, only what was announced is believed.
 */
export const enumRemoved: Check = function* (context) {
  for (const one of context.enums.removed) {
    const isGone = context.evidence.wasAnnounced(one);
    yield {
      id: isGone ? "enum-removed" : "enum-undocumented",
      subject: typeSubject(context, { old: one, new: null }),
      message: isGone
        ? `enum ${one.id} was deprecated and is removed`
        : `nothing on the pages is of enum ${one.id} any more, and no page says that it is removed`,
      old: enumFacts(one),
      new: null,
    };
  }
};
