import type { EnumMember, EnumType } from "../../model/api-model.ts";
import { type Matches, matchBy } from "../matches.ts";
import type { Check, Finding } from "../rule.ts";
import { likeness } from "../similarity.ts";
import { memberSubject } from "../subjects.ts";

const sameDescription = 0.8;

function matchMembers(old: EnumType, current: EnumType): Matches<EnumMember> {
  return matchBy(old.members, current.members, ({ value }) => value, [
    { key: ({ value }) => value.toLowerCase(), score: () => 1 },
    {
      score: (a, b) => {
        if (a.number === null || a.number !== b.number) return 0;
        const alike = likeness(a.description, b.description) ?? 0;
        return alike >= sameDescription ? alike : 0;
      },
    },
  ]);
}

/**
 * Members of enums that stay. A closed enum is a promise that there are no others: a program that handles them all meets
 * one that it does not know. An open one has said that members will be added.
 */
export const enumMembers: Check = function* (context): Iterable<Finding> {
  for (const owner of context.enums.pairs) {
    const { pairs, added, removed } = matchMembers(owner.old, owner.new);
    const { id } = owner.new;
    for (const member of added) {
      // The sentinel is no value of its own: it says that the enum is open, which has a rule.
      if (member.value === "unknownFutureValue") continue;
      yield {
        id: owner.old.isEvolvable ? "open-enum-member-added" : "enum-member-added",
        subject: memberSubject(context, owner, { old: null, new: member }),
        message: `member ${member.value} of ${owner.old.isEvolvable ? "open " : ""}enum ${id} is new`,
        old: null,
        new: { value: member.value },
      };
    }
    for (const member of removed) {
      if (member.value === "unknownFutureValue") continue;
      const isGone = context.evidence.isMemberGone(owner, member);
      yield {
        id: isGone ? "enum-member-removed" : "enum-member-undocumented",
        subject: memberSubject(context, owner, { old: member, new: null }),
        message: isGone
          ? `member ${member.value} of enum ${id} is removed`
          : `member ${member.value} of enum ${id} is in no table any more, which is no sign of its removal`,
        old: { value: member.value },
        new: null,
      };
    }
    for (const pair of pairs)
      if (pair.isRenamed)
        yield {
          id: "enum-member-renamed",
          subject: memberSubject(context, owner, pair),
          message: `member ${pair.new.value} of enum ${id} was renamed, was ${pair.old.value}`,
          old: { value: pair.old.value },
          new: { value: pair.new.value },
          detail: pair.new.value,
          ...(pair.old.value.toLowerCase() === pair.new.value.toLowerCase() ? { level: "warning" as const } : {}),
        };
  }
};
