/** What findings are about: path, identity, emitted names and places, made in one way for all rules. */
import type { SourcePlace } from "../diagnostics/place.ts";
import type { EnumMember, EnumType, ObjectType, Operation, Property } from "../model/api-model.ts";
import { byCodeUnit } from "../model/qualified-name.ts";
import type { DiffContext } from "./context.ts";
import { requestKey } from "./request-key.ts";
import type { Subject } from "./rule.ts";
import type { Side } from "./side.ts";
import { bothWays, type DataFlow, responseOnly } from "./usage.ts";

/** A thing on both sides, or on one. */
export interface Sides<T> {
  readonly old: T | null;
  readonly new: T | null;
}

function either<T>({ old, new: current }: Sides<T>): T {
  const one = current ?? old;
  if (one === null) throw new Error("Unexpected change of nothing, expected one side at least");
  return one;
}

function firstOf<T>({ old, new: current }: Sides<T>): T {
  return old ?? either({ old, new: current });
}

function emittedNames<T>(
  context: DiffContext,
  sides: Sides<T>,
  nameOf: (side: Side, one: T) => string | undefined,
): string[] {
  const names = [
    sides.old === null ? undefined : nameOf(context.old, sides.old),
    sides.new === null ? undefined : nameOf(context.new, sides.new),
  ];
  return [...new Set(names.filter((name) => name !== undefined))].sort(byCodeUnit);
}

/** An object type or an enum. */
export function typeSubject(context: DiffContext, sides: Sides<ObjectType | EnumType>): Subject {
  const { id } = firstOf(sides);
  return {
    path: id,
    identity: id,
    resource: either(sides).name,
    emitted: emittedNames(context, sides, (side, one) => side.names.types.get(one.id)),
    oldPlace: sides.old?.places[0] ?? null,
    newPlace: sides.new?.places[0] ?? null,
    flow: context.flowOf(id),
  };
}

/** The interface that a property stands in: relationships have one of their own. */
function interfaceOf({ names }: Side, owner: ObjectType | null, property: Property | null): string[] {
  if (owner === null || property === null) return [];
  const name = (property.isNavigation ? names.relationships : names.types).get(owner.id);
  return name === undefined ? [] : [name];
}

/** A property of a type. What is read-only never goes into a request. */
export function propertySubject(context: DiffContext, owner: Sides<ObjectType>, property: Sides<Property>): Subject {
  const type = typeSubject(context, owner);
  const { name, isReadOnly } = firstOf(property);
  const path = `${type.path}/${name}`;
  const names = [
    ...interfaceOf(context.old, owner.old, property.old),
    ...interfaceOf(context.new, owner.new, property.new),
  ];
  return {
    ...type,
    path,
    identity: path,
    emitted: [...new Set(names)].sort(byCodeUnit),
    oldPlace: property.old?.place ?? null,
    newPlace: property.new?.place ?? null,
    flow: isReadOnly && type.flow.response ? responseOnly : type.flow,
  };
}

export function memberSubject(context: DiffContext, owner: Sides<EnumType>, member: Sides<EnumMember>): Subject {
  const type = typeSubject(context, owner);
  const path = `${type.path}/${firstOf(member).value}`;
  return { ...type, path, identity: path, oldPlace: member.old?.place ?? null, newPlace: member.new?.place ?? null };
}

/** The path that stands for an operation: the first one, or its page where it has none. */
export function requestText(operation: Operation, path = operation.paths[0]): string {
  return path === undefined ? `${operation.method} (${operation.page})` : `${operation.method} ${path.template}`;
}

function operationIdentity(operation: Operation): string {
  const path = operation.paths[0];
  return path === undefined ? operation.id : requestKey(operation, path);
}

/** Text behind the path of the operation, and behind its identity, for a part of it. */
export interface OperationPart {
  readonly suffix: string;
  readonly oldPlace?: SourcePlace | null;
  readonly newPlace?: SourcePlace | null;
  readonly flow?: DataFlow;
}

/** An operation, or a part of it: `?$top`, `#body/name`. */
export function operationSubject(context: DiffContext, sides: Sides<Operation>, part?: OperationPart): Subject {
  const one = firstOf(sides);
  const { suffix = "", flow = bothWays } = part ?? {};
  return {
    path: requestText(one) + suffix,
    identity: operationIdentity(one) + suffix,
    resource: either(sides).resource,
    emitted: emittedNames(context, sides, (side, operation) =>
      operation.paths.length === 0 ? undefined : side.names.functions.get(operation.id),
    ),
    oldPlace: part?.oldPlace ?? sides.old?.place ?? null,
    newPlace: part?.newPlace ?? sides.new?.place ?? null,
    flow,
  };
}
