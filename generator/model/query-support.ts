/** The OData query options of an operation. */
import type { ApiPage } from "../docs/page.ts";
import type { QueryOptionName, QuerySupport } from "./api-model.ts";

const optionNames: ReadonlySet<string> = new Set<QueryOptionName>([
  "select",
  "expand",
  "filter",
  "orderby",
  "top",
  "skip",
  "count",
  "search",
  "skiptoken",
  "format",
]);

export function isOptionName(name: string): name is QueryOptionName {
  return optionNames.has(name);
}

/** What a page grants by its prose, its tables and its templates. */
export function buildQuery(page: ApiPage, shownOptions: readonly string[]): QuerySupport {
  const named = new Set([...page.queryOptions, ...shownOptions].filter(isOptionName));
  return { named: [...named], isGeneric: page.isQueryGeneric };
}
