import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { manifestName } from "../output/manifest.ts";
import { tempFolder } from "../testing/temp-folder.ts";
import { lookAt, notesOf, sdkIn, useTexts } from "./consumer.fixture.ts";

/** A program of one line that uses one function, imported as told. */
function program(specifier: string): string {
  return `import { getThing } from "${specifier}";\ngetThing();\n`;
}

const used = ["getThing src/app.ts:2:1"];

describe("where the SDK is", () => {
  it.each([
    ["among the code", "src/sdk", "./sdk/operations/things.js"],
    ["beside the code", "sdk", "../sdk/operations/things.js"],
    ["in the code's own folder", "src", "./operations/things.js"],
  ])("%s", (_, sdk, specifier) => {
    const cwd = tempFolder({ ...sdkIn(sdk), "src/app.ts": program(specifier) });
    const result = lookAt(cwd);
    expect([result.sdk, result.files, useTexts(result)]).toEqual([sdk, 1, used]);
  });

  it("in a package of the same repository", () => {
    const cwd = tempFolder({
      ...sdkIn("packages/sdk"),
      "packages/sdk/package.json": '{ "name": "@acme/sdk", "exports": { "./*": "./operations/*.ts" } }',
      "src/app.ts": program("@acme/sdk/things"),
    });
    mkdirSync(join(cwd, "node_modules/@acme"), { recursive: true });
    symlinkSync(join(cwd, "packages/sdk"), join(cwd, "node_modules/@acme/sdk"), "junction");
    const result = lookAt(cwd);
    expect([result.sdk, useTexts(result)]).toEqual(["packages/sdk", used]);
  });

  it("compiled, without a manifest, where it is named", () => {
    const sdk = sdkIn("dist");
    const cwd = tempFolder({
      "src/app.ts": program("../dist/operations/things.js"),
      "dist/operations/things.js": 'export const getThing = jsonOperation({ name: "getThing" });\n',
      "dist/permissions.js": (sdk["dist/permissions.ts"] ?? "").replace(": PermissionTable", ""),
    });
    expect(useTexts(lookAt(cwd))).toEqual([]);
    expect(useTexts(lookAt(cwd, { sdk: "dist" }))).toEqual(used);
  });

  it("has to be named where there are several", () => {
    const both =
      'import { getThing } from "./a/operations/things.js";\nimport * as b from "./b/operations/notes.js";\ngetThing(b.getNote);\n';
    const cwd = tempFolder({ ...sdkIn("src/a"), ...sdkIn("src/b"), "src/app.ts": both });
    expect(() => lookAt(cwd)).toThrow('"src" uses several SDKs, "src/a" and "src/b": name one with --sdk');
    expect(useTexts(lookAt(cwd, { sdk: "src/b" }))).toEqual(["getNote src/app.ts:3:12"]);
  });

  it("is not there where the code imports none", () => {
    const cwd = tempFolder({ ...sdkIn("src/sdk"), "src/app.ts": "export const a = 1;\n" });
    const { sdk, files, uses, schemes } = lookAt(cwd);
    expect([sdk, files, uses, schemes.get("delegatedWork")?.scopes]).toEqual([null, 1, [], []]);
  });

  it.each([
    ["nowhere", "unreadable", 'there is no folder "nowhere": name the folder of the SDK with --sdk'],
    ["src/app.ts", "usage", '"src/app.ts" is not a folder: name one with --sdk'],
    [
      "src",
      "unreadable",
      '"src" holds no permissions.ts: name the folder of an SDK with --sdk, or generate it once more',
    ],
    ["sdk", "unreadable", 'cannot read "sdk/permissions.ts": it is not as apipage writes it, generate it once more'],
  ])("is refused where it is none: %s", (sdk, kind, message) => {
    const cwd = tempFolder({ ...sdkIn("sdk"), "src/app.ts": "", "sdk/permissions.ts": "export {};" });
    expect(() => lookAt(cwd, { sdk })).toThrow(expect.objectContaining({ kind, message }));
  });

  it("is not the code that uses it", () => {
    const cwd = tempFolder(sdkIn("sdk"));
    expect(() => lookAt(cwd, { used: ["sdk"] })).toThrow(
      '"sdk" is an SDK: name the folder of the code that uses it with --used',
    );
  });

  it("counts for nothing with a manifest that is not ours", () => {
    const cwd = tempFolder({
      ...sdkIn("sdk"),
      [`sdk/${manifestName}`]: "{}",
      "src/app.ts": program("../sdk/operations/things.js"),
    });
    expect(lookAt(cwd).sdk).toBeNull();
  });
});

