/** Which way the data of a type goes: into requests, out of responses, or both. */
import type { Operation, Property, TypeRef } from "../model/api-model.ts";
import { referredTypes } from "../model/referred-ids.ts";
import type { Side } from "./side.ts";

export interface DataFlow {
  readonly request: boolean;
  readonly response: boolean;
}

export const bothWays: DataFlow = { request: true, response: true };
export const requestOnly: DataFlow = { request: true, response: false };
export const responseOnly: DataFlow = { request: false, response: true };

/** Ids of the types and enums that a reference names. */
export function referredIds(type: TypeRef | null): readonly string[] {
  return type === null ? [] : referredTypes(type).map(({ id }) => id);
}

function requestIds({ body, pathParameters, queryParameters }: Operation): string[] {
  const properties = body?.properties ?? [];
  const types = [body?.type ?? null, ...[...properties, ...pathParameters, ...queryParameters].map(({ type }) => type)];
  return types.flatMap(referredIds);
}

function responseIds({ response }: Operation): string[] {
  const { type, longRunning } = response;
  return [type, longRunning?.statusType ?? null, longRunning?.resultType ?? null].flatMap(referredIds);
}

/**
 * The types and all that can come with them: derived types in their stead, types of their properties, and bases for what
 * they hand down. A base brings nothing else along: every type shares a root with all others.
 *
 * @param follows which properties lead on
 */
function closure(
  side: Side,
  derived: ReadonlyMap<string, readonly string[]>,
  from: readonly string[],
  follows: (property: Property) => boolean,
): Set<string> {
  const whole = new Set<string>();
  const bases = new Set<string>();
  const open = [...from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (whole.has(id)) continue;
    whole.add(id);
    const type = side.types.get(id);
    if (type === undefined) continue;
    open.push(...(derived.get(id) ?? []));
    for (const one of side.lineage(type)) {
      bases.add(one.id);
      for (const property of one.properties) if (follows(property)) open.push(...referredIds(property.type));
    }
  }
  return new Set([...whole, ...bases]);
}

/**
 * Gives the flow of a type or an enum by its id. What no operation leads to counts as used both ways: the pages that
 * would tell are not there.
 */
export function createUsage(side: Side): (id: string) => DataFlow {
  const derived = new Map<string, string[]>();
  for (const { id, baseType } of side.model.types) {
    if (baseType === null) continue;
    const list = derived.get(baseType) ?? [];
    derived.set(baseType, list);
    list.push(id);
  }
  const { operations } = side.model;
  // Related entities are sent in requests of their own.
  const isSent = ({ isNavigation, isReadOnly }: Property): boolean => !isNavigation && !isReadOnly;
  const requested = closure(side, derived, operations.flatMap(requestIds), isSent);
  const responded = closure(side, derived, operations.flatMap(responseIds), () => true);
  return (id) => {
    const flow = { request: requested.has(id), response: responded.has(id) };
    return flow.request || flow.response ? flow : bothWays;
  };
}
