/**
 * Operations that go on after they have answered: a response header gives the URL at which to ask how far they are.
 *
 * The rule: the operation answers `202 Accepted`, or its page calls it long-running or asynchronous; and its page
 * documents `Operation-Location` or `Location`. Not so where
 *   - examples show the header, but only in responses of another status: `201` with the location of what was created,
 *     `302` with an address to go to;
 *   - the header is `Location` and the accepted response has a JSON body without a `status`: that body is the answer.
 *
 * What a GET of the URL gives is found by the URL of the examples among the operations of the set, else by the first link
 * of the Response section to something that has a `status`, else it is the body of the response itself. Of two findings
 * the derived type is the better one.
 */
import type { ApiPage, TypeExpression } from "../docs/page.ts";
import type { ExampleResponse, LongRunning, Operation, OperationResponse, TypeRef } from "./api-model.ts";
import { linkTargetKey, pageKey } from "./link-target.ts";
import { ResourcePaths } from "./resource-paths.ts";
import { itemOf } from "./stated-type.ts";
import type { TypeGraph } from "./type-graph.ts";
import type { TypeResolver } from "./type-resolver.ts";

/** The word of OData services and of the REST guidelines of their kind for how far an operation is. */
const statusName = "status";

const accepted = 202;
const asynchronous = /\blong[- ]running\b|\basynchronous(?:ly)?\b/i;

/** The set, as far as operations point to other pages of it. */
interface Links {
  readonly graph: TypeGraph;
  readonly resolver: TypeResolver;
  readonly paths: ResourcePaths;
  readonly readings: ReadonlyMap<string, Operation>;
}

function hasHeader(response: ExampleResponse, header: string): boolean {
  return response.headers.some(({ name }) => name === header.toLowerCase());
}

/** What is known of an operation before it is complete. */
type Answer = Pick<Operation, "response" | "examples">;

function successes({ examples }: Answer): ExampleResponse[] {
  return examples.flatMap(({ responses }) => responses).filter(({ status }) => status < 400);
}

function pollingHeader({ response }: Answer): LongRunning["header"] | null {
  if (response.headers.includes("Operation-Location")) return "Operation-Location";
  return response.headers.includes("Location") ? "Location" : null;
}

/** Whether a response has a JSON body with anything in it. */
function hasAnswer({ body }: ExampleResponse): boolean {
  const json = body?.json;
  return typeof json === "object" ? json !== null && Object.keys(json).length > 0 : json !== undefined;
}

/** Whether an object has a member `status`, by its example or by its type. */
function hasStatus(response: ExampleResponse, type: TypeRef | null, graph: TypeGraph): boolean {
  const json = response.body?.json;
  const isShown = typeof json === "object" && json !== null && Object.hasOwn(json, statusName);
  return isShown || statusTypeOf(type, graph) !== null;
}

/** The type, if it has a `status`. */
function statusTypeOf(type: TypeRef | null, graph: TypeGraph): TypeRef | null {
  const item = type && itemOf(type);
  if (item?.kind !== "object") return null;
  return graph.propertiesOf(item.id).some(({ name }) => name === statusName) ? item : null;
}

function isLongRunning(answer: Answer, page: ApiPage, header: LongRunning["header"], graph: TypeGraph): boolean {
  const shown = successes(answer);
  const withHeader = shown.filter((response) => hasHeader(response, header));
  const isAccepted = answer.response.statuses.includes(accepted);
  const text = `${page.description ?? ""}\n${page.response?.text ?? ""}`;
  if (!isAccepted && !asynchronous.test(text)) return false;
  if (withHeader.length > 0 && isAccepted && !withHeader.some(({ status }) => status === accepted)) return false;
  if (!isAccepted && withHeader.some(({ status }) => status >= 201)) return false;
  const isAnswered = shown.some(
    (response) =>
      response.status === accepted &&
      hasAnswer(response) &&
      !hasStatus(response, response.type ?? answer.response.type, graph),
  );
  return header === "Operation-Location" || !isAnswered;
}

function byExample(operation: Operation, header: string, { paths }: Links): TypeRef | null {
  for (const response of operation.examples.flatMap(({ responses }) => responses))
    for (const { name, value } of response.headers) {
      const type = name === header.toLowerCase() ? (paths.ofUrl(value)?.response.type ?? null) : null;
      if (type) return itemOf(type);
    }
  return null;
}

/** The type that a link leads to: of the page of a type, or of what a page with a GET returns. */
function byLink(link: string, page: ApiPage, { graph, resolver, readings }: Links): TypeRef | null {
  const target = linkTargetKey(page.path, link);
  if (target === null) return null;
  const reading = readings.get(target);
  if (reading) return statusTypeOf(reading.response.type, graph);
  const expression: TypeExpression = {
    kind: "named",
    primitive: null,
    name: "",
    namespace: null,
    link,
    alternatives: [],
    isCollection: false,
    text: "",
    place: page.place,
  };
  return statusTypeOf(resolver.tryResolve(expression, page.path), graph);
}

/** The first finding, or one of the others that is derived from it. */
function mostDerived(types: readonly (TypeRef | null)[], graph: TypeGraph): TypeRef | null {
  const [first, ...rest] = types.flatMap((type) => type ?? []);
  if (first?.kind !== "object") return first ?? null;
  const isDerived = (type: TypeRef): boolean =>
    type.kind === "object" && type.id !== first.id && graph.chainOf(type.id).some(({ id }) => id === first.id);
  return rest.find(isDerived) ?? first;
}

/** An accepted response without body gives nothing, whatever type its prose links to. */
function withoutStatusAsContent(answer: Answer): OperationResponse {
  const { response } = answer;
  const shown = successes(answer);
  const isEmpty = shown.length > 0 && shown.every(({ body }) => body === null);
  const isOnlyAccepted = response.statuses.every((status) => status === accepted);
  if (!isEmpty || !isOnlyAccepted) return response;
  return { ...response, content: "none", envelope: "none", type: null, contentTypes: [] };
}

/**
 * The response of an operation, and whether the operation goes on after it. What tells the status is still open, see
 * {@link withStatusTypes}.
 */
export function longRunningResponse(page: ApiPage, answer: Answer, graph: TypeGraph): OperationResponse {
  const header = pollingHeader(answer);
  if (header === null || !isLongRunning(answer, page, header, graph)) return answer.response;
  return { ...withoutStatusAsContent(answer), longRunning: { header, statusType: null, resultType: null } };
}

function withStatusType(operation: Operation, page: ApiPage | undefined, links: Links): Operation {
  const { longRunning, type } = operation.response;
  if (!page || longRunning === null) return operation;
  const found = [
    byExample(operation, longRunning.header, links),
    ...(page.response?.links ?? []).map((link) => byLink(link, page, links)),
    statusTypeOf(type, links.graph),
  ];
  const statusType = mostDerived(found, links.graph);
  return { ...operation, response: { ...operation.response, longRunning: { ...longRunning, statusType } } };
}

/** Finds what tells the status of each long-running operation. Takes all at once, as one operation does so for another. */
export function withStatusTypes(
  operations: readonly Operation[],
  pages: readonly ApiPage[],
  graph: TypeGraph,
  resolver: TypeResolver,
): Operation[] {
  const pageOf = new Map(pages.map((page) => [page.path, page]));
  const readings = new Map(
    operations.filter(({ method }) => method === "GET").map((operation) => [pageKey(operation.page), operation]),
  );
  const links = { graph, resolver, paths: new ResourcePaths(operations), readings };
  return operations.map((operation) => withStatusType(operation, pageOf.get(operation.page), links));
}
