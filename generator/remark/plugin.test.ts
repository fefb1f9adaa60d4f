import fc from "fast-check";
import type { Nodes, Root } from "mdast";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { type PluggableList, type Processor, unified } from "unified";
import { visit } from "unist-util-visit";
import { VFile } from "vfile";
import { describe, expect, test } from "vitest";
import { tempFolder } from "../testing/temp-folder.ts";
import remarkApipage from "./plugin.ts";
import { found, pageName, processed, shownOf } from "./remark.fixture.ts";

const fence = "```";

const page = `---
title: "lamp resource type"
doc_type: resourcePageType
---

# lamp resource type

Namespace: contoso.crm

## Properties

|Property|Type|Description|
|:---|:---|:---|
|wattage|Int 32|In watts.|
|shade|String|What covers it.|
|shade|String|What covers it.|
`;

const foundOnPage = ["14:9 type-cell-repaired", "16:1 name-duplicate"];

const operation = `# Get lamp

## HTTP request

${fence}http
GET lamps and more
${fence}
`;

// Plugins are known by their identity: these stand for what another installation of the packages gives.
function otherGfm(this: Processor): void {
  remarkGfm.call(this);
}

function otherFrontmatter(this: Processor): void {
  remarkFrontmatter.call(this);
}

/** A plugin that does something to the tree. */
const change = (work: (root: Root) => void) => () => work;

describe("a message", () => {
  test("has place, code, severity and source, and says where to read more", async () => {
    const { messages } = await processed(page, { cwd: tempFolder() });
    expect(messages.map((message) => ({ ...shownOf(message), note: message.note }))).toEqual([
      {
        place: { start: { line: 14, column: 9 }, end: { line: 14, column: 16 } },
        fatal: undefined,
        reason: "Type `Int 32` read as `Int32`",
        ruleId: "type-cell-repaired",
        source: "apipage",
        note: "More about this: apipage explain type-cell-repaired",
      },
      {
        place: { start: { line: 16, column: 1 }, end: { line: 16, column: 7 } },
        fatal: false,
        reason: "`shade` is declared twice in one table, the first row counts",
        ruleId: "name-duplicate",
        source: "apipage",
        note: "15:1: first declared here\nMore about this: apipage explain name-duplicate",
      },
    ]);
  });

  test("is named as those that other plugins make", async () => {
    const { messages } = await processed(page, { cwd: tempFolder() });
    expect(messages.map(String)).toEqual([
      "resources/lamp.md:14:9-14:16: Type `Int 32` read as `Int32`",
      "resources/lamp.md:16:1-16:7: `shade` is declared twice in one table, the first row counts",
    ]);
    expect(messages.map(({ file }) => file)).toEqual([pageName, pageName]);
    const { messages: unnamed } = await processed(page, { cwd: tempFolder(), path: null });
    expect(String(unnamed[0])).toBe("14:9-14:16: Type `Int 32` read as `Int32`");
  });

  test("has a second place as its cause, and in its note", async () => {
    const { messages } = await processed(page, { cwd: tempFolder() });
    expect(messages[1]?.cause).toMatchObject({ reason: "first declared here", file: pageName, line: 15, column: 1 });
  });

  test("is fatal for an error, and for nothing else", async () => {
    const { messages } = await processed(operation, { cwd: tempFolder() });
    expect(messages.map(({ ruleId, fatal }) => `${ruleId} ${fatal}`)).toEqual([
      "permissions-missing undefined",
      "request-line-invalid true",
      "request-missing true",
      "response-missing undefined",
    ]);
  });

  test("about an included file has its place in the text, as the page has none for it", async () => {
    const including = `${page}\n[!INCLUDE [more](../includes/more.md)]\n`;
    const more = "\n|Property|Type|\n|:--|:--|\n|!|String|\n";
    const { messages } = await processed(including, { cwd: tempFolder({ "includes/more.md": more }) });
    expect(shownOf(messages[2] ?? expect.fail())).toEqual({
      place: undefined,
      fatal: true,
      reason: "Unexpected row `!`, expected a name in its first cell: it is not read (in includes/more.md:4:1)",
      ruleId: "row-unread",
      source: "apipage",
    });
    expect(String(messages[2])).toMatch(/^resources\/lamp\.md:1:1: /u);
  });
});

