/** The OData query options that a function takes. */
import type { Operation, QueryOptionName } from "../model/api-model.ts";
import { note, type Prose } from "./comment-text.ts";
import { type Code, code } from "./text.ts";

export interface QueryOption {
  /** Key of the argument. */
  readonly key: string;
  readonly wireName: string;
  /** `properties`: names of properties of the result. */
  readonly type: Code | "properties";
  readonly text: Prose;
}

const texts = code`readonly string[]`;

const options: Readonly<Record<QueryOptionName, QueryOption>> = {
  select: { key: "select", wireName: "$select", type: "properties", text: note`Properties to return.` },
  expand: { key: "expand", wireName: "$expand", type: texts, text: note`Relationships to return with the result.` },
  filter: { key: "filter", wireName: "$filter", type: code`string`, text: note`Condition that items have to meet.` },
  search: { key: "search", wireName: "$search", type: code`string`, text: note`What to search for.` },
  orderby: {
    key: "orderBy",
    wireName: "$orderby",
    type: texts,
    text: note`Properties to sort by, each perhaps followed by \`asc\` or \`desc\`.`,
  },
  top: { key: "top", wireName: "$top", type: code`number`, text: note`Greatest number of items on a page.` },
  skip: { key: "skip", wireName: "$skip", type: code`number`, text: note`Number of items to leave out at the start.` },
  skiptoken: {
    key: "skipToken",
    wireName: "$skiptoken",
    type: code`string`,
    text: note`Token of a page, from the link to it.`,
  },
  count: {
    key: "count",
    wireName: "$count",
    type: code`boolean`,
    text: note`Whether to count the items on all pages.`,
  },
  format: { key: "format", wireName: "$format", type: code`string`, text: note`Media type of the result.` },
};

/** In the order in which they are declared. */
const order: readonly QueryOptionName[] = [
  "select",
  "expand",
  "filter",
  "search",
  "orderby",
  "top",
  "skip",
  "skiptoken",
  "count",
  "format",
];

const genericForOne: readonly QueryOptionName[] = ["select", "expand"];
const genericForList: readonly QueryOptionName[] = [
  "select",
  "expand",
  "filter",
  "search",
  "orderby",
  "top",
  "skip",
  "count",
];

/**
 * The options that a page grants. Where it says "OData query parameters" without naming any, those that mean something
 * for the result: a list can be filtered and counted, a single object cannot.
 */
export function queryOptions(operation: Operation): readonly QueryOption[] {
  const granted = new Set(operation.query.named);
  if (operation.query.isGeneric && operation.method === "GET" && operation.response.content === "json") {
    const isList = operation.response.envelope === "collection";
    for (const name of isList ? genericForList : genericForOne) granted.add(name);
  }
  // A page may also have the option in a table of its own: that one has a description.
  const documented = new Set(
    operation.queryParameters.map(({ wireName }) => wireName.replace(/^\$/, "").toLowerCase()),
  );
  return order.filter((name) => granted.has(name) && !documented.has(name)).map((name) => options[name]);
}
