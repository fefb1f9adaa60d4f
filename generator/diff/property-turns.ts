import type { ObjectType, Property } from "../model/api-model.ts";
import type { Level } from "./change.ts";
import type { DiffContext } from "./context.ts";
import type { Pair } from "./matches.ts";
import type { Finding } from "./rule.ts";
import type { RuleId } from "./rules.ts";
import { propertySubject } from "./subjects.ts";

/** What has turned of a property: from yes to no, or from no to yes. */
interface Turn {
  readonly id: RuleId;
  /** How the sentence goes on behind the name of the property. */
  readonly words: string;
  readonly old: unknown;
  readonly new: unknown;
  readonly level?: Level;
}

/** One finding for each matched property of which `turnOf` has something to say. */
export function* propertyTurns(
  context: DiffContext,
  turnOf: (pair: Pair<Property>, owner: Pair<ObjectType>) => Turn | null,
): Iterable<Finding> {
  for (const { owner, pair } of context.properties.pairs) {
    const turn = turnOf(pair, owner);
    if (turn === null) continue;
    const { words, ...facts } = turn;
    const message = `property ${owner.new.id}/${pair.new.name} ${words}`;
    yield { ...facts, subject: propertySubject(context, owner, pair), message };
  }
}
