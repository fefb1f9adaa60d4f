import type { Check } from "../rule.ts";
import { wholeSubject } from "../whole-subject.ts";

/** Namespaces that types and enums are in; a renamed one is said of each type. */
export const namespaces: Check = function* (context) {
  const namesOf = (side: "old" | "new"): ReadonlySet<string> =>
    new Set([...context[side].model.types, ...context[side].model.enums].map(({ namespace }) => namespace));
  const [old, current] = [namesOf("old"), namesOf("new")];
  for (const name of current)
    if (!old.has(name))
      yield {
        id: "namespace-added",
        subject: wholeSubject(`namespace ${name}`),
        message: `namespace ${name} is new`,
        old: null,
        new: { namespace: name },
      };
  for (const name of old)
    if (!current.has(name))
      yield {
        id: "namespace-undocumented",
        subject: wholeSubject(`namespace ${name}`),
        message: `namespace ${name} has no types any more`,
        old: { namespace: name },
        new: null,
      };
};
