/** Values of the arguments of a call, made of their text in a URL. */
import type { Parameter, PathParameterUse, PrimitiveName, TypeRef } from "../model/api-model.ts";
import { percentDecoded } from "./percent-decoding.ts";

type Scalar = string | number | boolean;

export type ArgumentValue = Scalar | readonly Scalar[];

export interface NamedArgument {
  /** Of the {@link Parameter}. */
  readonly name: string;
  readonly value: ArgumentValue;
  /** The example does not say which value: it has `{id}` or `<id>`, or nothing at all, and then `{name}` stands here. */
  readonly isPlaceholder: boolean;
  /** Whether the value is of the parameter's type. `{count}` for a number is not. */
  readonly isTyped: boolean;
}

const integers: ReadonlySet<PrimitiveName> = new Set<PrimitiveName>(["Byte", "SByte", "Int16", "Int32", "Int64"]);
const decimals: ReadonlySet<PrimitiveName> = new Set<PrimitiveName>(["Single", "Double", "Decimal"]);

/** The argument for a query parameter. */
export function queryArgument(parameter: Parameter, text: string): NamedArgument {
  return {
    name: parameter.name,
    isPlaceholder: isPlaceholder(text),
    ...typedValue(text, parameter.type, commaSeparated),
  };
}

/**
 * The argument for a path parameter.
 *
 * @param capture what stands in its place, still encoded and with its quotes; `null` if nothing does
 */
export function pathArgument(
  name: string,
  type: TypeRef,
  encoding: PathParameterUse["encoding"],
  capture: string | null,
): NamedArgument {
  if (capture === null) return { name, value: `{${name}}`, isPlaceholder: true, isTyped: isText(type) };
  const decoded = percentDecoded(capture);
  const text = encoding === "quoted" || encoding === "literal" ? withoutQuotes(decoded) : decoded;
  // Only as a literal of OData can a list stand in a path.
  const split = encoding === "literal" ? jsonArray : (): null => null;
  // What may hold slashes is text, whatever a table says.
  const typed = encoding === "path" ? { value: text, isTyped: true } : typedValue(text, type, split);
  return { name, isPlaceholder: isPlaceholder(text), ...typed };
}

/** Whether a text stands for a value that the reader has to put in. */
export function isPlaceholder(text: string): boolean {
  return /^(?:\{[^{}]*\}|<[^<>]*>)$/.test(text);
}

/** Whether an OData literal lacks quotes, or has them where it needs none. */
export function isOddlyQuoted(encoding: PathParameterUse["encoding"], capture: string): boolean {
  if (encoding !== "quoted" && encoding !== "literal") return false;
  const isQuoted = /^'.*'$/s.test(percentDecoded(capture));
  return isQuoted !== (encoding === "quoted");
}

function withoutQuotes(text: string): string {
  if (/^'.*'$/s.test(text)) return text.slice(1, -1).replaceAll("''", "'");
  return /^".*"$/s.test(text) ? text.slice(1, -1) : text;
}

type Split = (text: string) => readonly string[] | null;

function commaSeparated(text: string): readonly string[] {
  return text.split(",").map((item) => item.trim());
}

function jsonArray(text: string): readonly string[] | null {
  if (!text.startsWith("[")) return null;
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && value.every((item) => typeof item !== "object") ? value.map(String) : null;
  } catch {
    return null;
  }
}

function typedValue(text: string, type: TypeRef, split: Split): { value: ArgumentValue; isTyped: boolean } {
  const options = type.kind === "union" ? type.options : [type];
  for (const option of options) {
    const value = option.kind === "collection" ? listValue(text, option.of, split) : scalarValue(text, option);
    if (value !== null) return { value, isTyped: true };
  }
  return { value: text, isTyped: false };
}

function listValue(text: string, type: TypeRef, split: Split): ArgumentValue | null {
  const items = split(text);
  // Where no list can stand, the parameter is one of its items.
  if (items === null) return scalarValue(text, type);
  const values = items.map((item) => scalarValue(item, type));
  return values.some((value) => value === null) ? null : values.filter((value) => value !== null);
}

/** A text as a value of a type, `null` if it is none. */
function scalarValue(text: string, type: TypeRef): Scalar | null {
  if (type.kind !== "primitive") return text;
  if (type.name === "Boolean") return /^true$/i.test(text) ? true : /^false$/i.test(text) ? false : null;
  if (integers.has(type.name)) return /^-?\d+$/.test(text) ? safeNumber(text) : null;
  if (decimals.has(type.name)) return /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text) ? safeNumber(text) : null;
  return text;
}

/** `null` for numbers that lose digits. */
function safeNumber(text: string): number | null {
  const value = Number(text);
  return Number.isFinite(value) && (Math.abs(value) <= Number.MAX_SAFE_INTEGER || String(value) === text)
    ? value
    : null;
}

function isText(type: TypeRef): boolean {
  const options = type.kind === "union" ? type.options : [type];
  return options.some((option) => scalarValue("text", option.kind === "collection" ? option.of : option) === "text");
}
