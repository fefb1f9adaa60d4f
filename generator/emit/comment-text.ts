/**
 * The only way from text of a page into a comment of the output. Part of the text module: see `text.ts`.
 *
 * Prose cannot end the comment, make a tag or a link, or act on a tool that reads comments; it is shown as it is
 * otherwise, within limits.
 */
import { invisibleCharacters, wellFormed } from "./characters.ts";
import type { Code, Identifier } from "./text.ts";

declare const proseBrand: unique symbol;
declare const commentBrand: unique symbol;

/** Text that is safe inside a block comment, not yet wrapped. */
export type Prose = string & { readonly [proseBrand]: true };

/** The lines of a whole comment, without its delimiters. */
export type Comment = string & { readonly [commentBrand]: true };

/** Longest prose that a comment takes over: beyond that, a hover is not read. */
export const maxProseLength = 800;

const maxLineComment = 240;

const lineWidth = 100;

/** Makes prose of any text: lines stay lines, blanks are collapsed, long text is cut at a word. */
export function prose(text: string, maxLength = maxProseLength): Prose {
  const lines = wellFormed(text)
    .replace(invisibleCharacters, "")
    .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, "\n")
    .split("\n")
    .map((line) => line.replace(/[\s\u0000-\u001F\u007F-\u009F]+/g, " ").trim())
    .filter((line) => line !== "");
  return escapeProse(shortened(lines.join("\n"), maxLength)) as Prose;
}

/** Any text as a comment of one line, between statements. */
export function lineComment(text: string): Code {
  return `// ${prose(text, maxLineComment).replaceAll("\n", " ")}` as Code;
}

/**
 * Composes prose: the text of the template is the generator's own and may hold tags and links. Text of a page must not
 * follow a tag that reads a name, such as `@see`: TypeScript reads that by other rules than prose.
 *
 * @example note`Arguments of {@link ${name}}.`
 */
export function note(strings: TemplateStringsArray, ...values: readonly (Prose | Identifier)[]): Prose {
  return strings.reduce((text, part, index) => text + (values[index - 1] ?? "") + part) as Prose;
}

/** A web address, as it stands: other characters than those of URLs are percent-encoded, so that it ends where it seems to. */
export function webLink(url: string): Prose {
  return new URL(url).href.replace(/[^\w\-.~!$&'()+,;=:/?#%]/g, encodeURIComponent).replaceAll("*", "%2A") as Prose;
}

/**
 * Code as an example. What ends a comment, makes a tag or a link, or acts on a tool that reads comments, can stand only
 * in a string of the code: there it is written in another way.
 */
export function example(text: Code): Prose {
  const safe = text
    .replaceAll("*/", "*\\/")
    // To TypeScript a fence of code is prose, in which a tag begins behind a blank and a link behind a brace.
    .replace(/(?<=[\s{])@|@(?=jsx|ts-|license|preserve|cc_on|__)/gi, "\\u0040")
    .replace(/source(Mapping)?URL/g, "source$1\\u0055RL")
    .replace(/(eslint|tslint|biome|prettier|oxlint)-/gi, "$1\\u002D");
  return `@example\n\`\`\`ts\n${safe}\n\`\`\`` as Prose;
}

/**
 * A comment of some paragraphs, wrapped; `null` if none has text. Paragraphs that begin with a tag follow each other
 * without a blank line.
 *
 * @param indent columns to the left of the comment
 */
export function comment(paragraphs: readonly (Prose | null)[], indent = 0): Comment | null {
  const width = lineWidth - indent - " * ".length;
  const lines: string[] = [];
  for (const paragraph of paragraphs) {
    if (paragraph === null || paragraph === "") continue;
    const isTag = paragraph.startsWith("@");
    const followsTag = lines.some((line) => line.startsWith("@"));
    if (lines.length > 0 && !(isTag && followsTag)) lines.push("");
    // The lines of an example are code.
    const isCode = paragraph.startsWith("@example");
    for (const line of paragraph.split("\n")) lines.push(...(isCode ? [line] : wrapped(line, width)));
  }
  return lines.length === 0 ? null : (lines.join("\n") as Comment);
}

/** A comment as a block of its own, to be put before a declaration that is composed as code. */
export function commentCode(text: Comment): Code {
  const lines = text.split("\n");
  const block = lines.map((line) => (line === "" ? " *" : ` * ${line}`)).join("\n");
  // Safe as code: a comment cannot end before its delimiter.
  return (lines.length === 1 ? `/** ${text} */` : `/**\n${block}\n */`) as Code;
}

function escapeProse(text: string): string {
  return (
    text
      .replace(/\*\//g, "*\\/")
      // A pragma is found by its `@` wherever it stands, so that a backslash before it would not do.
      .replace(/@(?=jsx|ts-|license|preserve|cc_on|__)/gi, "@ ")
      .replace(/source(Mapping)?URL/gi, (word) => `${word.slice(0, -3)} ${word.slice(-3)}`)
      .replace(/(?<![\w`])(?:eslint|tslint|biome|prettier|oxlint)-[\w-]+/gi, (word) => `\`${word}\``)
      // A tag or a link begins with `@`; only inside a word or a code span it is always plain text.
      .replace(/(?<![\w`])@|@(?!\w)/g, "\\@")
  );
}

function shortened(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const cut = text.slice(0, maxLength - 1).replace(/[\uD800-\uDBFF]$/, "");
  const end = cut.search(/\s+\S*$/);
  return `${(end > maxLength / 2 ? cut.slice(0, end) : cut).trimEnd()}…`;
}

function wrapped(line: string, width: number): string[] {
  const lines: string[] = [];
  // Alone on a line a bullet would be an empty item, and what continues an item is indented.
  const bullet = /^[-*+] (?=\S)/.exec(line)?.[0] ?? "";
  const [indent, room] = [" ".repeat(bullet.length), width - bullet.length];
  let current = "";
  // A code span or a link stays on its line: broken, it would not be shown as one.
  for (const word of line.slice(bullet.length).match(/(?:`[^`]*`|\{@link [\w$]+\}|\S)+/g) ?? []) {
    if (current !== "" && current.length + 1 + word.length > room) {
      lines.push(current);
      current = word;
    } else {
      current = current === "" ? word : `${current} ${word}`;
    }
  }
  return [...lines, current].map((text, index) => (index === 0 ? bullet : indent) + text);
}
