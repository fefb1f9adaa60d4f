import type { Check } from "../rule.ts";
import { typeTurn } from "../type-turns.ts";

/** Open types take members that no page declares. */
export const typeOpen: Check = function* (context) {
  const rules = { on: "type-became-open", off: "type-no-longer-open", word: "open" } as const;
  for (const pair of context.types.pairs) yield* typeTurn(context, pair, "isOpen", rules);
};
