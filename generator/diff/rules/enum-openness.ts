import type { Check } from "../rule.ts";
import { typeSubject } from "../subjects.ts";

/** Whether members will be added: the sentinel says so. */
export const enumOpenness: Check = function* (context) {
  for (const pair of context.enums.pairs) {
    const [was, is] = [pair.old.isEvolvable, pair.new.isEvolvable];
    if (was === is) continue;
    yield {
      id: is ? "enum-became-open" : "enum-no-longer-open",
      subject: typeSubject(context, pair),
      message: `enum ${pair.new.id} is ${is ? "open now: members will be added" : "no longer open"}`,
      old: { isOpen: was },
      new: { isOpen: is },
    };
  }
};
