import type { ObjectType } from "../model/api-model.ts";
import type { DiffContext } from "./context.ts";
import type { Pair } from "./matches.ts";
import type { Finding } from "./rule.ts";
import type { RuleId } from "./rules.ts";
import { typeSubject } from "./subjects.ts";

/** A yes or no of a type: one rule for each way that it can turn. */
export function typeTurn(
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
