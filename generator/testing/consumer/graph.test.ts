/** The snippets of the contract compile with the SDK of a large API that exists. */
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isCorpusThere, measuredSet, repositoryRoot } from "../corpus.ts";
import { tempFolder } from "../temp-folder.ts";
import { typeCheck } from "../type-check.ts";
import { writeSdk } from "../write-sdk.ts";

const here = join(repositoryRoot, "generator/testing/consumer");

test.skipIf(!isCorpusThere)("the snippets compile with the SDK of a large API", { timeout: 300_000 }, () => {
  const folder = tempFolder({ "package.json": '{ "type": "module" }' });
  writeSdk(measuredSet.docs, join(folder, "graph"));
  cpSync(join(here, "app/exact.ts"), join(folder, "exact.ts"));
  // Where the file stands, there is no SDK for it.
  const text = readFileSync(join(here, "graph-snippets.mts"), "utf8").replace(/^\/\/ @ts-nocheck.*$/mu, "");
  writeFileSync(join(folder, "snippets.ts"), text);
  expect(typeCheck(folder, "7")).toBe("");
});
