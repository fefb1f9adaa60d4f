import { describe, expect, it } from "vitest";
import { buildModel } from "./build-model.ts";
import { codesOf, getPage, modelOf, pagesOf, resourcePage, typeIn } from "./pages.fixture.ts";

const update = (title: string, path: string, type: string, rows: readonly string[], json: string): string => `---
title: "${title}"
author: ""
doc_type: apiPageType
---

# ${title}

Namespace: shop.core

## Permissions

|Permission type|Permissions (from most to least privileged)|
|:---|:---|
|Application|Jobs.ReadWrite.All|

## HTTP request

\`\`\` http
PATCH ${path}
\`\`\`

## Request body

In the request body, supply a JSON representation of the [${type}](../resources/${type.toLowerCase()}.md) object.

|Property|Type|Description|
|:---|:---|:---|
${rows.join("\n")}

## Response

If successful, this method returns a \`200 OK\` response code and an updated [${type}](../resources/${type.toLowerCase()}.md) object in the response body.

## Examples

### Request

\`\`\` http
PATCH https://api.example.com/beta${path}
Content-Type: application/json

${json}
\`\`\`
`;

describe("buildModel", () => {
  it("infers the types that api pages use and no page declares", () => {
    const result = modelOf({
      "api/a.md": update(
        "Update jobs",
        "/people/{peopleId}/jobs",
        "printJob",
        [
          "|id|String|Inherited from [thing](../resources/thing.md)|",
          "|status|jobStatus|Inherited from [job](../resources/job.md). Possible values are: `NotStarted`, `Done`.|",
          "|pages|Int32||",
          "|fault|[jobFault](../resources/jobfault.md)||",
        ],
        `{ "@odata.type": "#shop.core.printJob", "status": "String", "fault": { "@odata.type": "shop.core.jobFault", "code": "Code value" } }`,
      ),
      "api/b.md": update(
        "Update job",
        "/jobs",
        "job",
        [
          "|id|String|Inherited from [thing](../resources/thing.md)|",
          "|status|Enumeration|. Possible values are: `NotStarted`, `Done`.|",
        ],
        `{ "@odata.type": "#shop.core.job", "status": "String" }`,
      ),
    });
    expect(result.model.types.map(({ name, baseType, source }) => [name, baseType, source])).toEqual([
      ["job", "shop.core.thing", "inferred"],
      ["jobFault", null, "inferred"],
      ["printJob", "shop.core.job", "inferred"],
      ["thing", null, "inferred"],
    ]);
    expect(typeIn(result, "printJob").properties.map(({ name, type }) => [name, type])).toEqual([
      ["id", { kind: "primitive", name: "String" }],
      ["status", { kind: "enum", id: "shop.core.jobStatus" }],
      ["pages", { kind: "primitive", name: "Int32" }],
      ["fault", { kind: "object", id: "shop.core.jobFault" }],
    ]);
    expect(typeIn(result, "jobFault").properties.map(({ name }) => name)).toEqual(["code"]);
    expect(result.model.enums.map(({ name }) => name)).toEqual(["jobStatus"]);
    expect(result.model.baseUrl).toBe("https://api.example.com/beta");
  });

  it("leaves out pages that say to be about another version", () => {
    const notice = "> **Important:** Shop APIs under the /beta version are subject to change.";
    const result = modelOf({
      "resources/old.md": resourcePage("old", ["|id|String|The id.|"]),
      "resources/new.md": resourcePage("new", ["|id|String|The id.|"], { opening: notice }),
      "api/old-get.md": getPage("Get old", "/olds/{id}", { type: "shop.core.old", json: `{ "id": "1" }` }),
    });
    expect(result.model.types.map(({ name }) => name)).toEqual(["old"]);
    expect(codesOf(result)).toContain("page-other-version");
    const prose = modelOf({
      "concepts.md": `# Concepts\n\n${notice}\n\nThere are new things and old things.\n`,
      "api/old-get.md": getPage("Get old", "/olds/{id}", { type: "shop.core.old", json: `{ "id": "1" }` }),
    });
    expect(codesOf(prose)).not.toContain("page-other-version");
  });

  it("gives the same model whatever the order of the pages, and survives JSON", () => {
    const pages = pagesOf({
      "resources/enums.md":
        "# Enum values\n\nNamespace: shop.core\n\n### state values\n\n|Member|\n|:--|\n|open|\n|paid|\n",
      "resources/order.md": resourcePage("order", [
        "|state|state|The state.|",
        "|lines|[line](line.md) collection|The lines.|",
      ]),
      "resources/line.md": resourcePage("line", ["|order|[order](order.md)|The order.|"]),
      "api/order-get.md": getPage("Get order", "/orders/{id}", {
        type: "shop.core.order",
        json: `{ "state": "open" }`,
      }),
    });
    const forwards = buildModel(pages);
    const backwards = buildModel(pages.toReversed());
    expect(backwards).toEqual(forwards);
    expect(JSON.parse(JSON.stringify(forwards.model))).toEqual(forwards.model);
  });

  it("takes the namespace and base URL that the settings give", () => {
    const { model } = modelOf(
      { "resources/order.md": resourcePage("order", []) },
      { defaultNamespace: "other", baseUrl: "https://example.com/v2/" },
    );
    expect(model).toMatchObject({
      defaultNamespace: "other",
      baseUrl: "https://example.com/v2",
      types: [{ sdkName: "ShopCoreOrder" }],
    });
  });

  it("makes an empty model of no pages", () => {
    expect(buildModel([])).toEqual({
      model: { schema: 1, defaultNamespace: "", baseUrl: null, types: [], enums: [], operations: [] },
      diagnostics: [],
    });
  });
});
