/** What `old` and `new` of a change hold: the facts of a thing as small plain data, in the words of the model. */
import type { EnumType, ObjectType, Operation, Parameter, Property, TypeRef } from "../model/api-model.ts";
import { requestText } from "./subjects.ts";
import { typeText } from "./type-change.ts";

export interface PropertyFacts {
  readonly name: string;
  readonly type: string;
  readonly isNavigation: boolean;
  /** The values that the page lists for a string without naming an enum. */
  readonly values?: readonly string[];
}

function listedValues(type: TypeRef): readonly string[] | null {
  if (type.kind === "literals") return type.values;
  return type.kind === "collection" ? listedValues(type.of) : null;
}

export function propertyFacts({ name, type, isNavigation }: Property): PropertyFacts {
  const values = listedValues(type);
  return { name, type: typeText(type), isNavigation, ...(values === null ? {} : { values }) };
}

/** With everything that is declared of it: an added type is one change, and this is what came with it. */
export function typeFacts({ id, kind, baseType, properties }: ObjectType) {
  return { id, kind, baseType, properties: properties.map(propertyFacts) };
}

export function enumFacts({ id, members, isFlags, isEvolvable }: EnumType) {
  return { id, isFlags, isOpen: isEvolvable, members: members.map(({ value }) => ({ value })) };
}

export function parameterFacts({ wireName, type, isRequired }: Parameter) {
  return { name: wireName, type: typeText(type), isRequired };
}

export function operationFacts(operation: Operation) {
  const { kind, title, paths, pathParameters, queryParameters, body, response } = operation;
  return {
    title,
    kind,
    requests: paths.map((path) => requestText(operation, path)),
    parameters: [...pathParameters, ...queryParameters].map(parameterFacts),
    body:
      body === null
        ? null
        : { type: body.type === null ? null : typeText(body.type), properties: body.properties.map(propertyFacts) },
    result: response.type === null ? null : typeText(response.type),
    statuses: response.statuses,
  };
}