describe("a page is read alike", () => {
  test.each([
    ["with line feeds", page],
    ["with carriage returns", page.replaceAll("\n", "\r\n")],
    ["with a byte order mark", `\ufeff${page}`],
    ["with both", `\ufeff${page.replaceAll("\n", "\r\n")}`],
    ["as bytes", new TextEncoder().encode(page)],
  ])("%s", async (_, value) => {
    expect(await found(value, { cwd: tempFolder() })).toEqual(foundOnPage);
  });

  test.each<[string, PluggableList]>([
    ["before it", [remarkGfm, remarkFrontmatter]],
    [
      "before it with options",
      [
        [remarkGfm, { singleTilde: false }],
        [remarkFrontmatter, ["toml", "yaml"]],
      ],
    ],
    ["before it, of other copies", [otherGfm, otherFrontmatter]],
  ])("where its plugins are named %s", async (_, before) => {
    expect(await found(page, { cwd: tempFolder(), before })).toEqual(foundOnPage);
  });
});

test("options of plugins that are named behind it stay", () => {
  const tree = unified()
    .use(remarkParse)
    .use(remarkApipage)
    .use(remarkFrontmatter, ["toml"])
    .freeze()
    .parse("+++\na = 1\n+++\n");
  expect(tree.children.map(({ type }) => type)).toEqual(["toml"]);
});

test("the tree stays as it is", async () => {
  const broken = `${page}\n## Relationships\n\n|Relationship|Type|\n|-|-|-|\n|lamps|[lamp][]|\n\n[lamp]: lamp.md\n`;
  const text = `${broken}\n[!INCLUDE [more](../includes/more.md)]\n`.replaceAll("\n", "\r\n");
  const cwd = tempFolder({ "includes/more.md": "Text.\n" });
  const processor = unified().use(remarkParse).use(remarkApipage).freeze();
  const file = new VFile({ value: text, path: pageName, cwd });
  const tree = processor.parse(file);
  const copy = structuredClone(tree);
  expect(await processor.run(tree, file)).toBe(tree);
  expect(tree).toEqual(copy);
  expect(file.messages.map(({ ruleId }) => ruleId)).toContain("table-invalid");
});

