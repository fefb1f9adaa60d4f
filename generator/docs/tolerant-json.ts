/** JSON as pages have it: strict first, then with comments and trailing commas, then after small repairs. */
import { type ParseError, parse, printParseErrorCode } from "jsonc-parser";
import { defaultLimits, type Limits } from "./limits.ts";

export type JsonReading =
  /** `repair`: what had to be forgiven, `null` for strict JSON. */
  | { readonly ok: true; readonly value: unknown; readonly repair: string | null }
  | { readonly ok: false; readonly reason: string };

/** Whether a value nests too deep. A loop, because recursion is what it protects from. */
function isTooDeep(value: unknown, limit: number): boolean {
  const isContainer = (one: unknown): one is object => typeof one === "object" && one !== null;
  let level = [value].filter(isContainer);
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > limit) return true;
    level = level.flatMap((one): unknown[] => Object.values(one)).filter(isContainer);
  }
  return false;
}

/**
 * Numbers that JavaScript does not hold as they are written. Those out of its range become the largest there is, in
 * place: written as JSON again they would be `null`, which is of another type. The value is not nested too deep.
 */
function fitted(reading: JsonReading, text: string): JsonReading {
  if (!reading.ok) return reading;
  const hasLongNumber = /\d{16}/.test(text);
  let isRounded = false;
  let isOutOfRange = false;
  const settle = (value: unknown): unknown => {
    if (typeof value === "number") {
      isRounded ||= hasLongNumber && Number.isInteger(value) && !Number.isSafeInteger(value);
      isOutOfRange ||= !Number.isFinite(value);
      return Math.max(-Number.MAX_VALUE, Math.min(value, Number.MAX_VALUE));
    }
    if (typeof value !== "object" || value === null) return value;
    for (const [key, member] of Object.entries(value)) {
      const changed = settle(member);
      // Defined and not set: a key may be `__proto__`.
      if (changed !== member)
        Object.defineProperty(value, key, { value: changed, enumerable: true, configurable: true, writable: true });
    }
    return value;
  };
  const value = settle(reading.value);
  const repair = isOutOfRange ? "numbers out of range" : isRounded ? "whole numbers that JavaScript rounds" : null;
  return { ok: true, value, repair: reading.repair ?? repair };
}

function parseLoosely(text: string): { value: unknown; errors: ParseError[] } {
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { allowTrailingComma: true, allowEmptyContent: false });
  return { value, errors };
}

/** Line feeds inside strings become `\n`; typographic quotes and no-break spaces what they stand for. */
function repaired(text: string): string {
  let out = "";
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? "";
    if (inString) {
      if (c === "\\") out += c + (text[++i] ?? "");
      else if (c === "\n") out += "\\n";
      else if (c === "\r") continue;
      else if (c === "\t") out += "\\t";
      else {
        out += c;
        if (c === '"') inString = false;
      }
    } else if (c === "\u00a0" || c === "\u200b" || c === "\ufeff") out += " ";
    else {
      out += c;
      if (c === '"') inString = true;
    }
  }
  return out;
}

const isMissingComma = ({ error }: ParseError): boolean => printParseErrorCode(error) === "CommaExpected";

function readJson(text: string): JsonReading {
  try {
    return { ok: true, value: JSON.parse(text), repair: null };
  } catch {
    // Falls through to the tolerant readings.
  }
  const loose = parseLoosely(text);
  const candidates: readonly (readonly [repair: string, reading: () => ReturnType<typeof parseLoosely>])[] = [
    ["comments or trailing commas", () => loose],
    ["line breaks in strings or no-break spaces", () => parseLoosely(repaired(text))],
    ["typographic quotes", () => parseLoosely(repaired(text.replace(/[\u201c\u201d\u201e]/g, '"')))],
  ];
  for (const [repair, read] of candidates) {
    const { value, errors } = read();
    if (errors.length === 0) return { ok: true, value, repair };
    // The parser goes on as if the comma were there, so nothing is lost.
    if (errors.every(isMissingComma)) return { ok: true, value, repair: "missing commas" };
  }
  const first = loose.errors[0];
  const line = first ? text.slice(0, first.offset).split("\n").length : 1;
  return { ok: false, reason: first ? `${printParseErrorCode(first.error)} in its line ${line}` : "not JSON" };
}

/** Parses JSON text, forgiving what the corpus shows; says what it forgave. Never throws. */
export function parseTolerantJson(
  text: string,
  { jsonLength, jsonDepth }: Pick<Limits, "jsonLength" | "jsonDepth"> = defaultLimits,
): JsonReading {
  if (text.length > jsonLength) return { ok: false, reason: `${text.length} characters` };
  const tooDeep: JsonReading = { ok: false, reason: `nested more than ${jsonDepth} deep` };
  try {
    const reading = readJson(text);
    return reading.ok && isTooDeep(reading.value, jsonDepth) ? tooDeep : fitted(reading, text);
  } catch (cause) {
    // The tolerant parser recurses and overflows its stack where the strict one does not.
    if (cause instanceof RangeError) return tooDeep;
    throw cause;
  }
}
