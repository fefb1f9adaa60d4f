import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { generate } from "../generator/generate.ts";
import { type Bundle, bundle, bundleEach } from "../generator/testing/bundle.ts";
import { repositoryRoot } from "../generator/testing/corpus.ts";
import { tempFolder } from "../generator/testing/temp-folder.ts";
import { writeSdk } from "../generator/testing/write-sdk.ts";
import { budget } from "./bundle/budget.ts";
import { plainFunction, readFunctions } from "./bundle/sdk-functions.ts";
import { coreSizes, functionSizes, programHolding } from "./bundle/sizes.ts";

const docs = join(repositoryRoot, "docs-input");
// Outside of every package: nothing but the code itself tells the bundler what has no side effects.
const folder = mkdtempSync(join(tmpdir(), "apipage-bundle-"));
afterAll(() => rmSync(folder, { recursive: true }));
const sdk = join(folder, "sdk");
writeSdk(docs, sdk);

const functions = readFunctions(sdk);
const first = plainFunction(functions);

/** The files of the SDK that something is left of. */
function files({ inputs }: Bundle): string[] {
  return [...inputs.keys()].flatMap((path) => path.split("/sdk/").slice(1)).sort();
}

describe("the bytes of a bundle, minified and gzip", () => {
  it(`stay within ${budget.core} for the client with a function`, async () => {
    const { core } = await coreSizes(sdk, functions, first);
    expect(core.gzip).toBeLessThanOrEqual(budget.core);
  });

  it(`stay within ${budget.furtherFunction} for each further function`, async () => {
    const { each } = await functionSizes(sdk, functions, first);
    expect(each.size).toBe(functions.length - 1);
    expect([...each].filter(([, bytes]) => bytes > budget.furtherFunction)).toEqual([]);
  });

  it("do not grow with the API", async () => {
    const part = join(tempFolder(), "sdk");
    await generate({ docs, out: part, only: [first.page], cwd: tempFolder(), enumStyle: "enum" });
    const program = programHolding([first]);
    expect(readFunctions(part).length).toBeLessThan(functions.length);
    const [ofPart, ofAll] = [await bundle(program, part), await bundle(program, sdk)];
    expect(files(ofAll)).toEqual(files(ofPart));
    // Names of one letter go to what is used most in all files that were read, so some bytes come and go.
    expect(Math.abs(ofAll.minified - ofPart.minified)).toBeLessThan(20);
  });
});

describe("a program", () => {
  it("holds none of the functions that it does not call, and no types", async () => {
    const programs = new Map(functions.map((one) => [one.name, programHolding([one])]));
    for (const [name, { text, inputs }] of await bundleEach(programs, sdk)) {
      expect(functions.filter((one) => text.includes(`name:"${one.name}"`)).map((one) => one.name)).toEqual([name]);
      expect([...inputs.keys()].filter((path) => path.includes("/models/"))).toEqual([]);
    }
  });

  it("holds no function if it calls none", async () => {
    const { inputs } = await bundle(programHolding([]), sdk);
    expect([...inputs.keys()].filter((path) => path.includes("/operations/"))).toEqual([]);
  });
});
