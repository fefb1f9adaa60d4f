import type { Check } from "../rule.ts";
import { typeTurn } from "../type-turns.ts";

/** Abstract types have no instances of their own: nothing can be created as one. */
export const typeAbstract: Check = function* (context) {
  const rules = { on: "type-became-abstract", off: "type-no-longer-abstract", word: "abstract" } as const;
  for (const pair of context.types.pairs) yield* typeTurn(context, pair, "isAbstract", rules);
};
