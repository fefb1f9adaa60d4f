/** Which members a request body has: what the page lists, what its examples send, what else its type has. */
import type { EnumType, ObjectType, Operation, Property, RequestBody, TypeRef } from "../model/api-model.ts";
import type { Inheritance, Lookup } from "./inheritance.ts";

/** A member of a body. */
export interface BodyProperty {
  readonly property: Property;
  readonly isRequired: boolean;
  /**
   * Whether `null` may be sent, by what the pages say: yes, no, or nothing. In an update `null` clears what is not said
   * to be always there.
   */
  readonly isNullable: boolean | null;
  /** Takes a list of values of an enum, which is sent as one text. */
  readonly isFlags: boolean;
  /** The page's own table has it, so that what it says there is all there is to say. */
  readonly isRow: boolean;
}

export interface BodyShape {
  readonly members: readonly BodyProperty[];
  /** Whether the name of the type may be sent, though no page declares a member for it. */
  readonly hasTypeName: boolean;
  /**
   * Whether members may be sent that no page declares. Only where an example does: of the types that may have further
   * members most are sent with none, and a body that takes any name takes misspelt ones, too.
   */
  readonly isOpen: boolean;
}

export interface BodyShapeContext {
  readonly inheritance: Inheritance;
  readonly enums: Lookup<EnumType>;
}

const typeName = "@odata.type";
const bindSuffix = "@odata.bind";

/**
 * What may be sent: the rows of the page's own table first, then what else the type has.
 *
 * Of the latter, read-only members and keys are left out: the service gives them. So is, in an update, a row that is the
 * key: it is in the path. What an example of the page sends is always there, and `null` where it sends that: it is known
 * to be accepted.
 */
export function bodyShape(
  operation: Operation,
  body: RequestBody,
  { inheritance, enums }: BodyShapeContext,
): BodyShape {
  const type = resourceType(body, inheritance);
  const isUpdate = operation.kind === "update";
  const sent = exampleMembers(operation, () => true);
  const nulls = exampleMembers(operation, (value) => value === null);
  const keys = new Set(type?.key);
  const properties = new Map<string, Property>();
  for (const property of body.properties) if (!properties.has(property.name)) properties.set(property.name, property);
  const rows = new Set(properties.keys());
  for (const { property } of type === null ? [] : inheritance.membersOf(type.id)) {
    const row = properties.get(property.name);
    if (row === undefined) properties.set(property.name, property);
    else properties.set(property.name, completed(row, property));
  }

  const isSendable = ({ name, isReadOnly }: Property): boolean =>
    sent.has(name) || (rows.has(name) ? !(isUpdate && keys.has(name)) : !isReadOnly && !keys.has(name));
  const members = [...properties.values()].filter(isSendable).map((property): BodyProperty => {
    const { name, isNullable } = property;
    return {
      property,
      isRequired: rows.has(name) && property.isRequired && !isUpdate && !isBound(property, sent),
      isNullable: isUpdate ? isNullable !== false : (isNullable ?? (nulls.has(name) ? true : null)),
      isFlags: property.type.kind === "enum" && enums.get(property.type.id)?.isFlags === true,
      isRow: rows.has(name),
    };
  });
  const hasFurther = [...sent].some((name) => !properties.has(name) && !name.includes("@"));
  const isSent = sent.has(typeName) && members.length > 0;
  return {
    members,
    isOpen: type !== null && inheritance.isOpen(type.id) && hasFurther,
    hasTypeName: !properties.has(typeName) && (isSent || (type !== null && isOfHierarchy(type, inheritance))),
  };
}

/** A row says little where the type is described at length elsewhere. */
function completed(row: Property, declared: Property): Property {
  return {
    ...row,
    description: row.description ?? declared.description,
    isNullable: row.isNullable ?? declared.isNullable,
  };
}

function resourceType(body: RequestBody, inheritance: Inheritance): ObjectType | null {
  if (body.kind !== "resource" || body.type?.kind !== "object") return null;
  return inheritance.types.get(body.type.id)?.type ?? null;
}

/** Names of the members that examples of the page send with certain values, at the top level of their bodies. */
function exampleMembers({ examples, method }: Operation, isMeant: (value: unknown) => boolean): ReadonlySet<string> {
  return new Set(
    examples.flatMap(({ request }) => {
      const json = request?.method === method ? request.body?.json : undefined;
      if (typeof json !== "object" || json === null || Array.isArray(json)) return [];
      return Object.entries(json).flatMap(([name, value]) => (isMeant(value) ? [name] : []));
    }),
  );
}

/** Whether an example names an existing object by its URL instead of sending one. */
function isBound({ name, type }: Property, sent: ReadonlySet<string>): boolean {
  return isObject(type) && sent.has(name + bindSuffix);
}

function isObject(type: TypeRef): boolean {
  return type.kind === "collection" ? isObject(type.of) : type.kind === "object";
}

/**
 * Whether the service has to be told which type is meant: there are derived types, or the type is a derived one itself.
 * That entities have a common root does not count: all of them have.
 */
function isOfHierarchy(type: ObjectType, { types, descendantsOf }: Inheritance): boolean {
  if (descendantsOf(type.id).length > 0) return true;
  const base = types.get(types.get(type.id)?.base ?? "");
  return base !== undefined && (base.base !== null || base.type.kind === "complex");
}

/**
 * Whether a call may do without a body: nothing is known of it, or all of its members may be left out, and it is either
 * a list of parameters, or an example of a POST does without one.
 */
export function isBodyOptional(operation: Operation, body: RequestBody, members: readonly BodyProperty[]): boolean {
  if (body.kind === "binary" || body.kind === "text") return false;
  if (body.kind === "resource" && body.type !== null && body.type.kind !== "object") return false;
  if (members.length === 0) return true;
  const isParameters = body.kind === "parameters";
  return members.every(({ isRequired }) => !isRequired) && (isParameters || isLeftOut(operation));
}

/** Whether an example that succeeds sends no body. In an update that would be a slip: it changes nothing. */
function isLeftOut({ method, examples }: Operation): boolean {
  if (method !== "POST") return false;
  return examples.some(
    ({ request, responses }) =>
      request?.method === method && request.body === null && responses.some(({ status }) => status < 300),
  );
}
