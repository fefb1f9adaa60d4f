import { propertyTurns } from "../property-turns.ts";
import type { Check } from "../rule.ts";

/** Whether a plain GET returns it. Only a page that had said so before can take it back. */
export const propertyReturned: Check = (context) =>
  propertyTurns(context, ({ old: { returned: was }, new: { returned: is } }) => {
    if ((was === "onSelect") === (is === "onSelect")) return null;
    const facts = { old: { returned: was }, new: { returned: is } };
    if (is !== "onSelect") return { id: "property-returned-by-default", words: "no longer needs $select", ...facts };
    const undecided = was === null ? { level: "warning" as const } : {};
    return { id: "property-returned-on-select", words: "is returned only with $select now", ...facts, ...undecided };
  });
