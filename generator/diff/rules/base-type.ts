import type { Check } from "../rule.ts";
import { typeSubject } from "../subjects.ts";

/** Base types. A type that keeps all its ancestors can still be used wherever one of them is wanted. */
export const baseType: Check = function* (context) {
  for (const pair of context.types.pairs) {
    const { old, new: current } = pair;
    const before = old.baseType === null ? null : context.newId(old.baseType);
    if (before === current.baseType) continue;
    const ancestors = new Set(
      context.new
        .lineage(current)
        .slice(1)
        .map(({ id }) => id),
    );
    const isKept = before === null || ancestors.has(before);
    const was = old.baseType === null ? "it had none" : `was ${old.baseType}`;
    yield {
      id: isKept ? "base-type-added" : "base-type-changed",
      subject: typeSubject(context, pair),
      message:
        current.baseType === null
          ? `type ${current.id} has no base type any more, ${was}`
          : `base type of ${current.id} is now ${current.baseType}, ${was}`,
      old: { baseType: old.baseType },
      new: { baseType: current.baseType },
      detail: `${old.baseType} ${current.baseType}`,
    };
  }
};
