/**
 * Any text in every field of a page, thousands of small pages in a run: the output holds what the pages say, evaluates
 * to the same strings, and has nothing else in it.
 */
import fc from "fast-check";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { type EmittedFile, emitModel } from "../emit/emit-model.ts";
import { dataOf } from "../emit/emitted.fixture.ts";
import { createNames } from "../emit/names.ts";
import type { ApiModel } from "../model/api-model.ts";
import { buildModel } from "../model/build-model.ts";
import { nameKey } from "../model/qualified-name.ts";
import { readDocsSet } from "../read-pages.ts";
import { normalised } from "../source/read-text.ts";
import { inspectOutput } from "../testing/output-problems.ts";
import { fence } from "./sdk-of.fixture.ts";

const fragments = [
  ...[
    "*/",
    "/*",
    "`",
    `\`$\{x}\``,
    "$",
    "{",
    "}",
    "'",
    '"',
    "\\",
    "//",
    "\u2028",
    "\u2029",
    "\u0085",
    "\r",
    "\n",
    "\n\n",
  ],
  ...[
    "__proto__",
    "constructor",
    "toString",
    "valueOf",
    "class",
    "string",
    "Promise",
    "1st",
    "",
    " ",
    "\t",
    "|",
    "\\|",
  ],
  ...[
    "<br>",
    "<!--",
    "-->",
    "</script>",
    "[x](javascript:x)",
    "![x](y)",
    "@deprecated",
    "{@link x}",
    "@ts-ignore",
    "#",
  ],
  ...[
    "\u202e",
    "\u200b",
    "\u2066",
    "\ufeff",
    "\u0000",
    "💡",
    "é",
    "../../x",
    "con",
    "---",
    "***",
    "```",
    "~~~",
    "&amp;",
  ],
  ...[
    "GET /x",
    "HTTP/1.1 200 OK",
    "a: b",
    "; evil()",
    "); evil(",
    "eslint-disable",
    "sourceMappingURL=x",
    "::error::x",
  ],
  ...[
    "Possible values are: `a`, `b`.",
    "Required.",
    "Collection(",
    "String",
    "id",
    "value",
    "@odata.type",
    "{id}",
    "{{x}}",
  ],
];

const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, "\ufffd");

/** What a file may hold: half of a surrogate pair has no UTF-8. */
const anyText = fc
  .oneof(
    { weight: 3, arbitrary: fc.constantFrom(...fragments) },
    {
      weight: 2,
      arbitrary: fc.array(fc.constantFrom(...fragments, "a", "lamp", " "), { maxLength: 5 }).map((all) => all.join("")),
    },
    { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 20 }) },
  )
  .map(wellFormed);

