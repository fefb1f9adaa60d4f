import type { Check } from "../rule.ts";
import { typeSubject } from "../subjects.ts";

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
