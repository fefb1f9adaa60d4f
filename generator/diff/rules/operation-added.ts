import { operationFacts } from "../facts.ts";
import type { Check } from "../rule.ts";
import { operationSubject, requestText } from "../subjects.ts";

export const operationAdded: Check = function* (context) {
  for (const operation of context.operations.added)
    yield {
      id: "operation-added",
      subject: operationSubject(context, { old: null, new: operation }),
      message: `${requestText(operation)} is new (${operation.title})`,
      old: null,
      new: operationFacts(operation),
    };
};
