/** Enum types as TypeScript, in one of three styles. */
import type { EnumMember, EnumType } from "../model/api-model.ts";
import { comment, note, prose } from "./comment-text.ts";
import type { Declaration, EnumMemberDeclaration } from "./declarations.ts";
import { deprecationTag } from "./deprecation.ts";
import { code, type Identifier, stringLiteral } from "./text.ts";
import { type EnumStyle, unionText } from "./type-text.ts";

const memberIndent = 2;

/**
 * Declares an enum type.
 *
 * `"enum"` gives a TypeScript enum with string values; `"const"` a table and a type of the same name, for who cannot
 * have enums (`erasableSyntaxOnly`); `"union"` the type alone. All values are as the pages spell them.
 */
export function enumDeclarations(type: EnumType, name: Identifier, style: EnumStyle): readonly Declaration[] {
  const text = comment([
    type.description === null ? null : prose(type.description),
    type.isFlags ? note`Several values may stand in one string, separated by commas.` : null,
    type.isEvolvable ? note`Values will be added: expect others than these.` : null,
    deprecationTag(type.deprecation),
  ]);
  const members = enumMembers(type);
  if (members.length === 0) return [];
  if (style === "enum") return [{ kind: "enum", name, members, comment: text }];
  if (style === "union") {
    return [{ kind: "alias", name, type: unionText(members.map(({ value }) => stringLiteral(value))), comment: text }];
  }
  const values = code`(typeof ${name})[keyof typeof ${name}]`;
  return [
    { kind: "const", name, members, comment: text },
    { kind: "alias", name, type: values, comment: null },
  ];
}

function enumMembers(type: EnumType): readonly EnumMemberDeclaration[] {
  const keys = new Set<string>();
  const members = new Map<string, EnumMemberDeclaration>();
  for (const member of type.members) {
    if (members.has(member.value)) continue;
    members.set(member.value, {
      key: uniqueKey(memberKey(member.value), keys),
      value: member.value,
      comment: memberComment(member),
    });
  }
  return [...members.values()];
}

function memberComment(member: EnumMember): EnumMemberDeclaration["comment"] {
  return comment(
    [
      member.description === null ? null : prose(member.description),
      member.isAfterSentinel ? note`Sent by the service only to callers that ask for all members.` : null,
      deprecationTag(member.deprecation),
    ],
    memberIndent,
  );
}

const maxKeyLength = 64;

/**
 * The key of a member: its value, wherever TypeScript and JavaScript allow it. Numbers may not be keys of an enum, and
 * `__proto__` would not become one: these get a `_` before them. Marks other than a few plain ones become `_`.
 */
export function memberKey(value: string): string {
  const key = value.slice(0, maxKeyLength).replace(/[^A-Za-z0-9_$ .,:+/&()-]/g, "_");
  const isNumber = String(Number(key)) === key || key === "-0";
  return key.trim() === "" || isNumber || key === "__proto__" ? `_${key}` : key;
}

function uniqueKey(key: string, taken: Set<string>): string {
  let unique = key;
  for (let number = 2; taken.has(unique); number++) unique = `${key}_${number}`;
  taken.add(unique);
  return unique;
}
