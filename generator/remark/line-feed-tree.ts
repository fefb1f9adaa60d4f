/**
 * Trees of texts with carriage returns, as checkouts on Windows have them. The readers are made for line feeds alone, and
 * parsing again would lose what other plugins have made of the tree.
 */
import type { Nodes, Root } from "mdast";
import { normalised } from "../source/read-text.ts";

type Point = NonNullable<Nodes["position"]>["start"];

/** The tree as it would be with line feeds in the text: in its values, and in the offsets of its positions. */
export function withLineFeeds(root: Root, text: string): Root {
  const before = pairsBefore(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  const point = (at: Point): Point =>
    at.offset === undefined ? at : { ...at, offset: at.offset - (before[at.offset] ?? 0) };
  const turned = <Node extends Nodes>(node: Node): Node => {
    const entries = Object.entries(node).map(([key, value]) => [
      key,
      typeof value === "string" ? normalised(value) : value,
    ]);
    const copy: Node = Object.fromEntries(entries);
    if (node.position) copy.position = { start: point(node.position.start), end: point(node.position.end) };
    if ("children" in node) Object.assign(copy, { children: node.children.map(turned) });
    return copy;
  };
  return turned(root);
}

/** For each offset, how many line ends of two characters are before it: so many characters less come to stand there. */
function pairsBefore(text: string): Uint32Array {
  const before = new Uint32Array(text.length + 1);
  for (let at = 0, pairs = 0; at <= text.length; at += 1) {
    if (text[at - 1] === "\n" && text[at - 2] === "\r") pairs += 1;
    before[at] = pairs;
  }
  return before;
}
