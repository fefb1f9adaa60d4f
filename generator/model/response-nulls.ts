/**
 * Which properties may be `null`, by what responses show at any depth: an object inside of another one names no type of
 * its own in most examples, and is of the type that the property has in its table.
 */
import { annotatedType } from "./annotated-type.ts";
import type { ExampleResponse, ObjectType, Operation, TypeRef } from "./api-model.ts";
import { bodyShape, wrappedValue } from "./json-body.ts";
import { TypeGraph } from "./type-graph.ts";
import type { TypeResolver } from "./type-resolver.ts";

/** Examples nest a few levels; a limit keeps a hostile one from using up the stack. */
const maxDepth = 40;

/** Names of the properties that are shown as `null`, by the `id` of the type that declares them. */
type ShownNulls = Map<string, Set<string>>;

/** Allows `null` where a response shows it and no page says anything else. Keys are left alone: an object has one. */
export function withShownNulls(
  types: readonly ObjectType[],
  operations: readonly Operation[],
  resolver: TypeResolver,
): ObjectType[] {
  const shown = nullsIn(types, operations, resolver);
  return types.map((type) => {
    const names = shown.get(type.id);
    if (names === undefined) return type;
    const properties = type.properties.map((property) =>
      names.has(property.name) && property.isNullable === null ? { ...property, isNullable: true } : property,
    );
    return { ...type, properties };
  });
}

function nullsIn(types: readonly ObjectType[], operations: readonly Operation[], resolver: TypeResolver): ShownNulls {
  const graph = new TypeGraph(types, []);
  const nulls: ShownNulls = new Map();
  for (const operation of operations) {
    for (const response of operation.examples.flatMap(({ responses }) => responses)) {
      const type = operation.response.type ?? response.type;
      if (response.status >= 300 || response.body?.json === undefined || type === null) continue;
      const shape = bodyShape(response.body.json);
      const isWrapped = !Array.isArray(response.body.json) && (shape === "collection" || shape === "value");
      const value = isWrapped ? wrappedValue(response.body.json) : response.body.json;
      new Walk(graph, operation.page, response, resolver, nulls).visit(value, type, 0);
    }
  }
  return nulls;
}

class Walk {
  readonly #graph: TypeGraph;
  readonly #page: string;
  readonly #response: ExampleResponse;
  readonly #resolver: TypeResolver;
  readonly #nulls: ShownNulls;

  constructor(graph: TypeGraph, page: string, response: ExampleResponse, resolver: TypeResolver, nulls: ShownNulls) {
    this.#graph = graph;
    this.#page = page;
    this.#response = response;
    this.#resolver = resolver;
    this.#nulls = nulls;
  }

  visit(value: unknown, type: TypeRef, depth: number): void {
    if (typeof value !== "object" || value === null || depth > maxDepth) return;
    if (Array.isArray(value)) {
      const of = type.kind === "collection" ? type.of : type;
      for (const item of value) this.visit(item, of, depth + 1);
      return;
    }
    if (type.kind !== "object") return;
    const members = new Map<string, unknown>(Object.entries(value));
    const chain = this.#graph.chainOf(this.#statedType(members.get("@odata.type")) ?? type.id);
    for (const { id, key, properties } of chain) {
      for (const property of properties) {
        const member = members.get(property.name);
        if (member === null && !key.includes(property.name)) this.#note(id, property.name);
        else this.visit(member, property.type, depth + 1);
      }
    }
  }

  #statedType(name: unknown): string | null {
    const expression = typeof name === "string" ? annotatedType(name, this.#response.place) : null;
    const type = expression && this.#resolver.tryResolve(expression, this.#page);
    return type?.kind === "object" ? type.id : null;
  }

  #note(id: string, name: string): void {
    const names = this.#nulls.get(id) ?? new Set<string>();
    this.#nulls.set(id, names.add(name));
  }
}