describe("what plugins before it have made of the tree counts", () => {
  test("of the content", async () => {
    const rename = change((root) =>
      visit(root, "text", (node) => {
        node.value = node.value.replace("Int 32", "Int32");
      }),
    );
    for (const text of [page, page.replaceAll("\n", "\r\n")])
      expect(await found(text, { cwd: tempFolder(), before: [rename] })).toEqual(["16:1 name-duplicate"]);
  });

  test("of the positions: what has none stands at the start", async () => {
    const removed = change((root) => visit(root, (node) => void delete node.position));
    expect(await found(page, { cwd: tempFolder(), before: [removed] })).toEqual([
      "1:1 type-cell-repaired",
      "1:1 name-duplicate",
    ]);
  });

  test.each<[string, (root: Root) => void]>([
    ["without children", (root) => visit(root, "table", (node) => void Reflect.deleteProperty(node, "children"))],
    ["that leads back to itself", (root) => void root.children.push({ type: "blockquote", children: [root as never] })],
    ["with nothing as a node", (root) => void root.children.push(null as never)],
  ])("however it is: %s, and no page comes of it", async (_, work) => {
    expect(await found(page, { cwd: tempFolder(), before: [change(work)] })).toEqual(["1:1 page-failed"]);
  });

  test("and never makes it throw", async () => {
    const cwd = tempFolder();
    const odd = fc.oneof(fc.anything(), fc.constant(undefined), fc.string());
    const changes = fc.array(fc.record({ at: fc.nat(80), key: fc.nat(6), value: odd }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(changes, fc.boolean(), async (all, isWindows) => {
        const work = change((root) => {
          const nodes: Nodes[] = [];
          visit(root, (node) => void nodes.push(node));
          for (const { at, key, value } of all) {
            const node = nodes[at % nodes.length] ?? root;
            Object.assign(node, { [Object.keys(node)[key % Object.keys(node).length] ?? "value"]: value });
          }
        });
        const text = isWindows ? page.replaceAll("\n", "\r\n") : page;
        const { messages } = await processed(text, { cwd, before: [work] });
        for (const { source } of messages) expect(source).toBe("apipage");
      }),
      { numRuns: 60 },
    );
  });
});

describe("pages that are not read", () => {
  test("bytes that are no text", async () => {
    const bytes = new Uint8Array([...new TextEncoder().encode("# Lamp\n\n"), 0xff]);
    expect(await found(bytes, { cwd: tempFolder() })).toEqual(["3:1 file-not-utf8"]);
  });

  test("pages beyond a limit, although they are parsed", async () => {
    expect(await found(`# Lamp\n\n${"*".repeat(1001)}\n`, { cwd: tempFolder() })).toEqual(["1:1 page-too-complex"]);
  });
});

describe("the docs folder", () => {
  const cwd = () => tempFolder({ "docs/resources/shade.md": "Text.\n", "private.md": "Text.\n" });
  const including = (target: string) => `${page}\n[!INCLUDE [x](${target})]\n`;

  test.each([
    ["docs/resources/lamp.md", foundOnPage],
    ["README.md", []],
    ["docs", []],
    ["docs/node_modules/x/lamp.md", []],
    ["../lamp.md", []],
  ])("is what options name: %s", async (path, expected) => {
    expect(await found(page, { cwd: cwd(), path, options: { docs: "docs" } })).toEqual(expected);
  });

  test("is left by no include", async () => {
    const world = { cwd: cwd(), path: "docs/resources/lamp.md" };
    expect(await found(including("shade.md"), world)).toEqual(foundOnPage);
    expect(await found(including("../../private.md"), world)).toEqual(foundOnPage);
    expect(await found(including("../../private.md"), { ...world, options: { docs: "docs" } })).toEqual([
      "18:1 include-outside",
      ...foundOnPage,
    ]);
    expect(await found(including("../../../private.md"), world)).toEqual(["18:1 include-outside", ...foundOnPage]);
  });

  test("that is not there is said", async () => {
    expect(await found(page, { cwd: cwd(), options: { docs: "dosc" } })).toEqual([
      'there is no docs folder "dosc": name the folder of all pages as docs',
    ]);
  });
});

describe("options", () => {
  test("give severities", async () => {
    const options = { diagnostics: { "type-cell-repaired": "off", "name-duplicate": "error" } } as const;
    const { messages } = await processed(page, { cwd: tempFolder(), options });
    expect(messages.map(({ ruleId, fatal }) => `${ruleId} ${fatal}`)).toEqual(["name-duplicate true"]);
  });

  test("give synonyms", async () => {
    const text = page.replace("|Property|Type|", "|Property|Art|");
    const cwd = tempFolder();
    expect(await found(text, { cwd })).not.toEqual(foundOnPage);
    expect(await found(text, { cwd, options: { synonyms: { columns: { type: ["art"] } } } })).toEqual(foundOnPage);
  });

  test.each([
    [{ docz: "docs" }, 'apipage/remark: unknown key "docz", did you mean "docs"?'],
    [{ out: "sdk" }, 'apipage/remark: unknown key "out", known are docs, synonyms, diagnostics, config'],
    [
      { diagnostics: { "name-duplicat": "off" } },
      'apipage/remark: unknown key "diagnostics.name-duplicat", did you mean "name-duplicate"?',
    ],
    [{ config: "" }, 'apipage/remark: "config" must not be empty'],
    ["docs", "apipage/remark: the options have to be an object"],
    [{ config: "other.json" }, 'there is no config file "other.json"'],
  ])("that are wrong are a message: %j", async (options, reason) => {
    const { messages } = await processed(page, { cwd: tempFolder(), options: options as never });
    expect(messages.map(shownOf)).toEqual([
      { place: undefined, fatal: true, reason, ruleId: undefined, source: "apipage" },
    ]);
  });
});

describe("the config file", () => {
  const config = '{ "docs": "docs", "diagnostics": { "type-cell-repaired": "off" } }';

  test("of the folder counts as it does for the command line", async () => {
    const cwd = tempFolder({ "apipage.config.json": config, "docs/x.md": "Text.\n" });
    expect(await found(page, { cwd, path: "docs/lamp.md" })).toEqual(["16:1 name-duplicate"]);
    expect(await found(page, { cwd, path: "lamp.md" })).toEqual([]);
  });

  test("may have another name, and options outrank it", async () => {
    const cwd = tempFolder({ "conf/pages.json": config, "conf/docs/x.md": "Text.\n" });
    const world = { cwd, path: "conf/docs/lamp.md" };
    expect(await found(page, { ...world, options: { config: "conf/pages.json" } })).toEqual(["16:1 name-duplicate"]);
    expect(await found(page, { ...world, options: { config: "conf/pages.json", diagnostics: {} } })).toEqual(
      foundOnPage,
    );
  });

  test("beside a page is not run: pages may come from anyone", async () => {
    const cwd = tempFolder({ "docs/apipage.config.mjs": "throw new Error('this must not run');\n" });
    expect(await found(page, { cwd, path: "docs/lamp.md" })).toEqual(foundOnPage);
  });

  test("that is wrong is a message on each file", async () => {
    const cwd = tempFolder({ "apipage.config.json": '{ "dcos": "docs" }' });
    for (const path of ["lamp.md", "shade.md"])
      expect(await found(page, { cwd, path })).toEqual([
        'apipage.config.json: unknown key "dcos", did you mean "docs"?',
      ]);
  });
});
