/** The types of the objects that examples show, where one operation takes or gives objects of several types. */
import type { RequestMessage, ResponseMessage } from "../docs/page.ts";
import { annotatedType } from "./annotated-type.ts";
import { bodyType } from "./json-body.ts";
import type { TypeGraph } from "./type-graph.ts";
import type { TypeResolver } from "./type-resolver.ts";

type ExampleMessage = RequestMessage | ResponseMessage;

export interface ShownTypes {
  /** By `@odata.type` in the JSON. */
  readonly inBodies: ReadonlySet<string>;
  /** By the annotations of the code blocks. */
  readonly annotated: ReadonlySet<string>;
}

/**
 * @param page its path
 * @returns ids of object types; a name that no page declares is left out
 */
export function shownTypes(messages: readonly ExampleMessage[], page: string, resolver: TypeResolver): ShownTypes {
  const idsOf = (nameOf: (message: ExampleMessage) => string | null): ReadonlySet<string> =>
    new Set(
      messages.flatMap((message) => {
        const name = nameOf(message);
        const expression = name === null ? null : annotatedType(name, message.place);
        const type = expression && resolver.tryResolve(expression, page);
        return type?.kind === "object" ? [type.id] : [];
      }),
    );
  return {
    inBodies: idsOf(({ body }) => (body?.json === undefined ? null : bodyType(body.json))),
    annotated: idsOf(({ odataType }) => odataType),
  };
}

/**
 * The type that all shown ones derive from, where the stated one does not cover them.
 *
 * @param stated id of the type by the text of the page
 * @returns an id; `null` where the stated type covers what is shown, where fewer than two types are shown, and where they
 *   have nothing in common but the root of all types, which says nothing, unless an annotation names it
 */
export function commonType(stated: string, { inBodies, annotated }: ShownTypes, graph: TypeGraph): string | null {
  const chains = [...inBodies].map((id) => graph.chainOf(id).map((type) => type.id));
  if (chains.length < 2 || chains.every((chain) => chain.includes(stated))) return null;
  const [first = [], ...others] = chains;
  const common = first.find((id) => others.every((chain) => chain.includes(id)));
  if (common === undefined) return null;
  return graph.chainOf(common).length > 1 || annotated.has(common) ? common : null;
}
