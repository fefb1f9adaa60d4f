import { describe, expect, it } from "vitest";
import { tempFolder } from "../testing/temp-folder.ts";
import { lookAt, notesOf, sdkIn, usesOf } from "./consumer.fixture.ts";

/** The uses in one file, `src/app.ts`, by line and column. */
function uses(text: string, more: Readonly<Record<string, string>> = {}, name = "app.ts"): string[] {
  return usesOf({ ...more, [`src/${name}`]: text }).map((use) => use.replace(`src/${name}:`, ""));
}

/** What is noted of one file. */
function notes(text: string, more: Readonly<Record<string, string>> = {}): string[] {
  return notesOf(lookAt(tempFolder({ ...sdkIn("src/sdk"), ...more, "src/app.ts": text }))).map((note) =>
    note.replace("src/app.ts:", ""),
  );
}

describe("what is a use", () => {
  it.each([
    ["a call", "getThing(client, {});", "getThing 2:1"],
    ["a call without throwing", "getThing.safe(client);", "getThing 2:1"],
    ["a request", "const r = getThing.request();", "getThing 2:11"],
    ["its specification", "log(getThing.spec.name);", "getThing 2:5"],
    ["a value", "run([getThing]);", "getThing 2:6"],
    ["a member", "const api = { getThing };", "getThing 2:15"],
    ["another variable", "export const get = getThing;", "getThing 2:20"],
    ["a variable with its types", "const get = getThing<string>;", "getThing 2:13"],
    ["a default", "function f(get = getThing) {}", "getThing 2:18"],
    ["in a class", "class A { @d(getThing) get = getThing; }", "getThing 2:14 x2"],
  ])("%s", (_, line, expected) => {
    expect(uses(`import { getThing } from "./sdk/operations/things.js";\n${line}\n`)).toEqual([expected]);
  });

  it("an attribute", () => {
    const text = 'import { getThing } from "./sdk/operations/things";\nexport const a = <List load={getThing} />;\n';
    expect(uses(text, {}, "app.tsx")).toEqual(["getThing 2:30"]);
  });
});

describe("what is none", () => {
  it.each([
    ["nothing but the import", ""],
    ["a type", "export type F = typeof getThing;"],
    ["a type in between", "let f: Array<typeof getThing> | undefined;"],
    ["another variable of the name", "function f(getThing: () => void) {\n  getThing();\n}"],
    ["a variable further in", "if (a) {\n  const getThing = 1;\n  log(getThing);\n}"],
    ["a member of the name", "log(a.getThing, { getThing: 1 });\nconst { getThing: b } = a;"],
    ["a label", "getThing: for (;;) break getThing;"],
    ["a comment", "/** {@link getThing} */\nexport const a = 1; // getThing()"],
  ])("%s", (_, lines) => {
    const text = `import { getThing } from "./sdk/operations/things.js";\n${lines}\n`;
    expect(uses(text)).toEqual([]);
    expect(notes(text)).toEqual(["not-used 1"]);
  });

  it.each([
    ["an import of types", 'import type { getThing, GetThingArgs } from "./sdk/operations/things.js";'],
    ["a type among values", 'import { type getThing } from "./sdk/operations/things.js";'],
    ["a type by its path", 'type F = typeof import("./sdk/operations/things.js").getThing;'],
    ["all types", 'import type * as things from "./sdk/operations/things.js";\ntype F = typeof things.getThing;'],
    ["what is no function", 'import { createClient } from "./sdk/client.js";\ncreateClient();'],
    ["something of the name elsewhere in the SDK", 'import { getThing } from "./sdk/models/index.js";\ngetThing;'],
    ["something of the name elsewhere", 'import { getThing } from "./other.js";\ngetThing();'],
    ["a package", 'import { getThing } from "things";\ngetThing();'],
    ["a file that is not there", 'import { getThing } from "./nowhere.js";\ngetThing();'],
  ])("%s", (_, text) => {
    const more = { "src/other.ts": "export const getThing = () => {};\n" };
    expect(uses(text, more)).toEqual([]);
    expect(notes(text, more)).toEqual([]);
  });
});