/** Text that stands in backticks in one cell, and is exactly that. */
const codeText = anyText
  .map((text) => text.replace(/[`\r\n\\|\0]/g, "_").trim())
  .filter((text) => text !== "" && !/^[\s\u0085\u2028\u2029]|[\s\u0085\u2028\u2029]$/.test(text));

interface Texts {
  /** In turn for the fields of a page. */
  readonly any: readonly string[];
  readonly members: readonly string[];
  readonly json: Readonly<Record<string, string>>;
}

const texts: fc.Arbitrary<Texts> = fc.record({
  any: fc.array(anyText, { minLength: 8, maxLength: 24 }),
  members: fc.uniqueArray(codeText, { minLength: 1, maxLength: 4 }),
  json: fc.dictionary(anyText, anyText, { maxKeys: 4 }),
});

/** The pages of one type, one enum and two operations, with a text in each field. */
function pagesOf({ any, members, json }: Texts, index: number): [string, string][] {
  let at = 0;
  const next = (): string => any[at++ % any.length] ?? "";
  /** A text in the middle of a field, or a field that is as it should be. */
  const field = (usual: string): string => (at % 3 === 0 ? next() : at++ % 2 === 0 ? usual : usual + next());
  const name = `thing${index}`;
  const resource = [
    `---\ntitle: ${field("x")}\ndescription: "${field("A thing.")}"\ndoc_type: ${field("resourcePageType")}\n---`,
    `# ${name} resource type`,
    `Namespace: ${field("sample.time")}`,
    field("Some thing."),
    `## Properties\n\n|Property|Type|Description|\n|:---|:---|:---|`,
    `|id|String|${next()}|`,
    `|${field("label")}|${field("String")}|${field("Its label.")}|`,
    `|\`${next()}\`|[${next()}](${next()})|${next()}|`,
    `|mode${index}|mode${index}|${next()}|`,
    `\n### mode${index} values\n\n|Member|Value|Description|\n|:---|:---|:---|`,
    ...members.map((member, i) => `|\`${member}\`|${i}|${next().replace(/[\r\n`\\|<!]/g, " ")}|`),
    `\n## ${field("JSON representation")}\n\n<!-- { "blockType": "resource", "@odata.type": "${field(`sample.time.${name}`)}" } -->`,
    `${fence}json\n{ "id": "String", ${JSON.stringify(next())}: ${JSON.stringify(next())} }\n${fence}`,
  ];
  const operation = [
    `---\ntitle: ${next()}\n---\n\n# ${field("Get thing")}`,
    field("Gets it."),
    "## Permissions\n\n|Permission type|Permissions|\n|:---|:---|",
    `|Delegated (work or school account)|${field("Thing.Read")}|`,
    `|${field("Application")}|Thing.Read.All, ${next()}|`,
    `\n## HTTP request\n\n${fence}http\nGET /${name}s/{id}\nGET /${name}s/${next()}\n${fence}`,
    `\n## ${field("Request headers")}\n\n|Name|Description|\n|:---|:---|\n|${field("If-Match")}|${field("Required.")}|\n|\`${next()}\`|${next()}|`,
    `\n## Path parameters\n\n|Parameter|Type|Description|\n|:---|:---|:---|\n|${field("id")}|${field("String")}|${next()}|`,
    `\n## Response\n\n${field(`Returns \`200 OK\` and a [${name}](../resources/${name}.md) object.`)}`,
    `\n## Example\n\n### ${field("Get one")}`,
    `<!-- { "blockType": "request", "name": "${next().replace(/[\r\n"\\]/g, " ")}" } -->`,
    `${fence}http\nGET https://api.example.com/v1.0/${name}s/${encodeURIComponent(next())}\n${field("Accept")}: ${next()}\n${fence}`,
  ];
  const shown = [
    `# Show ${name}\n\n## HTTP request\n\n${fence}http\nGET /${name}s\n${fence}`,
    `## Example\n\n${fence}http\nGET /${name}s\n${fence}\n\n${fence}http\nHTTP/1.1 200 OK\nContent-Type: application/json`,
    `${JSON.stringify(json).replace(/`/g, "\\u0060")}\n${fence}\n`,
  ];
  return [
    [`resources/${name}.md`, resource.join("\n")],
    [`api/${name}-get.md`, operation.join("\n")],
    [`api/${name}-show.md`, shown.join("\n\n")],
  ];
}

function literalsOf(declaration: ts.EnumDeclaration): (string | null)[] {
  return declaration.members.map(({ initializer }) =>
    initializer !== undefined && ts.isStringLiteral(initializer) ? initializer.text : null,
  );
}

/** What the files declare, by name. */
function declaredIn(files: readonly EmittedFile[]) {
  const enums = new Map<string, (string | null)[]>();
  const interfaces = new Map<string, string[]>();
  for (const { path, text } of files.filter((file) => file.path.startsWith("models/")))
    for (const statement of ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true).statements) {
      if (ts.isEnumDeclaration(statement)) enums.set(statement.name.text, literalsOf(statement));
      if (ts.isInterfaceDeclaration(statement))
        interfaces.set(
          statement.name.text,
          statement.members.map(({ name }) =>
            name !== undefined && (ts.isIdentifier(name) || ts.isStringLiteral(name)) ? name.text : "?",
          ),
        );
    }
  return { enums, interfaces };
}

/** How much was compared: a test that compares nothing holds as well. */
const compared = { members: 0, properties: 0, functions: 0, bodies: 0 };

/** Enums, properties, operations and bodies of examples are in the files as they are in the model. */
function expectSame(model: ApiModel, files: readonly EmittedFile[]): void {
  const names = createNames(model);
  const { enums, interfaces } = declaredIn(files);
  for (const { id, members } of model.enums) {
    expect(enums.get(names.types.get(id) ?? "")).toEqual(members.map(({ value }) => value));
    compared.members += members.length;
  }
  for (const { id, properties } of model.types) {
    const members = interfaces.get(names.types.get(id) ?? "") ?? [];
    expect(new Set(members).size).toBe(members.length);
    const own = properties.map(({ name }) => name);
    expect(members.filter((name) => !own.includes(name) && !name.startsWith("@"))).toEqual([]);
    expect(own.filter((name) => !members.includes(name))).toEqual([]);
    compared.properties += own.length;
  }
  const code = files.filter(({ path }) => path.startsWith("operations/") && path !== "operations/index.ts");
  const made = new Map(code.flatMap(({ text }) => [...dataOf(text)]));
  const shown = files.filter(({ path }) => path.startsWith("examples/") && path !== "examples/index.ts");
  const examples = new Map(shown.flatMap(({ text }) => [...dataOf(text)]));
  for (const { id, method, paths, examples: documented } of model.operations) {
    const name = names.functions.get(id) ?? "";
    if (paths.length === 0) continue;
    expect(made.get(name)).toMatchObject({ method, paths: paths.map(() => expect.stringMatching(/^\//)) });
    compared.functions += 1;
    const bodies = documented.flatMap(({ responses }) => responses.map(({ body }) => body?.json));
    const text = (examples.get(name)?.["args"] as string[] | undefined)?.[0];
    if (text === undefined) continue;
    const written = Object.values(JSON.parse(text) as Record<string, { responses?: { body?: unknown }[] }>);
    // As text, as matchers pass over `__proto__`.
    expect(JSON.stringify(written.flatMap(({ responses = [] }) => responses.map(({ body }) => body)))).toBe(
      JSON.stringify(bodies),
    );
    compared.bodies += bodies.length;
  }
}

describe("any text in every field", () => {
  test("is in the output what it is on the page, and nothing else", () => {
    let pages = 0;
    fc.assert(
      fc.property(fc.array(texts, { minLength: 10, maxLength: 20 }), fc.boolean(), (all, isNative) => {
        const set = new Map(all.flatMap(pagesOf).map(([path, text]): [string, string] => [path, normalised(text)]));
        const read = readDocsSet(
          { root: "/docs", texts: set, diagnostics: [] },
          { parser: isNative ? "auto" : "remark" },
        );
        expect(read.findings.filter(({ diagnostic }) => diagnostic.code === "page-failed")).toEqual([]);
        const { model } = buildModel(read.pages);
        const files = emitModel(model, { enumStyle: "enum", toolVersion: "1.2.3" });
        expect(inspectOutput(files).problems).toEqual([]);
        expectSame(model, files);
        pages += set.size;
      }),
      { numRuns: 50 },
    );
    expect(pages).toBeGreaterThan(1_500);
    // Torn pages have none of these, which is what they are for.
    expect(compared.members).toBeGreaterThan(1_000);
    expect(compared.properties).toBeGreaterThan(1_000);
    expect(compared.functions).toBeGreaterThan(500);
    expect(compared.bodies).toBeGreaterThan(300);
  }, 120_000);

  test("of members of enums and of JSON comes out as it went in", () => {
    fc.assert(
      fc.property(
        fc.array(codeText, { minLength: 1, maxLength: 30 }),
        fc.dictionary(anyText, anyText),
        (members, json) => {
          // Two spellings of one value are one member: pages repeat each other in other letter cases.
          const values = members.filter(
            (value, i) => members.findIndex((other) => nameKey(other) === nameKey(value)) === i,
          );
          const table = `### mode values\n\n|Member|\n|-|\n${values.map((value) => `|\`${value}\`|`).join("\n")}`;
          const body = JSON.stringify(json).replace(/`/g, "\\u0060");
          const set = new Map([
            [
              "resources/a.md",
              `# a resource type\n\n## Properties\n\n|Property|Type|\n|-|-|\n|mode|mode|\n\n${table}\n`,
            ],
            [
              "api/a.md",
              `# Get a\n\n## HTTP request\n\n${fence}http\nGET /a\n${fence}\n\n## Example\n\n${fence}http\nGET /a\n${fence}\n\n${fence}http\nHTTP/1.1 200 OK\n\n${body}\n${fence}\n`,
            ],
          ]);
          const { model } = buildModel(readDocsSet({ root: "/docs", texts: set, diagnostics: [] }, {}).pages);
          expect(model.enums[0]?.members.map(({ value }) => value)).toEqual(values);
          expect(JSON.stringify(model.operations[0]?.examples[0]?.responses[0]?.body?.json)).toBe(JSON.stringify(json));
          expectSame(model, emitModel(model, { enumStyle: "enum", toolVersion: "1.2.3", golden: false }));
        },
      ),
      { numRuns: 60 },
    );
  }, 120_000);
});
