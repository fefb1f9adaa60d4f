/** Object types as interfaces: what the service gives. */
import type { ObjectType, Property, TypeRef } from "../model/api-model.ts";
import type { DeclaredProperty, ResolvedType } from "../shapes/inheritance.ts";
import { type Comment, comment, maxProseLength, note, type Prose, prose } from "./comment-text.ts";
import type { InterfaceDeclaration, MemberDeclaration } from "./declarations.ts";
import { deprecationTag } from "./deprecation.ts";
import { type Code, code, type Identifier, joinCode, stringLiteral } from "./text.ts";
import { formats, type TypeScope, typeText } from "./type-text.ts";

const memberIndent = 2;

export interface InterfaceOptions {
  readonly name: Identifier;
  readonly scope: TypeScope;
  /** Whether types of the model derive from this one. */
  readonly hasDerived: boolean;
}

/**
 * Declares an object type. Members are there, `readonly` and nullable as the pages say: optional are those that a call
 * has to ask for, `null` is allowed where a page or an example shows it.
 *
 * An open type gets no index signature: that would make every misspelt name legal, and `Omit` and `keyof` of it
 * useless. Members beyond the documented ones are reached with the helper type `Open`.
 */
export function interfaceDeclaration(
  resolved: ResolvedType,
  { name, scope, hasDerived }: InterfaceOptions,
): InterfaceDeclaration {
  const { type, properties } = resolved;
  const members = properties.map((member) => memberDeclaration(member, scope, type.key.includes(member.property.name)));
  const base = baseText(resolved, scope);
  const annotations = (base === null ? rootAnnotations(type, hasDerived) : [])
    .filter(({ name: annotation }) => !(type.hasEtag && annotation === etagName))
    .concat(type.hasEtag ? [etagAnnotation(false)] : [])
    .filter((annotation) => !members.some(({ name: member }) => member === annotation.name));
  return {
    kind: "interface",
    name,
    base,
    members: [...annotations, ...members],
    indexSignature: null,
    comment: typeComment(type),
  };
}

function baseText({ base, omitted }: ResolvedType, scope: TypeScope): Code | null {
  const name = base === null ? null : scope.typeName(base);
  if (name === null) return null;
  return omitted.length === 0 ? name : code`Omit<${name}, ${joinCode(omitted.map(stringLiteral), " | ")}>`;
}

/**
 * Members that responses carry beside the documented ones. They stand at the root of a hierarchy: the type of an
 * instance where that may be a derived one, the version of an entity.
 */
function rootAnnotations(type: ObjectType, hasDerived: boolean): readonly MemberDeclaration[] {
  const annotation = (name: string, text: Prose): MemberDeclaration => ({
    name,
    type: code`string`,
    isOptional: true,
    isReadonly: false,
    comment: comment([text], memberIndent),
  });
  const annotations: MemberDeclaration[] = [];
  if (hasDerived)
    annotations.push(
      annotation("@odata.type", note`Name of the type of this very instance, which may be a derived one.`),
    );
  if (type.kind === "entity") annotations.push(etagAnnotation(true));
  return annotations;
}

const etagName = "@odata.etag";

function etagAnnotation(isOptional: boolean): MemberDeclaration {
  return {
    name: etagName,
    type: code`string`,
    isOptional,
    isReadonly: true,
    comment: comment([note`Version, for conditional requests.`], memberIndent),
  };
}

function memberDeclaration(
  { property, isOptional }: DeclaredProperty,
  scope: TypeScope,
  isKey: boolean,
): MemberDeclaration {
  const isNullable = property.isNullable ?? (!isKey && scope.isNullable(null));
  return {
    name: property.name,
    type: typeText(property.type, scope, "read", { isNullable }),
    isOptional,
    isReadonly: property.isReadOnly,
    comment: propertyComment(property),
  };
}

function typeComment(type: ObjectType): Comment | null {
  return comment([
    type.description === null ? null : prose(type.description),
    type.isAbstract ? note`Abstract: instances are of a derived type.` : null,
    type.isOpen ? note`Open: instances may have further members.` : null,
    deprecationTag(type.deprecation),
  ]);
}

/**
 * The comment of a property: what the page says, and how its text is formed where the type does not tell.
 *
 * @param maxLength of the description
 */
export function propertyComment(
  property: Pick<Property, "description" | "type" | "deprecation">,
  maxLength = maxProseLength,
): Comment | null {
  const format = formatOf(property.type);
  const text = property.description ?? "";
  const isStated = format !== null && text.toLowerCase().includes((format.split(" ")[0] ?? "").toLowerCase());
  const description = prose(text, maxLength);
  const formatNote = format === null || isStated ? null : prose(format);
  return comment(
    [
      formatNote === null
        ? description
        : description === ""
          ? note`${formatNote}.`
          : note`${description} (${formatNote})`,
      deprecationTag(property.deprecation),
    ],
    memberIndent,
  );
}

function formatOf(type: TypeRef): string | null {
  if (type.kind === "collection") return formatOf(type.of);
  return type.kind === "primitive" ? (formats[type.name] ?? null) : null;
}
