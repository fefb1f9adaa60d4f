/** Where a part of a JSON body stands on its page. */
import { findNodeAtLocation, type Node, parseTree } from "jsonc-parser";
import type { ValuePath } from "../conformance/contradictions.ts";
import type { MessageBody, SourcePlace } from "../model/api-model.ts";

/** Finds places in one body, which is parsed once, when the first place is asked for. */
export function createJsonPlaces({ text, place }: MessageBody): (path: ValuePath) => SourcePlace {
  let tree: Node | null | undefined;
  return (path) => {
    tree ??= parseTree(text) ?? null;
    const node = tree === null ? undefined : nearestNode(tree, path);
    if (node === undefined) return place;
    const before = text.slice(0, node.offset).split("\n");
    // Of the first line it is not known how far it is indented on the page.
    const line = place.line + before.length - 1;
    const column = before.length === 1 ? place.column + node.offset : (before.at(-1)?.length ?? 0) + 1;
    const length = text.slice(node.offset, node.offset + node.length).split("\n", 1)[0]?.length ?? 0;
    return { page: place.page, line, column, endLine: line, endColumn: column + length };
  };
}

/** The part itself, or, if that is missing, what it is missing in. A member is meant with its name. */
function nearestNode(tree: Node, path: ValuePath): Node | undefined {
  for (let length = path.length; length > 0; length--) {
    const found = findNodeAtLocation(tree, path.slice(0, length));
    if (found !== undefined) return found.parent?.type === "property" ? found.parent : found;
  }
  return tree;
}
