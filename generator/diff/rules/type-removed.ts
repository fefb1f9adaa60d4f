import { typeFacts } from "../facts.ts";
import type { Check } from "../rule.ts";
import { typeSubject } from "../subjects.ts";

/**
 * Types that no page declares any more. Only where it had been announced, by a deprecation, is that a removal: pages of
 * types that still exist get lost as well.
 */
export const typeRemoved: Check = function* (context) {
  for (const type of context.types.removed) {
    const isGone = context.evidence.wasAnnounced(type);
    // What no page ever declared was made of examples: they are others now.
    const where = type.source === "inferred" ? "is shown by nothing on the pages" : "is on no page";
    yield {
      id: isGone ? "type-removed" : "type-undocumented",
      subject: typeSubject(context, { old: type, new: null }),
      message: isGone
        ? `type ${type.id} was deprecated and is removed`
        : `type ${type.id} ${where} any more, and no page says that it is removed`,
      old: typeFacts(type),
      new: null,
    };
  }
};
