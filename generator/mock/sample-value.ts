/** Made-up values of types, for answers that no page shows: the same ones each time, and small. */
import type { ApiModel, ObjectType, Operation, PrimitiveName, Property, TypeRef } from "../model/api-model.ts";
import { TypeGraph } from "../model/type-graph.ts";

/** Objects in objects, in collections: further down they are left out. */
const maxDepth = 3;

const primitives: Readonly<Record<PrimitiveName, unknown>> = {
  String: "text",
  Boolean: true,
  Byte: 1,
  SByte: 1,
  Int16: 1,
  Int32: 1,
  Int64: 1,
  Single: 1.5,
  Double: 1.5,
  Decimal: 1.5,
  DateTimeOffset: "2020-01-01T00:00:00Z",
  Date: "2020-01-01",
  TimeOfDay: "12:00:00",
  Duration: "PT1H",
  Guid: "00000000-0000-0000-0000-000000000001",
  Binary: "AAAA",
  Stream: "AAAA",
  Untyped: null,
};

export interface Samples {
  /** A value of a type; `undefined` where it would go too deep, or no page tells the type. */
  value(type: TypeRef): unknown;
  /** The body of a success of an operation; `undefined` where it has none, or is no JSON. */
  body(operation: Operation): unknown;
  /** Properties of a type by name, own and inherited. */
  members(type: TypeRef | null): ReadonlyMap<string, Property>;
}

export function createSamples(model: ApiModel): Samples {
  const graph = new TypeGraph(model.types, model.enums);
  const types = new Map(model.types.map((type) => [type.id, type]));
  const enums = new Map(model.enums.map((type) => [type.id, type]));
  const concrete = concreteTypes(model.types, graph);

  const object = (id: string, depth: number, only: ReadonlySet<string> | null): unknown => {
    const type = types.get(concrete.get(id) ?? id);
    if (type === undefined || depth >= maxDepth) return undefined;
    const entries = graph.propertiesOf(type.id).flatMap((property): [string, unknown][] => {
      const isWanted = only === null ? isUsual(property) : only.has(property.name) || type.key.includes(property.name);
      const sample = isWanted ? value(property.type, depth + 1) : undefined;
      return sample === undefined ? [] : [[property.name, sample]];
    });
    const stated: [string, unknown][] = type.id === id ? [] : [["@odata.type", `#${type.id}`]];
    // Own members whatever they are called: `fromEntries` defines, an assignment to `__proto__` would not.
    return Object.fromEntries([...stated, ...entries]);
  };
  const value = (type: TypeRef, depth: number, only: ReadonlySet<string> | null = null): unknown => {
    switch (type.kind) {
      case "primitive":
        return primitives[type.name];
      case "literals":
        return type.values[0];
      case "enum":
        return enums.get(type.id)?.members.find(({ isAfterSentinel }) => !isAfterSentinel)?.value;
      case "collection": {
        const item = value(type.of, depth, only);
        return item === undefined ? [] : [item];
      }
      case "union":
        return type.options.map((option) => value(option, depth, only)).find((one) => one !== undefined);
      case "object":
        return object(type.id, depth, only);
      case "unknown":
        return undefined;
    }
  };
  return {
    value: (type) => value(type, 1),
    body({ response: { content, envelope, type, defaultProperties } }) {
      if (content !== "json") return undefined;
      const only = defaultProperties === null ? null : new Set(defaultProperties);
      const sample = type === null ? undefined : value(type, 0, only);
      if (envelope === "none") return sample ?? {};
      if (envelope === "value") return { value: sample ?? null };
      return { value: sample === undefined ? [] : [sample] };
    },
    members: (type) =>
      new Map(type?.kind === "object" ? graph.propertiesOf(type.id).map((property) => [property.name, property]) : []),
  };
}

/** Whether a plain GET would give a property. */
function isUsual({ isNavigation, returned, evidence }: Property): boolean {
  return !isNavigation && returned !== "onSelect" && evidence !== "operation";
}

/** For each abstract type the first one that derives from it and can be an instance. */
function concreteTypes(types: readonly ObjectType[], graph: TypeGraph): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const type of types) {
    if (type.isAbstract) continue;
    for (const { id, isAbstract } of graph.chainOf(type.id)) if (isAbstract && !found.has(id)) found.set(id, type.id);
  }
  return found;
}
