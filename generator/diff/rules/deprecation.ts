import type { Deprecation } from "../../model/api-model.ts";
import type { Check, Finding, Subject } from "../rule.ts";
import type { RuleId } from "../rules.ts";
import { sameMembers } from "../same-members.ts";
import { memberSubject, operationSubject, propertySubject, requestText, typeSubject } from "../subjects.ts";

interface Deprecable {
  readonly deprecation: Deprecation | null;
}

function turn(
  { old, new: current }: { readonly old: Deprecable; readonly new: Deprecable },
  ids: { readonly on: RuleId; readonly off: RuleId },
  name: string,
  subject: () => Subject,
): Finding[] {
  const [was, is] = [old.deprecation, current.deprecation];
  if ((was === null) === (is === null)) return [];
  const reason = is?.text ? `: ${is.text}` : "";
  return [
    {
      id: is === null ? ids.off : ids.on,
      subject: subject(),
      message: is === null ? `${name} is not deprecated any more` : `${name} is deprecated${reason}`,
      old: was,
      new: is,
    },
  ];
}

/** What the pages say will go: the announcement of a break, not the break. */
export const deprecation: Check = function* (context) {
  for (const pair of context.types.pairs)
    yield* turn(pair, { on: "type-deprecated", off: "type-no-longer-deprecated" }, `type ${pair.new.id}`, () =>
      typeSubject(context, pair),
    );
  for (const { owner, pair } of context.properties.pairs)
    yield* turn(
      pair,
      { on: "property-deprecated", off: "property-no-longer-deprecated" },
      `property ${owner.new.id}/${pair.new.name}`,
      () => propertySubject(context, owner, pair),
    );
  for (const pair of context.enums.pairs) {
    yield* turn(pair, { on: "enum-deprecated", off: "enum-no-longer-deprecated" }, `enum ${pair.new.id}`, () =>
      typeSubject(context, pair),
    );
    for (const member of sameMembers(pair))
      yield* turn(
        member,
        { on: "enum-member-deprecated", off: "enum-member-no-longer-deprecated" },
        `member ${member.new.value} of enum ${pair.new.id}`,
        () => memberSubject(context, pair, member),
      );
  }
  for (const pair of context.operations.pairs)
    yield* turn(
      pair,
      { on: "operation-deprecated", off: "operation-no-longer-deprecated" },
      requestText(pair.new),
      () => operationSubject(context, pair),
    );
};
