/**
 * The value of a `Prefer` header (RFC 7240), as examples send it and as pages write it:
 *
 *     value      = preference { "," preference }
 *     preference = token [ "=" ( word | quoted | placeholder ) ] { ";" parameter }
 *
 * `quoted` stands in double quotes, on pages also in single or typographic ones; a `placeholder` in braces or angle
 * brackets. Parameters of a preference are passed over: no page has one.
 */

export type PreferenceForm = "none" | "word" | "number" | "quoted" | "placeholder";

/** A preference as it is written. */
export interface WrittenPreference {
  /** As written; RFC 7240 compares tokens without regard to letter case. */
  readonly token: string;
  /** What follows the token. */
  readonly form: PreferenceForm;
  /** The value without its quotes; `null` where there is none, or a placeholder. */
  readonly value: string | null;
}

/** Narrower than the RFC's token, in which `'` and `` ` `` are legal: words that dots, dashes or underscores join. */
const tokenText = "[A-Za-z][\\w.-]{0,99}";
const valueText =
  "\"[^\"\\n]{0,200}\"|'[^'\\n]{0,200}'|“[^”\\n]{0,200}”|\\{[^}\\n]{0,200}\\}|<[^>\\n]{0,200}>|\\w[\\w.:/-]{0,199}";

const whole = new RegExp(`^(${tokenText})(?:\\s?=\\s?(${valueText}))?$`);
const pairs = new RegExp(`(?<![\\w$@.-])(${tokenText})\\s?=\\s?(${valueText})`, "g");

function written(token: string, value: string | undefined): WrittenPreference {
  if (value === undefined) return { token, form: "none", value: null };
  const inner = value.slice(1, -1);
  if (/^["'“]/.test(value)) return { token, form: "quoted", value: inner };
  if (/^[{<]/.test(value)) return { token, form: "placeholder", value: null };
  const word = value.replace(/[.:/-]{1,5}$/, "");
  return { token, form: /^\d+$/.test(word) ? "number" : "word", value: word };
}

/** The parts between the commas and semicolons that stand in no quotes; parameters are left out. */
function preferenceTexts(text: string): string[] {
  const parts: string[] = [];
  let part = "";
  let isQuoted = false;
  let isParameter = false;
  for (const c of text) {
    if (c === '"') isQuoted = !isQuoted;
    if (c === "," && !isQuoted) {
      parts.push(part);
      part = "";
      isParameter = false;
      continue;
    }
    if (c === ";" && !isQuoted) isParameter = true;
    if (!isParameter) part += c;
  }
  return [...parts, part].map((each) => each.trim()).filter((each) => each !== "");
}

/** Reads the value of a header. Empty where any part of it is outside the grammar: then nothing of it is sure. */
export function readPreferences(value: string): WrittenPreference[] {
  const parts = preferenceTexts(value);
  const found = parts.flatMap((part) => {
    const match = whole.exec(part);
    return match ? [written(match[1] ?? "", match[2])] : [];
  });
  return found.length === parts.length ? found : [];
}

/** The preferences that running text shows with a value: `size=large`, `Optional. size={size}.`. */
export function preferencesInText(text: string): WrittenPreference[] {
  return [...text.matchAll(pairs)].map((match) => written(match[1] ?? "", match[2]));
}
