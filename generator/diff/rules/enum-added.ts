import { enumFacts } from "../facts.ts";
import type { Check } from "../rule.ts";
import { typeSubject } from "../subjects.ts";
import { counted } from "../words.ts";

/** Enums that the old pages do not have; their members come with them. */
export const enumAdded: Check = function* (context) {
  for (const one of context.enums.added)
    yield {
      id: "enum-added",
      subject: typeSubject(context, { old: null, new: one }),
      message: `enum ${one.id} is new, with ${counted(one.members.length, "member", "members")}`,
      old: null,
      new: enumFacts(one),
    };
};
