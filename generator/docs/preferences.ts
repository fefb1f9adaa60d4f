/**
 * The preferences that a page names for the `Prefer` header: in the rows of the header table, in a table of its values
 * under a heading of its own, and in prose. Those of the example requests are in the examples.
 */
import type { SourcePlace } from "../diagnostics/place.ts";
import { isExampleSection } from "./http-request.ts";
import type { InlineToken } from "./inline-text.ts";
import type { PreferenceFact } from "./page.ts";
import { preferencesInText, readPreferences, type WrittenPreference } from "./preference-grammar.ts";
import { proseOf, sentencesOf } from "./prose.ts";
import type { ReadContext } from "./read-context.ts";
import { effectiveName, type Section } from "./sections.ts";
import { type Cell, cellAt, columnIndex, readTables } from "./tables.ts";
import { readValueList } from "./value-list.ts";

/** So many are read of a row, and of the prose of a page; the most of a real page are 4. */
const maxPreferences = 100;
/** Cells are read up to here; the longest of the corpus has 400 characters. */
const maxCellLength = 10_000;

/** A row of the header table about `Prefer`. */
export interface PreferRow {
  /** What stands behind the colon in the name cell: `Prefer: widget.size`. */
  readonly value: string;
  readonly type: string;
  /** Value and description. */
  readonly cells: readonly Cell[];
  /** The values that the cells list for the header as a whole. */
  readonly listed: readonly string[];
  readonly place: SourcePlace;
}

/**
 * The literal that a preference is shown with, where it can be one of a few: a bare word, or a word in lower case in
 * quotes. Other text in quotes (`"Central Europe"`) and numbers are samples.
 */
function keywords({ form, value }: WrittenPreference): string[] {
  if (value === null || (form === "quoted" && !/^[a-z][\w-]*$/.test(value))) return [];
  return form === "word" || form === "quoted" ? [value] : [];
}

