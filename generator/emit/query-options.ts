/** The OData query options that a function takes. */
import type { Operation, QueryOptionName, TypeRef } from "../model/api-model.ts";
import { note, type Prose } from "./comment-text.ts";
import type { Imports } from "./imports.ts";
import { type RuntimeName, useRuntime } from "./runtime-names.ts";
import { type Code, code, joinCode } from "./text.ts";
import { inlineType, type TypeScope } from "./type-text.ts";

export interface QueryOption {
  readonly name: QueryOptionName;
  /** Key of the argument. */
  readonly key: string;
  readonly wireName: string;
  readonly type: Code;
  /** The function of the runtime that makes the argument what is sent, `null` where it is sent as it is. */
  readonly encoder: RuntimeName | null;
  readonly text: Prose;
}

interface OptionDescription {
  readonly key: string;
  readonly wireName: string;
  readonly text: Prose;
}

const options: Readonly<Record<QueryOptionName, OptionDescription>> = {
  select: { key: "select", wireName: "$select", text: note`Properties to return.` },
  expand: { key: "expand", wireName: "$expand", text: note`Relationships to return with the result.` },
  filter: { key: "filter", wireName: "$filter", text: note`Condition that items have to meet.` },
  search: { key: "search", wireName: "$search", text: note`What to search for.` },
  orderby: { key: "orderBy", wireName: "$orderby", text: note`Properties to sort by, each perhaps with a direction.` },
  top: { key: "top", wireName: "$top", text: note`Greatest number of items on a page.` },
  skip: { key: "skip", wireName: "$skip", text: note`Number of items to leave out at the start.` },
  skiptoken: { key: "skipToken", wireName: "$skiptoken", text: note`Token of a page, from the link to it.` },
  count: { key: "count", wireName: "$count", text: note`Whether to count the items on all pages.` },
  format: { key: "format", wireName: "$format", text: note`Media type of the result.` },
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
 * for the result: a list can be filtered and counted, a single object cannot, and only relationships can be expanded.
 *
 * @param item the single object, or the item of a list, that the options are about
 */
export function queryOptions(
  operation: Operation,
  item: TypeRef | null,
  { scope, imports }: { readonly scope: TypeScope; readonly imports: Imports },
): readonly QueryOption[] {
  const granted = new Set(operation.query.named);
  const canExpand = item?.kind === "object" && scope.hasRelationships(item.id);
  if (operation.query.isGeneric && operation.method === "GET" && operation.response.content === "json") {
    const isList = operation.response.envelope === "collection";
    for (const name of isList ? genericForList : genericForOne) {
      if (name !== "expand" || canExpand) granted.add(name);
    }
  }
  // A page may also have the option in a table of its own: that one has a description.
  const documented = new Set(
    operation.queryParameters.map(({ wireName }) => wireName.replace(/^\$/, "").toLowerCase()),
  );
  // Only what is used may be asked for: it is imported then.
  const properties = (): Code | null =>
    item?.kind === "object"
      ? code`${useRuntime(imports, "PropertyOf")}<${joinCode(
          [scope.familyType(item.id) ?? inlineType(item, scope, "read"), scope.relationshipsName(item.id)].filter(
            (part) => part !== null,
          ),
          ", ",
        )}>`
      : null;
  const typeOf = (name: QueryOptionName): Pick<QueryOption, "type" | "encoder"> => {
    switch (name) {
      case "select": {
        const names = properties();
        return { type: names === null ? texts : code`readonly ${names}[]`, encoder: null };
      }
      case "orderby": {
        const names = properties();
        const type = names === null ? texts : code`readonly ${useRuntime(imports, "OrderBy")}<${names}>[]`;
        return { type, encoder: null };
      }
      case "expand": {
        const relationships = item?.kind === "object" ? scope.relationshipsName(item.id) : null;
        return relationships === null
          ? { type: texts, encoder: null }
          : { type: code`${useRuntime(imports, "ExpandOptions")}<${relationships}>`, encoder: "expandText" };
      }
      case "top":
      case "skip":
        return { type: code`number`, encoder: null };
      case "count":
        return { type: code`boolean`, encoder: null };
      case "filter":
      case "search":
      case "skiptoken":
      case "format":
        return { type: code`string`, encoder: null };
    }
  };
  return order
    .filter((name) => granted.has(name) && !documented.has(name))
    .map((name) => ({ name, ...options[name], ...typeOf(name) }));
}

const texts = code`readonly string[]`;
