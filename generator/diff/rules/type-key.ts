import type { Check } from "../rule.ts";
import { typeSubject } from "../subjects.ts";

/** Entity types have a key, complex types have none. Where the key was only found out later, nothing has changed. */
export const typeKey: Check = function* (context) {
  for (const pair of context.types.pairs) {
    const { old, new: current } = pair;
    if (old.key.length === 0 || old.key.join() === current.key.join()) continue;
    const is = current.key.length === 0 ? "none" : current.key.join(", ");
    yield {
      id: "type-key-changed",
      subject: typeSubject(context, pair),
      message: `key of ${current.id} is now ${is}, was ${old.key.join(", ")}`,
      old: { key: old.key },
      new: { key: current.key },
      detail: current.key.join(),
    };
  }
};
