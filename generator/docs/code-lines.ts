/** The lines of a code block, each with its place in the file. */
import type { Code } from "mdast";
import type { SourcePlace } from "../diagnostics/place.ts";
import { type Block, placeOf } from "./blocks.ts";

export interface CodeLine {
  readonly text: string;
  readonly place: SourcePlace;
}

/**
 * The lines of a block without its fence. A block in a list item is indented in the file but not in the tree, so each
 * column is looked up in the source line instead of being assumed.
 */
export function codeLines(block: Block<Code>): CodeLine[] {
  const whole = placeOf(block);
  const start = block.node.position?.start.offset;
  const end = block.node.position?.end.offset;
  const written = start === undefined || end === undefined ? [] : block.source.slice(start, end).split("\n");
  const isFenced = /^(?:`{3}|~{3})/.test(written[0] ?? "");
  const first = isFenced ? 1 : 0;
  return block.node.value.split("\n").map((line, i): CodeLine => {
    const text = line.endsWith("\r") ? line.slice(0, -1) : line;
    const at = written[first + i]?.indexOf(text) ?? -1;
    // The slice starts in the middle of the first line, so its columns count from the block's.
    const column = Math.max(at, 0) + (first + i === 0 ? whole.column : 1);
    const number = whole.line + first + i;
    return {
      text,
      place: { page: block.file, line: number, column, endLine: number, endColumn: column + text.length },
    };
  });
}

/** The place from one line to another, both included. */
export function placeOfLines(lines: readonly CodeLine[], from: number, to: number, fallback: SourcePlace): SourcePlace {
  const first = lines[from]?.place ?? fallback;
  const last = lines[to]?.place ?? first;
  return { ...first, endLine: last.endLine, endColumn: last.endColumn };
}
