/** The parser seam: markdown text in, mdast out. Readers see mdast and places only, whoever made them. */
import { createRequire } from "node:module";
import type { Root } from "mdast";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";

/** `remark` is the reference; `satteri` the native parser, an optional dependency that yields the same trees. */
export type ParserName = "remark" | "satteri";

/** Parses one page. May throw on text that overflows the parser; the caller turns that into a diagnostic. */
export type MarkdownParser = (text: string) => Root;

interface SatteriModule {
  markdownToMdast(text: string, options: { features: { gfm: boolean; frontmatter: boolean } }): unknown;
}

function remarkParser(): MarkdownParser {
  const processor = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ["yaml"]).freeze();
  return (text) => processor.parse(text);
}

function satteriParser(): MarkdownParser | null {
  let native: SatteriModule;
  try {
    native = createRequire(import.meta.url)("satteri") as SatteriModule;
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
  return (text) => processor.parse(text) as Root;
}

/**
 * The parser of that name, or `null` where it is not installed on this machine.
 * `remark` is always there.
 */
export function createParser(name: ParserName): MarkdownParser | null {
  return name === "remark" ? remarkParser() : satteriParser();
}
