import type { QueryOptionName, QuerySupport } from "../../model/api-model.ts";
import type { Check } from "../rule.ts";
import { operationSubject, requestText } from "../subjects.ts";
import { requestOnly } from "../usage.ts";

/** "Supports some of the query options" without any name: then there is none whose coming or going a page would state. */
function isVague({ named, isGeneric }: QuerySupport): boolean {
  return isGeneric && named.length === 0;
}

export const queryOptions: Check = function* (context) {
  for (const pair of context.operations.pairs) {
    const { old, new: current } = pair;
    if (isVague(old.query) || isVague(current.query)) continue;
    const subject = (name: QueryOptionName) =>
      operationSubject(context, pair, { suffix: `?$${name}`, flow: requestOnly });
    for (const name of current.query.named)
      if (!old.query.named.includes(name))
        yield {
          id: "query-option-added",
          subject: subject(name),
          message: `${requestText(current)} supports $${name} now`,
          old: null,
          new: { option: `$${name}` },
        };
    for (const name of old.query.named)
      if (!current.query.named.includes(name))
        yield {
          id: "query-option-removed",
          subject: subject(name),
          message: `${requestText(current)} is not said to support $${name} any more`,
          old: { option: `$${name}` },
          new: null,
        };
  }
};
