/** The plugin in the programs that it is made for: remark's command line, and the engine that editors run. */
import { spawnSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { engine } from "unified-engine";
import { VFile } from "vfile";
import { expect, test } from "vitest";
import { repositoryRoot } from "../testing/corpus.ts";
import { filesIn, tempFolder } from "../testing/temp-folder.ts";
import remarkApipage from "./plugin.ts";

const modules = join(repositoryRoot, "node_modules");
const plugin = pathToFileURL(join(repositoryRoot, "generator/remark/plugin.ts")).href;

/** `apipage` as an installed package, but for the build: its sources are translated as they are loaded. */
const installed = {
  "node_modules/apipage/package.json":
    '{ "name": "apipage", "type": "module", "exports": { "./remark": "./remark.js" } }',
  "node_modules/apipage/remark.js": `export { default } from ${JSON.stringify(plugin)};\n`,
};

const fence = "```";

const lamp = `---
title: "lamp resource type"
doc_type: resourcePageType
---

# lamp resource type

Namespace: contoso.crm

[!INCLUDE [notice](../includes/notice.md)]

## Properties

|Property|Type|Description|
|:---|:---|:---|
|wattage|Int 32|In watts.|
|shade|String|What covers it.|
|shade|String|What covers it.|
`;

const listLamps = `---
title: "List lamps"
doc_type: apiPageType
---

# List lamps

## Permissions

|Permission type|Permissions|
|:---|:---|
|Application|Lamp.Read.All|

## HTTP request

${fence}http
GET lamps and more
${fence}

## Response

A collection of [lamp](../resources/lamp.md) objects.
`;

const shade = `# shade resource type

Namespace: contoso.crm

## Properties

|Property|Type|Description|
|:---|:---|:---|
|colour|String|In English.|
`;

const pages = {
  "docs/api/lamp-list.md": listLamps,
  "docs/includes/notice.md": "Use it with care.\n",
  "docs/resources/lamp.md": lamp,
  "docs/resources/shade.md": shade,
  "README.md": "# Lamps\n\nNo page of the reference.\n",
};

function runRemark(cwd: string, ...args: readonly string[]) {
  const cli = join(modules, "remark-cli/cli.js");
  const tsx = pathToFileURL(join(modules, "tsx/dist/esm/index.mjs")).href;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", tsx, cli, "--no-color", "--no-stdout", ...args],
    { cwd, encoding: "utf8" },
  );
  return { code: status, stdout, report: stderr.split("\n").map((line) => line.trimEnd()) };
}

test("remark shows what is wrong with pages, and fails for errors", () => {
  const config = '{ "plugins": [["apipage/remark", { "docs": "docs" }]] }';
  const cwd = tempFolder({ ...installed, ...pages, ".remarkrc": config });
  expect(runRemark(cwd, ".")).toEqual({
    code: 1,
    stdout: "",
    report: [
      "docs/api/lamp-list.md",
      "6:1-6:13       error   No HTTP request on the page: no function is emitted                                      request-missing      apipage",
      "17:1-17:19     error   Unexpected request line `GET lamps and more`: unexpected text `and more` behind the path request-line-invalid apipage",
      "",
      "docs/includes/notice.md",
      "1:1-1:1        info    No operation, type or enum on the page: nothing is generated from it                     page-no-reference    apipage",
      "",
      "docs/resources/lamp.md",
      "16:9-16:16     info    Type `Int 32` read as `Int32`                                                            type-cell-repaired   apipage",
      "18:1-18:7      warning `shade` is declared twice in one table, the first row counts                             name-duplicate       apipage",
      "  [cause]:",
      "    17:1-17:31 info    first declared here                                                                                           apipage",
      "",
      "docs/resources/shade.md: no issues found",
      "README.md: no issues found",
      "",
      "5 messages (✖ 2 errors, ⚠ 1 warning)",
      "",
    ],
  });
  expect(filesIn(join(cwd, "docs"))["resources/lamp.md"]).toBe(lamp);
});

test("warnings fail with --frail only, notes never", () => {
  const remarkConfig = { plugins: ["remark-frontmatter", "remark-gfm", "apipage/remark"] };
  const cwd = tempFolder({ ...installed, ...pages, "package.json": JSON.stringify({ remarkConfig }) });
  for (const name of remarkConfig.plugins.slice(0, 2))
    symlinkSync(join(modules, name), join(cwd, "node_modules", name), "junction");
  const report = [
    "docs/resources/lamp.md",
    "16:9-16:16     info    Type `Int 32` read as `Int32`                                type-cell-repaired apipage",
    "18:1-18:7      warning `shade` is declared twice in one table, the first row counts name-duplicate     apipage",
    "  [cause]:",
    "    17:1-17:31 info    first declared here                                                             apipage",
    "",
    "2 messages (⚠ 1 warning)",
    "",
  ];
  expect(runRemark(cwd, "docs/resources/lamp.md")).toEqual({ code: 0, stdout: "", report });
  expect(runRemark(cwd, "docs/resources/lamp.md", "--frail")).toEqual({ code: 1, stdout: "", report });
  expect(runRemark(cwd, "docs/includes", "--frail").code).toBe(0);
});

test("options that are wrong are said once a file, in one line", () => {
  const config = '{ "plugins": { "apipage/remark": { "diagnostics": { "name-duplicat": "off" } } } }';
  const cwd = tempFolder({ ...installed, ...pages, ".remarkrc.json": config });
  expect(runRemark(cwd, "docs/resources", "--quiet")).toEqual({
    code: 1,
    stdout: "",
    report: [
      "docs/resources/lamp.md",
      ' error apipage/remark: unknown key "diagnostics.name-duplicat", did you mean "name-duplicate"?  apipage',
      "",
      "docs/resources/shade.md",
      ' error apipage/remark: unknown key "diagnostics.name-duplicat", did you mean "name-duplicate"?  apipage',
      "",
      "✖ 2 errors",
      "",
    ],
  });
});

test("an editor gets the messages for text that is not saved yet", async () => {
  const cwd = tempFolder({ "docs/includes/notice.md": "Use it with care.\n" });
  const file = new VFile({ path: join(cwd, "docs/resources/lamp.md"), value: lamp, cwd });
  const code = await new Promise((resolve, reject) => {
    engine(
      {
        processor: unified().use(remarkParse).use(remarkApipage, { docs: "docs" }),
        cwd,
        files: [file],
        out: false,
        reporter: () => "",
      },
      (error, status) => (error ? reject(error) : resolve(status)),
    );
  });
  expect(code).toBe(0);
  expect(file.messages.map(({ line, column, ruleId }) => [line, column, ruleId])).toEqual([
    [16, 9, "type-cell-repaired"],
    [18, 1, "name-duplicate"],
  ]);
});
