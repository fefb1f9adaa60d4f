import type { Check, Subject } from "../rule.ts";
import { bothWays } from "../usage.ts";

function wholeSubject(path: string): Subject {
  return { path, identity: path, resource: "API", emitted: [], oldPlace: null, newPlace: null, flow: bothWays };
}

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

/** Namespaces that types and enums are in; a renamed one is said of each type. */
export const namespaces: Check = function* (context) {
  const namesOf = (side: "old" | "new"): ReadonlySet<string> =>
    new Set([...context[side].model.types, ...context[side].model.enums].map(({ namespace }) => namespace));
  const [old, current] = [namesOf("old"), namesOf("new")];
  for (const name of current)
    if (!old.has(name))
      yield {
        id: "namespace-added",
        subject: wholeSubject(`namespace ${name}`),
        message: `namespace ${name} is new`,
        old: null,
        new: { namespace: name },
      };
  for (const name of old)
    if (!current.has(name))
      yield {
        id: "namespace-undocumented",
        subject: wholeSubject(`namespace ${name}`),
        message: `namespace ${name} has no types any more`,
        old: { namespace: name },
        new: null,
      };
};
