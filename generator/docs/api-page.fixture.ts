/** Reading small api pages, for the tests of their readers and of the operations made of them. */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { ApiPage } from "./page.ts";
import { createParser } from "./parser.ts";
import { createPageReader } from "./read-page.ts";
import { createVocabulary } from "./synonyms.ts";

export interface ReadApi {
  readonly page: ApiPage;
  readonly diagnostics: readonly Diagnostic[];
  readonly codes: readonly string[];
}

const remark = createParser("remark");

/** Reads a page that has to be an api page. `files`: other files of the docs folder, for includes. */
export function readApi(
  text: string,
  path = "api/widget-list.md",
  files: Readonly<Record<string, string>> = {},
): ReadApi {
  if (!remark) throw new Error("the reference parser is always there");
  const others = new Map(Object.entries(files));
  const read = createPageReader({ parser: remark, vocabulary: createVocabulary(), lookup: (file) => others.get(file) });
  const { page, diagnostics } = read(path, text);
  if (page?.kind !== "api") throw new Error(`the page is of kind ${page?.kind ?? "none"}`);
  return { page, diagnostics, codes: diagnostics.map((found) => found.code) };
}

export const fence = "```";

/** A page with an HTTP request and whatever sections follow. */
export function apiPage(request: string, ...sections: readonly string[]): string {
  return ["# List widgets", `## HTTP request\n\n${fence}http\n${request}\n${fence}`, ...sections].join("\n\n");
}

/** A code block under an own example heading. */
export function example(...blocks: readonly string[]): string {
  return `## Example\n\n${blocks.map((block) => `${fence}http\n${block}\n${fence}`).join("\n\n")}`;
}
