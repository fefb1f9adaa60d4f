/** Inputs 23 to 28 of README.md: front matter, and the JSON of annotation comments. */
import { describe, expect, test } from "vitest";
import { example, fence, getPath, lampPage, lampPath, operationPage, type Sdk, sdkOf } from "./sdk-of.fixture.ts";

const lamp = "export interface Lamp {\n  id: string;\n}";

/** The SDK of a page with that front matter; whatever it is, the page is used. */
function withFrontMatter(yaml: string, end = "\n---\n\n"): Sdk {
  const page = lampPage(["|id|String||"]).replace("Namespace: sample.time", "Namespace: sample.time\n\nGives light.");
  const sdk = sdkOf({ [lampPath]: `---\n${yaml}${end}${page}` });
  expect(sdk.model.types[0]?.properties.map(({ name }) => name)).toEqual(["id"]);
  return sdk;
}

const invalid = "front-matter-invalid resources/lamp.md:1:1";

function reasonOf({ diagnostics }: Sdk): string | undefined {
  const found = diagnostics.find(({ code }) => code === "front-matter-invalid");
  return /^Unexpected front matter \((.*)\), expected/.exec(found?.message ?? "")?.[1];
}

describe("#23 front matter", () => {
  // One code, as the remedy is the same; the reason is in the message.
  test.each([
    [
      "an alias bomb",
      "a: &a [x,x]\nb: &b [*a,*a,*a]\nc: &c [*b,*b,*b]\ndescription: *c",
      "Alias resolution is disabled",
    ],
    ["5,000 brackets", `description: ${"[".repeat(5_000)}${"]".repeat(5_000)}`, "nested more than 50 deep"],
    ["400 dashes", `description:\n${"- ".repeat(400)}x`, "nested more than 50 deep"],
    ["tabs", "description:\n\t- x", "Tabs are not allowed as indentation at line 2, column 1:"],
    ["a key twice", "description: a\ndescription: b", "Map keys must be unique at line 2, column 1:"],
    ["a colon", "description: a: b", "Nested mappings are not allowed in compact mappings at line 1, column 14:"],
    ["5 MB", `description: ${"x".repeat(5 * 1024 * 1024)}`, "5242893 characters"],
  ])("of %s is ignored, and the description is that of the body", (_, yaml, reason) => {
    const sdk = withFrontMatter(yaml);
    expect(sdk.findings).toEqual([invalid]);
    expect(reasonOf(sdk)).toBe(reason);
    expect(sdk.model.types[0]?.description).toBe("Gives light.");
  });

  test("of a function is text, which nothing runs", () => {
    const sdk = withFrontMatter("title: x\ndescription: !!js/function 'function () { process.exit(7); }'");
    expect(sdk.findings).toEqual([]);
    expect(sdk.declaration("Lamp")).toContain("id: string;");
  });

  test("without an end is a line and text", () => {
    const sdk = withFrontMatter("description: x", "\n\n");
    expect(sdk.findings).toEqual([]);
    expect(sdk.model.types[0]?.description).toBe("Gives light.");
  });
});

describe("#24 front matter: doc_type", () => {
  test.each([
    ["doc_type: [a]", [invalid]],
    ["doc_type: { a: b }", [invalid]],
    // As text, these are types of pages that nobody knows.
    ["doc_type: 5", []],
    ["doc_type: null", []],
    ["doc_type: ~", []],
    ["doc_type:", []],
  ])("%s: the page is read by its content", (yaml, findings) => {
    const sdk = withFrontMatter(yaml);
    expect(sdk.findings).toEqual(findings);
    expect(sdk.pages.map(({ kind }) => kind)).toEqual(["resource"]);
    if (findings.length > 0) expect(reasonOf(sdk)).toBe("`doc_type` is no text");
  });
});

/** The SDK of a page whose representation has the annotation; it stands on line 13. */
function annotated(annotation: string): Sdk {
  const representation = `## JSON representation\n\n<!-- ${annotation} -->\n\n${fence}json\n{ "id": "String" }\n${fence}`;
  return sdkOf({ [lampPath]: lampPage(["|id|String||"], representation) });
}

describe("#25 annotation", () => {
  test("with a key of every object: nothing of it is taken", () => {
    const sdk = annotated('{ "__proto__": { "@odata.type": "evil.lamp" }, "blockType": "resource" }');
    expect(sdk.model.types.map(({ id }) => id)).toEqual(["sample.time.lamp"]);
    expect(sdk.findings).toEqual(["annotation-unknown resources/lamp.md:13:1"]);
    expect(Object.hasOwn(Object.prototype, "@odata.type")).toBe(false);
  });

  test.each([
    ['{ "blockType": "constructor" }', "Unexpected block type `constructor` in an annotation: it is ignored"],
    ['{ "blockType": "resource", "evil": 1 }', "Unexpected key `evil` in an annotation: it is ignored"],
    ['{ "blockType": "resource", "toString": 1 }', "Unexpected key `tostring` in an annotation: it is ignored"],
  ])("%s is reported", (annotation, message) => {
    const sdk = annotated(annotation);
    expect(sdk.declaration("Lamp")).toBe(lamp);
    expect(sdk.findings).toEqual(["annotation-unknown resources/lamp.md:13:1"]);
    expect(sdk.diagnostics[0]?.message).toBe(message);
  });
});

