/** The declarations beside an interface: its relationships, its default set, its union with what derives from it. */
import type { Property, TypeRef } from "../model/api-model.ts";
import type { Inheritance, ResolvedType } from "../shapes/inheritance.ts";
import { comment, note } from "./comment-text.ts";
import type { AliasDeclaration, InterfaceDeclaration, MemberDeclaration } from "./declarations.ts";
import type { Imports } from "./imports.ts";
import { propertyComment } from "./interfaces.ts";
import { useRuntime } from "./runtime-names.ts";
import { type Code, code, type Identifier, indentCode, joinCode, stringLiteral } from "./text.ts";
import { inlineType, type TypeScope, unionText } from "./type-text.ts";

export interface CompanionContext {
  readonly scope: TypeScope;
  readonly imports: Imports;
  readonly inheritance: Inheritance;
}

/** Declares what `expand` may name for a type, and what comes back; `null` where it has no relationships. */
export function relationshipsDeclaration(
  { type, base, properties }: ResolvedType,
  typeName: Identifier,
  context: CompanionContext,
): InterfaceDeclaration | null {
  const { scope, inheritance } = context;
  const name = scope.relationshipsName(type.id);
  if (name === null) return null;
  const own = properties.filter(({ property }) => property.isNavigation);
  const inherited = base === null ? [] : inheritance.membersOf(base).filter(({ property }) => property.isNavigation);
  const inheritedNames = new Set(inherited.map(({ property }) => property.name));
  // Declared again with another type, a relationship stands alone: it does not have to fit the one of the base type.
  const isAlone = own.some(({ property }) => inheritedNames.has(property.name));
  const ownNames = new Set(own.map(({ property }) => property.name));
  const all = isAlone ? [...inherited.filter(({ property }) => !ownNames.has(property.name)), ...own] : own;
  return {
    kind: "interface",
    name,
    base: isAlone || base === null ? null : scope.relationshipsName(base),
    members: all.map(({ property }) => relationshipMember(property, context)),
    indexSignature: null,
    comment: comment([note`What {@link ${typeName}} can be expanded by.`]),
  };
}

function relationshipMember(property: Property, context: CompanionContext): MemberDeclaration {
  const isMany = property.type.kind === "collection";
  const target = property.type.kind === "collection" ? property.type.of : property.type;
  const kind = useRuntime(context.imports, isMany ? "ToMany" : "ToOne");
  return {
    name: property.name,
    type: code`${kind}<${joinCode(relationshipArguments(target, context), ", ")}>`,
    isOptional: false,
    isReadonly: false,
    comment: propertyComment(property),
  };
}

/** The type, what it can be expanded by in its turn, and the union that it may be of; the latter two as far as needed. */
function relationshipArguments(target: TypeRef, { scope }: CompanionContext): readonly Code[] {
  const type = inlineType(target, scope, "read");
  const [relationships, family] =
    target.kind === "object" ? [scope.relationshipsName(target.id), scope.familyType(target.id)] : [null, null];
  if (family !== null) return [type, relationships ?? code`{}`, family];
  return relationships === null ? [type] : [type, relationships];
}

/** Declares the part of a type that comes without `select`; `null` where that is the whole type. */
export function defaultDeclaration(
  { type }: ResolvedType,
  typeName: Identifier,
  selectOnly: readonly string[],
  scope: TypeScope,
): AliasDeclaration | null {
  const name = scope.defaultName(type.id);
  if (name === null) return null;
  const names = joinCode(selectOnly.map(stringLiteral), " | ");
  const line = code`Omit<${typeName}, ${names}>`;
  const lines = joinCode(
    selectOnly.map((one) => code`| ${stringLiteral(one)}`),
    "\n",
  );
  return {
    kind: "alias",
    name,
    type: line.length <= 80 ? line : code`Omit<\n${indentCode(code`${typeName},\n${lines}`)}\n>`,
    comment: comment([note`What there is of a {@link ${typeName}} unless \`select\` asks for more.`]),
  };
}

/** Declares the union of a type and those that derive from it; `null` where there are none, or far too many. */
export function familyDeclaration(
  { type }: ResolvedType,
  typeName: Identifier,
  { scope, inheritance }: CompanionContext,
): AliasDeclaration | null {
  const name = scope.familyName(type.id);
  if (name === null) return null;
  const derived = inheritance.descendantsOf(type.id).flatMap((id) => scope.typeName(id) ?? []);
  return {
    kind: "alias",
    name,
    type: unionText([typeName, ...derived]),
    comment: comment([note`A {@link ${typeName}} of any type: itself, or one that derives from it.`]),
  };
}
