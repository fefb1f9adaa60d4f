/**
 * The only way from text of a page to TypeScript: identifiers, property names, string literals, path templates.
 *
 * Each function escapes for one context, at the last moment, and returns a branded string. `code` composes these; it
 * takes no plain strings, so that text of a page cannot become code by accident. Its siblings for other contexts are
 * `comment-text.ts`, `file-names.ts`, `json-template.ts` and `document-text.ts`.
 */

import { objectMembers } from "../shapes/object-members.ts";
import { invisibleCharacters, wellFormed } from "./characters.ts";

declare const codeBrand: unique symbol;
declare const identifierBrand: unique symbol;

/** A piece of TypeScript that is safe to be written as it is. */
export type Code = string & { readonly [codeBrand]: true };

/** A name that may be declared: an ASCII identifier and not a reserved word. */
export type Identifier = Code & { readonly [identifierBrand]: true };

/**
 * Composes code: the text of the template is the generator's own, what goes in is code already.
 *
 * @example code`Promise<${type}>`
 */
export function code(strings: TemplateStringsArray, ...values: readonly Code[]): Code {
  let text = strings[0] ?? "";
  for (let index = 0; index < values.length; index++) text += (values[index] ?? "") + (strings[index + 1] ?? "");
  return text as Code;
}

/** Joins pieces by text of the generator's own. */
export function joinCode(
  parts: readonly Code[],
  separator: ", " | " " | " | " | " & " | " &\n" | "; " | "\n" | ",\n" | "",
): Code {
  return parts.join(separator) as Code;
}

/** Moves all lines but empty ones to the right. */
export function indentCode(text: Code, by = 2): Code {
  return text.replace(/^(?=.)/gm, " ".repeat(by)) as Code;
}

/** A type behind a colon or an equals sign: on the same line, or indented where it begins on a line of its own. */
export function followingType(type: Code): Code {
  return type.startsWith("\n") ? indentCode(type) : code` ${type}`;
}

const maxNameLength = 120;

const identifierPattern = /^[A-Za-z_$][\w$]*$/;

/** Words that cannot be the name of a type, a function, or a variable of a module. */
const reservedNames: ReadonlySet<string> = new Set(
  [
    // of the language
    "await break case catch class const continue debugger default delete do else enum export extends false finally",
    "for function if implements import in instanceof interface let new null package private protected public return",
    "static super switch this throw true try typeof var void while with yield arguments eval",
    // of TypeScript, as names of types
    "any unknown never number bigint boolean string symbol object undefined",
    // of the module systems, and of the one global type that model files use by name
    "exports require globalThis Omit",
  ]
    .flatMap((line) => line.split(" "))
    // as functions, they would stand in tables
    .concat(...objectMembers),
);

/** Whether a text can be declared as it is. */
export function isIdentifier(text: string): boolean {
  return identifierPattern.test(text) && !reservedNames.has(text);
}

/**
 * Makes an identifier of any text: what is one stays as it is, other characters become `_` and their number, and a
 * reserved word gets a final `_`. Total, but not one to one: who declares must look for collisions.
 */
export function identifier(text: string): Identifier {
  if (isIdentifier(text)) return text as Identifier;
  let name = text
    .replace(/[^\w$]/gu, (character) => `_${character.codePointAt(0)?.toString(16)}_`)
    .slice(0, maxNameLength);
  if (!/^[A-Za-z_$]/.test(name)) name = `_${name}`;
  return (reservedNames.has(name) ? `${name}_` : name) as Identifier;
}

/** A new identifier made of another one, for instance by a suffix of the generator's own. */
export function derivedIdentifier(prefix: string, base: Identifier, suffix: string): Identifier {
  return identifier(`${prefix}${base}${suffix}`);
}

/** `getUser` becomes `GetUser`. */
export function capitalized(name: Identifier): Identifier {
  return identifier(name.slice(0, 1).toUpperCase() + name.slice(1));
}

/** A string literal that evaluates to the text, whatever it holds; printable, on one line. */
export function stringLiteral(text: string): Code {
  const escaped = JSON.stringify(text)
    // Controls, directions, invisible characters and line separators must be seen by who reads the code.
    .replace(/[\u007F-\u009F\u2028\u2029]/g, escapeCharacter)
    .replace(invisibleCharacters, escapeCharacter)
    // Code may be put into a page of HTML.
    .replace(/<(?=[/!])/g, "\\x3C");
  return escaped as Code;
}

function escapeCharacter(character: string): string {
  const number = character.codePointAt(0) ?? 0;
  const digits = number.toString(16).toUpperCase();
  return number > 0xffff ? `\\u{${digits}}` : `\\u${digits.padStart(4, "0")}`;
}

/** Name of a member in a type, or key of an object type: as it is, or quoted. */
export function memberName(name: string): Code {
  return identifierPattern.test(name) ? (name as Code) : stringLiteral(name);
}

/** Key in an object literal, where `__proto__` by itself would set the prototype. */
export function objectKey(name: string): Code {
  return name === "__proto__" ? code`[${stringLiteral(name)}]` : memberName(name);
}

/** Access to a member: `.name` or `["na-me"]`. */
export function memberAccess(name: string): Code {
  return identifierPattern.test(name) ? (`.${name}` as Code) : code`[${stringLiteral(name)}]`;
}

/**
 * Fixed text of a path template: what stands in a URL path stays as it is, also `%` and two digits; all else is
 * percent-encoded, among it the braces that parameters stand in.
 */
export function pathText(text: string): string {
  return wellFormed(text).replace(/%(?![\dA-Fa-f]{2})|[^\w\-.~!$&'()*+,;=:@/%]/gu, (part) => encodeURIComponent(part));
}

/** Name or value in the fixed query string of a path template. */
export function queryText(text: string): string {
  return encodeURIComponent(wellFormed(text)).replaceAll("%24", "$");
}
