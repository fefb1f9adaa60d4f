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

/** Whether a value may be several members at once. */
export const enumFlags: Check = function* (context) {
  for (const pair of context.enums.pairs) {
    const [was, is] = [pair.old.isFlags, pair.new.isFlags];
    if (was === is) continue;
    yield {
      id: is ? "enum-became-flags" : "enum-no-longer-flags",
      subject: typeSubject(context, pair),
      message: `a value of enum ${pair.new.id} is ${is ? "several members at once now" : "one member now, was several"}`,
      old: { isFlags: was },
      new: { isFlags: is },
    };
  }
};
