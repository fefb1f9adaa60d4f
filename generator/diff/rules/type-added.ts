import { typeFacts } from "../facts.ts";
import type { Check } from "../rule.ts";
import { typeSubject } from "../subjects.ts";
import { counted } from "../words.ts";

/** Types that the old pages do not have; their properties come with them and are no changes of their own. */
export const typeAdded: Check = function* (context) {
  for (const type of context.types.added) {
    const facts = typeFacts(type);
    const what = type.source === "inferred" ? "is used, though no page declares it" : "is new";
    yield {
      id: "type-added",
      subject: typeSubject(context, { old: null, new: type }),
      message: `type ${type.id} ${what}, with ${counted(facts.properties.length, "property", "properties")}`,
      old: null,
      new: facts,
    };
  }
};
