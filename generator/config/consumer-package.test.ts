import { join } from "node:path";
import { expect, test } from "vitest";
import { tempFolder } from "../testing/temp-folder.ts";
import { hasTestRunner } from "./consumer-package.ts";

const withVitest = '{ "devDependencies": { "vitest": "4.0.0" } }';

test.each([
  ["none at all", {}, true],
  ["one that names vitest", { "package.json": withVitest }, true],
  ["one that does not", { "package.json": '{ "dependencies": { "jest": "1" } }' }, false],
  ["one without dependencies", { "package.json": "{}" }, false],
  ["a nearer one", { "package.json": withVitest, "src/package.json": '{ "type": "module" }' }, false],
  ["a damaged one", { "package.json": "{" }, true],
  ["one that is no object", { "package.json": "[]" }, true],
  ["one with dependencies of another form", { "package.json": '{ "dependencies": ["vitest"] }' }, false],
])("with %s: the folder of the output need not exist", (_, files, expected) => {
  expect(hasTestRunner(join(tempFolder(files), "src/api"))).toBe(expected);
});
