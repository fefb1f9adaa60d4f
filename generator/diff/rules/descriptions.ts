import type { Check, Finding, Subject } from "../rule.ts";
import type { RuleId } from "../rules.ts";
import { sameMembers } from "../same-members.ts";
import { memberSubject, operationSubject, propertySubject, requestText, typeSubject } from "../subjects.ts";

interface Described {
  readonly description: string | null;
}

function change(
  id: RuleId,
  { old, new: current }: { readonly old: Described; readonly new: Described },
  name: string,
  subject: () => Subject,
): Finding[] {
  if ((old.description ?? "") === (current.description ?? "")) return [];
  return [
    {
      id,
      subject: subject(),
      message: `the description of ${name} has changed`,
      old: { description: old.description },
      new: { description: current.description },
    },
  ];
}

/** Wording: it tells people something, and the surface nothing. */
export const descriptions: Check = function* (context) {
  for (const pair of [...context.types.pairs, ...context.enums.pairs])
    yield* change("type-description-changed", pair, pair.new.id, () => typeSubject(context, pair));
  for (const { owner, pair } of context.properties.pairs)
    yield* change("property-description-changed", pair, `${owner.new.id}/${pair.new.name}`, () =>
      propertySubject(context, owner, pair),
    );
  for (const pair of context.enums.pairs)
    for (const member of sameMembers(pair))
      yield* change("enum-member-description-changed", member, `${pair.new.id}/${member.new.value}`, () =>
        memberSubject(context, pair, member),
      );
  for (const pair of context.operations.pairs)
    yield* change("operation-description-changed", pair, requestText(pair.new), () => operationSubject(context, pair));
};
