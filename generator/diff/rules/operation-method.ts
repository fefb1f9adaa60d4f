import { operationFacts } from "../facts.ts";
import { requestKeys } from "../request-key.ts";
import type { Check } from "../rule.ts";
import { operationSubject, requestText } from "../subjects.ts";

/** The same page asks for another method now: one change, though every request is another one. */
export const operationMethod: Check = function* (context) {
  for (const pair of context.operations.pairs) {
    const { old, new: current } = pair;
    if (old.method === current.method) continue;
    yield {
      id: "operation-method-changed",
      subject: operationSubject(context, pair),
      message: `${requestText(current)} (${current.title}) was ${requestText(old)}`,
      old: operationFacts(old),
      new: operationFacts(current),
      detail: requestKeys(current).join(),
    };
  }
};
