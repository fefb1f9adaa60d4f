/** Text for the documents of the output: markdown and JSON. Part of the text module: see `text.ts`. */

import { oneLine } from "./characters.ts";
import type { Code } from "./text.ts";

declare const documentBrand: unique symbol;

/** Text that is safe where a template puts it: HTML escapes would spoil it, so templates insert it as it is. */
export type DocumentText = string & { readonly [documentBrand]: true };

/** Text on one line of markdown, in a table cell too: shown as it is, without effect. */
export function markdownText(text: string): DocumentText {
  return oneLine(text).replace(/[\\`*_[\]<>|#~&!{}]/g, "\\$&") as DocumentText;
}

/** A code span of markdown, in a table cell too. */
export function markdownCode(text: string): DocumentText {
  const line = oneLine(text);
  const runs = line.match(/`+/g) ?? [];
  const fence = "`".repeat(1 + Math.max(0, ...runs.map((run) => run.length)));
  const space = line.startsWith("`") || line.endsWith("`") ? " " : "";
  return (fence + space + line.replaceAll("|", "\\|") + space + fence) as DocumentText;
}

/** Code, in a template that makes code. */
export function codeValue(text: Code): DocumentText {
  return text as string as DocumentText;
}

/** Any value as JSON. */
export function jsonText(value: string | number | boolean | null | readonly string[]): DocumentText {
  return JSON.stringify(value).replace(/[\u2028\u2029]/g, (end) =>
    end === "\u2028" ? "\\u2028" : "\\u2029",
  ) as DocumentText;
}

/** A number, or one of the generator's own words. */
export function plainText(value: number | `${string}.ts`): DocumentText {
  return String(value) as DocumentText;
}
