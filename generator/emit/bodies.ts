/** The request body of a function: a flat interface with what may be sent. */
import type { Operation, RequestBody } from "../model/api-model.ts";
import { bodyShape, isBodyOptional } from "../shapes/body-shape.ts";
import type { Inheritance } from "../shapes/inheritance.ts";
import { annotationSignature, type BodyMember, bodyMembers, openSignature } from "./body-members.ts";
import { comment, note } from "./comment-text.ts";
import type { InterfaceDeclaration } from "./declarations.ts";
import type { Imports } from "./imports.ts";
import type { BodyArgument } from "./operation-args.ts";
import { useRuntime } from "./runtime-names.ts";
import { type Code, code, type Identifier, joinCode, stringLiteral } from "./text.ts";
import { type TypeScope, typeText, unionText } from "./type-text.ts";

export interface OperationBody {
  readonly argument: BodyArgument;
  readonly declaration: InterfaceDeclaration | null;
  /** Where the argument goes: how it is sent. */
  readonly member: "json" | "content";
  readonly contentType: string | null;
  /** Media type of a text that may stand in for the value. */
  readonly textType: string | null;
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
  const contentType = isStated ? type : null;
  if (body.kind === "binary") {
    const argument = {
      type: useRuntime(context.imports, "BinaryBody"),
      isOptional: false,
      description,
      encoder: null,
    };
    return { argument, declaration: null, member: "content", contentType, textType: null };
  }
  if (body.kind === "text") {
    const argument = { type: code`string`, isOptional: false, description, encoder: null };
    return { argument, declaration: null, member: "content", contentType: contentType ?? "text/plain", textType: null };
  }
  const textType = body.textType !== null && mediaType.test(body.textType) ? body.textType : null;
  const json = { member: "json", contentType: jsonType.test(type) ? contentType : null, textType } as const;
  if (body.kind === "resource" && body.type !== null && body.type.kind !== "object") {
    return {
      argument: {
        type: withText(typeText(body.type, context.scope, "write"), textType),
        isOptional: false,
        description,
        encoder: null,
      },
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
      argument: {
        type: withText(code`Readonly<Record<string, unknown>>`, body.textType),
        isOptional: true,
        description,
        encoder: null,
      },
      declaration: null,
    };
  }
  const isUpdate = operation.kind === "update";
  const shape = bodyShape(operation, body, { inheritance: context.inheritance, enums: scope.enums });
  const isOptional = isBodyOptional(operation, body, shape.members);
  const title = isUpdate ? note`What {@link ${functionName}} may change.` : note`What {@link ${functionName}} sends.`;
  const declaration: InterfaceDeclaration = {
    kind: "interface",
    name,
    base: null,
    members,
    indexSignature: shape.isOpen ? openSignature : annotationSignature,
    comment: comment([title]),
  };
  // Of a type with derived types, any of these can be sent; what is required of the base is required of them too.
  const derived = body.kind === "resource" && body.type?.kind === "object" ? scope.derivedTypes(body.type.id) : [];
  const hasRequired = members.some((member) => !member.isOptional);
  const types = derived.flatMap((id) => {
    const derivedName = scope.typeName(id);
    if (derivedName === null) return [];
    const input = code`${useRuntime(context.imports, "Writable")}<${derivedName}>`;
    return [hasRequired ? code`(${name} & ${input})` : input];
  });
  // The page says how a body is put together ("In the request body, supply…"): the interface says it better.
  const encoder = flagsEncoder(members, context.imports);
  return {
    argument: {
      type: unionText([name, ...types, ...(body.textType === null ? [] : [code`string`])]),
      isOptional,
      description: null,
      encoder,
    },
    declaration,
  };
}

function withText(type: Code, textType: string | null): Code {
  return textType === null ? type : code`${type} | string`;
}

/** Members that take several values of an enum as a list are sent as one text. */
function flagsEncoder(members: readonly BodyMember[], imports: Imports): Code | null {
  const names = members.filter(({ isFlags }) => isFlags).map(({ name }) => stringLiteral(name));
  return names.length === 0
    ? null
    : code`/*@__PURE__*/ ${useRuntime(imports, "commaText")}([${joinCode(names, ", ")}])`;
}
