import { describe, expect, it } from "vitest";
import { isBlock } from "./blocks.ts";
import { jsonMembers, readRepresentation } from "./json-representation.ts";
import type { JsonShape } from "./page.ts";
import { blocksFrom, contextFor, fence, findings } from "./reading.fixture.ts";

function read(json: string, isAnnotated = true) {
  const context = contextFor();
  const [block] = blocksFrom(`${fence}json\n${json}\n${fence}`);
  if (!block || !isBlock(block, "code")) throw new Error("not code");
  const annotation = {
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
    place: { page: "lamp.md", line: 1, column: 1, endLine: 1, endColumn: 1 },
  };
  return {
    members: readRepresentation(block, isAnnotated ? annotation : null, context),
    diagnostics: context.diagnostics,
  };
}

describe("the members of a representation", () => {
  it.each<[string, JsonShape]>([
    ['"String (timestamp)"', { kind: "string", text: "String (timestamp)" }],
    ['"dim | bright"', { kind: "string", text: "dim | bright" }],
    ["1024", { kind: "number", isInteger: true }],
    ["1.5", { kind: "number", isInteger: false }],
    ["true", { kind: "boolean" }],
    ["null", { kind: "null" }],
    ["{}", { kind: "object", odataType: null }],
    ['{ "@odata.type": "contoso.crm.shade" }', { kind: "object", odataType: "contoso.crm.shade" }],
    ['{ "@odata.type": "#contoso.crm.shade" }', { kind: "object", odataType: "contoso.crm.shade" }],
    ['{ "@Odata.Type": "contoso.crm.shade" }', { kind: "object", odataType: "contoso.crm.shade" }],
    ['{ "@odata.type": 1 }', { kind: "object", odataType: null }],
    ['["String"]', { kind: "array", of: { kind: "string", text: "String" } }],
    [
      '[{ "@odata.type": "contoso.crm.shade" }]',
      { kind: "array", of: { kind: "object", odataType: "contoso.crm.shade" } },
    ],
    ["[]", { kind: "array", of: null }],
    ["[[1]]", { kind: "array", of: { kind: "array", of: { kind: "number", isInteger: true } } }],
  ])("with the value %s have its shape", (json, shape) => {
    expect(read(`{ "member": ${json} }`).members).toEqual([{ name: "member", shape }]);
  });

  it("are not its annotations, nor the ids of a dictionary", () => {
    const json =
      '{ "@odata.type": "#contoso.crm.lamp", "shade@odata.bind": "x", "a1-2-3": 1, "1a2b-3c": 2, "two words": 3, "id": "String" }';
    expect(read(json).members?.map(({ name }) => name)).toEqual(["a1-2-3", "id"]);
  });

  it("are those of the first object of a list, where the block is the resource", () => {
    expect(read('[{ "id": "String" }]').members?.map(({ name }) => name)).toEqual(["id"]);
    expect(read('[{ "id": "String" }]', false).members).toBeNull();
  });

  it("are none where the block is empty, and unknown where it holds no object", () => {
    expect(read("").members).toEqual([]);
    expect(read('"lamp"').members).toBeNull();
    expect(jsonMembers(null)).toBeNull();
  });

  // trap 41
  it("are read after repair, which is reported", () => {
    const { members, diagnostics } = read('{\n  "id": "String", // key\n}');
    expect(members?.map(({ name }) => name)).toEqual(["id"]);
    expect(findings(diagnostics)).toEqual(["example-json-repaired 1:1-5:4"]);
  });

  it("are unknown where the block is no JSON, which is reported", () => {
    const { members, diagnostics } = read("{ id }");
    expect(members).toBeNull();
    expect(findings(diagnostics)).toEqual(["example-json-invalid 1:1-3:4"]);
    expect(diagnostics[0]?.message).toBe("Example body is not JSON: InvalidSymbol in its line 1");
  });

  it("may have names of JavaScript objects", () => {
    expect(read('{ "__proto__": "String", "constructor": 1 }').members).toEqual([
      { name: "__proto__", shape: { kind: "string", text: "String" } },
      { name: "constructor", shape: { kind: "number", isInteger: true } },
    ]);
  });
});
