import { renaming } from "../renaming.ts";
import type { Check } from "../rule.ts";

export const typeRenamed: Check = function* (context) {
  for (const pair of context.types.pairs)
    if (pair.isRenamed) yield renaming(context, pair, "type", "type-renamed", "type-namespace-changed");
};
