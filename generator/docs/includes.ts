/** `[!INCLUDE [text](path)]` lines: which file they mean, and its blocks in their place. */
import type { Paragraph, PhrasingContent } from "mdast";
import { type Block, collectDefinitions, flattenBlocks, isBlock, placeIn } from "./blocks.ts";
import { reportHiddenCharacters } from "./hidden-characters.ts";
import type { ReadContext } from "./read-context.ts";
import { checkStructure, PageTooComplex } from "./structure-limits.ts";

const opensInclude = /\[!INCLUDE\s*$/i;

/** The target of a paragraph that is an include line, or `null` where it is not one. */
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

// Sample code in other languages holds no facts of the API; reading it would only cost time.
const isWithoutFacts = (target: string): boolean => /(?:^|\/)snippets\//.test(target);

/** A paragraph's children, cut at its includes: runs of text, and targets. */
type Piece = { readonly target: string } | { readonly children: PhrasingContent[] };

function piecesOf(paragraph: Paragraph): Piece[] {
  const pieces: Piece[] = [];
  let run: PhrasingContent[] = [];
  let isClosing = false;
  paragraph.children.forEach((child, i) => {
    const next = paragraph.children[i + 1];
    if (child.type === "text") {
      const text = isClosing ? child.value.replace(/^\s*\]/, "") : child.value;
      isClosing = false;
      const isOpen = next?.type === "link" && opensInclude.test(text);
      const value = isOpen ? text.slice(0, text.search(opensInclude)) : text;
      if (value !== "") run.push({ ...child, value });
      if (!isOpen) return;
      pieces.push({ children: run }, { target: next.url });
      run = [];
      isClosing = true;
    } else if (!isClosing) run.push(child);
  });
  return [...pieces, { children: run }];
}

/** Markers of the docs site around an include (`:::zone …`) are lines without words of their own. */
function hasWords(children: readonly PhrasingContent[]): boolean {
  return children.some(
    (child) =>
      child.type !== "text" ||
      child.value.split("\n").some((line) => /[\p{L}\p{N}]/u.test(line) && !/^\s*:::/.test(line)),
  );
}

class Expander {
  readonly #context: ReadContext;
  #count = 0;

  constructor(context: ReadContext) {
    this.#context = context;
  }

  expand(blocks: readonly Block[], stack: readonly string[]): Block[] {
    return blocks.flatMap((block) => {
      if (isBlock(block, "paragraph")) return this.#paragraph(block, stack);
      if (!isBlock(block, "list")) return [block];
      // The list is one block with the text of its items; what they include comes after it.
      const items = block.node.children.flatMap((item) => item.children.filter((child) => child.type === "paragraph"));
      const targets = items.flatMap((node) =>
        piecesOf(node).flatMap((piece) => ("target" in piece ? [{ node, ...piece }] : [])),
      );
      return [block, ...targets.flatMap(({ node, target }) => this.#file(target, { ...block, node }, stack))];
    });
  }

  #paragraph(block: Block<Paragraph>, stack: readonly string[]): Block[] {
    const pieces = piecesOf(block.node);
    if (pieces.length === 1) return [block];
    return pieces.flatMap((piece) => {
      if ("target" in piece) return this.#file(piece.target, block, stack);
      return hasWords(piece.children) ? [{ ...block, node: { ...block.node, children: piece.children } }] : [];
    });
  }

  #file(target: string, block: Block<Paragraph>, stack: readonly string[]): Block[] {
    if (isWithoutFacts(target)) return [];
    this.#count += 1;
    const { limits } = this.#context;
    if (this.#count > limits.includes) throw new PageTooComplex(`${this.#count} includes`, limits.includes);
    const place = placeIn(block.file, block.node);
    const path = resolveInclude(block.file, target);
    if (path === null) {
      // Shared includes often live beside the docs folder (`../../includes/…`): absent, and harmless.
      const isShared = /^(?:\.{1,2}\/)+(?:[\w-]+\/)*includes\//.test(target);
      this.#context.report(isShared ? "include-missing" : "include-outside", place, { target });
      return [];
    }
    if (stack.includes(path) || stack.length > limits.includeDepth) {
      this.#context.report("include-cycle", place, { target });
      return [];
    }
    const text = this.#context.lookup(path);
    if (text === undefined) {
      this.#context.report("include-missing", place, { target });
      return [];
    }
    checkStructure(text, limits);
    reportHiddenCharacters(path, text, this.#context);
    const root = this.#context.parse(text);
    const blocks = flattenBlocks(root, path, text, collectDefinitions(root));
    // What a quote includes is quoted.
    const quoted = block.isQuoted ? blocks.map((included) => ({ ...included, isQuoted: true })) : blocks;
    return this.expand(quoted, [...stack, path]);
  }
}

/** The blocks of a page with every include replaced by the blocks of its file; absent and refused ones are reported. */
export function expandIncludes(blocks: readonly Block[], context: ReadContext): Block[] {
  return new Expander(context).expand(blocks, [context.path]);
}
