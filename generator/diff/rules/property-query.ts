import type { Property, PropertyQuerySupport } from "../../model/api-model.ts";
import type { Check } from "../rule.ts";
import { propertySubject } from "../subjects.ts";

/** What can be done with a property in a query, one word each. */
function abilities({ filter, orderBy, search }: PropertyQuerySupport): readonly string[] {
  return [
    ...(filter === null ? [] : ["$filter", ...filter.map((operator) => `$filter ${operator}`)]),
    ...(orderBy ? ["$orderby"] : []),
    ...(search ? ["$search"] : []),
  ];
}

/** What the one has and the other has not; operators alone only where `$filter` itself is in both. */
function beyond(one: readonly string[], other: readonly string[]): string[] {
  const more = one.filter((ability) => !other.includes(ability));
  return more.includes("$filter") ? more.filter((ability) => !ability.startsWith("$filter ")) : more;
}

function facts({ query }: Property) {
  return { filter: query.filter, orderBy: query.orderBy, search: query.search };
}

/** `$filter` without any operators named is all of them: naming some is no loss that a page would state. */
function namesOperators({ filter }: PropertyQuerySupport): boolean {
  return filter !== null && filter.length > 0;
}

/** Most are: the question is asked of every property of a set. */
function isSame(a: PropertyQuerySupport, b: PropertyQuerySupport): boolean {
  return a.orderBy === b.orderBy && a.search === b.search && a.filter?.join() === b.filter?.join();
}

export const propertyQuery: Check = function* (context) {
  for (const { owner, pair } of context.properties.pairs) {
    if (isSame(pair.old.query, pair.new.query)) continue;
    const [was, is] = [abilities(pair.old.query), abilities(pair.new.query)];
    const subject = propertySubject(context, owner, pair);
    const name = `property ${owner.new.id}/${pair.new.name}`;
    const both = { subject, old: facts(pair.old), new: facts(pair.new) };
    const isComparable = namesOperators(pair.old.query) === namesOperators(pair.new.query);
    const withoutOperators = (list: string[]): string[] =>
      isComparable || pair.old.query.filter === null || pair.new.query.filter === null
        ? list
        : list.filter((ability) => !ability.startsWith("$filter "));
    const gained = withoutOperators(beyond(is, was));
    const lost = withoutOperators(beyond(was, is));
    if (gained.length > 0)
      yield {
        id: "property-query-added",
        message: `${name} supports ${gained.join(", ")} now`,
        detail: gained.join(),
        ...both,
      };
    if (lost.length > 0)
      yield {
        id: "property-query-removed",
        message: `${name} supports ${lost.join(", ")} no longer`,
        detail: lost.join(),
        ...both,
      };
  }
};
