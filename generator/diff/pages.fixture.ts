/** A small set of pages for tests of the comparison, and edits of it: each pair of versions is the set and an edit. */
import type { ApiModel } from "../model/api-model.ts";
import { modelOf } from "../model/pages.fixture.ts";

export type Pages = Readonly<Record<string, string>>;

interface ResourceParts {
  readonly rows: readonly string[];
  readonly relationships?: readonly string[];
  readonly json: string;
  readonly annotation?: string;
  readonly opening?: string;
  readonly after?: string;
}

function resource(name: string, parts: ResourceParts): string {
  const { rows, relationships = [], json, annotation = "", opening = `A ${name}.`, after = "" } = parts;
  const related =
    relationships.length === 0
      ? ""
      : `\n## Relationships\n\n|Relationship|Type|Description|\n|:---|:---|:---|\n${relationships.join("\n")}\n`;
  return `---
title: "${name} resource type"
description: "About ${name}."
doc_type: resourcePageType
---

# ${name} resource type

Namespace: sample.time

${opening}

## Properties

|Property|Type|Description|
|:---|:---|:---|
${rows.join("\n")}
${related}
## JSON representation

<!-- { "blockType": "resource", "@odata.type": "sample.time.${name}"${annotation} } -->
\`\`\`json
${json}
\`\`\`

${after}
`;
}

interface OperationParts {
  readonly requests: readonly string[];
  readonly result: string;
  readonly sections?: string;
  readonly opening?: string;
  readonly permissions?: readonly [string, string, string];
}

function operation(title: string, parts: OperationParts): string {
  const { requests, result, sections = "", opening = `${title}, that is all.` } = parts;
  const [work, personal, application] = parts.permissions ?? [
    "Clock.Read, Clock.ReadWrite",
    "Not supported.",
    "Clock.Read.All",
  ];
  return `---
title: "${title}"
description: "${title}."
doc_type: apiPageType
---

# ${title}

Namespace: sample.time

${opening}

## Permissions

|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Delegated (work or school account)|${work}|
|Delegated (personal Microsoft account)|${personal}|
|Application|${application}|

## HTTP request

\`\`\`http
${requests.join("\n")}
\`\`\`

${sections}

## Response

${result}
`;
}

const clock = resource("clock", {
  annotation: `, "keyProperty": "id", "baseType": "sample.time.device"`,
  rows: [
    "|id|String|The key of the clock. Read-only.|",
    "|label|String|Name of the clock on the wall.|",
    "|hands|Int32|Number of hands that it has.|",
    "|weight|Int32|How heavy it is in grams. Supports `$filter` (`eq`, `ge`) and `$orderby`.|",
    "|face|[face](face.md)|What the clock looks like.|",
    "|words|String collection|Any words about it.|",
    "|mood|clockMood|How it feels to look at it.|",
    "|note|String|Anything else. Returned by default.|",
  ],
  relationships: ["|maker|[maker](maker.md)|Who made the clock.|"],
  json: `{
  "id": "String (identifier)",
  "label": "String",
  "hands": 1024,
  "weight": 1024,
  "face": { "@odata.type": "sample.time.face" },
  "words": ["String"],
  "mood": "String",
  "note": "String"
}`,
  after: `### clockMood values

|Member|Description|
|:---|:---|
|calm|No haste at all.|
|hasty|Always ahead of time.|

### clockState values

|Member|Description|
|:---|:---|
|going|It goes.|
|stopped|It stands still.|
|unknownFutureValue|Sentinel for what comes.|`,
});

const device = resource("device", {
  annotation: `, "keyProperty": "id"`,
  rows: ["|id|String|The key of the device. Read-only.|", "|serial|String|Number on its back.|"],
  json: `{ "id": "String (identifier)", "serial": "String" }`,
});

const face = resource("face", {
  rows: [
    "|digits|Int32|How many digits there are.|",
    "|colour|String|What colour it has.|",
    "|state|clockState|Whether it can be read.|",
  ],
  json: `{ "digits": 1024, "colour": "String", "state": "String" }`,
});

const maker = resource("maker", {
  annotation: `, "keyProperty": "id"`,
  rows: [
    "|id|String|The key of the maker. Read-only.|",
    "|town|String|Where the maker works.|",
    "|founded|DateTimeOffset|When the firm was founded.|",
  ],
  json: `{ "id": "String (identifier)", "town": "String", "founded": "String (timestamp)" }`,
});

