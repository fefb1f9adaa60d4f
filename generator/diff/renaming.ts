import type { EnumType, ObjectType } from "../model/api-model.ts";
import type { DiffContext } from "./context.ts";
import type { Pair } from "./matches.ts";
import type { Finding } from "./rule.ts";
import type { RuleId } from "./rules.ts";
import { typeSubject } from "./subjects.ts";

/** One finding for a type or an enum with another id: its namespace changed, or its name. */
export function renaming(
  context: DiffContext,
  pair: Pair<ObjectType | EnumType>,
  noun: "type" | "enum",
  renamed: RuleId,
  moved: RuleId,
): Finding {
  const { old, new: current } = pair;
  const isMove = old.name === current.name;
  const isCaseOnly = old.id.toLowerCase() === current.id.toLowerCase();
  return {
    id: isMove ? moved : renamed,
    subject: typeSubject(context, pair),
    message: isMove
      ? `${noun} ${current.id} moved to namespace ${current.namespace || "(none)"}, was ${old.id}`
      : `${noun} ${current.id} was renamed, was ${old.id}${isCaseOnly ? " (letter case only)" : ""}`,
    old: { id: old.id },
    new: { id: current.id },
    detail: current.id,
    // Pages are corrected in this more often than services: what the service takes is not for the pages to tell.
    ...(isCaseOnly ? { level: "warning" as const } : {}),
  };
}