describe("how imports are resolved", () => {
  const paths = '{ "compilerOptions": { "paths": { "#api/*": ["./sdk/operations/*"] } } }';

  it.each([
    ["by the nearest tsconfig", { "tsconfig.json": paths }],
    ["by a jsconfig", { "jsconfig.json": paths }],
    ["by what a tsconfig extends", { "tsconfig.json": '{ "extends": "./base.json" }', "base.json": paths }],
    [
      "by a tsconfig that only names others",
      {
        "tsconfig.json": '{ "files": [], "references": [{ "path": "./tsconfig.app.json" }] }',
        "tsconfig.app.json": paths,
      },
    ],
    [
      "relative to a base URL",
      {
        "tsconfig.json":
          '{ /* old */ "compilerOptions": { "baseUrl": "sdk", "paths": { "#api/*": ["operations/*"] } }, }',
      },
    ],
    ["by the package", { "package.json": '{ "imports": { "#api/*": "./sdk/operations/*.ts" } }' }],
  ])("%s", (_, files) => {
    const cwd = tempFolder({ ...sdkIn("sdk"), ...files, "src/app.ts": program("#api/things") });
    expect(useTexts(lookAt(cwd))).toEqual(used);
  });

  it("by the tsconfig that is named", () => {
    const cwd = tempFolder({ ...sdkIn("sdk"), "other.json": paths, "src/app.ts": program("#api/things") });
    expect(useTexts(lookAt(cwd))).toEqual([]);
    expect(useTexts(lookAt(cwd, { tsconfig: "other.json" }))).toEqual(used);
  });

  it("by no tsconfig that is not there, or is none", () => {
    const cwd = tempFolder({ "src/app.ts": "", "tsconfig.json": "{ paths" });
    expect(() => lookAt(cwd, { tsconfig: "nowhere.json" })).toThrow(
      'there is no "nowhere.json": name a tsconfig with --tsconfig',
    );
    expect(() => lookAt(cwd)).toThrow(/^cannot read "tsconfig.json": /);
  });

  it("through files of the program that are not among those to look at", () => {
    const cwd = tempFolder({
      ...sdkIn("sdk"),
      "lib/api.ts":
        'import { listThings } from "../sdk/operations/things.js";\nexport * from "../sdk/operations/things.js";\nlistThings();\n',
      "src/app.ts": program("../lib/api.js"),
    });
    expect(useTexts(lookAt(cwd))).toEqual(used);
  });
});

describe("what is left out is said", () => {
  test.skipIf(process.platform === "win32")("links, files outside, and what cannot be read", () => {
    const outside = tempFolder({ ...sdkIn("sdk"), "lib/api.ts": 'export * from "../sdk/operations/things.js";\n' });
    const cwd = tempFolder({
      "src/app.ts": 'import { getThing } from "./linked/api.js";\nimport "./latin.js";\ngetThing();\n',
      "src/latin.ts": Uint8Array.from([0xe4]),
      "src/page.vue": "",
    });
    symlinkSync(join(outside, "lib"), join(cwd, "src/linked"));
    const result = lookAt(cwd);
    expect([result.uses, result.files]).toEqual([[], 1]);
    expect(notesOf(result)).toEqual(["unread src/latin.ts", "outside src/app.ts", "embedded ", "link src/linked"]);
  });

  it("a file that is too large", () => {
    const cwd = tempFolder({ ...sdkIn("sdk"), "src/app.ts": program("../sdk/operations/things.js") });
    writeFileSync(join(cwd, "src/bundle.js"), " ".repeat(5 * 1024 * 1024));
    expect(lookAt(cwd).notes).toEqual([
      { code: "unread", message: "not read: it is too large", file: "src/bundle.js", line: null },
    ]);
  });
});

describe("cases", () => {
  const files = {
    ...sdkIn("sdk"),
    "src/app.ts": 'import { getNote } from "../sdk/operations/notes.js";\ngetNote();\n',
  };

  it("are assumed, and can be named", () => {
    const cwd = tempFolder(files);
    const least = (cases: readonly string[]) => lookAt(cwd, { cases }).schemes.get("delegatedWork");
    expect(least([])).toMatchObject({ scopes: ["Note.Read"], assumed: { getNote: "own notes" } });
    expect(least(["getNote=shared notes"])).toMatchObject({ scopes: ["Note.Read.Shared"], assumed: {} });
    expect(least(["getNote=shared notes", "getNote=own notes"])?.scopes).toEqual(["Note.Read.Shared", "Note.Read"]);
  });

  it.each([
    ["getNote=mine", 'there is no case "getNote=mine": expected "getNote=own notes" or "getNote=shared notes"'],
    ["getThing=own", 'there is no case "getThing=own": expected the name of a function with several cases before ='],
    ["getNote", 'there is no case "getNote": expected the name of a function with several cases before ='],
    ["toString=", 'there is no case "toString=": expected the name of a function with several cases before ='],
  ])("are refused where there are none: %s", (text, message) => {
    expect(() => lookAt(tempFolder(files), { cases: [text] })).toThrow(
      expect.objectContaining({ kind: "usage", message }),
    );
  });
});
