import type { HeaderParameter } from "../../model/api-model.ts";
import { matchBy } from "../matches.ts";
import type { Check } from "../rule.ts";
import { operationSubject, requestText, type Sides } from "../subjects.ts";
import { requestOnly } from "../usage.ts";

function headerFacts({ wireName, isRequired, values, preferences }: HeaderParameter) {
  return { name: wireName, isRequired, values, preferences: preferences.map(({ token }) => token) };
}

/** The name of a header on the wire is the same in any letter case. */
function headerKey({ wireName }: HeaderParameter): string {
  return wireName.toLowerCase();
}

export const headers: Check = function* (context) {
  for (const pair of context.operations.pairs) {
    const { pairs, added, removed } = matchBy(pair.old.headers, pair.new.headers, headerKey, []);
    const subject = (header: HeaderParameter, sides: Sides<HeaderParameter>) =>
      operationSubject(context, pair, {
        suffix: `#header/${headerKey(header)}`,
        oldPlace: sides.old?.place ?? null,
        newPlace: sides.new?.place ?? null,
        flow: requestOnly,
      });
    const of = `of ${requestText(pair.new)}`;
    for (const header of added)
      yield {
        id: header.isRequired ? "header-added-required" : "header-added",
        subject: subject(header, { old: null, new: header }),
        message: `header ${header.wireName} ${of} is new${header.isRequired ? ", and required" : ""}`,
        old: null,
        new: headerFacts(header),
      };
    for (const header of removed)
      yield {
        id: "header-removed",
        subject: subject(header, { old: header, new: null }),
        message: `header ${header.wireName} ${of} is documented no more`,
        old: headerFacts(header),
        new: null,
      };
    for (const { old, new: current } of pairs) {
      if (old.isRequired === current.isRequired) continue;
      yield {
        id: current.isRequired ? "header-became-required" : "header-became-optional",
        subject: subject(current, { old, new: current }),
        message: `header ${current.wireName} ${of} is ${current.isRequired ? "required" : "optional"} now`,
        old: headerFacts(old),
        new: headerFacts(current),
      };
    }
  }
};
