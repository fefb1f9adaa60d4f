/** Characters that a page holds and nobody who reviews it sees. */
import type { SourcePlace } from "../diagnostics/place.ts";
import type { ReadContext } from "./read-context.ts";

/**
 * Marks of direction and characters without width. Joiners are left to the scripts and emoji that need them, soft
 * hyphens to prose.
 */
const hidden = /[\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\u{E0000}-\u{E007F}]/gu;

/** Reports the first of them, and how many there are: what stands on the page may not be what it shows. */
export function reportHiddenCharacters(page: string, text: string, context: ReadContext): void {
  const found = text.match(hidden);
  const first = found?.[0];
  if (first === undefined) return;
  context.report("text-hidden", placeAt(page, text, text.indexOf(first), first.length), {
    character: `U+${(first.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`,
    count: found?.length ?? 0,
  });
}

function placeAt(page: string, text: string, offset: number, length: number): SourcePlace {
  const before = text.slice(0, offset);
  const line = before.split("\n").length;
  const column = offset - before.lastIndexOf("\n");
  return { page, line, column, endLine: line, endColumn: column + length };
}
