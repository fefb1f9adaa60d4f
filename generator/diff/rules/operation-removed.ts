import { operationFacts } from "../facts.ts";
import { requestKeys } from "../request-key.ts";
import type { Check } from "../rule.ts";
import { operationSubject, requestText } from "../subjects.ts";

/**
 * Operations that no page documents any more. A page that stays, with another request still on it, was edited; a page that
 * is gone may have been lost.
 */
export const operationRemoved: Check = function* (context) {
  for (const operation of context.operations.removed) {
    if (requestKeys(operation).every((key) => context.newRequests.has(key)) && operation.paths.length > 0) continue;
    const wasAnnounced = context.evidence.wasAnnounced(operation);
    const isGone = wasAnnounced || context.new.pages.has(operation.page);
    const name = `${requestText(operation)} (${operation.title})`;
    yield {
      id: isGone ? "operation-removed" : "operation-undocumented",
      subject: operationSubject(context, { old: operation, new: null }),
      message: isGone
        ? `${name} ${wasAnnounced ? "was deprecated and is removed" : "is removed: its page no longer has it"}`
        : `${name} is on no page any more, and no page says that it is removed`,
      old: operationFacts(operation),
      new: null,
    };
  }
};
