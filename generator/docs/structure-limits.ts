/**
 * Limits on the structure of a page, checked before it is parsed: markdown parsers take time that grows with the square
 * of some structures, or overflow their stack on others, and a page may come from anyone.
 */

import { defaultLimits, type Limits } from "./limits.ts";

/** Thrown for a page beyond a limit; `createPageReader` turns it into a diagnostic. */
export class PageTooComplex extends Error {
  readonly what: string;
  readonly limit: number;

  constructor(what: string, limit: number) {
    super(`${what}, at most ${limit} are read`);
    this.name = "PageTooComplex";
    this.what = what;
    this.limit = limit;
  }
}

function check(count: number, limit: number, what: string): void {
  if (count > limit) throw new PageTooComplex(`${count} ${what}`, limit);
}

/** The quotes and lists that a line opens one inside the other, and the columns in front of the first of them. */
function leadingMarkers(line: string): { readonly markers: number; readonly indentation: number } {
  let markers = 0;
  let indentation = 0;
  for (let i = 0; i < line.length; ) {
    const length = markerLength(line, i);
    if (length === 0 && !/\s/.test(line.charAt(i))) break;
    if (length > 0 && markers === 0) indentation = i;
    if (length > 0) markers += 1;
    i += Math.max(length, 1);
  }
  return { markers, indentation };
}

/** Length of the list or quote marker at a position; 0 where there is none. */
function markerLength(line: string, index: number): number {
  const c = line.charAt(index);
  if (c === ">") return 1;
  if (c === "-" || c === "*" || c === "+") return /\s/.test(line.charAt(index + 1)) ? 1 : 0;
  let end = index;
  while (end - index < 9 && /\d/.test(line.charAt(end))) end += 1;
  return end > index && /[.)]/.test(line.charAt(end)) ? end - index + 1 : 0;
}

/** Throws {@link PageTooComplex} for a text that would take a parser too long. */
export function checkStructure(text: string, limits: Limits = defaultLimits): void {
  let pipes = 0;
  let definitions = 0;
  const lines = text.split("\n");
  check(lines.length, limits.lines, "lines");
  for (const line of lines) {
    const { markers, indentation } = leadingMarkers(line);
    check(markers, limits.nesting, "quotes and lists inside each other");
    check(indentation, limits.indentation, "columns before a list item");
    for (let i = line.indexOf("|"); i >= 0; i = line.indexOf("|", i + 1)) pipes += 1;
    if (/^ {0,3}\[[^\]]{1,999}\]:/.test(line)) definitions += 1;
  }
  check(pipes, limits.tablePipes, "pipes of tables");
  check(definitions, limits.linkDefinitions, "link definitions");
  for (const mark of ["*", "_"]) {
    if (text.includes(mark.repeat(limits.markRun + 1)))
      check(limits.markRun + 1, limits.markRun, `\`${mark}\` in a row`);
  }
}
