import type { ObjectType, Property } from "../../model/api-model.ts";
import type { Level } from "../change.ts";
import type { DiffContext } from "../context.ts";
import type { Pair } from "../matches.ts";
import type { Check, Finding } from "../rule.ts";
import type { RuleId } from "../rules.ts";
import { propertySubject } from "../subjects.ts";

interface Turn {
  readonly id: RuleId;
  /** How the sentence goes on behind the name of the property. */
  readonly words: string;
  readonly old: unknown;
  readonly new: unknown;
  readonly level?: Level;
}

/** One finding for each matched property of which `turnOf` has something to say. */
function* turns(
  context: DiffContext,
  turnOf: (pair: Pair<Property>, owner: Pair<ObjectType>) => Turn | null,
): Iterable<Finding> {
  for (const { owner, pair } of context.properties.pairs) {
    const turn = turnOf(pair, owner);
    if (turn === null) continue;
    const { words, ...facts } = turn;
    const message = `property ${owner.new.id}/${pair.new.name} ${words}`;
    yield { ...facts, subject: propertySubject(context, owner, pair), message };
  }
}

/** `null` where no page says: then the pages do not tell whether anything changed. */
export const propertyNullability: Check = (context) =>
  turns(context, ({ old: { isNullable: was }, new: { isNullable: is } }) => {
    if ((was === true) === (is === true)) return null;
    const undecided = was === null || is === null ? { level: "warning" as const } : {};
    const facts = { old: { isNullable: was }, new: { isNullable: is }, ...undecided };
    return is === true
      ? { id: "property-became-nullable", words: "can be null now", ...facts }
      : { id: "property-no-longer-nullable", words: "is not said to be nullable any more", ...facts };
  });

export const propertyReadOnly: Check = (context) =>
  turns(context, ({ old: { isReadOnly: was }, new: { isReadOnly: is } }) => {
    if (was === is) return null;
    const facts = { old: { isReadOnly: was }, new: { isReadOnly: is } };
    return is
      ? { id: "property-became-read-only", words: "is read-only now", ...facts }
      : { id: "property-no-longer-read-only", words: "is no longer read-only", ...facts };
  });

export const propertyRequired: Check = (context) =>
  turns(context, ({ old: { isRequired: was }, new: { isRequired: is } }) => {
    if (was === is) return null;
    const facts = { old: { isRequired: was }, new: { isRequired: is } };
    return is
      ? { id: "property-became-required", words: "is required now", ...facts }
      : { id: "property-no-longer-required", words: "is no longer required", ...facts };
  });

/** Whether a plain GET returns it. Only a page that had said so before can take it back. */
export const propertyReturned: Check = (context) =>
  turns(context, ({ old: { returned: was }, new: { returned: is } }) => {
    if ((was === "onSelect") === (is === "onSelect")) return null;
    const facts = { old: { returned: was }, new: { returned: is } };
    if (is !== "onSelect") return { id: "property-returned-by-default", words: "no longer needs $select", ...facts };
    const undecided = was === null ? { level: "warning" as const } : {};
    return { id: "property-returned-on-select", words: "is returned only with $select now", ...facts, ...undecided };
  });

function leadsToObject({ type }: Property): boolean {
  const single = type.kind === "collection" ? type.of : type;
  return single.kind === "object" || single.kind === "unknown";
}

/** A relationship comes with `$expand`, a property by itself. */
export const propertyNavigation: Check = (context) =>
  turns(context, ({ old, new: current }) => {
    const [was, is] = [old.isNavigation, current.isNavigation];
    if (was === is) return null;
    // A text or a number in the table of relationships was a slip of the page: nothing leads anywhere from there.
    const undecided = leadsToObject(old) && leadsToObject(current) ? {} : { level: "warning" as const };
    const facts = { old: { isNavigation: was }, new: { isNavigation: is }, ...undecided };
    return is
      ? { id: "property-became-relationship", words: "is a relationship now, reached with $expand", ...facts }
      : { id: "property-no-longer-relationship", words: "is a property now, was a relationship", ...facts };
  });
