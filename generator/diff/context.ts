/** Everything that the checks look at: made once for a comparison, then only read. */
import type { ApiModel, EnumType, ObjectType, Operation, TypeRef } from "../model/api-model.ts";
import { createEvidence, type Evidence } from "./evidence.ts";
import { matchOperations } from "./match-operations.ts";
import { matchProperties, type PropertyMatches } from "./match-properties.ts";
import { matchEnums, matchTypes } from "./match-types.ts";
import type { Matches } from "./matches.ts";
import { createSide, type Side } from "./side.ts";
import { createUsage, type DataFlow } from "./usage.ts";

export interface DiffContext {
  readonly old: Side;
  readonly new: Side;
  readonly types: Matches<ObjectType>;
  readonly enums: Matches<EnumType>;
  readonly operations: Matches<Operation>;
  readonly properties: PropertyMatches;
  readonly evidence: Evidence;
  /** Which way a type or an enum goes; by its id on the old side, or on the new side where the old one has none. */
  readonly flowOf: (id: string) => DataFlow;
  /** The id that a type or an enum of the old side has on the new side; the same for what is not there any more. */
  readonly newId: (oldId: string) => string;
  /** Keys of all documented requests. */
  readonly oldRequests: ReadonlySet<string>;
  readonly newRequests: ReadonlySet<string>;
}

export function createContext(oldModel: ApiModel, newModel: ApiModel): DiffContext {
  const old = createSide(oldModel);
  const current = createSide(newModel);
  const types = matchTypes(old, current);
  const enums = matchEnums(old, current);
  const ids = new Map([...types.pairs, ...enums.pairs].map((pair) => [pair.old.id, pair.new.id]));
  const oldFlow = createUsage(old);
  const newFlow = createUsage(current);
  return {
    old,
    new: current,
    types,
    enums,
    operations: matchOperations(old, current),
    properties: matchProperties(types.pairs, old, current),
    evidence: createEvidence(current),
    flowOf: (id) => (old.types.has(id) || old.enums.has(id) ? oldFlow(id) : newFlow(id)),
    newId: (oldId) => ids.get(oldId) ?? oldId,
    oldRequests: new Set(oldModel.operations.flatMap(old.requestKeys)),
    newRequests: new Set(newModel.operations.flatMap(current.requestKeys)),
  };
}

/** A type of the old side as the new side would write it: with the new ids of what was renamed. */
export function carriedOver(type: TypeRef, { newId }: Pick<DiffContext, "newId">): TypeRef {
  switch (type.kind) {
    case "object":
    case "enum":
      return { kind: type.kind, id: newId(type.id) };
    case "collection":
      return { kind: "collection", of: carriedOver(type.of, { newId }) };
    case "union":
      return { kind: "union", options: type.options.map((option) => carriedOver(option, { newId })) };
    default:
      return type;
  }
}
