/** The members of a request body as TypeScript. */
import type { Operation, RequestBody } from "../model/api-model.ts";
import { bodyShape } from "../shapes/body-shape.ts";
import type { Inheritance } from "../shapes/inheritance.ts";
import { comment, note } from "./comment-text.ts";
import type { InterfaceDeclaration, MemberDeclaration } from "./declarations.ts";
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
  name: "@odata.type",
  type: code`string`,
  isOptional: true,
  isReadonly: false,
  comment: comment([note`Name of the type that is sent.`], 2),
  isFlags: false,
};

/** Declares what may be sent. */
export function bodyMembers(
  operation: Operation,
  body: RequestBody,
  { scope, inheritance }: BodyMemberContext,
): readonly BodyMember[] {
  const { members, hasTypeName } = bodyShape(operation, body, { inheritance, enums: scope.enums });
  const declared = members.map(({ property, isRequired, isNullable, isFlags, isRow }): BodyMember => {
    return {
      name: property.name,
      isFlags,
      type: typeText(property.type, scope, "write", { isNullable: scope.isNullable(isNullable), isList: isFlags }),
      isOptional: !isRequired,
      isReadonly: false,
      // What the page does not repeat is described in full where the type is declared.
      comment: isRow ? propertyComment(property) : propertyComment(property, briefLength),
    };
  });
  return hasTypeName ? [typeMember, ...declared] : declared;
}
