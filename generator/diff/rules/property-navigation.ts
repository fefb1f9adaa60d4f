import type { Property } from "../../model/api-model.ts";
import { propertyTurns } from "../property-turns.ts";
import type { Check } from "../rule.ts";

function leadsToObject({ type }: Property): boolean {
  const single = type.kind === "collection" ? type.of : type;
  return single.kind === "object" || single.kind === "unknown";
}

/** A relationship comes with `$expand`, a property by itself. */
export const propertyNavigation: Check = (context) =>
  propertyTurns(context, ({ old, new: current }) => {
    const [was, is] = [old.isNavigation, current.isNavigation];
    if (was === is) return null;
    // A text or a number in the table of relationships was a slip of the page: nothing leads anywhere from there.
    const undecided = leadsToObject(old) && leadsToObject(current) ? {} : { level: "warning" as const };
    const facts = { old: { isNavigation: was }, new: { isNavigation: is }, ...undecided };
    return is
      ? { id: "property-became-relationship", words: "is a relationship now, reached with $expand", ...facts }
      : { id: "property-no-longer-relationship", words: "is a property now, was a relationship", ...facts };
  });