describe("how functions are imported", () => {
  const path = "./sdk/operations/things.js";

  it.each([
    ["under another name", `import { getThing as get } from "${path}";\nget();`],
    ["as a string", `import { "getThing" as get } from "${path}";\nget();`],
    ["all of a file", `import * as things from "${path}";\nthings.getThing();`],
    ["by a text", `import * as things from "${path}";\nthings["getThing"]();`],
    ["out of all of a file", `import * as things from "${path}";\nconst { getThing: get } = things;\nget();`],
    ["all of a file in a variable", `import * as things from "${path}";\nconst api = things;\napi.getThing();`],
    ["by the older form", `import things = require("${path}");\nimport get = things.getThing;\nget();`],
    ["later", `const { getThing } = await import("${path}");\ngetThing();`],
    ["later, all of a file", `const things = (await import("${path}"))!;\nthings.getThing();`],
    ["later, at once", `(await import("${path}")).getThing();`],
    ["later, as a promise", `import("${path}").then(({ getThing: get }) => get());`],
    ["later, as a promise of all", `import("${path}").then((things) => things.getThing());`],
  ])("%s", (_, text) => {
    expect(uses(text).map((use) => use.replace(/ .*/, ""))).toEqual(["getThing"]);
    expect(notes(text)).toEqual([]);
  });

  it.each([
    ["app.js", `const { getThing } = require("${path}");\ngetThing();`],
    ["app.cjs", `const things = require("${path}");\nthings.getThing();`],
    ["app.mjs", `import { getThing } from "${path}";\ngetThing();`],
    ["app.jsx", `import { getThing } from "${path}";\nexport const a = <A b={getThing} />;`],
    ["app.mts", `import { getThing } from "${path}";\ngetThing();`],
    ["app.cts", `import things = require("${path}");\nthings.getThing();`],
    ["app.ts", `import { getThing } from "${path.replace(".js", ".ts")}";\ngetThing();`],
  ])("in %s", (name, text) => {
    expect(uses(text, {}, name).map((use) => use.replace(/ .*/, ""))).toEqual(["getThing"]);
  });

  it("a function that stands in a part of a divided file", () => {
    const text = 'import { getNote } from "./sdk/operations/notes.js";\ngetNote();';
    expect(uses(text)).toEqual(["getNote 2:1"]);
    expect(uses(text.replace("notes", "notes.a-m"))).toEqual(["getNote 2:1"]);
  });

  it("through files of the program, whatever they pass on and how", () => {
    const more = {
      "src/lib/index.ts": `export * from "./more.js";
export { getNote as read } from "../sdk/operations/notes.js";
export * as notes from "../sdk/operations/notes.js";
export { default as list } from "./default.js";
`,
      "src/lib/more.ts": 'import { getThing } from "../sdk/operations/things.js";\nexport { getThing as get };\n',
      "src/lib/default.ts": 'import { listThings } from "../sdk/operations/things.js";\nexport default listThings;\n',
    };
    const text = 'import { get, list, notes, read } from "./lib";\nget();\nlist();\nread();\nnotes.sendNote();\n';
    expect(uses(text, more)).toEqual(["getNote 4:1", "getThing 2:1", "listThings 3:1", "sendNote 5:7"]);
    expect(notes(text, more)).toEqual([]);
  });

  it("files that import each other in a circle", () => {
    const more = {
      "src/a.ts": 'export * from "./b.js";',
      "src/b.ts": 'export * from "./a.js";\nexport { x } from "./a.js";',
    };
    expect(
      uses('import { x, getThing } from "./a.js";\nimport * as a from "./a.js";\nx(getThing, a.x, a);', more),
    ).toEqual([]);
  });
});

describe("what is noted", () => {
  it("imports that are not used, and what is passed on and not used, once", () => {
    const more = {
      "src/api.ts": `import { getThing } from "./sdk/operations/things.js";
export { getThing };
export { updateThing, listThings } from "./sdk/operations/things.js";
export type { getThing as G } from "./sdk/operations/things.js";
`,
      "src/zoo.ts": 'import { getNote, sendNote } from "./sdk/operations/notes.js";\n',
    };
    const text =
      'import { listThings } from "./api.js";\nimport { sendNote } from "./sdk/operations/notes.js";\nlistThings();\nsendNote();';
    expect(notes(text, more)).toEqual(["passed-on src/api.ts:2", "passed-on src/api.ts:3", "not-used src/zoo.ts:1"]);
  });

  it.each([
    ["handed on", 'import * as things from "./sdk/operations/things.js";\nrun(things);', 2],
    ["by a name that is made up", 'import * as things from "./sdk/operations/things.js";\nthings[name]();', 2],
    ["with a rest", 'import * as things from "./sdk/operations/things.js";\nconst { getThing, ...rest } = things;', 2],
    ["later", 'const load = () => import("./sdk/operations/things.js");', 1],
    ["later, for somebody else", 'import("./sdk/operations/things.js").then(use);', 1],
    ["by way of another file", 'import * as lib from "./lib.js";\nrun({ lib });', 2],
  ])("all functions of a file, %s", (_, text, line) => {
    expect(notes(text, { "src/lib.ts": 'export * as all from "./sdk/operations/things.js";' })).toEqual([
      `whole ${line}`,
    ]);
  });

  it("not the whole of files without functions", () => {
    const more = {
      "src/page.ts": 'import { getThing } from "./sdk/operations/things.js";\nexport const a = () => getThing();\n',
    };
    const text =
      'import * as page from "./page.js";\nrun(page);\nlazy(() => import("./page.js"));\nawait import("./sdk/operations/things.js");';
    expect(notes(text, more)).toEqual([]);
  });
});
