/** The properties that a response has where no `$select` is sent, of those that its type declares. */
import type { ApiPage } from "../docs/page.ts";
import type { TypeRef } from "./api-model.ts";
import { itemOf } from "./stated-type.ts";
import type { TypeGraph } from "./type-graph.ts";

/**
 * The first list of the page that is about the response: all its names but one, which the type's page may have
 * forgotten, are properties of the type. A list about another type fails at that.
 */
export function defaultProperties(page: ApiPage, type: TypeRef | null, graph: TypeGraph): readonly string[] | null {
  const item = type && itemOf(type);
  if (item?.kind !== "object" || page.defaultProperties.length === 0) return null;
  const declared = new Set(graph.propertiesOf(item.id).map(({ name }) => name));
  for (const list of page.defaultProperties) {
    const names = [...new Set(list)];
    const known = names.filter((name) => declared.has(name));
    if (known.length > 0 && known.length >= names.length - 1) return known;
  }
  return null;
}
