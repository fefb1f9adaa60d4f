import { renaming } from "../renaming.ts";
import type { Check } from "../rule.ts";

export const enumRenamed: Check = function* (context) {
  for (const pair of context.enums.pairs)
    if (pair.isRenamed) yield renaming(context, pair, "enum", "enum-renamed", "enum-namespace-changed");
};