/** The preference that a cell starts with, and the remarks that every optional header has. */
const opening = /^[\w.-]{1,100}(?:\s?=\s?(?:"[^"\n]*"|[{<][^}>\n]*[}>]|[\w-]+))?(?:[.;]\s?|\s?\n|$)/;
const remark = /^(?:optional|required)\.?$/i;

function description(cells: readonly string[], tokens: ReadonlySet<string>): string | null {
  const texts = cells.map((text) => {
    const start = opening.exec(text)?.[0] ?? "";
    const token = /^[\w.-]*/.exec(start)?.[0].toLowerCase() ?? "";
    return tokens.has(token) || tokens.has(token.replace(/\.$/, "")) ? text.slice(start.length).trim() : text;
  });
  const kept = texts.filter((text) => text !== "" && !remark.test(text));
  return kept.length === 0 ? null : kept.join("\n");
}

/** The values that a cell lists: in code, after one of the usual phrases, or in quotes in a sentence about values. */
function listedValues({ tokens, text }: Cell): readonly string[] {
  const listed = readValueList(tokens)?.values;
  if (listed) return listed;
  const about = sentencesOf(text).filter((sentence) => /\bvalues? (?:can|may|must|should|are|is)\b/i.test(sentence));
  return about.flatMap((sentence) => [...sentence.matchAll(/"([\w.-]{1,100})"/g)].map((match) => match[1] ?? ""));
}

function sentenceWith(part: string, text: string): string | null {
  return sentencesOf(text).find((sentence) => sentence.includes(part)) ?? null;
}

/** The preferences that a row of the header table names, in its order; a token may come twice. */
export function preferencesOfRow({ value, type, cells, listed, place }: PreferRow): PreferenceFact[] {
  const cellTexts = cells.map((cell) => cell.text.slice(0, maxCellLength));
  const inText = cellTexts.flatMap(preferencesInText);
  const named = readPreferences(value);
  const alone = listed.flatMap((each) => readPreferences(each)).filter(({ form }) => form === "none");
  const found = (value === "" ? [...inText, ...alone] : named).slice(0, maxPreferences);
  const tokens = new Set(found.map(({ token }) => token.toLowerCase()));
  const [only] = tokens.size === 1 ? found : [];
  const described = only === undefined ? [] : cells.flatMap(listedValues);
  const values = described.filter((each) => !tokens.has(each.toLowerCase()) && !/[=:{}\s]/.test(each));
  // "Prefer: widget.size | string": a value is expected, though none is shown.
  const isTyped = value !== "" && /^(?:string|int|number)/i.test(type);
  const text = description(cellTexts, tokens);
  // Of a cell about several, each has the sentence that names it.
  const ownText = (token: string): string | null =>
    only !== undefined ? text : (cellTexts.flatMap((each) => sentenceWith(token, each) ?? [])[0] ?? null);
  return found.map((preference) => ({
    token: preference.token,
    form: preference.form === "none" && (isTyped || values.length > 0) ? "placeholder" : preference.form,
    values: [...new Set([...keywords(preference), ...values])],
    text: ownText(preference.token),
    place,
  }));
}

/** A table of the values of `Prefer`, under a heading below the one of the headers: "Prefer header values". */
function preferencesInTables(sections: readonly Section[], context: ReadContext): PreferenceFact[] {
  return sections.flatMap((section, index) => {
    const isOfPrefer = section.name === null && /\bprefer\b/i.test(section.heading);
    if (!isOfPrefer || effectiveName(sections, index) !== "requestHeaders") return [];
    return readTables(section.blocks, context).flatMap((table) =>
      table.rows.flatMap((row) => {
        const described = cellAt(row, columnIndex(table, "description"));
        return readPreferences(cellAt(row, Math.max(columnIndex(table, "name", "value"), 0)).text).map(
          (preference): PreferenceFact => ({
            token: preference.token,
            form: preference.form,
            values: keywords(preference),
            text: described.text || null,
            place: row.place,
          }),
        );
      }),
    );
  });
}

const headerInCode = /^prefer\s?:\s?/i;

interface CodePreference extends WrittenPreference {
  /** The code span. */
  readonly text: string;
}

/** What the code spans of a paragraph name: `Prefer: skip-lock`, or `return=minimal` after the word "Prefer". */
function preferencesInCode(tokens: readonly InlineToken[]): CodePreference[] {
  let before = "";
  return tokens.flatMap((token) => {
    if (token.kind === "break") return [];
    const isAfterName = /\bPrefer\b[^.]{0,80}$/.test(before);
    before = (before + token.text.slice(-100)).slice(-100);
    if (token.kind !== "code") return [];
    const text = token.text.trim();
    const name = headerInCode.exec(text)?.[0] ?? "";
    const found = readPreferences(text.slice(name.length));
    if (name === "" && !isAfterName) return [];
    return found.filter(({ form }) => name !== "" || form !== "none").map((preference) => ({ ...preference, text }));
  });
}

function preferencesInProse(sections: readonly Section[]): PreferenceFact[] {
  const found = sections.flatMap((section, index) => {
    // What stands at an example is about that example.
    const isAtExample = isExampleSection(sections, index);
    return proseOf(section.blocks).flatMap((part) =>
      preferencesInCode(part.tokens).map((preference) => ({ preference, part, isAtExample })),
    );
  });
  return found.slice(0, maxPreferences).map(({ preference, part, isAtExample }) => ({
    token: preference.token,
    form: preference.form,
    // Prose shows what one call sends; only a word without quotes is sure to be one of a few.
    values: preference.form === "word" ? keywords(preference) : [],
    text: isAtExample ? null : sentenceWith(preference.text, part.text),
    place: part.place,
  }));
}

/** Reads what stands outside of the rows of the header table, in the order of the page. */
export function readPreferenceFacts(sections: readonly Section[], context: ReadContext): PreferenceFact[] {
  return [...preferencesInTables(sections, context), ...preferencesInProse(sections)];
}