describe("#26 annotation", () => {
  const start = '{ "blockType": "resource", "@odata.type": "sample.time.lamp", "tags": ';
  test.each([
    ["of 3 MB", `${start}"${"y".repeat(3_000_000)}" }`, "annotation-invalid", "3000074 characters"],
    [
      "10,000 deep",
      `${start}${"[".repeat(10_000)}${"]".repeat(10_000)} }`,
      "annotation-invalid",
      "nested more than 100 deep",
    ],
    ["with NaN", `${start}NaN }`, "annotation-invalid", "InvalidSymbol in its line 1"],
    ["with code", `${start}process.exit(7) }`, "annotation-invalid", "InvalidSymbol in its line 1"],
    ["with single quotes", "{ 'blockType': 'resource' }", "annotation-invalid", "InvalidSymbol in its line 1"],
    [
      "that is cut short",
      '{ "blockType": "resource", "@odata.type": "sam',
      "annotation-invalid",
      "UnexpectedEndOfString in its line 1",
    ],
    ["with a comment", `${start}/* x */ "" }`, "annotation-repaired", "comments or trailing commas"],
    ["with a comma at the end", `${start}"", }`, "annotation-repaired", "comments or trailing commas"],
  ])("%s is refused, or said to be repaired", (_, annotation, code, reason) => {
    const sdk = annotated(annotation);
    expect(sdk.declaration("Lamp")).toBe(lamp);
    expect(sdk.findings).toEqual([`${code} resources/lamp.md:13:1`]);
    expect(sdk.diagnostics[0]?.message).toContain(`(${reason})`);
  });
});

describe("#27 annotation: the name of an example", () => {
  const withName = (name: string): Sdk =>
    sdkOf({ [getPath]: operationPage("GET /lamps/{id}", example({ name })), [lampPath]: lampPage(["|id|String||"]) });
  const titles = ({ files }: Sdk): string[] =>
    [...(files.get("golden/lamps.test.ts") ?? "").matchAll(/ {2}golden\("(.*?)", documented\.(.*?),/g)].map(
      ([, title, access]) => `${title} ${access}`,
    );

  test.each([
    ["../../x", "x getLamp.x"],
    ["a/b", "aB getLamp.aB"],
    ["'); evil(); ('", "evil getLamp.evil"],
    ["__proto__", "proto getLamp.proto"],
    ["...", "example getLamp.example"],
    ["n".repeat(1_024), `${"n".repeat(120)} getLamp.${"n".repeat(120)}`],
  ])("%j is a title", (name, title) => {
    const sdk = withName(name);
    expect(titles(sdk)).toEqual([title]);
    expect([...sdk.files.keys()].filter((path) => path.startsWith("golden/") && path.endsWith(".test.ts"))).toEqual([
      "golden/lamps.test.ts",
    ]);
  });

  test("two of one name: those of one page get numbers, those of two pages are told apart by their functions", () => {
    const list = operationPage("GET /lamps", example({ name: "same", path: "/lamps", body: '{"value":[]}' }));
    const sdk = sdkOf({
      [getPath]: operationPage("GET /lamps/{id}", example({ name: "same" }), example({ name: "same" })),
      "api/lamp-list.md": list.replace("Get lamp", "List lamps"),
      [lampPath]: lampPage(["|id|String||"]),
    });
    expect(titles(sdk)).toEqual(["same getLamp.same", "same2 getLamp.same2", "same listLamps.same"]);
  });
});

describe("#28 @odata.type", () => {
  test.each(["microsoft.graph.x; X", "Collection(sample.time.lamp", "a b", "../x", "{type}"])(
    "%j is no type: the page says what it is about",
    (name) => {
      const sdk = annotated(`{ "blockType": "resource", "@odata.type": "${name}" }`);
      expect(sdk.model.types.map(({ id }) => id)).toEqual(["sample.time.lamp"]);
      expect(sdk.findings).toEqual(["annotation-type-invalid resources/lamp.md:13:1"]);
    },
  );

  test("of a response is reported, and the text of the page decides", () => {
    const response = "## Response\n\nReturns `200 OK` and a [lamp](../resources/lamp.md) object.";
    const sdk = sdkOf({
      [getPath]: operationPage("GET /lamps/{id}", response, example({ type: "microsoft.graph.x; X" })),
      [lampPath]: lampPage(["|id|String||"]),
    });
    expect(sdk.declaration("getLamp")).toContain("export const getLamp: ApiFunction<GetLampArgs, Lamp> =");
    expect(sdk.findings).toEqual(["annotation-type-invalid api/lamp-get.md:23:1"]);
  });
});
