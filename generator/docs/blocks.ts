/** A page as a flat run of blocks in reading order, each with the file it stands in. */
import type { Code, Definition, Heading, Html, List, Nodes, Paragraph, Root, Table } from "mdast";
import { type SourcePlace, startOf } from "../diagnostics/place.ts";
import { type Definitions, definitionKey } from "./inline-text.ts";

export type BlockNode = Heading | Paragraph | Code | Html | Table | List;

export interface Block<Node extends BlockNode = BlockNode> {
  readonly node: Node;
  /** Path of the page, or of the included file that the block comes from. */
  readonly file: string;
  /** Link definitions of that file. */
  readonly definitions: Definitions;
  /** Text of that file, for what the tree does not keep. */
  readonly source: string;
  /** Stands in a block quote: an alert, a note. */
  readonly isQuoted: boolean;
}

export function isBlock<Type extends BlockNode["type"]>(
  block: Block,
  type: Type,
): block is Block<Extract<BlockNode, { type: Type }>> {
  return block.node.type === type;
}

/** The place of a node in a file. */
export function placeIn(file: string, node: Nodes): SourcePlace {
  const { position } = node;
  if (!position) return startOf(file);
  const { start, end } = position;
  return { page: file, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}

export function placeOf(block: Block): SourcePlace {
  return placeIn(block.file, block.node);
}

/** Tab markers of the docs site, `# [HTTP](#tab/http)`, are links and not sections. */
export function isTabMarker(heading: Heading): boolean {
  const only = heading.children[0];
  return heading.children.length === 1 && only?.type === "link" && only.url.startsWith("#tab/");
}

/** What can hold blocks. A walk of all nodes, texts too, would take a tenth of the time of reading. */
const containers: ReadonlySet<Nodes["type"]> = new Set([
  "root",
  "blockquote",
  "list",
  "listItem",
  "footnoteDefinition",
]);

export function collectDefinitions(root: Root): Definitions {
  const definitions = new Map<string, Definition>();
  const collect = (node: Nodes): void => {
    if (node.type === "definition") {
      const key = definitionKey(node.label ?? node.identifier);
      // The first definition of a label counts (CommonMark 4.7).
      if (!definitions.has(key)) definitions.set(key, node);
    } else if (containers.has(node.type) && "children" in node) for (const child of node.children) collect(child);
  };
  collect(root);
  return definitions;
}

/**
 * The blocks of a tree. Lists and quotes are opened, as pages keep code, annotations and tables inside of them; a list
 * also stands as a block of its own before its parts. Tab markers and link definitions are left out.
 */
export function flattenBlocks(root: Root, file: string, source: string, definitions: Definitions): Block[] {
  const blocks: Block[] = [];
  const visit = (node: Nodes, isQuoted: boolean): void => {
    switch (node.type) {
      case "heading":
        if (!isTabMarker(node)) blocks.push({ node, file, definitions, source, isQuoted });
        return;
      case "paragraph":
      case "code":
      case "html":
      case "table":
        blocks.push({ node, file, definitions, source, isQuoted });
        return;
      case "list":
        blocks.push({ node, file, definitions, source, isQuoted });
        for (const item of node.children)
          for (const child of item.children) if (child.type !== "paragraph") visit(child, isQuoted);
        return;
      case "blockquote":
        for (const child of node.children) visit(child, true);
        return;
      default:
    }
  };
  for (const child of root.children) visit(child, false);
  return blocks;
}
