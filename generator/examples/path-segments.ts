/** Segments of the path of an example, compared with those of templates. */
import { inPath, splitOutside } from "./split-outside.ts";
import type { CallArgument, TemplatePiece } from "./template-segments.ts";

/** What stands in the places of parameters, still encoded. */
export type Captures = readonly string[];

/** A segment such as `find(text='red')`. */
export interface WrittenCall {
  readonly name: string;
  readonly arguments: readonly { readonly name: string | null; readonly text: string }[];
}

/** Reads a segment as a function with its arguments, or as a collection with a key. */
export function readCall(segment: string): WrittenCall | null {
  const open = segment.indexOf("(");
  if (open <= 0 || !segment.endsWith(")")) return null;
  const inner = segment.slice(open + 1, -1).trim();
  const texts = inner === "" ? [] : splitOutside(inner, ",", inPath);
  return {
    name: segment.slice(0, open),
    arguments: texts.map((text) => {
      const written = text.trim();
      const name = /^([A-Za-z_@$][\w.]{0,99})(?:\s|%20){0,8}=/.exec(written);
      return name === null
        ? { name: null, text: written }
        : { name: name[1] ?? null, text: written.slice(name[0].length).trim() };
    }),
  };
}

export interface ArgumentMatch {
  /** In the order of the template; `null` where the example leaves an argument out. */
  readonly captures: readonly (string | null)[];
  readonly isReordered: boolean;
  /** Whether the example has just the arguments of the template. */
  readonly isComplete: boolean;
}

/**
 * Matches the arguments of a function by name. Names may be left out where there is only one argument, or where the
 * template gives none.
 *
 * @returns `null` where an argument is empty, or none of several is known
 */
export function matchArguments(
  template: readonly CallArgument[],
  { arguments: written }: WrittenCall,
): ArgumentMatch | null {
  const isPositional =
    written.length === template.length &&
    (template.every(({ name }) => name === null) || (template.length === 1 && (written[0]?.name ?? null) === null));
  const places = template.map(({ name }, index) =>
    isPositional ? index : written.findIndex((one) => sameName(one.name, name)),
  );
  const known = places.filter((place) => place >= 0);
  if (written.some(({ text }) => text === "") || (written.length > 0 && known.length === 0)) return null;
  const captures = places.map((place, index) => {
    const text = written[place]?.text ?? null;
    const before = template[index]?.before ?? "";
    return text !== null && lowered(text).startsWith(lowered(before)) ? text.slice(before.length) : text;
  });
  return {
    captures,
    isReordered: known.some((place, index) => index > 0 && place < (known[index - 1] ?? 0)),
    isComplete: known.length === template.length && new Set(known).size === written.length,
  };
}

function sameName(written: string | null, name: string | null): boolean {
  return written !== null && name !== null && written.toLowerCase() === name.toLowerCase();
}

/**
 * Matches text that has parameters in it: `code={code}`, `{id}:`. A value ends where the next text of the template
 * begins for the first time, the last one where its text ends the segment; no value is empty.
 */
export function matchPieces(pieces: readonly TemplatePiece[], segment: string): Captures | null {
  const lower = lowered(segment);
  const captures: string[] = [];
  let at = 0;
  for (const [index, piece] of pieces.entries()) {
    if (typeof piece === "string") {
      if (!lower.startsWith(lowered(piece), at)) return null;
      at += piece.length;
      continue;
    }
    const next = pieces[index + 1];
    const end = next === undefined ? segment.length : endOfValue(lower, at, next, index + 2 === pieces.length);
    if (end <= at) return null;
    captures.push(segment.slice(at, end));
    at = end;
  }
  return at === segment.length ? captures : null;
}

/** Where a value ends before the next piece; -1 where it cannot be told. */
function endOfValue(lower: string, at: number, next: TemplatePiece, isLast: boolean): number {
  if (typeof next !== "string") return -1;
  const text = lowered(next);
  if (!isLast) return lower.indexOf(text, at + 1);
  return lower.endsWith(text) ? lower.length - text.length : -1;
}

/** In lower case, and of the same length: some letters of other alphabets become two. */
function lowered(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
