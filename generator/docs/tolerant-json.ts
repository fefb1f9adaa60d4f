/** JSON as pages have it: strict first, then with comments and trailing commas, then after small repairs. */
import { type ParseError, parse, printParseErrorCode } from "jsonc-parser";

export type JsonReading =
  /** `repair`: what had to be forgiven, `null` for strict JSON. */
  | { readonly ok: true; readonly value: unknown; readonly repair: string | null }
  | { readonly ok: false; readonly reason: string };

/** Longer texts are not parsed. The longest example of the corpus has 70,000 characters. */
export const maxJsonLength = 2_000_000;
/** Deeper nesting is refused before parsing: it would overflow the stack of whoever walks the value. */
export const maxJsonDepth = 200;

function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 0x7b || c === 0x5b) deepest = Math.max(deepest, ++depth);
    else if (c === 0x7d || c === 0x5d) depth--;
  }
  return deepest;
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

/** Parses JSON text, forgiving what the corpus shows; says what it forgave. Never throws. */
export function parseTolerantJson(text: string): JsonReading {
  if (text.length > maxJsonLength) return { ok: false, reason: `${text.length} characters` };
  if (depthOf(text) > maxJsonDepth) return { ok: false, reason: `nested more than ${maxJsonDepth} deep` };
  try {
    return { ok: true, value: JSON.parse(text), repair: null };
  } catch {
    // Falls through to the tolerant readings.
  }
  const loose = parseLoosely(text);
  if (loose.errors.length === 0) return { ok: true, value: loose.value, repair: "comments or trailing commas" };
  for (const [repair, candidate] of [
    ["line breaks in strings or no-break spaces", repaired(text)],
    ["typographic quotes", repaired(text.replace(/[\u201c\u201d\u201e]/g, '"'))],
  ] as const) {
    const again = parseLoosely(candidate);
    if (again.errors.length === 0) return { ok: true, value: again.value, repair };
  }
  const first = loose.errors[0];
  const line = first ? text.slice(0, first.offset).split("\n").length : 1;
  return { ok: false, reason: first ? `${printParseErrorCode(first.error)} in its line ${line}` : "not JSON" };
}
