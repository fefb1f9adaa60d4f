/** Facts as an indented list, each with the place where it stands. */
import type { SourcePlace } from "../diagnostics/place.ts";
import { neutralText } from "./neutral-text.ts";

export interface OutlineNode {
  readonly text: string;
  /** `null` for headings, and for facts that a page does not state at one place. */
  readonly place: SourcePlace | null;
  readonly children: readonly OutlineNode[];
}

const maxTextLength = 160;
const gutterWidth = 8;

export function outlineNode(
  text: string,
  place: SourcePlace | null = null,
  children: readonly OutlineNode[] = [],
): OutlineNode {
  return { text, place, children };
}

/** A heading over facts; nothing where there are none. */
export function outlineGroup(title: string, children: readonly OutlineNode[]): readonly OutlineNode[] {
  return children.length === 0 ? [] : [outlineNode(title, null, children)];
}

function oneLine(text: string): string {
  const line = neutralText(text.replace(/\s+/gu, " ").trim());
  return line.length > maxTextLength ? `${line.slice(0, maxTextLength - 1)}…` : line;
}

function addLines(nodes: readonly OutlineNode[], page: string, depth: number, lines: string[]): void {
  for (const { text, place, children } of nodes) {
    const at = place === null ? "" : `${place.line}:${place.column}`;
    const origin = place === null || place.page === page ? "" : `  (in ${neutralText(place.page)})`;
    lines.push(`${at.padStart(gutterWidth)}  ${"  ".repeat(depth)}${oneLine(text)}${origin}`);
    addLines(children, page, depth + 1, lines);
  }
}

/** Renders an outline: line and column on the left, facts on the right. Facts of other files say which. */
export function renderOutline(nodes: readonly OutlineNode[], page: string): string {
  const lines: string[] = [];
  addLines(nodes, page, 0, lines);
  return lines.join("\n");
}
