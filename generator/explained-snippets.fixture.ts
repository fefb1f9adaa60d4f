/**
 * The snippets on the pages about diagnostics. A fence says what its snippet is: `markdown page api/widget-get.md` for a
 * whole file, `markdown part api/widget-get.md` for what is special about one that is otherwise as the shop has it.
 */
import type { Code } from "mdast";
import { resolveSettings } from "./config/settings.ts";
import type { DiagnosticCode } from "./diagnostics/codes.ts";
import { createParser } from "./docs/parser.ts";
import { goldenDiagnostics } from "./golden/golden-diagnostics.ts";
import { outcomeOf } from "./golden/golden-outcome.ts";
import { planGoldens } from "./golden/plan-goldens.ts";
import { linkDocsSet } from "./link-docs.ts";

export interface Snippet {
  readonly isWhole: boolean;
  readonly path: string;
  readonly text: string;
}

const parse = createParser("remark");

/** The snippets below a heading, in order. */
export function snippetsBelow(heading: string, page: string): readonly Snippet[] {
  const nodes = parse?.(page).children ?? [];
  const start = nodes.findIndex((node) => node.type === "heading" && page.slice(...rangeOf(node)) === `## ${heading}`);
  const rest = start < 0 ? [] : nodes.slice(start + 1);
  const end = rest.findIndex(({ type }) => type === "heading");
  const own = end < 0 ? rest : rest.slice(0, end);
  return own.flatMap((node) => (node.type === "code" && node.lang === "markdown" ? [snippetOf(node)] : []));
}

function rangeOf({ position }: { readonly position?: Code["position"] }): [number, number] {
  return [position?.start.offset ?? 0, position?.end.offset ?? 0];
}

function snippetOf({ meta, value }: Code): Snippet {
  const [kind, path] = (meta ?? "").split(" ");
  if ((kind !== "page" && kind !== "part") || path === undefined) throw new Error(`Unexpected fence: ${meta}`);
  return { isWhole: kind === "page", path, text: value };
}

/** The codes of what is found on the pages of the shop, with these snippets in place of its own or beside them. */
export function codesFoundWith(snippets: readonly Snippet[]): readonly DiagnosticCode[] {
  const texts = new Map(Object.entries(shop));
  for (const snippet of snippets) texts.set(snippet.path, snippet.isWhole ? snippet.text : wholePage(snippet));
  const sorted = new Map([...texts].sort(([a], [b]) => (a < b ? -1 : 1)));
  const settings = resolveSettings({}, "/", {}, "/");
  const linked = linkDocsSet({ root: "/", texts: sorted, diagnostics: [] }, settings, () => {});
  const tested = goldenDiagnostics(outcomeOf(planGoldens(linked.model)).reasons, linked.diagnostics);
  return [...new Set([...linked.diagnostics, ...tested].map(({ code }) => code))];
}

const fence = "```";

const titleVerbs: Readonly<Record<string, string>> = { post: "create" };

const resourceSections: readonly string[] = [
  `## Properties

|Property|Type|Description|
|:---|:---|:---|
|id|String|Identifier. Read-only.|
|name|String|Name that customers see.|`,
];

const shop: Readonly<Record<string, string>> = {
  "resources/widget.md": wholePage({ path: "resources/widget.md", text: "" }),
  "api/widget-list.md": wholePage({
    path: "api/widget-list.md",
    text: `## Example

### Request

${fence}http
GET https://api.example.com/v1.0/widgets
${fence}

### Response

${fence}http
HTTP/1.1 200 OK
Content-type: application/json

{
  "value": [{ "id": "17", "name": "Sprocket" }]
}
${fence}`,
  }),
};

/** A page that has the sections of the part, and for the rest what any page of its kind has. */
function wholePage({ path, text }: Pick<Snippet, "path" | "text">): string {
  const [folder, file = ""] = path.split("/");
  const [noun = "", verb = ""] = file.replace(/\.md$/u, "").split("-");
  // With a line before it, also a heading at the very start is split off.
  const [opening = "", ...own] = `\n${text}`.split(/^(?=## )/mu);
  const isResource = folder === "resources";
  const given = isResource ? resourceSections : operationSections(noun, verb);
  const headings = new Set(own.map(headingOf));
  const others = given.filter((section) => !headings.has(headingOf(section)));
  const title = isResource ? `${noun} resource type` : `${capitalised(titleVerbs[verb] ?? verb)} ${noun}`;
  return `---
title: "${title}"
doc_type: ${isResource ? "resourcePageType" : "apiPageType"}
---

# ${title}

Namespace: shop.core

${opening.trim() || "What the shop says of it."}

${[...others, ...own].map((section) => section.trim()).join("\n\n")}
`;
}

function headingOf(section: string): string {
  return section.split("\n", 1)[0] ?? "";
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function operationSections(noun: string, verb: string): readonly string[] {
  const link = `[${noun}](../resources/${noun}.md)`;
  const one = `/${noun}s/{${noun}-id}`;
  const requests: Readonly<Record<string, string>> = {
    get: `GET ${one}`,
    list: `GET /${noun}s`,
    post: `POST /${noun}s`,
    update: `PATCH ${one}`,
    delete: `DELETE ${one}`,
  };
  const results: Readonly<Record<string, string>> = {
    get: `a \`200 OK\` response code and a ${link} object`,
    list: `a \`200 OK\` response code and a collection of ${link} objects`,
    post: `a \`201 Created\` response code and a ${link} object`,
    update: `a \`200 OK\` response code and a ${link} object`,
  };
  const hasBody = verb === "post" || verb === "update";
  return [
    `## Permissions

|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Delegated (work or school account)|Shop.Read|
|Delegated (personal Microsoft account)|Not supported.|
|Application|Shop.Read.All|`,
    `## HTTP request

${fence}http
${requests[verb] ?? `POST ${one}/${verb}`}
${fence}`,
    ...(hasBody ? [`## Request body\n\nIn the request body, supply a JSON representation of a ${link} object.`] : []),
    `## Response\n\nIf successful, this method returns ${results[verb] ?? "a `204 No Content` response code"}.`,
  ];
}
