import type { Check } from "../rule.ts";
import { wholeSubject } from "../whole-subject.ts";

/** Where the service is: with another version in it, every request goes elsewhere. */
export const baseUrl: Check = function* (context) {
  const [old, current] = [context.old.model.baseUrl, context.new.model.baseUrl];
  if (old === null || current === null || old === current) return;
  yield {
    id: "base-url-changed",
    subject: wholeSubject("API#baseUrl"),
    message: `the service is at ${current} now, was ${old}`,
    old: { baseUrl: old },
    new: { baseUrl: current },
    detail: current,
  };
};
