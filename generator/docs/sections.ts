/** Headings and what stands under them. */
import type { Heading } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { type SourcePlace, startOf } from "../diagnostics/place.ts";
import { type Block, type BlockNode, isBlock, placeOf } from "./blocks.ts";
import type { SectionName, Vocabulary } from "./synonyms.ts";
import { trimmedEnd } from "./trimmed-text.ts";

export interface Section {
  /** Heading text as written, white space folded; `""` for what stands before the first heading. */
  readonly heading: string;
  /** 1 to 6; 0 for what stands before the first heading. */
  readonly depth: number;
  /** What the heading means, by the synonym table; `null` where the table does not know it. */
  readonly name: SectionName | null;
  readonly place: SourcePlace;
  /** The blocks up to the next heading, without the heading itself. */
  readonly blocks: readonly Block[];
  /** Indices of the headings above this one in the list of sections, outermost first. */
  readonly ancestors: readonly number[];
}

/** Heading text for comparison: lower case, white space folded, final colon or full stop dropped. */
export function headingKey(text: string): string {
  return trimmedEnd(text.replace(/\s+/gu, " ").trim(), ":. ").toLowerCase();
}

/** All sections of a page in reading order. The first is the part before any heading, perhaps empty. */
export function splitSections(blocks: readonly Block[], vocabulary: Vocabulary, page: string): Section[] {
  const start = startOf(page);
  const sections: (Section & { blocks: Block[] })[] = [
    { heading: "", depth: 0, name: null, place: start, blocks: [], ancestors: [] },
  ];
  const open: number[] = [];
  for (const block of blocks) {
    // A heading inside a quote is the title of a note, and what follows the quote is not about it.
    if (!isBlock(block, "heading") || block.isQuoted) {
      sections[sections.length - 1]?.blocks.push(block);
      continue;
    }
    const node: Heading = block.node;
    const heading = textOf(node, { includeHtml: false }).replace(/\s+/gu, " ").trim();
    while (open.length > 0 && (sections[open[open.length - 1] ?? 0]?.depth ?? 0) >= node.depth) open.pop();
    sections.push({
      heading,
      depth: node.depth,
      name: vocabulary.sections.get(headingKey(heading)) ?? null,
      place: placeOf(block),
      blocks: [],
      ancestors: [...open],
    });
    open.push(sections.length - 1);
  }
  return sections;
}

/** The innermost known name of a section: its own, or that of the nearest heading above that has one. */
export function effectiveName(sections: readonly Section[], index: number): SectionName | null {
  const section = sections[index];
  if (!section) return null;
  if (section.name) return section.name;
  for (let i = section.ancestors.length - 1; i >= 0; i--) {
    const name = sections[section.ancestors[i] ?? -1]?.name;
    if (name) return name;
  }
  return null;
}

/** The blocks of one type, in order. */
export function blocksOf<Type extends BlockNode["type"]>(
  blocks: readonly Block[],
  type: Type,
): Block<Extract<BlockNode, { type: Type }>>[] {
  return blocks.filter((block): block is Block<Extract<BlockNode, { type: Type }>> => isBlock(block, type));
}
