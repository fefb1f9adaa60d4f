/** The parser seam: markdown text in, mdast out. Readers see mdast and places only, whoever made them. */
import { createRequire } from "node:module";
import type { Nodes, Root } from "mdast";
import type remarkFrontmatter from "remark-frontmatter";
import type remarkGfm from "remark-gfm";
import type remarkParse from "remark-parse";
import { unified } from "unified";

/** `remark` is the reference; `satteri` the native parser, an optional dependency that yields the same trees. */
export type ParserName = "remark" | "satteri";

/** Parses one page. May throw on text that overflows the parser; the caller turns that into a diagnostic. */
export type MarkdownParser = (text: string) => Root;

interface SatteriModule {
  markdownToMdast(text: string, options: { features: { gfm: boolean; frontmatter: boolean } }): unknown;
}

const require = createRequire(import.meta.url);

/** Loaded when it is asked for: a run with the native parser has no use for the eighty modules of the other. */
function remarkParser(): MarkdownParser {
  const parse: { readonly default: typeof remarkParse } = require("remark-parse");
  const gfm: { readonly default: typeof remarkGfm } = require("remark-gfm");
  const frontmatter: { readonly default: typeof remarkFrontmatter } = require("remark-frontmatter");
  const processor = unified().use(parse.default).use(gfm.default).use(frontmatter.default, ["yaml"]).freeze();
  return (text) => processor.parse(text);
}

function satteriParser(): MarkdownParser | null {
  let native: SatteriModule;
  try {
    native = require("satteri") as SatteriModule;
  } catch {
    // No binary for this platform, or installed without optional dependencies.
    return null;
  }
  // A unified processor takes any `(text) => Root` as its parser: plugins and readers do not see the difference.
  const processor = unified()
    .use(function satteri() {
      // NUL is to be the replacement character, which the native parser forgets in addresses.
      this.parser = (text) =>
        native.markdownToMdast(text.replaceAll("\0", "\ufffd"), { features: { gfm: true, frontmatter: true } }) as Root;
    })
    .freeze();
  let reference: MarkdownParser | null = null;
  return (text) => {
    const root = processor.parse(text) as Root;
    if (!addressAtPipe.test(text) || !hasAddressWithPipe(root)) return root;
    reference ??= remarkParser();
    return reference(text);
  };
}

/** An address that a pipe follows, as in a table without padding; the walk below is for such pages alone. */
const addressAtPipe = /(?:https?:\/\/|www\.|@)[^\s|]*\|/i;

/** Whether an address has taken the end of its table cell along: the native parser does so, the reference does not. */
function hasAddressWithPipe(node: Nodes): boolean {
  if (node.type === "link" && node.url.includes("|")) return true;
  return "children" in node && node.children.some(hasAddressWithPipe);
}

/**
 * The parser of that name, or `null` where it is not installed on this machine.
 * `remark` is always there.
 */
export function createParser(name: ParserName): MarkdownParser | null {
  return name === "remark" ? remarkParser() : satteriParser();
}
