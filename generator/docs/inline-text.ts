/** Phrasing content (the inside of a paragraph or of a table cell) as plain text and as the tokens that readers need. */
import type { Definition, Link, LinkReference, Nodes, PhrasingContent } from "mdast";

/** A link as written, with its text. */
export interface InlineLink {
  readonly text: string;
  /** The target; `""` for a reference without definition. */
  readonly url: string;
}

/** One piece of phrasing content, in order. */
export type InlineToken =
  | { readonly kind: "text"; readonly text: string; readonly isBold: boolean }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "emphasis"; readonly text: string }
  | { readonly kind: "link"; readonly text: string; readonly url: string }
  | { readonly kind: "break" };

/** Link definitions of a file by normalised label (see {@link definitionKey}). */
export type Definitions = ReadonlyMap<string, Definition>;

export function definitionKey(label: string): string {
  return label.trim().replace(/\s+/g, " ").toLowerCase();
}

function resolveUrl(node: Link | LinkReference, definitions: Definitions): string {
  if (node.type === "link") return node.url;
  return definitions.get(definitionKey(node.label ?? node.identifier))?.url ?? "";
}

/** `</br>` is what several pages write for `<br>`. */
const lineBreakTag = /^<\/?(?:br|p|div|[ou]l|li|d[ldt]|tr|table|tbody|thead)\b/i;
const cellEndTag = /^<\/t[dh]\b/i;

function collect(node: Nodes, isBold: boolean, definitions: Definitions, out: InlineToken[]): void {
  switch (node.type) {
    case "text":
      out.push({ kind: "text", text: node.value, isBold });
      return;
    case "inlineCode":
      out.push({ kind: "code", text: node.value });
      return;
    case "break":
      out.push({ kind: "break" });
      return;
    case "html":
      // A page may hold a list or a table as tags inside a cell; only where lines and cells end matters here.
      if (lineBreakTag.test(node.value)) out.push({ kind: "break" });
      else if (cellEndTag.test(node.value)) out.push({ kind: "text", text: "\t", isBold: false });
      return;
    case "link":
    case "linkReference": {
      const inner: InlineToken[] = [];
      for (const child of node.children) collect(child, isBold, definitions, inner);
      out.push({ kind: "link", text: plainText(inner), url: resolveUrl(node, definitions) });
      return;
    }
    case "emphasis": {
      const inner: InlineToken[] = [];
      for (const child of node.children) collect(child, isBold, definitions, inner);
      // `*` around code or a link says nothing of its own.
      const only = inner[0];
      if (inner.length === 1 && only && only.kind !== "text") out.push(only);
      else out.push({ kind: "emphasis", text: plainText(inner) });
      return;
    }
    case "strong":
      for (const child of node.children) collect(child, true, definitions, out);
      return;
    case "image":
    case "imageReference":
      return;
    default:
      if ("children" in node) for (const child of node.children) collect(child, isBold, definitions, out);
  }
}

/** The text of tokens as it stands, a line feed for a break. */
export function plainText(tokens: readonly InlineToken[]): string {
  let text = "";
  for (const token of tokens) text += token.kind === "break" ? "\n" : token.text;
  return text;
}

/** The tokens of phrasing content, links resolved through the file's definitions. */
export function inlineTokens(content: readonly PhrasingContent[], definitions: Definitions): InlineToken[] {
  const out: InlineToken[] = [];
  for (const node of content) collect(node, false, definitions, out);
  return out;
}

/** Plain text of tokens: white space folded line by line, empty lines dropped, lines joined by a line feed. */
export function tokensText(tokens: readonly InlineToken[]): string {
  return foldedLines(plainText(tokens));
}

/** White space that folding changes: anything but single spaces between words. */
const unfolded = /^ | {2}|[^\S ]| $/;

function foldedLines(text: string): string {
  // What most texts are already: the copies below would be a twentieth of the time of reading.
  if (!unfolded.test(text)) return text;
  return text
    .split("\n")
    .map((line) => line.replace(/\s+/gu, " ").trim())
    .filter((line) => line !== "")
    .join("\n");
}

export function tokensLinks(tokens: readonly InlineToken[]): InlineLink[] {
  return tokens.filter((token) => token.kind === "link");
}
