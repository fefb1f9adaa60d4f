import type { ObjectType } from "../../model/api-model.ts";
import type { DiffContext } from "../context.ts";
import type { Pair } from "../matches.ts";
import type { Check, Finding } from "../rule.ts";
import type { RuleId } from "../rules.ts";
import { typeSubject } from "../subjects.ts";

/** A yes or no of a type: one rule for each way that it can turn. */
function turn(
  context: DiffContext,
  pair: Pair<ObjectType>,
  fact: "isAbstract" | "isOpen",
  rules: { readonly on: RuleId; readonly off: RuleId; readonly word: string },
): Finding[] {
  const { old, new: current } = pair;
  if (old[fact] === current[fact]) return [];
  const subject = typeSubject(context, pair);
  const message = `type ${current.id} is ${current[fact] ? `now ${rules.word}` : `no longer ${rules.word}`}`;
  const facts = { old: { [fact]: old[fact] }, new: { [fact]: current[fact] } };
  return [{ id: current[fact] ? rules.on : rules.off, subject, message, ...facts }];
}

/** Abstract types have no instances of their own: nothing can be created as one. */
export const typeAbstract: Check = function* (context) {
  const rules = { on: "type-became-abstract", off: "type-no-longer-abstract", word: "abstract" } as const;
  for (const pair of context.types.pairs) yield* turn(context, pair, "isAbstract", rules);
};

/** Open types take members that no page declares. */
export const typeOpen: Check = function* (context) {
  const rules = { on: "type-became-open", off: "type-no-longer-open", word: "open" } as const;
  for (const pair of context.types.pairs) yield* turn(context, pair, "isOpen", rules);
};

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
