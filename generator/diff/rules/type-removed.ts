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
    yield {
      id: isGone ? "type-removed" : "type-undocumented",
      subject: typeSubject(context, { old: type, new: null }),
      message: isGone
        ? `type ${type.id} was deprecated and is removed`
        : `type ${type.id} is on no page any more, and no page says that it is removed`,
      old: typeFacts(type),
      new: null,
    };
  }
};
