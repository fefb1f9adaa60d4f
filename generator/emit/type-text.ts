/** Types of the model as TypeScript. */
import type { EnumType, PrimitiveName, TypeRef } from "../model/api-model.ts";
import { sentinel } from "../model/enum-evidence.ts";
import { nameKey } from "../model/qualified-name.ts";
import type { Lookup } from "../shapes/inheritance.ts";
import { type Code, code, type Identifier, joinCode, stringLiteral } from "./text.ts";

export type EnumStyle = "enum" | "const" | "union";

/** What the text of a type needs to know of its surroundings. */
export interface TypeScope {
  readonly enumStyle: EnumStyle;
  readonly enums: Lookup<EnumType>;
  /** Whether `null` is among the values, by what the pages say: yes, no, or nothing. */
  isNullable(stated: boolean | null): boolean;
  /** The local name of an object type or enum, `null` if the model has no such thing. */
  typeName(id: string): Identifier | null;
  /** Whether a type has relationships, without importing anything. */
  hasRelationships(id: string): boolean;
  /** The local name of the interface of a type's relationships, `null` if it has none. */
  relationshipsName(id: string): Identifier | null;
  /** The local name of the union of a type and those that derive from it, `null` if none do, or far too many. */
  familyName(id: string): Identifier | null;
  /**
   * What properties may be selected of, where that is another type than the one itself: the union; or, of a type that
   * names no properties, any object of it, as theirs are other ones in each list.
   */
  familyType(id: string): Code | null;
  /** The local name of what a type has where nothing is selected, `null` if that is the whole type. */
  defaultName(id: string): Identifier | null;
  /** The local name of the helper type for what is sent. */
  inputName(): Identifier;
  /** Types that may stand for a type: its derived types, as far as there are few. */
  derivedTypes(id: string): readonly string[];
}

/**
 * `read`: what the service gives. `write`: what is sent in a body: object types without their read-only members, lists
 * that may be readonly, no enum values that the caller's version does not know.
 */
export type Direction = "read" | "write";

const primitives: Readonly<Record<PrimitiveName, Code>> = {
  String: code`string`,
  Boolean: code`boolean`,
  Byte: code`number`,
  SByte: code`number`,
  Int16: code`number`,
  Int32: code`number`,
  // Beyond 2^53 digits are lost; a `bigint` could not be read with the platform's JSON.
  Int64: code`number`,
  Single: code`number`,
  Double: code`number`,
  Decimal: code`number`,
  DateTimeOffset: code`string`,
  Date: code`string`,
  TimeOfDay: code`string`,
  Duration: code`string`,
  Guid: code`string`,
  Binary: code`string`,
  // As a property: a link or base64, depending on the service. Content of an operation is no TypeRef.
  Stream: code`string`,
  Untyped: code`unknown`,
};

/** What the text of a string must look like; `null` where the type says enough. */
export const formats: Readonly<Partial<Record<PrimitiveName, string>>> = {
  DateTimeOffset: "ISO 8601 date and time",
  Date: "ISO 8601 date",
  TimeOfDay: "ISO 8601 time",
  Duration: "ISO 8601 duration",
  Binary: "Base64",
};

const openString = code`(string & {})`;
const unknown = code`unknown`;

/** Texts of the alternatives of a type; one for all types but unions. */
export function alternatives(type: TypeRef, scope: TypeScope, direction: Direction): readonly Code[] {
  switch (type.kind) {
    case "primitive":
      return [primitives[type.name]];
    case "object":
      return objectTexts(type.id, scope, direction);
    case "enum":
      return enumTexts(type.id, scope, direction);
    case "literals":
      // The page says String and gives values beside it. What is read stays the page's type; what is sent is completed
      // by editors. (Of 102 such properties that metadata lets one check, 80 are plain strings of the service.)
      if (direction === "read") return [code`string`];
      return openLiterals(type.values);
    case "union": {
      const texts = [...new Set(type.options.flatMap((option) => alternatives(option, scope, direction)))];
      return texts.includes(unknown) || texts.length === 0 ? [unknown] : texts;
    }
    case "collection": {
      const element = joinCode(alternatives(type.of, scope, direction), " | ");
      const modifier = direction === "write" ? code`readonly ` : code``;
      return [needsParentheses(element) ? code`${modifier}(${element})[]` : code`${modifier}${element}[]`];
    }
    case "unknown":
      return [unknown];
  }
}

/** A string of which some values are known: they are proposed, any others accepted. */
export function openLiterals(values: readonly string[]): readonly Code[] {
  return values.length === 0 ? [code`string`] : [...new Set(values.map(stringLiteral)), openString];
}

/** A whole type on one line. */
export function inlineType(type: TypeRef, scope: TypeScope, direction: Direction): Code {
  return joinCode(alternatives(type, scope, direction), " | ");
}

/** A whole type; long unions with one alternative a line. */
export function typeText(
  type: TypeRef,
  scope: TypeScope,
  direction: Direction,
  options: { readonly isNullable?: boolean /** A list of the type is as good. */; readonly isList?: boolean } = {},
): Code {
  const texts = alternatives(type, scope, direction);
  if (texts[0] === unknown) return unionText(texts);
  const list = options.isList === true ? alternatives({ kind: "collection", of: type }, scope, direction) : [];
  return unionText([...list, ...texts, ...(options.isNullable === true ? [code`null`] : [])]);
}

const maxUnionLength = 80;

/** A union: on one line if it is short, else one alternative a line. */
export function unionText(texts: readonly Code[]): Code {
  const line = joinCode(texts, " | ");
  if (line.length <= maxUnionLength || texts.length === 1) return line;
  return code`\n${joinCode(
    texts.map((text) => code`| ${text}`),
    "\n",
  )}`;
}

function objectTexts(id: string, scope: TypeScope, direction: Direction): readonly Code[] {
  if (direction === "read") return [scope.typeName(id) ?? unknown];
  const texts = [id, ...scope.derivedTypes(id)].flatMap((one) => {
    const name = scope.typeName(one);
    return name === null ? [] : [code`${scope.inputName()}<${name}>`];
  });
  return texts.length === 0 ? [unknown] : texts;
}

function enumTexts(id: string, scope: TypeScope, direction: Direction): readonly Code[] {
  const type = scope.enums.get(id);
  if (type === undefined || type.members.length === 0) return [code`string`];
  const name = scope.typeName(id);
  if (name === null) return [code`string`];
  // The template makes literals acceptable where members of the enum are.
  const text = scope.enumStyle === "enum" ? code`\`\${${name}}\`` : name;
  // Several members at once are one string with commas; members that are yet to come are read, not written.
  if (direction === "write" && type.isEvolvable && !type.isFlags) return [withoutSentinel(text, type)];
  const isOpen = type.isFlags || (type.isEvolvable && direction === "read");
  return isOpen ? [text, openString] : [text];
}

/** The sentinel only says that members will come: there is nothing that it could mean to a service. */
function withoutSentinel(text: Code, { members }: EnumType): Code {
  const values = members.filter(({ value }) => nameKey(value) === sentinel).map(({ value }) => stringLiteral(value));
  return values.length === 0 || values.length === members.length
    ? text
    : code`Exclude<${text}, ${joinCode(values, " | ")}>`;
}

/** Whether a text would be read otherwise with `[]` behind it. */
function needsParentheses(text: Code): boolean {
  return text.includes(" | ") || text.startsWith("readonly ");
}
