import { describe, expect, it } from "vitest";
import { type Annotation, annotationsByCode, readAnnotation } from "./annotations.ts";
import { isBlock } from "./blocks.ts";
import { blocksFrom, contextFor, fence, findings } from "./reading.fixture.ts";

function read(comment: string) {
  const context = contextFor();
  const [block] = blocksFrom(comment);
  if (!block || !isBlock(block, "html")) throw new Error("not a comment");
  return { annotation: readAnnotation(block, context), diagnostics: context.diagnostics };
}

const place = { page: "resources/lamp.md", line: 1, column: 1, endLine: 1, endColumn: 1 };
const empty: Annotation = {
  blockType: "resource",
  name: null,
  odataType: null,
  isCollection: false,
  isTruncated: false,
  isEmpty: false,
  baseType: undefined,
  keyProperty: null,
  isOpenType: false,
  isAbstract: false,
  optionalProperties: [],
  place,
};

describe("an annotation", () => {
  it.each<[string, string, Partial<Annotation>]>([
    ["its kind in lower case", '{ "blockType": "Resource" }', {}],
    ["a key in other letter case", '{ "BlockType": "resource", "Name": "x" }', { name: "x" }],
    ["the type", '{ "blockType": "resource", "@odata.type": "contoso.crm.lamp" }', { odataType: "contoso.crm.lamp" }],
    [
      "a type with a number sign",
      '{ "blockType": "resource", "@odata.type": "#contoso.crm.lamp" }',
      { odataType: "contoso.crm.lamp" },
    ],
    // trap 41
    [
      "the type under its older key",
      '{ "blockType": "resource", "@type": "contoso.crm.lamp" }',
      { odataType: "contoso.crm.lamp" },
    ],
    ["the first of several names", '{ "blockType": "resource", "name": ["x", "y"] }', { name: "x" }],
    [
      "flags",
      '{ "blockType": "resource", "isCollection": true, "truncated": true, "isEmpty": false }',
      { isCollection: true, isTruncated: true },
    ],
    [
      "flags as text",
      '{ "blockType": "resource", "openType": "true", "abstract": "True ", "truncated": "no" }',
      { isOpenType: true, isAbstract: true },
    ],
    [
      "the base type",
      '{ "blockType": "resource", "baseType": "contoso.crm.light" }',
      { baseType: "contoso.crm.light" },
    ],
    // trap 39
    ["that there is no base type", '{ "blockType": "resource", "baseType": null }', { baseType: null }],
    ["that there is no base type, by an empty text", '{ "blockType": "resource", "baseType": "" }', { baseType: null }],
    ["the key", '{ "blockType": "resource", "keyProperty": "id" }', { keyProperty: "id" }],
    [
      "optional properties",
      '{ "blockType": "resource", "optionalProperties": ["a", 1, "b"] }',
      { optionalProperties: ["a", "b"] },
    ],
    ["nothing of keys that are for other tools", '{ "blockType": "resource", "sampleKeys": ["a"] }', {}],
  ])("states %s", (_, json, expected) => {
    const { annotation, diagnostics } = read(`<!-- ${json} -->`);
    expect({ ...annotation, place }).toEqual({ ...empty, ...expected });
    expect(diagnostics).toEqual([]);
  });

  it("may span lines and end right at the brace", () => {
    expect(read('<!-- {\n  "blockType": "resource",\n  "name": "x"\n}-->').annotation).toMatchObject({
      name: "x",
      place: { line: 1, endLine: 4, endColumn: 5 },
    });
  });

  it.each([
    ["<!-- a note about blockType -->"],
    ["<!-- uuid: 1234 -->"],
    ['<!-- { "type": "#page.annotation", "description": "x" } -->'],
    ["<!-- markdownlint-disable MD024 -->"],
    ["<!--\n|Property|Type|\n|-|-|\n-->"],
    ['<!-- { "blockType": 1 } -->'],
    ['<!-- { "blockType": "" } -->'],
    ['<!-- { "blockType": "resource"'],
  ])("is not %s", (comment) => {
    expect(read(comment).annotation).toBeNull();
  });

  it("with a trailing or a missing comma is read, and the repair reported", () => {
    const { annotation, diagnostics } = read('<!-- {\n"blockType": "resource"\n"name": "x",\n} -->');
    expect(annotation?.name).toBe("x");
    expect(findings(diagnostics)).toEqual(["annotation-repaired 1:1-4:6"]);
    expect(diagnostics[0]?.message).toBe("Annotation is JSON only after repair (missing commas)");
  });

  it("that is no JSON still says what its block is", () => {
    const { annotation, diagnostics } = read('<!-- { "blockType": "request", name: x } -->');
    expect({ ...annotation, place }).toEqual({ ...empty, blockType: "request" });
    expect(findings(diagnostics)).toEqual(["annotation-invalid 1:1-1:45"]);
  });

  it("that nests too deep is no annotation of anything but its kind", () => {
    const { annotation, diagnostics } = read(`<!-- { "blockType": "resource", "name": ${"[".repeat(10_000)} } -->`);
    expect(annotation?.name).toBeNull();
    expect(diagnostics.map(({ code }) => code)).toEqual(["annotation-invalid"]);
  });
});

describe("the code block of an annotation", () => {
  const code = (value: string) => `${fence}json\n${value}\n${fence}`;
  const bound = (text: string): string[] =>
    [...annotationsByCode(blocksFrom(text), contextFor())].map(([block, { blockType }]) =>
      block.node.type === "code" ? `${blockType} ${block.node.value}` : "",
    );

  it("is the one right after it, other comments between them or not", () => {
    const text = `<!-- { "blockType": "resource" } -->\n\n<!-- markdownlint-disable -->\n\n${code("1")}\n\n${code("2")}`;
    expect(bound(text)).toEqual(["resource 1"]);
  });

  it("is the one after the last of two annotations", () => {
    expect(
      bound(`<!-- { "blockType": "ignored" } -->\n\n<!-- { "blockType": "resource" } -->\n\n${code("1")}`),
    ).toEqual(["resource 1"]);
  });

  it("is none where a paragraph stands between", () => {
    expect(bound(`<!-- { "blockType": "ignored" } -->\n\nText.\n\n${code("1")}`)).toEqual([]);
  });

  // trap 6
  it("may stand with it in a list item", () => {
    expect(bound(`- Item\n\n  <!-- { "blockType": "example" } -->\n\n  ${fence}json\n  1\n  ${fence}`)).toEqual([
      "example 1",
    ]);
  });

  it("may stand in the tab after it", () => {
    expect(bound(`# [HTTP](#tab/http)\n\n<!-- { "blockType": "request" } -->\n\n${code("1")}\n\n---`)).toEqual([
      "request 1",
    ]);
  });
});
