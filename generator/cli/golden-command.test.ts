import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import { runCli } from "../testing/run-cli.ts";
import { tempFolder } from "../testing/temp-folder.ts";

const minute = { timeout: 60_000 };

const resource = `---
doc_type: resourcePageType
---

# clock resource type

Namespace: sample.time

## Properties

|Property|Type|Description|
|:---|:---|:---|
|id|String|Key.|
|label|String|Name of the clock.|
|mood|clockMood|How it feels. Possible values are: \`calm\`, \`hasty\`.|

## JSON representation

<!-- { "blockType": "resource", "@odata.type": "sample.time.clock", "keyProperty": "id" } -->
\`\`\`json
{ "id": "String", "label": "String", "mood": "String" }
\`\`\`
`;

const get = (response: string): string => `---
doc_type: apiPageType
---

# Get clock

Namespace: sample.time

## HTTP request

\`\`\`http
GET /clocks/{clock-id}
\`\`\`

## Response

Returns \`200 OK\` and a [clock](../resources/clock.md) object.

## Example

\`\`\`http
GET https://api.example.com/v1/clocks/7
\`\`\`

\`\`\`http
HTTP/1.1 200 OK
Content-Type: application/json

${response}
\`\`\`
`;

function docs(response: string): Record<string, string> {
  return { "docs-input/resources/clock.md": resource, "docs-input/api/clock-get.md": get(response) };
}

const counts = (found: number, listed: number) => ({ found, passing: found - listed, listed });

test("counts what holds and lists what is at odds, by code and place", minute, async () => {
  const cwd = tempFolder(docs('{\n  "id": "7",\n  "mood": "Calm",\n  "height": 3\n}'));
  const { code, stdout, stderr } = await runCli(["golden", "--format", "json"], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(JSON.parse(stdout)).toEqual({
    requests: counts(1, 0),
    responses: counts(1, 1),
    byCode: { "example-value-enum": 1 },
    foreign: 0,
    withPlaceholders: 0,
    withAllowances: 0,
    tests: 2,
    problems: [],
    listed: [
      {
        kind: "response",
        code: "example-value-enum",
        page: "api/clock-get.md",
        line: 31,
        column: 3,
        message: "`mood` is `Calm`, no member of clockMood, perhaps `calm`",
        operation: "api/clock-get",
        example: "example",
      },
    ],
  });
});

test("says it in lines for people", minute, async () => {
  const cwd = tempFolder(docs('{ "id": "7", "mood": "String", "label": 3 }'));
  const { code, stdout } = await runCli(["golden", "--verbose"], { cwd });
  expect(code).toBe(0);
  expect(stdout.split("\n")).toEqual([
    "api/clock-get.md:29:32: example-value-type (response) `label` is a number, expected String",
    "",
    "Requests  1: 1 passing (100.0 %), 0 listed",
    "Responses 1: 0 passing (0.0 %), 1 listed",
    "  warning  example-value-type      1",
    "Tests     2",
    "",
  ]);
});

test("takes what stands for a value for none, and leaves nothing behind", minute, async () => {
  const cwd = tempFolder(docs('{ "id": "7", "mood": "String" }'));
  const scratch = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith("apipage-golden-"));
  const before = scratch();
  const { stdout } = await runCli(["golden"], { cwd });
  expect(stdout).toContain("       1 pass with a text that only stands for a value\n");
  expect(scratch()).toEqual(before);
});

test("a golden that fails by the user's own template ends with 1, and says which", minute, async () => {
  const helper = 'export const baseUrl = "https://api.example.com/v1";\nexport const mistake: string = 1;\n';
  const cwd = tempFolder({
    ...docs('{ "id": "7" }'),
    "templates/golden/service.ts": helper,
    "apipage.config.json": '{ "templates": "templates" }',
  });
  const { code, stdout } = await runCli(["golden"], { cwd });
  expect(code).toBe(1);
  expect(stdout.split("\n")[0]).toBe("golden/service.ts:4: Type 'number' is not assignable to type 'string'.");
});

test("a folder without examples has no goldens, and that is fine", minute, async () => {
  const cwd = tempFolder({ "docs-input/resources/clock.md": resource });
  expect(await runCli(["golden"], { cwd })).toEqual({
    code: 0,
    stdout: "Requests  0: 0 passing, 0 listed\nResponses 0: 0 passing, 0 listed\nTests     0\n",
    stderr: "",
  });
});
