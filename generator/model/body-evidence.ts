/**
 * What examples say of a request body where the page's own table is at odds with the type that it is about.
 *
 * 1. A creation whose table lists only some members of what comes back ("specify other writable properties as
 *    necessary") takes the whole type, where an example sends a member of it that the table does not have.
 * 2. A row whose type is of another kind than the property of the type ("String" for what is an object) is typed as the
 *    property, where each example that sends the member agrees with that.
 * 3. A row whose name begins with a capital is called as the examples call it, if these differ in letter case alone.
 * 4. A row without a type is of that of the property of its name.
 * 5. Examples that send objects of several types show that the body is of what all of these derive from.
 */
import type { ExampleFact } from "../docs/page.ts";
import type { OperationResponse, Property, RequestBody, TypeRef } from "./api-model.ts";
import { type JsonKind, jsonKinds } from "./json-kinds.ts";
import type { ModelReport } from "./model-report.ts";
import { commonType, shownTypes } from "./shown-types.ts";
import type { TypeGraph } from "./type-graph.ts";
import { typeRefText } from "./type-ref-text.ts";
import type { TypeResolver } from "./type-resolver.ts";
import { isBlank, isUntyped } from "./untyped.ts";

export interface BodyEvidence {
  /** Those of the operation. */
  readonly examples: readonly ExampleFact[];
  readonly response: OperationResponse;
  readonly page: string;
  readonly resolver: TypeResolver;
  readonly graph: TypeGraph;
}

/**
 * The body as page and examples together describe it. Reports `type-conflict` where a row is typed anew, and
 * `type-cell-invalid` where nothing says of what type it is.
 */
export function withBodyEvidence(
  body: RequestBody | null,
  evidence: BodyEvidence,
  report: ModelReport,
): RequestBody | null {
  if (body === null || body.kind === "binary" || body.kind === "text") return body;
  const { examples, response, graph } = evidence;
  const sent = sentMembers(examples);
  const typed = withCommonType(withCreatedType(body, sent, response, graph), evidence);
  const declared = new Map(
    typed.type?.kind === "object" ? graph.propertiesOf(typed.type.id).map((property) => [property.name, property]) : [],
  );
  const properties = typed.properties
    .map((row) => renamed(row, sent, report))
    .map((row) => corrected(row, declared.get(row.name), sent.get(row.name), report));
  return { ...typed, properties };
}

/** The values of each member that example requests send at the top of their bodies. */
function sentMembers(examples: readonly ExampleFact[]): ReadonlyMap<string, readonly unknown[]> {
  const sent = new Map<string, unknown[]>();
  for (const { request } of examples) {
    const json = request?.body?.json;
    if (typeof json !== "object" || json === null || Array.isArray(json)) continue;
    for (const [name, value] of Object.entries(json)) sent.set(name, [...(sent.get(name) ?? []), value]);
  }
  return sent;
}

function withCreatedType(
  body: RequestBody,
  sent: ReadonlyMap<string, readonly unknown[]>,
  { type, envelope, statuses }: OperationResponse,
  graph: TypeGraph,
): RequestBody {
  const isCreation = statuses.includes(201) && envelope === "none" && type?.kind === "object";
  if (body.kind !== "parameters" || body.properties.length === 0 || !isCreation) return body;
  const rows = new Set(body.properties.map(({ name }) => name));
  const declared = new Set(graph.propertiesOf(type.id).map(({ name }) => name));
  const isOfType = [...sent.keys()].some((name) => !rows.has(name) && declared.has(name));
  return isOfType ? { ...body, kind: "resource", type } : body;
}

function withCommonType(body: RequestBody, { examples, page, resolver, graph }: BodyEvidence): RequestBody {
  if (body.kind !== "resource" || body.type?.kind !== "object") return body;
  const requests = examples.flatMap(({ request }) => request ?? []);
  const id = commonType(body.type.id, shownTypes(requests, page, resolver), graph);
  return id === null ? body : { ...body, type: { kind: "object", id } };
}

/** Names begin with a small letter, with few exceptions; tables of parameters are typed by hand. */
function renamed(row: Property, sent: ReadonlyMap<string, readonly unknown[]>, report: ModelReport): Property {
  if (!/^[A-Z]/.test(row.name) || sent.has(row.name)) return row;
  const lower = row.name.toLowerCase();
  const other = [...sent.keys()].find((name) => name.toLowerCase() === lower);
  if (other === undefined) return row;
  report.add("name-case-differs", row.place, { name: row.name, other });
  return { ...row, name: other };
}

function corrected(
  row: Property,
  declared: Property | undefined,
  values: readonly unknown[] | undefined,
  report: ModelReport,
): Property {
  if (isBlank(row.type)) return completed(row, declared, report);
  if (declared === undefined || values === undefined) return row;
  const [stated, other] = [jsonKind(row.type), jsonKind(declared.type)];
  if (stated === null || other === null || stated === other) return row;
  const shown = values.filter((value) => value !== null).map(kindOf);
  if (shown.length === 0 || !shown.every((kind) => kind === other)) return row;
  const names = { name: row.name, type: typeRefText(row.type), other: typeRefText(declared.type) };
  report.add("type-conflict", row.place, names);
  return { ...row, type: declared.type };
}

/** A row that states no type. That of the object, `@odata.type`, is text everywhere. */
function completed(row: Property, declared: Property | undefined, report: ModelReport): Property {
  if (declared !== undefined) return { ...row, type: declared.type };
  if (row.name === "@odata.type") return { ...row, type: { kind: "primitive", name: "String" } };
  report.add("type-cell-invalid", row.place, { text: "" });
  return row;
}

type BodyKind = JsonKind | "object" | "list";

/** What values of a type are in JSON; `null` where they may be of several kinds. */
function jsonKind(type: TypeRef): BodyKind | null {
  if (isUntyped(type)) return null;
  switch (type.kind) {
    case "primitive":
      return jsonKinds[type.name];
    case "enum":
    case "literals":
      return "string";
    case "object":
      return "object";
    case "collection":
      return "list";
    case "union":
    case "unknown":
      return null;
  }
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? "list" : typeof value;
}
