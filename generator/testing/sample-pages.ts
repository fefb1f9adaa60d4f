/** A small doc set for tests that need one: two types, an enum, three operations. */

export const clockPage = `---
title: "clock resource type"
doc_type: resourcePageType
---

# clock resource type

Namespace: sample.time

A clock on a wall.

## Properties

|Property|Type|Description|
|:---|:---|:---|
|id|String|Identifier. Read-only.|
|label|String|Name of the clock.|
|face|[face](face.md)|What the clock looks like.|
|mood|clockMood|How it feels. Possible values are: \`calm\`, \`hasty\`.|

## JSON representation

\`\`\`json
{
  "@odata.type": "#sample.time.clock",
  "id": "String (identifier)",
  "label": "String"
}
\`\`\`
`;

export const facePage = `---
title: "face resource type"
doc_type: resourcePageType
---

# face resource type

Namespace: sample.time

The face of a clock.

## Properties

|Property|Type|Description|
|:---|:---|:---|
|hands|Int32|Number of hands.|
`;

function operationPage(title: string, request: string, response: string): string {
  return `---
title: "${title}"
doc_type: apiPageType
---

# ${title}

Namespace: sample.time

${title}, that is all.

## Permissions

|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Delegated (work or school account)|Clock.Read|
|Delegated (personal Microsoft account)|Not supported.|
|Application|Clock.Read.All|

## HTTP request

\`\`\`http
${request}
\`\`\`

## Request body

Do not supply a request body for this method.

## Response

${response}
`;
}

export const listClocksPage = operationPage(
  "List clocks",
  "GET /clocks",
  "If successful, this method returns a `200 OK` response code and a collection of [clock](../resources/clock.md) objects.",
);

export const getClockPage = operationPage(
  "Get clock",
  "GET /clocks/{clock-id}",
  "If successful, this method returns a `200 OK` response code and a [clock](../resources/clock.md) object.",
);

export const getFacePage = operationPage(
  "Get face",
  "GET /clocks/{clock-id}/face",
  "If successful, this method returns a `200 OK` response code and a [face](../resources/face.md) object.",
);

export const samplePages: Readonly<Record<string, string>> = {
  "api/clock-get.md": getClockPage,
  "api/clock-list.md": listClocksPage,
  "api/face-get.md": getFacePage,
  "resources/clock.md": clockPage,
  "resources/face.md": facePage,
};

/** The same pages below a folder. */
export function samplePagesIn(folder: string): Record<string, string> {
  return Object.fromEntries(Object.entries(samplePages).map(([path, text]) => [`${folder}/${path}`, text]));
}
