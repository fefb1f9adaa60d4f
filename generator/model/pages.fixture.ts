/** Pages for tests of the model: read from small texts, as the tool reads them. */
import type { Page } from "../docs/page.ts";
import { createParser } from "../docs/parser.ts";
import { createPageReader } from "../docs/read-page.ts";
import { createVocabulary } from "../docs/synonyms.ts";
import type { EnumType, ObjectType, Property } from "./api-model.ts";
import { buildModel, type ModelResult, type ModelSettings } from "./build-model.ts";

/** Reads pages, given by path. */
export function pagesOf(texts: Readonly<Record<string, string>>): Page[] {
  const parser = createParser("remark");
  if (!parser) throw new Error("remark is always there");
  const read = createPageReader({ parser, vocabulary: createVocabulary(), lookup: (path) => texts[path] });
  return Object.entries(texts).flatMap(([path, text]) => read(path, text).page ?? []);
}

export function modelOf(texts: Readonly<Record<string, string>>, settings: ModelSettings = {}): ModelResult {
  return buildModel(pagesOf(texts), settings);
}

export function typeIn({ model }: ModelResult, name: string): ObjectType {
  const found = model.types.find((type) => type.name === name);
  if (!found) throw new Error(`no type ${name} among ${model.types.map((type) => type.name).join(", ")}`);
  return found;
}

export function enumIn({ model }: ModelResult, name: string): EnumType {
  const found = model.enums.find((type) => type.name === name);
  if (!found) throw new Error(`no enum ${name} among ${model.enums.map((type) => type.name).join(", ")}`);
  return found;
}

export function propertyIn(result: ModelResult, type: string, name: string): Property {
  const found = typeIn(result, type).properties.find((property) => property.name === name);
  if (!found) throw new Error(`no property ${name} in ${type}`);
  return found;
}

export function codesOf({ diagnostics }: ModelResult): string[] {
  return diagnostics.map(({ code }) => code);
}

/** A resource page. `rows` are lines of the property table, `json` the representation's annotation keys. */
export function resourcePage(
  name: string,
  rows: readonly string[],
  more: {
    readonly opening?: string;
    readonly annotation?: string;
    readonly json?: string;
    readonly after?: string;
  } = {},
): string {
  const { opening = "", annotation = "", json = "{}", after = "" } = more;
  return `---
title: "${name} resource type"
doc_type: resourcePageType
---

# ${name} resource type

Namespace: shop.core

${opening}

## Properties

|Property|Type|Description|
|:---|:---|:---|
${rows.join("\n")}

## JSON representation

<!-- { "blockType": "resource", "@odata.type": "shop.core.${name}"${annotation === "" ? "" : `, ${annotation}`} } -->
\`\`\`json
${json}
\`\`\`

${after}
`;
}

/** An api page with one request and, where given, the JSON of a response that is annotated with a type. */
export function getPage(
  title: string,
  path: string,
  response: { readonly type: string; readonly json: string } | null = null,
): string {
  const example =
    response === null
      ? ""
      : `
## Example

### Request

\`\`\`http
GET https://api.example.com/v1.0${path}
\`\`\`

### Response

<!-- { "blockType": "response", "@odata.type": "${response.type}" } -->
\`\`\`http
HTTP/1.1 200 OK
Content-type: application/json

${response.json}
\`\`\`
`;
  return `---
doc_type: apiPageType
---

# ${title}

Namespace: shop.core

## Permissions

|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Application|Shop.Read.All|

## HTTP request

\`\`\`http
GET ${path}
\`\`\`

## Response

If successful, this method returns \`200 OK\`.
${example}`;
}
