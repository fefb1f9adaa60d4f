/** Which members a request body has: what the page lists, what its examples send, what else its type has. */
import type { ObjectType, Operation, Property, RequestBody, TypeRef } from "../model/api-model.ts";
import { comment, note } from "./comment-text.ts";
import type { InterfaceDeclaration, MemberDeclaration } from "./declarations.ts";
import type { Inheritance } from "./inheritance.ts";
import { propertyComment } from "./interfaces.ts";
import { code } from "./text.ts";
import { type TypeScope, typeText } from "./type-text.ts";

export interface BodyMemberContext {
  readonly scope: TypeScope;
  readonly inheritance: Inheritance;
}

/** A member of a body. */
export interface BodyMember extends MemberDeclaration {
  /** Takes a list of values of an enum, which is sent as one text. */
  readonly isFlags: boolean;
}

const typeName = "@odata.type";
const bindSuffix = "@odata.bind";
const briefLength = 160;

/**
 * Instructions about a member or the whole, such as the URL of a related object. Pages name few of them and services
 * know more. Their values are of any type, so that no member of such a name that a page declares is in the way.
 */
export const annotationSignature: NonNullable<InterfaceDeclaration["indexSignature"]> = {
  key: code`\`\${string}@\${string}\``,
  type: code`unknown`,
};

const typeMember: BodyMember = {
  name: typeName,
  type: code`string`,
  isOptional: true,
  isReadonly: false,
  comment: comment([note`Name of the type that is sent.`], 2),
  isFlags: false,
};

/**
 * What may be sent: the rows of the page's own table first, then what else the type has.
 *
 * Of the latter, read-only members and keys are left out: the service gives them. So is, in an update, a row that is the
 * key: it is in the path. What an example of the page sends is always there: it is known to be accepted.
 */
export function bodyMembers(
  operation: Operation,
  body: RequestBody,
  { scope, inheritance }: BodyMemberContext,
): readonly BodyMember[] {
  const type = resourceType(body, inheritance);
  const isUpdate = operation.kind === "update";
  const sent = exampleMembers(operation);
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
  const members = [...properties.values()].filter(isSendable).map((property): BodyMember => {
    const { name, isNullable } = property;
    const isRequired = rows.has(name) && property.isRequired && !isUpdate && !isBound(property, sent);
    const isFlags = property.type.kind === "enum" && scope.enums.get(property.type.id)?.isFlags === true;
    return {
      name,
      isFlags,
      // In an update `null` clears what is not said to be always there.
      type: typeText(property.type, scope, "write", {
        isNullable: isUpdate ? isNullable !== false : scope.isNullable(isNullable),
        isList: isFlags,
      }),
      isOptional: !isRequired,
      isReadonly: false,
      // What the page does not repeat is described in full where the type is declared.
      comment: rows.has(name) ? propertyComment(property) : propertyComment(property, briefLength),
    };
  });
  if (properties.has(typeName)) return members;
  const isSent = sent.has(typeName) && members.length > 0;
  return isSent || (type !== null && isOfHierarchy(type, inheritance)) ? [typeMember, ...members] : members;
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

/** Names of the members that examples of the page send, at the top level of their bodies. */
function exampleMembers({ examples, method }: Operation): ReadonlySet<string> {
  return new Set(
    examples.flatMap(({ request }) => {
      const json = request?.method === method ? request.body?.json : undefined;
      return typeof json === "object" && json !== null && !Array.isArray(json) ? Object.keys(json) : [];
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