const clockResult =
  "If successful, this method returns a `200 OK` response code and a [clock](../resources/clock.md) object in the response body.";

export const basePages: Pages = {
  "resources/clock.md": clock,
  "resources/device.md": device,
  "resources/face.md": face,
  "resources/maker.md": maker,
  "api/clock-list.md": operation("List clocks", {
    requests: ["GET /clocks", "GET /me/clocks"],
    sections:
      "## Optional query parameters\n\nThis method supports the `$top` and `$filter` [OData query parameters](/graph/query-parameters).",
    result:
      "If successful, this method returns a `200 OK` response code and a collection of [clock](../resources/clock.md) objects in the response body.",
  }),
  "api/clock-get.md": operation("Get clock", { requests: ["GET /clocks/{clock-id}"], result: clockResult }),
  "api/clock-post-clocks.md": operation("Create clock", {
    requests: ["POST /clocks"],
    sections:
      "## Request body\n\nIn the request body, supply a JSON representation of the [clock](../resources/clock.md) object.\n\n|Property|Type|Description|\n|:---|:---|:---|\n|label|String|Name of the clock. Required.|\n|weight|Int32|How heavy it is. Optional.|",
    result:
      "If successful, this method returns a `201 Created` response code and a [clock](../resources/clock.md) object in the response body.",
  }),
  "api/clock-wind.md": operation("clock: wind", {
    requests: ["POST /clocks/{clock-id}/wind"],
    sections: `## Request headers

|Name|Description|
|:---|:---|
|Authorization|Bearer {token}. Required.|
|If-Match|The version that is meant. Optional.|

## Request body

In the request body, provide a JSON object with the following parameters.

|Parameter|Type|Description|
|:---|:---|:---|
|turns|Int32|How often to turn the key. Required.|
|reason|String|Why it has to be wound. Optional.|`,
    result: "If successful, this method returns a `204 No Content` response code.",
  }),
  "api/clock-chimes.md": operation("clock: chimes", {
    requests: ["GET /clocks/{clock-id}/chimes(from='{from}',to='{to}')"],
    sections: `## Function parameters

|Parameter|Type|Description|
|:---|:---|:---|
|from|String|First chime. Required.|
|to|String|Last chime. Required.|

## Query parameters

|Parameter|Type|Description|
|:---|:---|:---|
|loudness|Int32|How loud at least. Optional.|`,
    result:
      "If successful, this method returns a `200 OK` response code and a [face](../resources/face.md) object in the response body.",
  }),
  "api/clock-delete.md": operation("Delete clock", {
    requests: ["DELETE /clocks/{clock-id}"],
    result: "If successful, this method returns a `204 No Content` response code.",
  }),
  "api/maker-update.md": operation("Update maker", {
    requests: ["PATCH /makers/{maker-id}"],
    sections:
      "## Request body\n\nIn the request body, supply a JSON representation of the [maker](../resources/maker.md) object.\n\n|Property|Type|Description|\n|:---|:---|:---|\n|town|String|Where the maker works. Optional.|",
    result:
      "If successful, this method returns a `200 OK` response code and a [maker](../resources/maker.md) object in the response body.",
  }),
};

/** Text to put in the place of another, on one page. */
export type Replacement = readonly [page: string, text: string, by: string];

export interface Edit {
  readonly replace?: readonly Replacement[];
  readonly add?: Pages;
  readonly remove?: readonly string[];
}

/** The pages after an edit. A text that is not there is a mistake of the test. */
export function edited(pages: Pages, { replace = [], add = {}, remove = [] }: Edit): Pages {
  const result = new Map(Object.entries({ ...pages, ...add }));
  for (const [page, text, by] of replace) {
    const before = result.get(page);
    if (before === undefined || !before.includes(text))
      throw new Error(`${page} does not hold ${JSON.stringify(text)}`);
    result.set(
      page,
      before.replace(text, () => by),
    );
  }
  for (const page of remove) if (!result.delete(page)) throw new Error(`there is no page ${page}`);
  return Object.fromEntries(result);
}

export function modelFrom(pages: Pages): ApiModel {
  return modelOf(pages).model;
}

export { operation as operationPage, resource as resourcePage };
