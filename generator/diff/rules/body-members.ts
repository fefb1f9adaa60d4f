import type { Operation, Property, RequestBody } from "../../model/api-model.ts";
import type { DiffContext } from "../context.ts";
import { propertyFacts } from "../facts.ts";
import { matchPropertyLists } from "../match-properties.ts";
import type { Pair } from "../matches.ts";
import type { Check, Finding, Subject } from "../rule.ts";
import { operationSubject, requestText, type Sides } from "../subjects.ts";
import { compareTypes, typeText } from "../type-change.ts";
import { requestOnly } from "../usage.ts";

function memberSubject(context: DiffContext, pair: Pair<Operation>, member: Sides<Property>): Subject {
  return operationSubject(context, pair, {
    suffix: `#body/${(member.old ?? member.new)?.name ?? ""}`,
    oldPlace: member.old?.place ?? null,
    newPlace: member.new?.place ?? null,
    flow: requestOnly,
  });
}

function memberFacts(property: Property) {
  return { ...propertyFacts(property), isRequired: property.isRequired };
}

/** What holds for the members of every body table, also for one that repeats the properties of a type. */
function* required(context: DiffContext, pair: Pair<Operation>, member: Pair<Property>): Iterable<Finding> {
  const { old, new: current } = member;
  if (old.isRequired === current.isRequired) return;
  yield {
    id: current.isRequired ? "body-member-became-required" : "body-member-became-optional",
    subject: memberSubject(context, pair, member),
    message: `body member ${current.name} of ${requestText(pair.new)} is ${current.isRequired ? "required" : "optional"} now`,
    old: memberFacts(old),
    new: memberFacts(current),
  };
}

function* ownMembers(
  context: DiffContext,
  pair: Pair<Operation>,
  old: RequestBody,
  current: RequestBody,
): Iterable<Finding> {
  const { pairs, added, removed } = matchPropertyLists(old.properties, current.properties);
  const of = `of ${requestText(pair.new)}`;
  for (const member of added)
    yield {
      id: member.isRequired ? "body-member-added-required" : "body-member-added",
      subject: memberSubject(context, pair, { old: null, new: member }),
      message: `body member ${member.name} ${of} is new${member.isRequired ? ", and required" : ""}`,
      old: null,
      new: memberFacts(member),
    };
  // Without a table on the new page there is nothing that would tell what went.
  if (current.properties.length > 0)
    for (const member of removed)
      yield {
        id: "body-member-removed",
        subject: memberSubject(context, pair, { old: member, new: null }),
        message: `body member ${member.name} ${of} is removed`,
        old: memberFacts(member),
        new: null,
      };
  for (const member of pairs) {
    const subject = memberSubject(context, pair, member);
    const both = { subject, old: memberFacts(member.old), new: memberFacts(member.new) };
    if (member.isRenamed)
      yield {
        id: "body-member-renamed",
        message: `body member ${member.new.name} ${of} was renamed, was ${member.old.name}`,
        detail: member.new.name,
        ...both,
        ...(member.old.name.toLowerCase() === member.new.name.toLowerCase() ? { level: "warning" as const } : {}),
      };
    const change = compareTypes(member.old.type, member.new.type, context);
    if (change !== "same")
      yield {
        id:
          change === "wider" || change === "stated" || change === "values"
            ? "body-member-type-widened"
            : "body-member-type-changed",
        message: `body member ${member.new.name} ${of} is now ${typeText(member.new.type)}, was ${typeText(member.old.type)}`,
        detail: `${typeText(member.old.type)} > ${typeText(member.new.type)}`,
        ...both,
        ...(change === "unstated" ? { level: "warning" as const } : {}),
      };
    yield* required(context, pair, member);
  }
}

/**
 * Members of request bodies. The table of a body that is a resource repeats some properties of the type, as many as its
 * author liked: there only what is required counts, the rest is the type's.
 */
export const bodyMembers: Check = function* (context) {
  for (const pair of context.operations.pairs) {
    const [old, current] = [pair.old.body, pair.new.body];
    if (old === null || current === null) continue;
    if (old.kind === "parameters" && current.kind === "parameters") yield* ownMembers(context, pair, old, current);
    else
      for (const member of matchPropertyLists(old.properties, current.properties).pairs)
        yield* required(context, pair, member);
  }
};
