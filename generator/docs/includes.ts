/** `[!INCLUDE [text](path)]` lines: which file they mean, and its blocks in their place. */
import type { Nodes, Paragraph } from "mdast";
import { type Block, collectDefinitions, flattenBlocks, placeIn } from "./blocks.ts";
import type { ReadContext } from "./read-context.ts";

/** How deep includes may nest. Pages of the corpus need one level. */
export const maxIncludeDepth = 8;

/** The target of an include line, or `null` where a paragraph is not one. */
export function includeTarget(paragraph: Paragraph): string | null {
  const [open, link] = paragraph.children;
  if (open?.type !== "text" || !/^\s*\[!INCLUDE\s*$/i.test(open.value)) return null;
  return link?.type === "link" ? link.url : null;
}

/**
 * The path that a relative target means from a file, or `null` where it leads out of the docs folder or is not a plain
 * relative path: a page must not be able to read what lies beside the docs.
 */
export function resolveInclude(from: string, target: string): string | null {
  if (/^[/\\~]|^[a-z][a-z\d+.-]*:|[\\\0%]/i.test(target)) return null;
  const path = from.split("/").slice(0, -1);
  for (const part of (target.split(/[?#]/, 1)[0] ?? "").split("/")) {
    if (part === "..") {
      if (path.length === 0) return null;
      path.pop();
    } else if (part !== "." && part !== "") path.push(part);
  }
  return path.length > 0 ? path.join("/") : null;
}

// Sample code in other languages and fixed notices hold no facts of the API; reading them would only cost time.
const isWithoutFacts = (target: string): boolean => /(?:^|\/)snippets\//.test(target);

function expand(node: Paragraph, target: string, stack: readonly string[], context: ReadContext): Block[] {
  const file = stack[stack.length - 1] ?? context.path;
  const place = placeIn(file, node as Nodes);
  if (isWithoutFacts(target)) return [];
  const path = resolveInclude(file, target);
  if (path === null) {
    // Shared includes often live beside the docs folder (`../../includes/…`): absent, and harmless.
    const code = /^[./]*includes\/|\.\.\/.*includes\//.test(target) ? "include-missing" : "include-outside";
    context.report(code, place, { target });
    return [];
  }
  if (stack.includes(path) || stack.length > maxIncludeDepth) {
    context.report("include-cycle", place, { target });
    return [];
  }
  const text = context.lookup(path);
  if (text === undefined) {
    context.report("include-missing", place, { target });
    return [];
  }
  const root = context.parse(text);
  const blocks = flattenBlocks(root, path, text, collectDefinitions(root));
  return expandIncludes(blocks, [...stack, path], context);
}

/** The blocks with every include line replaced by the blocks of its file; absent and refused ones are reported. */
export function expandIncludes(blocks: readonly Block[], stack: readonly string[], context: ReadContext): Block[] {
  return blocks.flatMap((block) => {
    if (block.node.type !== "paragraph") return [block];
    const target = includeTarget(block.node);
    return target === null ? [block] : expand(block.node, target, stack, context);
  });
}
