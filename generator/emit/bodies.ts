/** The request body of a function: a flat interface with what may be sent. */
import type { Operation, Property, RequestBody, TypeRef } from "../model/api-model.ts";
import { comment, note } from "./comment-text.ts";
import type { InterfaceDeclaration, MemberDeclaration } from "./declarations.ts";
import type { Imports } from "./imports.ts";
import type { Inheritance } from "./inheritance.ts";
import { propertyComment } from "./interfaces.ts";
import type { BodyArgument } from "./operation-args.ts";
import { useRuntime } from "./runtime-names.ts";
import { type Code, code, type Identifier, stringLiteral } from "./text.ts";
import { type TypeScope, typeText, unionText } from "./type-text.ts";

export interface OperationBody {
  readonly argument: BodyArgument;
  readonly declaration: InterfaceDeclaration | null;
  /** Members of the request beside the argument itself: how it is sent. */
  readonly member: "json" | "content";
  readonly contentType: Code | null;
}

export interface BodyContext {
  readonly scope: TypeScope;
  readonly imports: Imports;
  readonly inheritance: Inheritance;
  /** Name of the interface, if one is declared. */
  readonly name: Identifier;
  readonly functionName: Identifier;
}

const mediaType = /^[\w!#$&^.+-]+\/[\w!#$&^.+*-]+$/;
const jsonType = /^application\/(?:[\w.-]+\+)?json$/i;

/** The body of an operation, `null` if it has none. */
export function operationBody(operation: Operation, context: BodyContext): OperationBody | null {
  const { body } = operation;
  if (body === null) return null;
  const { description } = body;
  const type = body.contentType.split(";")[0]?.trim() ?? "";
  const isStated = mediaType.test(type) && type.toLowerCase() !== "application/json";
  const contentType = isStated ? stringLiteral(type) : null;
  if (body.kind === "binary") {
    const argument = { type: useRuntime(context.imports, "BinaryBody"), isOptional: false, description };
    return { argument, declaration: null, member: "content", contentType };
  }
  if (body.kind === "text") {
    const argument = { type: code`string`, isOptional: false, description };
    return { argument, declaration: null, member: "content", contentType: contentType ?? stringLiteral("text/plain") };
  }
  const json = { member: "json", contentType: jsonType.test(type) ? contentType : null } as const;
  if (body.kind === "resource" && body.type !== null && body.type.kind !== "object") {
    return {
      argument: { type: typeText(body.type, context.scope, "write"), isOptional: false, description },
      declaration: null,
      ...json,
    };
  }
  return { ...objectBody(operation, body, context), ...json };
}

function objectBody(
  operation: Operation,
  body: RequestBody,
  context: BodyContext,
): Pick<OperationBody, "argument" | "declaration"> {
  const { scope, name, functionName } = context;
  const { description } = body;
  const members = bodyMembers(operation, body, context);
  // Nothing is known of what may be sent.
  if (members.length === 0) {
    return {
      argument: { type: code`Readonly<Record<string, unknown>>`, isOptional: true, description },
      declaration: null,
    };
  }
  const isUpdate = operation.kind === "update";
  const isOptional = body.kind === "parameters" && members.every((member) => member.isOptional);
  const title = isUpdate ? note`What {@link ${functionName}} may change.` : note`What {@link ${functionName}} sends.`;
  const declaration: InterfaceDeclaration = {
    kind: "interface",
    name,
    base: null,
    members,
    indexSignature: bindSignature(body, members, context),
    comment: comment([title]),
  };
  // Of a type with derived types, any of these can be sent; what is required of the base is required of them too.
  const derived = body.kind === "resource" && body.type?.kind === "object" ? scope.derivedTypes(body.type.id) : [];
  const hasRequired = members.some((member) => !member.isOptional);
  const types = derived.flatMap((id) => {
    const derivedName = scope.typeName(id);
    if (derivedName === null) return [];
    const input = code`${scope.inputName()}<${derivedName}>`;
    return [hasRequired ? code`(${name} & ${input})` : input];
  });
  // The page says how a body is put together ("In the request body, supply…"): the interface says it better.
  return { argument: { type: unionText([name, ...types]), isOptional, description: null }, declaration };
}

/**
 * What may be sent: the rows of the page's own table first, then what else the type has. Left out are members that are
 * read-only, and the key of the object in an update: it is in the path. In an update everything is optional.
 */
function bodyMembers(
  operation: Operation,
  body: RequestBody,
  { scope, inheritance }: BodyContext,
): readonly MemberDeclaration[] {
  const type =
    body.kind === "resource" && body.type?.kind === "object"
      ? (inheritance.types.get(body.type.id)?.type ?? null)
      : null;
  const isUpdate = operation.kind === "update";
  const keys = new Set(isUpdate ? type?.key : []);
  const properties = new Map<string, Property>();
  for (const property of body.properties) if (!properties.has(property.name)) properties.set(property.name, property);
  const documented = new Set(properties.keys());
  if (type !== null) {
    for (const { property } of inheritance.membersOf(type.id)) {
      const row = properties.get(property.name);
      if (row?.description === null) properties.set(property.name, { ...row, description: property.description });
      // A key that the table does not name is given by the service.
      if (!properties.has(property.name) && !type.key.includes(property.name)) properties.set(property.name, property);
    }
  }
  const members: MemberDeclaration[] =
    type !== null && hasSubtypes(type.id, inheritance) && !properties.has("@odata.type") ? [typeMember] : [];
  for (const property of properties.values()) {
    if (property.isReadOnly || keys.has(property.name)) continue;
    const isRequired = documented.has(property.name) && property.isRequired && !isUpdate;
    members.push({
      name: property.name,
      type: typeText(property.type, scope, "write", { isNullable: property.isNullable === true }),
      isOptional: !isRequired,
      isReadonly: false,
      // What the page does not repeat is described in full where the type is declared.
      comment: documented.has(property.name) ? propertyComment(property) : propertyComment(property, briefLength),
    });
  }
  return members;
}

const briefLength = 160;

const typeMember: MemberDeclaration = {
  name: "@odata.type",
  type: code`string`,
  isOptional: true,
  isReadonly: false,
  comment: comment([note`Name of the type that is sent, if it is a derived one.`], 2),
};

function hasSubtypes(id: string, inheritance: Inheritance): boolean {
  return inheritance.descendantsOf(id).length > 0;
}

/** Related objects that exist are named by their URL, in a member with the name of the relationship and a suffix. */
function bindSignature(
  body: RequestBody,
  members: readonly MemberDeclaration[],
  { inheritance }: BodyContext,
): InterfaceDeclaration["indexSignature"] {
  const type: TypeRef | null = body.kind === "resource" ? body.type : null;
  const hasNavigation =
    type?.kind === "object" && inheritance.membersOf(type.id).some(({ property }) => property.isNavigation);
  // A member of such a name that the page declares could be of another type, which TypeScript does not allow.
  if (!hasNavigation || members.some(({ name }) => name.endsWith("@odata.bind"))) return null;
  return { key: code`\`\${string}@odata.bind\``, type: code`string | readonly string[]` };
}
