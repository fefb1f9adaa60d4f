/** Values as code: literals of strings, numbers, lists and objects, laid out to be read. */
import { type Code, code, indentCode, joinCode, objectKey, stringLiteral } from "./text.ts";

export const maxLineLength = 88;

/** A value of JSON as code. */
export function valueCode(value: unknown): Code {
  if (Array.isArray(value)) return listCode(value.map(valueCode));
  if (typeof value !== "object" || value === null) return scalarCode(value);
  return objectCode(Object.entries(value).map(([key, member]) => memberCode(key, valueCode(member))));
}

/** A value of JSON that is no list and no object. */
export function scalarCode(value: unknown): Code {
  if (typeof value === "string") return stringLiteral(value);
  // Digits are code as they are.
  if (typeof value === "number" && Number.isFinite(value)) return String(value) as Code;
  if (typeof value === "boolean") return value ? code`true` : code`false`;
  return code`null`;
}

export function memberCode(key: string, value: Code): Code {
  return code`${objectKey(key)}: ${value}`;
}

/** A list of values. */
export function listCode(items: readonly Code[]): Code {
  return block(code`[`, items, code`]`);
}

/** An object of members, on one line if that has at most `width` characters. */
export function objectCode(members: readonly Code[], width = maxLineLength): Code {
  return members.length === 0 ? code`{}` : block(code`{ `, members, code` }`, width);
}

/** An object of texts. */
export function pairsCode(pairs: readonly { readonly name: string; readonly value: string }[]): Code {
  return objectCode(pairs.map(({ name, value }) => memberCode(name, stringLiteral(value))));
}

/** On one line if that is short. */
function block(open: Code, items: readonly Code[], close: Code, width = maxLineLength): Code {
  const line = code`${open}${joinCode(items, ", ")}${close}`;
  if (items.length === 0 || (line.length <= width && !line.includes("\n"))) return line;
  const [start, end] = [open.trim() as Code, close.trim() as Code];
  return code`${start}\n${indentCode(joinCode(items, ",\n"))},\n${end}`;
}
