/**
 * Which types have entity tags: `@odata.etag` beside their properties, to be sent back as `If-Match`. By evidence only:
 * at least half of the objects of exactly the type in example responses show it, its table has it, or an update or a
 * delete of such an object demands `If-Match`: there is no other place to have it from, though examples often leave it
 * out.
 */

import { annotatedType } from "./annotated-type.ts";
import type { ExampleResponse, ObjectType, Operation } from "./api-model.ts";
import { bodyShape, wrappedValue } from "./json-body.ts";
import { ResourcePaths } from "./resource-paths.ts";
import { itemOf } from "./stated-type.ts";
import type { TypeResolver } from "./type-resolver.ts";

const etag = "@odata.etag";

/** The objects that a body holds: itself, or the items of its envelope. */
function objectsIn(json: unknown): object[] {
  const shape = bodyShape(json);
  const content = Array.isArray(json) || shape === "object" || shape === "other" ? json : wrappedValue(json);
  const items: readonly unknown[] = Array.isArray(content) ? content : [content];
  return items.filter((item) => typeof item === "object" && item !== null);
}

interface Count {
  readonly all: number;
  readonly withEtag: number;
}

function countExamples(operations: readonly Operation[], resolver: TypeResolver): ReadonlyMap<string, Count> {
  const counts = new Map<string, Count>();
  const note = (id: string, hasEtag: boolean): void => {
    const { all, withEtag } = counts.get(id) ?? { all: 0, withEtag: 0 };
    counts.set(id, { all: all + 1, withEtag: withEtag + (hasEtag ? 1 : 0) });
  };
  for (const operation of operations)
    for (const response of operation.examples.flatMap((example) => example.responses)) {
      if (response.status >= 300 || response.body === null) continue;
      for (const object of objectsIn(response.body.json)) {
        const id = typeOf(object, response, operation, resolver);
        if (id !== null) note(id, Object.hasOwn(object, etag));
      }
    }
  return counts;
}

/** The type that the object itself names, else its annotation, else the operation. */
function typeOf(
  object: object,
  response: ExampleResponse,
  operation: Operation,
  resolver: TypeResolver,
): string | null {
  const named: unknown = new Map(Object.entries(object)).get("@odata.type");
  const expression = typeof named === "string" ? annotatedType(named, response.place) : null;
  const own = expression && resolver.tryResolve(expression, operation.page);
  const type = own ?? response.type ?? operation.response.type;
  const item = type && itemOf(type);
  return item?.kind === "object" ? item.id : null;
}

/** What an update or a delete is about: what a GET of the same path gives, else what is sent or comes back. */
function resourceOf(operation: Operation, paths: ResourcePaths): string | null {
  const readings = operation.paths.flatMap((path) => paths.ofTemplate(path));
  const types = new Set(readings.map(({ response }) => JSON.stringify(response.type)));
  // Where the paths lead to several types, no one of them is sure.
  if (types.size > 1) return null;
  const body = operation.body?.kind === "resource" ? operation.body.type : null;
  const type = readings[0]?.response.type ?? body ?? operation.response.type;
  const item = type && itemOf(type);
  return item?.kind === "object" ? item.id : null;
}

function demandsEtag({ kind, headers }: Operation): boolean {
  const isWrite = kind === "update" || kind === "delete";
  return isWrite && headers.some(({ wireName, isRequired }) => isRequired && wireName.toLowerCase() === "if-match");
}

/** Says of each type whether it has entity tags. */
export function withEtags(
  types: readonly ObjectType[],
  operations: readonly Operation[],
  resolver: TypeResolver,
): ObjectType[] {
  const counts = countExamples(operations, resolver);
  const paths = new ResourcePaths(operations);
  const demanded = new Set(operations.filter(demandsEtag).flatMap((operation) => resourceOf(operation, paths) ?? []));
  return types.map((type) => {
    const { all, withEtag } = counts.get(type.id) ?? { all: 0, withEtag: 0 };
    const isShown = withEtag > 0 && withEtag * 2 >= all;
    const isDeclared = type.properties.some(({ name }) => name === etag);
    return isShown || isDeclared || demanded.has(type.id) ? { ...type, hasEtag: true } : type;
  });
}
